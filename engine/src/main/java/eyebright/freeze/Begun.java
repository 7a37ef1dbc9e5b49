package eyebright.freeze;

import java.util.List;
import java.util.function.IntFunction;

/// When the people of a data set began, seen from the frozen plan: each answer carries the hash of the plan
/// that stood when it was given, and a hash cannot be had before its text.
///
/// @param before who began before anybody began under the plan as it was frozen
/// @param under who began while the plan stood as it was frozen
/// @param other who began later under another plan, or of whom it cannot be told
public record Begun(int before, int under, int other) {

    public Begun {
        if (before < 0 || under < 0 || other < 0) {
            throw new IllegalArgumentException(
                    "before, under and other must be 0 or more, not %d, %d and %d"
                            .formatted(before, under, other));
        }
    }

    /// Some who began one after another while one plan stood.
    ///
    /// @param planHash of that plan
    /// @param people how many; 1 or more
    public record Run(String planHash, int people) {}

    /// Seen from the plan of that hash.
    ///
    /// @param runs in the order in which people began
    public static Begun of(List<Run> runs, String planHash) {
        int before = 0;
        int under = 0;
        int other = 0;
        for (Run run : runs) {
            if (run.planHash().equals(planHash)) {
                under += run.people();
            } else if (under == 0) {
                before += run.people();
            } else {
                other += run.people();
            }
        }
        // Without one answer under the frozen plan the order says nothing.
        return under == 0 ? new Begun(0, 0, before) : new Begun(before, under, other);
    }

    /// Whether the plan stood as it was frozen when the first of them began.
    boolean isAllAfter() {
        return before == 0 && under > 0;
    }

    /// How many there are.
    public int people() {
        return before + under + other;
    }

    /// In a sentence or two.
    ///
    /// @param answers how many had answered when the plan was frozen, as its entry says
    /// @param number how a number of people is written
    String inWords(int answers, IntFunction<String> number) {
        if (people() == 0) {
            return "Nobody has answered yet.";
        }
        if (under == 0) {
            return "No answer carries the fingerprint of the plan as it was frozen, so it cannot be told who answered before.";
        }
        String rest =
                other == 0
                        ? ""
                        : " %s began after the plan was changed again."
                                .formatted(number.apply(other));
        if (before == 0) {
            return (answers == 0
                            ? "The plan was frozen before the first answer."
                            : "The plan stood as it was frozen before the first answer, and was frozen later.")
                    + rest;
        }
        return "Of %s people, %s had begun before the plan stood as it was frozen.%s"
                .formatted(number.apply(people()), number.apply(before), rest);
    }
}
