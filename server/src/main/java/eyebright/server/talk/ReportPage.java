package eyebright.server.talk;

import eyebright.server.page.Shell;

/// Asks whether a comment shall be reported.
///
/// @param back where the comment stands
record ReportPage(Shell shell, String action, String token, Talk.Voice voice, String back) {}
