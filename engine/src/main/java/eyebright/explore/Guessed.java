package eyebright.explore;

import eyebright.plan.Published;
import java.util.Optional;
import java.util.OptionalInt;

/// How a guess about a hundred others came out.
///
/// @param asks what was guessed
/// @param guess so many of 100; empty if it was left out
/// @param share so many of 100 it is; empty if nothing is known yet
/// @param published the figure that stands in; absent where the share is ours
/// @param says it all in sentences, such as `You guessed 30 of 100; it is 72.`
public record Guessed(
        String asks,
        OptionalInt guess,
        OptionalInt share,
        Optional<Published> published,
        String says) {}
