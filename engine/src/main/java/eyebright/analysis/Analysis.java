package eyebright.analysis;

import eyebright.expression.Expression;
import java.util.List;

/// What is computed for a claim. The kinds are closed: a new one makes the compiler name every place that
/// must learn it.
public sealed interface Analysis {

    /// The share of those for whom the condition is true, among those for whom it is known.
    record Share(Expression condition) implements Analysis {}

    /// The share naming each option of a question, or giving each point of a rating.
    record Shares(String variable) implements Analysis {}

    /// The shares of the same options in two several-of questions, and their paired differences.
    record SideBySide(String first, String second) implements Analysis {}

    /// Shares or means in groups; with two groups, the first minus the second.
    ///
    /// @param of a condition, a yes-no question (the share of yes), or a number (its mean)
    /// @param by the one-of question whose options are the groups
    /// @param groups codes of `by`, 2 or more, all different
    record Compare(Expression of, String by, List<String> groups) implements Analysis {
        public Compare {
            groups = List.copyOf(groups);
            if (groups.size() < 2 || groups.stream().distinct().count() != groups.size()) {
                throw new IllegalArgumentException(
                        "groups must be 2 or more different codes, not %s".formatted(groups));
            }
        }
    }

    /// How the answers to two one-of questions go together.
    record CrossTable(String rows, String columns) implements Analysis {}

    /// The mean of a number.
    record MeanOf(Expression of) implements Analysis {}

    /// Nothing yet: the claim stands in the plan, and its analysis is still to be built.
    ///
    /// @param words which analysis it needs
    /// @param uses what it will read
    record NotYet(String words, List<String> uses) implements Analysis {
        public NotYet {
            uses = List.copyOf(uses);
        }
    }

    /// The key in `plan.yaml` that stands for the kind.
    default String key() {
        return switch (this) {
            case Share _ -> "share";
            case Shares _ -> "shares";
            case SideBySide _ -> "side-by-side";
            case Compare _ -> "compare";
            case CrossTable _ -> "table";
            case MeanOf _ -> "mean";
            case NotYet _ -> "not-yet";
        };
    }

    /// One line, the same for the same analysis: for the plan's canonical text.
    default String canonical() {
        return key()
                + " "
                + switch (this) {
                    case Share(Expression condition) -> condition.toString();
                    case Shares(String variable) -> variable;
                    case SideBySide(String first, String second) -> first + " " + second;
                    case Compare(Expression of, String by, List<String> groups) ->
                            "%s between %s %s".formatted(of, by, String.join(" ", groups));
                    case CrossTable(String rows, String columns) -> rows + " " + columns;
                    case MeanOf(Expression of) -> of.toString();
                    case NotYet(String words, List<String> uses) ->
                            "%s uses %s".formatted(words, String.join(" ", uses));
                };
    }
}
