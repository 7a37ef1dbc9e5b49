package eyebright.analysis;

import eyebright.plan.Label;
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

    /// A share in each group: `share[code]`, `count[code]`, `n[code]`; with two groups `difference`,
    /// `odds_ratio`, `risk_ratio`, with more `V`.
    record GroupShares(List<Label> groups) implements Shape {
        public GroupShares {
            groups = List.copyOf(groups);
        }
    }

    /// A mean in each group: `mean1`, `sd1`, `n1`, `mean2` and so on; with two groups `difference` and `g`,
    /// with more `eta2`, `omega2`, `difference[code,code]`.
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

    /// The shares for whom two conditions are true, of the same respondents: `share1`, `share2`, and
    /// `difference`, the first minus the second.
    record TwoShares(Label first, Label second) implements Shape {}

    /// How two numbers go together: `r`, `rho` or `tau_b`.
    ///
    /// @param estimate which of the three
    record Correlation(Label first, Label second, String estimate) implements Shape {}

    /// What goes with an outcome: `b[coefficient]`, `odds_ratio[coefficient]` or `rate_ratio[coefficient]`.
    ///
    /// @param outcome what is explained
    /// @param effect what the figures are
    /// @param coefficients those the claim is about, in the order of the model
    /// @param chances chances of an ordered outcome, `chance[value,code]`; absent if none are shown
    record Coefficients(
            Label outcome, Effect effect, List<Label> coefficients, Optional<Chances> chances)
            implements Shape {
        public Coefficients {
            coefficients = List.copyOf(coefficients);
        }

        /// The names of its estimates, in the order of the coefficients.
        List<String> estimates() {
            return coefficients.stream()
                    .map(label -> "%s[%s]".formatted(effect.estimate(), label.code()))
                    .toList();
        }
    }

    /// What the figure of a coefficient is.
    enum Effect {
        /// By how much a number is higher: `b`.
        SLOPE("b"),
        /// How many times as high the odds are: `odds_ratio`.
        ODDS_RATIO("odds_ratio"),
        /// How many times as often: `rate_ratio`.
        RATE_RATIO("rate_ratio");

        private final String estimate;

        Effect(String estimate) {
            this.estimate = estimate;
        }

        /// The name of its estimates in JSON.
        public String estimate() {
            return estimate;
        }
    }

    /// Chances of the answers to an ordered outcome, at values of one predictor.
    ///
    /// @param at the predictor
    /// @param values as they stand in names of estimates, such as `2` or `0.5`
    /// @param answers from lowest to highest
    record Chances(Label at, List<String> values, List<Label> answers) {
        public Chances {
            values = List.copyOf(values);
            answers = List.copyOf(answers);
        }
    }

    /// How much some predictors tell of an outcome together, beyond the others: `r2_block`, and
    /// `r2_cross_validated`.
    record Block(Label outcome, List<Label> predictors) implements Shape {
        public Block {
            predictors = List.copyOf(predictors);
        }
    }

    /// How much predictors differ in what they tell of two counts: `rate_ratio1[coefficient]`,
    /// `rate_ratio2[coefficient]` and their `ratio[coefficient]`, second by first.
    record TwoCounts(Label first, Label second, List<Label> coefficients) implements Shape {
        public TwoCounts {
            coefficients = List.copyOf(coefficients);
        }
    }

    /// How reliable a scale is: `alpha`, `omega_total`, and for each item `r_rest[item]`.
    record Reliability(Label scale, List<Label> items) implements Shape {
        public Reliability {
            items = List.copyOf(items);
        }
    }

    /// One mean: `mean`, `sd`, `n`, and the `median`.
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
            case TwoShares _ -> "two-shares";
            case Correlation _ -> "correlation";
            case Coefficients _ -> "coefficients";
            case Block _ -> "block";
            case TwoCounts _ -> "two-counts";
            case Reliability _ -> "reliability";
            case OneMean _ -> "mean";
            case Unanalysed _ -> "not-yet";
        };
    }
}
