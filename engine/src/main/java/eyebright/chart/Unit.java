package eyebright.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What the numbers of a picture count, and how they are written: with a real minus sign, and a space
/// that does not break before the unit.
///
/// @param word "%", "points", "years"; empty for none
/// @param decimals how many are written, 0 to 9
/// @param sign whether numbers above zero carry a plus
public record Unit(String word, int decimals, Sign sign) {

    static final char NO_BREAK = '\u00a0';
    private static final String PERCENT_SIGN = "%";

    /// When a number carries its sign.
    public enum Sign {
        /// Only below zero.
        MINUS_ONLY,
        /// Always, but for zero: a difference.
        ALWAYS
    }

    public Unit {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException(
                    "decimals must be 0 to 9, not %s".formatted(decimals));
        }
    }

    /// Shares in whole percent.
    public static Unit percent() {
        return new Unit(PERCENT_SIGN, 0, Sign.MINUS_ONLY);
    }

    /// Differences between shares, in whole percentage points.
    public static Unit points() {
        return new Unit("points", 0, Sign.ALWAYS);
    }

    /// The number with its unit: "71 %", "−4 points". A share that is not quite nothing or not quite
    /// everything is never rounded to it: "<1 %", ">99 %".
    public String write(double number) {
        String digits = number(number);
        return word.isEmpty() ? digits : digits + NO_BREAK + word;
    }

    /// What stands beside a mark: the unit is left to the axis unless it is a mere sign.
    String beside(double number) {
        return isSign() ? write(number) : number(number);
    }

    /// Whether the unit is short enough to stand behind each number.
    boolean isSign() {
        return word.equals(PERCENT_SIGN);
    }

    /// A number of the axis, whose decimals follow from its step.
    String tick(BigDecimal number) {
        return signed(number);
    }

    /// The figure in words: "71 %, from 68 % to 74 %".
    ///
    /// @param range what to call its interval, such as "interval"
    String sentence(Figure figure, String range) {
        return switch (figure) {
            case Figure.Point(double value) -> write(value);
            case Figure.Ranged(double value, double low, double high) ->
                    "%s, %s %s to %s".formatted(write(value), range, write(low), write(high));
            case Figure.Absent(String reason) -> Characters.legal(reason);
        };
    }

    /// Two cells: the number, or why there is none, and its interval.
    String[] cells(Figure figure) {
        return switch (figure) {
            case Figure.Point(double value) -> new String[] {write(value), ""};
            case Figure.Ranged(double value, double low, double high) ->
                    new String[] {write(value), "%s to %s".formatted(write(low), write(high))};
            case Figure.Absent(String reason) -> new String[] {Characters.legal(reason), ""};
        };
    }

    private String number(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        if (isSign()) {
            BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
            BigDecimal all = BigDecimal.valueOf(100);
            if (number > 0 && rounded.signum() == 0) {
                return "<" + least.toPlainString();
            }
            if (number < 100 && rounded.compareTo(all) == 0) {
                return ">" + all.subtract(least).toPlainString();
            }
        }
        return signed(rounded);
    }

    private String signed(BigDecimal number) {
        String digits = number.abs().toPlainString();
        return switch (number.signum()) {
            case -1 -> "\u2212" + digits;
            case 1 -> sign == Sign.ALWAYS ? "+" + digits : digits;
            default -> digits;
        };
    }
}
