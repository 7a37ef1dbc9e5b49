package eyebright.server;

/// A comment was taken, and its author is told their own link.
///
/// @param link the whole address
/// @param subject what it is about, in words
/// @param back the page of it
/// @param backWords the way there
record SentPage(Shell shell, String link, String subject, String back, String backWords) {}
