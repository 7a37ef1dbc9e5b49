package eyebright.chart;

/// What lies behind the marks of a picture.
public sealed interface Backdrop {

    /// The grid alone.
    record Plain() implements Backdrop {}

    /// A line at zero: no difference.
    record Zero() implements Backdrop {}

    /// A line at zero and a shade over what is too small to matter.
    ///
    /// @param low in the unit of the axis, below `high`
    /// @param high in the unit of the axis
    record TooSmall(double low, double high) implements Backdrop {
        public TooSmall {
            if (!(Math.abs(low) <= Figure.LIMIT && Math.abs(high) <= Figure.LIMIT)) {
                throw new IllegalArgumentException(
                        "low and high must be finite and within %s of zero, not %s and %s"
                                .formatted(Figure.LIMIT, low, high));
            }
            if (low >= high) {
                throw new IllegalArgumentException(
                        "low must be below high, not %s and %s".formatted(low, high));
            }
        }
    }

    /// The grid alone.
    static Backdrop plain() {
        return new Plain();
    }

    /// A line at zero: no difference.
    static Backdrop zero() {
        return new Zero();
    }

    /// A line at zero and a shade from `low` to `high`, called "too small to matter".
    static Backdrop tooSmall(double low, double high) {
        return new TooSmall(low, high);
    }
}
