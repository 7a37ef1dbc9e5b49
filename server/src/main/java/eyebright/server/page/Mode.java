package eyebright.server.page;

import eyebright.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/// What a site does with the answers it is given.
public sealed interface Mode {

    /// They are kept for good: refused while a consent has placeholders.
    record Collecting() implements Mode {}

    /// They are kept until the site closes: for trying a study out.
    record Preview() implements Mode {}

    /// As a preview, which follows its folders: whoever edits one sees it, or what is wrong with it, at once. Such a site
    /// also begins with a folder that has errors.
    ///
    /// @param told each time a folder was read, which one and all that is wrong with it, on a thread of the site
    record Watch(BiConsumer<Path, List<Problem>> told) implements Mode {}

    /// The site begins full of made-up respondents, says so on every page, and keeps nothing.
    ///
    /// @param respondents how many, at least 1
    /// @param seed equal seeds make equal respondents
    record Rehearsed(int respondents, long seed) implements Mode {
        public Rehearsed {
            if (respondents < 1) {
                throw new IllegalArgumentException(
                        "respondents must be 1 or more, not " + respondents);
            }
        }
    }
}
