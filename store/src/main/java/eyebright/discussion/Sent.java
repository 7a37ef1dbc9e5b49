package eyebright.discussion;

/// A comment was taken.
///
/// @param id of the comment
/// @param wasNew whether it was not there before; the same form sent twice is one comment
public record Sent(CommentId id, boolean wasNew) {}
