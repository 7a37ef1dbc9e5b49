package eyebright.server.answering;

import java.util.List;

/// A question with what was answered, in words.
///
/// @param question as HTML
/// @param answers none where it was skipped
record Said(String question, List<String> answers) {}
