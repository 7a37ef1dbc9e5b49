package eyebright.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rule by which a claim will be judged, as the plan declares it. Numbers are as written: 50 for `50%`.
public sealed interface Expectation {

    /// The figure is above this: the whole interval is.
    record Above(BigDecimal value, In in) implements Expectation {}

    /// The figure is below this: the whole interval is.
    record Below(BigDecimal value, In in) implements Expectation {}

    /// The figure lies between these: the whole interval does.
    record Inside(BigDecimal low, BigDecimal high, In in) implements Expectation {
        public Inside {
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException(
                        "low must be below high, not %s and %s".formatted(low, high));
            }
        }
    }

    /// The first group is above the second by more than this.
    record MoreBy(BigDecimal points) implements Expectation {}

    /// The first group is not above the second by this or more.
    record NotMoreBy(BigDecimal points) implements Expectation {}

    /// There is less than this, in either direction: of points between groups, of a ratio (1.25 stands for
    /// 0.8 to 1.25), of a correlation.
    record Within(BigDecimal value, In in) implements Expectation {}

    /// Each of these options is named more often than every other.
    record Mainly(List<String> options) implements Expectation {
        public Mainly {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("options must be 1 or more, not none");
            }
        }
    }

    /// There is at least one difference: between the two settings of a question, or between the slopes of two
    /// models.
    record Differ() implements Expectation {
        /// How it is written: `differ: at least one`.
        public static final String WORDS = "at least one";
    }

    /// The predictors tell something of the outcome.
    record Adds() implements Expectation {
        /// How it is written: `adds: something`.
        public static final String WORDS = "something";
    }

    /// Of an ordered outcome: the higher a predictor, the higher the answers; at its high value the better answers are
    /// more likely than the worse ones, at its low value the worse ones.
    ///
    /// @param better codes of answers: 1 or more
    /// @param worse codes of answers: 1 or more, none of the better ones
    /// @param low one of the values at which chances are shown
    /// @param high another one, above it
    record Crosses(List<String> better, List<String> worse, BigDecimal low, BigDecimal high)
            implements Expectation {
        public Crosses {
            better = List.copyOf(better);
            worse = List.copyOf(worse);
            if (better.isEmpty() || worse.isEmpty() || better.stream().anyMatch(worse::contains)) {
                throw new IllegalArgumentException(
                        "better and worse must be different codes, not %s and %s"
                                .formatted(better, worse));
            }
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException(
                        "low must be below high, not %s and %s".formatted(low, high));
            }
        }
    }

    /// A rule in words, for a person to judge by.
    record InWords(String words) implements Expectation {}

    /// What a number of a rule is in.
    enum In {
        /// A share of 100: `50%`.
        PERCENT("%"),
        /// A difference: `10 points`.
        POINTS("points"),
        /// A ratio of odds or rates: `1.25 times`.
        TIMES("times"),
        /// A correlation, or a slope: `0.20`.
        NUMBER("");

        private final String word;

        In(String word) {
            this.word = word;
        }

        /// What stands behind the number; empty for a plain one.
        public String word() {
            return word;
        }

        /// The one of that word.
        public static Optional<In> of(String word) {
            return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
        }

        /// A number of a rule with what it is in: `10 points`.
        public String after(BigDecimal number) {
            return switch (this) {
                case PERCENT -> plain(number) + "%";
                case POINTS, TIMES -> plain(number) + " " + word;
                case NUMBER -> plain(number);
            };
        }
    }

    /// Whether it says that there is nothing, or no more than too little to matter.
    default boolean isOfNothing() {
        return this instanceof NotMoreBy || this instanceof Within;
    }

    /// What its figures are in; empty for a rule without a figure.
    default Optional<In> unit() {
        return switch (this) {
            case Above(_, In in) -> Optional.of(in);
            case Below(_, In in) -> Optional.of(in);
            case Inside(_, _, In in) -> Optional.of(in);
            case Within(_, In in) -> Optional.of(in);
            case MoreBy _, NotMoreBy _ -> Optional.of(In.POINTS);
            case Mainly _, Differ _, Adds _, Crosses _, InWords _ -> Optional.empty();
        };
    }

    /// One line, the same for the same rule: for the plan's canonical text.
    default String canonical() {
        return switch (this) {
            case Above(BigDecimal value, In in) -> "above " + in.after(value);
            case Below(BigDecimal value, In in) -> "below " + in.after(value);
            case Inside(BigDecimal low, BigDecimal high, In in) ->
                    "inside " + in.after(low) + " " + in.after(high);
            case MoreBy(BigDecimal points) -> "more-by " + plain(points) + " points";
            case NotMoreBy(BigDecimal points) -> "not-more-by " + plain(points) + " points";
            case Within(BigDecimal value, In in) -> "within " + in.after(value);
            case Mainly(List<String> options) -> "mainly " + String.join(" ", options);
            case Differ _ -> "differ " + Differ.WORDS;
            case Adds _ -> "adds " + Adds.WORDS;
            case Crosses(
                            List<String> better,
                            List<String> worse,
                            BigDecimal low,
                            BigDecimal high) ->
                    "crosses better=%s worse=%s low=%s high=%s"
                            .formatted(
                                    String.join(",", better),
                                    String.join(",", worse),
                                    plain(low),
                                    plain(high));
            case InWords(String words) -> "words " + words;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
