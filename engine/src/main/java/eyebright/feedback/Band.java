package eyebright.feedback;

import java.util.OptionalDouble;

/// A stretch of a number that has a word of its own, such as `often`.
///
/// @param to the highest number in it; absent of the last, which has no end
/// @param says it within a sentence
public record Band(OptionalDouble to, String says) {}
