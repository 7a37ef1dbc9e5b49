package eyebright.chart;

/// A number to be drawn, with its interval or band, or the reason why there is none.
///
/// Shares and their differences are given in percent and points: 71 for 71 %, not 0.71.
public sealed interface Figure {

    /// Numbers further from zero than this are refused: no axis could name them.
    double LIMIT = 1e12;

    /// A number by itself.
    record Point(double value) implements Figure {
        public Point {
            checked("value", value);
        }
    }

    /// A number and the interval around it; the interval of a published figure is its band, where a
    /// repeat should land.
    ///
    /// @param value in the unit of the axis; it need not lie inside the interval
    /// @param low lower end, at most `high`
    /// @param high upper end
    record Ranged(double value, double low, double high) implements Figure {
        public Ranged {
            checked("value", value);
            checked("low", low);
            checked("high", high);
            if (low > high) {
                throw new IllegalArgumentException(
                        "low must be at most high, not %s to %s".formatted(low, high));
            }
        }
    }

    /// No number.
    ///
    /// @param reason printed where the number would stand, such as "fewer than 10 answered"; empty
    ///   where nothing is to be said, as for a claim that nobody has published a figure on
    record Absent(String reason) implements Figure {}

    /// A number by itself.
    static Figure of(double value) {
        return new Point(value);
    }

    /// A number and its interval or band.
    static Figure of(double value, double low, double high) {
        return new Ranged(value, low, high);
    }

    /// No number, and why.
    static Figure absent(String reason) {
        return new Absent(reason);
    }

    /// No number, and nothing to say about it.
    static Figure none() {
        return new Absent("");
    }

    /// Whether there is neither a number nor anything to say.
    default boolean isNothing() {
        return this instanceof Absent(String reason) && reason.isBlank();
    }

    /// The number, after a check that an axis can show it.
    private static void checked(String name, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("%s must be finite, not %s".formatted(name, number));
        }
        if (Math.abs(number) > LIMIT) {
            throw new IllegalArgumentException(
                    "%s must lie within %s of zero, not %s".formatted(name, LIMIT, number));
        }
    }
}
