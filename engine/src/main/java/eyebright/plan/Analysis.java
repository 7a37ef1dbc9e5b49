package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.stats.formula.Formula;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is computed for a claim. The kinds are closed: a new one makes the compiler name every place that
/// must learn it.
public sealed interface Analysis {

    /// The share of those for whom the condition is true, among those for whom it is known.
    record Share(Expression condition) implements Analysis {}

    /// The share of those for whom a condition is true, weighted so that shares that are known of everybody
    /// hold among the respondents.
    ///
    /// @param targets 1 or more
    record WeightedShare(Expression condition, List<Target> targets) implements Analysis {
        public WeightedShare {
            targets = List.copyOf(targets);
            if (targets.isEmpty()) {
                throw new IllegalArgumentException("targets must be 1 or more, not none");
            }
        }
    }

    /// What is known of everybody: for how many a condition holds.
    ///
    /// @param of the condition
    /// @param share above 0 and below 1
    record Target(Expression of, double share) {
        public Target {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException(
                        "share must be above 0 and below 1, not " + share);
            }
        }
    }

    /// The share naming each option of a question, or giving each point of a rating.
    record Shares(String variable) implements Analysis {}

    /// The shares of the same options in two several-of questions, and their paired differences.
    record SideBySide(String first, String second) implements Analysis {}

    /// The shares for whom two conditions are true, of the same respondents, and their difference.
    record Paired(Expression first, Expression second) implements Analysis {}

    /// Shares or means in groups; with two groups, the first minus the second.
    ///
    /// @param of a condition, a yes-no question (the share of yes), or a number (its mean)
    /// @param by the one-of question whose options are the groups
    /// @param groups 2 or more, no option in two of them
    record Compare(Expression of, String by, List<Pool> groups) implements Analysis {
        public Compare {
            groups = List.copyOf(groups);
            List<String> codes = groups.stream().flatMap(pool -> pool.codes().stream()).toList();
            if (groups.size() < 2 || codes.stream().distinct().count() != codes.size()) {
                throw new IllegalArgumentException(
                        "groups must be 2 or more of different codes, not %s".formatted(groups));
            }
        }
    }

    /// How the answers to two one-of questions go together.
    record CrossTable(String rows, String columns) implements Analysis {}

    /// The mean of a number.
    record MeanOf(Expression of) implements Analysis {}

    /// How two numbers go together; a condition or a yes-no question counts 1 and 0.
    record Correlate(Expression first, Expression second, Correlation correlation)
            implements Analysis {}

    /// Which correlation.
    enum Correlation {
        /// Of the numbers as they are.
        PEARSON,
        /// Of their ranks, by Spearman.
        SPEARMAN,
        /// Of their order, by Kendall (tau-b).
        KENDALL
    }

    /// A regression: what explains an outcome.
    ///
    /// @param model which one
    /// @param formula outcome and predictors
    /// @param levels the answers that are compared, of every one-of question in the formula, in its order
    /// @param shows the coefficients the claim is about; all but the intercept if empty
    /// @param block the predictors whose joint part the claim is about; empty if it is about coefficients
    /// @param at where chances of an ordered outcome are shown; empty if they are not
    record Regression(
            Model model,
            Formula formula,
            List<Levels> levels,
            List<String> shows,
            List<String> block,
            Optional<At> at)
            implements Analysis {
        public Regression {
            levels = List.copyOf(levels);
            shows = List.copyOf(shows);
            block = List.copyOf(block);
        }
    }

    /// A regression of all respondents of the base, the answers they left out filled in several times by
    /// chained equations and pooled by Rubin's rules.
    ///
    /// @param regression linear, logistic or of counts, about coefficients
    /// @param dataSets how often they are filled in: 2 or more
    record Imputed(Regression regression, int dataSets) implements Analysis {
        public Imputed {
            if (dataSets < 2) {
                throw new IllegalArgumentException("dataSets must be 2 or more, not " + dataSets);
            }
            if (!fits(regression)) {
                throw new IllegalArgumentException(
                        "regression must be linear, logistic or of counts, about coefficients");
            }
        }

        /// Whether a regression can be pooled: linear, logistic or of counts, about coefficients.
        static boolean fits(Regression regression) {
            return regression.block().isEmpty()
                    && switch (regression.model()) {
                        case LINEAR, LOGISTIC, COUNTS -> true;
                        case ORDINAL, MULTINOMIAL -> false;
                    };
        }
    }

    /// Which regression.
    enum Model {
        /// Of a number, by least squares with errors that hold for unequal variances (HC3).
        LINEAR("linear"),
        /// Of yes or no.
        LOGISTIC("logistic"),
        /// Of a count, negative binomial; `offset(log(…))` makes it a rate.
        COUNTS("counts"),
        /// Of answers in an order, with proportional odds.
        ORDINAL("ordinal"),
        /// Of answers without an order.
        MULTINOMIAL("multinomial");

        private final String key;

        Model(String key) {
            this.key = key;
        }

        /// The key in `plan.yaml`.
        public String key() {
            return key;
        }
    }

    /// Two counts of the same respondents on the same predictors, in one model: do the predictors tell the
    /// same about both?
    ///
    /// @param first the count that is compared with
    /// @param second the count whose slopes are compared: their differences are second minus first
    /// @param levels as in [Regression]
    /// @param shows the slopes the claim is about; all if empty
    record Stacked(Formula first, Formula second, List<Levels> levels, List<String> shows)
            implements Analysis {
        public Stacked {
            levels = List.copyOf(levels);
            shows = List.copyOf(shows);
        }
    }

    /// Two situations of the same respondents against each other, by conditional logistic regression: what
    /// goes with the outcome within a person?
    ///
    /// @param outcome conditions in the first and in the second situation; where it is the same in both, the
    ///   respondent tells nothing. Absent: it is true in the first and false in the second
    /// @param predictors what may go with it
    record Matched(Optional<Both> outcome, List<Both> predictors) implements Analysis {
        public Matched {
            predictors = List.copyOf(predictors);
            if (predictors.isEmpty()) {
                throw new IllegalArgumentException("predictors must be 1 or more, not none");
            }
        }
    }

    /// How reliable a scale is.
    record Reliability(String scale) implements Analysis {}

    /// Nothing yet: the claim stands in the plan, and its analysis is still to be built.
    ///
    /// @param words which analysis it needs
    /// @param uses what it will read
    record NotYet(String words, List<String> uses) implements Analysis {
        public NotYet {
            uses = List.copyOf(uses);
        }
    }

    /// One or several options that are one group.
    ///
    /// @param label what to call it; absent for a single option, which has its own label
    /// @param codes 1 or more
    record Pool(Optional<String> label, List<String> codes) {
        public Pool {
            codes = List.copyOf(codes);
            if (codes.isEmpty() || (codes.size() > 1 && label.isEmpty())) {
                throw new IllegalArgumentException(
                        "a group must be one option, or several with a label, not " + codes);
            }
        }

        /// The code of the group in names of estimates: that of its first option.
        public String code() {
            return codes.getFirst();
        }
    }

    /// The answers to a one-of question that are compared; who gave another one is left out.
    ///
    /// @param variable the question
    /// @param codes of options, 2 or more: of a predictor the first is the reference, of an ordered outcome
    ///   from lowest to highest
    record Levels(String variable, List<String> codes) {
        public Levels {
            codes = List.copyOf(codes);
            if (codes.size() < 2 || codes.stream().distinct().count() != codes.size()) {
                throw new IllegalArgumentException(
                        "levels of %s must be 2 or more different codes, not %s"
                                .formatted(variable, codes));
            }
        }
    }

    /// Values of one predictor at which the chances of an ordered outcome are shown, the others at their
    /// mean or reference.
    ///
    /// @param variable the predictor
    /// @param values 1 or more
    record At(String variable, List<Double> values) {
        public At {
            values = List.copyOf(values);
        }
    }

    /// The same thing in two situations.
    ///
    /// @param name what to call it
    /// @param first a condition, a number or a one-of question
    /// @param second of the same type
    record Both(String name, Expression first, Expression second) {}

    /// The key in `plan.yaml` that stands for the kind.
    default String key() {
        return switch (this) {
            case Share _, WeightedShare _ -> "share";
            case Shares _ -> "shares";
            case SideBySide _ -> "side-by-side";
            case Paired _ -> "paired";
            case Compare _ -> "compare";
            case CrossTable _ -> "table";
            case MeanOf _ -> "mean";
            case Correlate _ -> "correlate";
            case Regression regression -> regression.model().key();
            case Imputed imputed -> imputed.regression().key();
            case Stacked _ -> "stacked";
            case Matched _ -> "matched";
            case Reliability _ -> "reliability";
            case NotYet _ -> "not-yet";
        };
    }

    /// The expressions it works out for each respondent.
    default List<Expression> expressions() {
        return switch (this) {
            case Share(Expression condition) -> List.of(condition);
            case WeightedShare(Expression condition, List<Target> targets) ->
                    Stream.concat(Stream.of(condition), targets.stream().map(Target::of)).toList();
            case Paired(Expression first, Expression second) -> List.of(first, second);
            case Compare compare -> List.of(compare.of());
            case MeanOf(Expression of) -> List.of(of);
            case Correlate(Expression first, Expression second, _) -> List.of(first, second);
            case Matched(Optional<Both> outcome, List<Both> predictors) ->
                    Stream.concat(outcome.stream(), predictors.stream())
                            .flatMap(both -> Stream.of(both.first(), both.second()))
                            .toList();
            case Shares _,
                    SideBySide _,
                    CrossTable _,
                    Regression _,
                    Imputed _,
                    Stacked _,
                    Reliability _,
                    NotYet _ ->
                    List.of();
        };
    }

    /// One line, the same for the same analysis: for the plan's canonical text.
    default String canonical() {
        return key() + " " + AnalysisText.of(this);
    }
}
