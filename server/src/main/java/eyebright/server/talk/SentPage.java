package eyebright.server.talk;

import eyebright.server.page.Shell;

/// A comment was taken, and its author is told their own link.
///
/// @param link the whole address
/// @param place where it will appear, in words
/// @param back the page of it
/// @param backWords the way there
record SentPage(Shell shell, String link, String place, String back, String backWords) {}
