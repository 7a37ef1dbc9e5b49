package eyebright.chart;

/// What the horizontal axis of a picture covers.
public sealed interface Axis {

    /// What its numbers count.
    Unit unit();

    /// Shares from 0 to 100 %.
    record Shares() implements Axis {
        @Override
        public Unit unit() {
            return Unit.percent();
        }
    }

    /// From zero to a round number above everything drawn. Nothing drawn may lie below zero.
    record FromZero(Unit unit) implements Axis {}

    /// Between round numbers around everything drawn.
    record Covering(Unit unit) implements Axis {}

    /// Ratios around 1, on a logarithmic scale: half is as far from 1 as twice. Everything drawn must lie above
    /// zero.
    record Ratios(Unit unit) implements Axis {}

    /// Between two numbers, such as the ends of a rating. Nothing drawn may lie outside.
    record Between(double low, double high, Unit unit) implements Axis {
        public Between {
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

    /// Shares from 0 to 100 %.
    static Axis shares() {
        return new Shares();
    }

    /// From zero to a round number above everything drawn.
    static Axis fromZero(Unit unit) {
        return new FromZero(unit);
    }

    /// Between round numbers around everything drawn.
    static Axis covering(Unit unit) {
        return new Covering(unit);
    }

    /// Ratios around 1, on a logarithmic scale.
    static Axis ratios(Unit unit) {
        return new Ratios(unit);
    }

    /// The number at which nothing differs: 1 of ratios, otherwise 0.
    default double nothing() {
        return this instanceof Ratios ? 1 : 0;
    }

    /// Between two numbers, both shown.
    static Axis between(double low, double high, Unit unit) {
        return new Between(low, high, unit);
    }
}
