package eyebright.chart;

/// What lies behind the marks of a picture.
public sealed interface Backdrop {

    /// The grid alone.
    record Plain() implements Backdrop {}

    /// A line at zero: no difference.
    record Zero() implements Backdrop {}

    /// A line at a number that means something, and what it means.
    ///
    /// @param at in the unit of the axis
    /// @param words written above it
    record Reference(double at, String words) implements Backdrop {
        public Reference {
            if (!(Math.abs(at) <= Figure.LIMIT)) {
                throw new IllegalArgumentException(
                        "at must be finite and within %s of zero, not %s"
                                .formatted(Figure.LIMIT, at));
            }
        }
    }

    /// A line at no difference and a shade over what is too small to matter.
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

    /// A line at a number, and what it means.
    static Backdrop reference(double at, String words) {
        return new Reference(at, words);
    }

    /// A line at no difference, which is 0, of ratios 1, and a shade from `low` to `high`, called "too small to matter".
    static Backdrop tooSmall(double low, double high) {
        return new TooSmall(low, high);
    }
}
