package eyebright.analysis;

import java.math.BigDecimal;

/// The rule by which a claim will be judged, as the plan declares it. Percents and points are as written:
/// 50 for `50%`.
public sealed interface Expectation {

    /// The share is above this: the whole interval is.
    record Above(BigDecimal percent) implements Expectation {}

    /// The share is below this: the whole interval is.
    record Below(BigDecimal percent) implements Expectation {}

    /// The share lies between these: the whole interval does.
    record Inside(BigDecimal low, BigDecimal high) implements Expectation {
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

    /// The groups differ by less than this, in either direction.
    record Within(BigDecimal points) implements Expectation {}

    /// A rule in words, for a person to judge by.
    record InWords(String words) implements Expectation {}

    /// One line, the same for the same rule: for the plan's canonical text and for JSON.
    default String canonical() {
        return switch (this) {
            case Above(BigDecimal percent) -> "above " + plain(percent) + "%";
            case Below(BigDecimal percent) -> "below " + plain(percent) + "%";
            case Inside(BigDecimal low, BigDecimal high) ->
                    "inside " + plain(low) + "% " + plain(high) + "%";
            case MoreBy(BigDecimal points) -> "more-by " + plain(points) + " points";
            case NotMoreBy(BigDecimal points) -> "not-more-by " + plain(points) + " points";
            case Within(BigDecimal points) -> "within " + plain(points) + " points";
            case InWords(String words) -> "words " + words;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
