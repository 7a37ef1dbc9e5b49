package eyebright.analysis;

import eyebright.study.Points;
import java.util.List;
import java.util.Optional;

/// What the answer to a claim looks like, with the labels that its sentence and its picture need. The
/// kinds are closed; each names its estimates.
public sealed interface Shape {

    /// One share: `estimate`, `count`.
    record OneShare() implements Shape {}

    /// A share for each option of a question: `share[code]`.
    ///
    /// @param options in the order of the questionnaire
    /// @param answers how many options one respondent names
    record EachOption(List<Label> options, Answers answers) implements Shape {
        public EachOption {
            options = List.copyOf(options);
        }
    }

    /// How many options one respondent names.
    enum Answers {
        ONE,
        SEVERAL
    }

    /// A share for each point of a rating: `share[point]`, and the `mean`.
    record EachPoint(Points points) implements Shape {}

    /// Shares of the same options in two questions: `share[question,code]`, `difference[code]`.
    record TwoSettings(Label first, Label second, List<Label> options) implements Shape {
        public TwoSettings {
            options = List.copyOf(options);
        }
    }

    /// A share in each group: `share[code]`, `count[code]`, `n[code]`; with two groups `difference`.
    record GroupShares(List<Label> groups) implements Shape {
        public GroupShares {
            groups = List.copyOf(groups);
        }
    }

    /// A mean in each group: `mean1`, `sd1`, `n1`, `mean2` and so on; with two groups `difference`.
    record GroupMeans(List<Label> groups, Scaling scaling) implements Shape {
        public GroupMeans {
            groups = List.copyOf(groups);
        }
    }

    /// How two questions go together: `V`, `V_adjusted`, `count[row,column]`; 2 by 2 also `fisher_or`.
    record Table(List<Label> rows, List<Label> columns) implements Shape {
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /// One mean: `mean`, `sd`, `n`.
    record OneMean(Scaling scaling) implements Shape {}

    /// Nothing yet; the words say which analysis is still to be built.
    record Unanalysed(String words) implements Shape {}

    /// What a number counts.
    ///
    /// @param unit such as `years`; empty for a computed number
    /// @param points the points of a rating or scale, if it is one
    record Scaling(String unit, Optional<Points> points) {}

    /// The word for the kind in JSON.
    default String kind() {
        return switch (this) {
            case OneShare _ -> "share";
            case EachOption _ -> "shares";
            case EachPoint _ -> "rating";
            case TwoSettings _ -> "side-by-side";
            case GroupShares _ -> "group-shares";
            case GroupMeans _ -> "group-means";
            case Table _ -> "table";
            case OneMean _ -> "mean";
            case Unanalysed _ -> "not-yet";
        };
    }
}
