package eyebright.analysis;

import eyebright.frame.Status;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Why a respondent does not count in an analysis although they may belong to it.
public enum Missing {
    /// They left the question out.
    SKIPPED("skipped"),
    /// Their answers did not lead to it.
    NOT_SHOWN("not shown"),
    /// They stopped before it.
    NOT_REACHED("not reached"),
    /// A table held something that is no answer to it.
    UNREADABLE("unreadable"),
    /// The table was published without what they said.
    WITHHELD("withheld"),
    /// Everything was answered and still nothing follows, as for a division by zero.
    NOT_COMPUTABLE("not computable"),
    /// They gave an answer that the claim does not speak of, such as a group it does not compare.
    ANOTHER_ANSWER("another answer"),
    /// It is not known whether the claim is about them.
    BASE_UNKNOWN("base unknown");

    private final String word;

    Missing(String word) {
        this.word = word;
    }

    /// The words in JSON and on pages.
    public String word() {
        return word;
    }

    /// The reason of those words.
    public static Optional<Missing> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// A copy of how many respondents each reason is that of, in the order in which reasons are told; it cannot be
    /// changed.
    static Map<Missing, Integer> inOrder(Map<Missing, Integer> counts) {
        if (counts.isEmpty()) {
            return Map.of();
        }
        var copy = new EnumMap<Missing, Integer>(Missing.class);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }

    static Missing of(Status status) {
        return switch (status) {
            case SKIPPED -> SKIPPED;
            case NOT_SHOWN -> NOT_SHOWN;
            case NOT_REACHED -> NOT_REACHED;
            case UNREADABLE -> UNREADABLE;
            case WITHHELD -> WITHHELD;
            case ANSWERED -> NOT_COMPUTABLE;
        };
    }
}
