package eyebright.server.desk;

/// What is around all pages of the desk: who is logged in, the ways to the others, the way out.
///
/// @param token for the form that logs out
/// @param here which page this is: `desk`, `account`, `log`, or empty
record DeskFrame(String email, String token, String here) {}
