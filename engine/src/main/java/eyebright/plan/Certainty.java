package eyebright.plan;

import java.util.Arrays;
import java.util.Optional;

/// How sure it is that a published figure was published so.
public enum Certainty {
    /// Read in the publication itself.
    VERIFIED("verified"),
    /// Read in an account of the publication.
    SECONDARY("secondary"),
    /// Said in one place only, by somebody who should know.
    SINGLE_SOURCE("single source"),
    /// Computed from other figures.
    DERIVED("derived"),
    /// There are words and no figure.
    WORDS_ONLY("words only");

    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    /// The word in `published.yaml` and in JSON, such as `single source`.
    public String word() {
        return word;
    }

    /// The certainty of that word.
    public static Optional<Certainty> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
