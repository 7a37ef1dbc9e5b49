package eyebright.replication;

import java.util.Arrays;
import java.util.Optional;

/// What the rule of a claim says of our data. Support and contradiction are two separate rules; what meets
/// neither is inconclusive.
public enum Verdict {
    /// What the claim says is there was found.
    SUPPORTED("supported"),
    /// The opposite of what the claim says was found.
    CONTRADICTED("contradicted"),
    /// The claim says that there is nothing that matters, and so it was found.
    NO_DIFFERENCE("no difference supported"),
    /// The data can say neither.
    INCONCLUSIVE("inconclusive");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /// The words in JSON and on pages, such as `no difference supported`.
    public String word() {
        return word;
    }

    /// The verdict of those words.
    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
