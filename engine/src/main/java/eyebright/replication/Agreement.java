package eyebright.replication;

import java.util.Arrays;
import java.util.Optional;

/// How our estimate stands to a published one. It is told apart from the verdict: a claim may be supported by an
/// effect smaller than the published one.
public enum Agreement {
    /// Ours is where it is to be expected if both studies estimate the same.
    AS_PUBLISHED("as published"),
    /// Ours is nearer to nothing than that.
    SMALLER("smaller than published"),
    /// Ours is farther from nothing than that.
    LARGER("larger than published"),
    /// Ours points the other way, and its interval does.
    OPPOSITE("opposite"),
    /// One of the two figures, or its error, is not known.
    NOT_COMPARABLE("cannot be compared");

    private final String word;

    Agreement(String word) {
        this.word = word;
    }

    /// The words in JSON and on pages, such as `smaller than published`.
    public String word() {
        return word;
    }

    /// The agreement of those words.
    public static Optional<Agreement> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
