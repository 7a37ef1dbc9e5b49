package eyebright.publish;

import eyebright.frame.Frame;
import eyebright.method.Traffic;
import java.util.Optional;

/// The answers of which a version is published.
///
/// @param frame all of them, as they were given
/// @param allowed what of them may leave
/// @param traffic how many came and began; absent where the answers come from elsewhere
public record Gathered(Frame frame, PublicAnswers.Allowed allowed, Optional<Traffic> traffic) {}
