package eyebright.population;

/// Which deviations answers can have whose mean is known, on points that lie a step apart.
///
/// With a mean m on points from a to b the variance is largest where everybody gives one of the two ends,
/// (m - a)·(b - m) (Bhatia & Davis 2000), and smallest where everybody gives one of the two points beside
/// the mean, f·(1 - f)·step², f being the part of a step that the mean lies above the lower one. What a
/// rounded normal number can have lies between: the smallest as its own deviation goes to nothing, the
/// largest as it grows beyond bounds.
///
/// @param lowest the deviation that no answers fall below
/// @param highest the deviation that no answers exceed
record Deviations(double lowest, double highest) {

    /// @param mean from `from` to `to`
    /// @param step above 0
    static Deviations of(double mean, double from, double to, double step) {
        double steps = (mean - from) / step;
        // A mean such as 7.8 is no sum of tenths to the last bit.
        double part = steps - StrictMath.floor(steps + 1e-9);
        double lowest = part < 1e-9 ? 0 : step * StrictMath.sqrt(part * (1 - part));
        return new Deviations(lowest, StrictMath.sqrt((mean - from) * (to - mean)));
    }

    /// Whether a deviation lies between them, ends excluded: at an end nothing is left that is like a
    /// normal number.
    boolean contains(double deviation) {
        return deviation > lowest && deviation < highest;
    }

    /// Whether any deviation at all lies between them.
    boolean isEmpty() {
        return lowest >= highest;
    }

    /// The nearest deviation that lies between them, on two digits after the point, or more where two are
    /// too few.
    double nearest(double deviation) {
        for (double grain = 100; grain < 1e9; grain *= 10) {
            double up = (StrictMath.floor(lowest * grain + 1e-9) + 1) / grain;
            double down = (StrictMath.ceil(highest * grain - 1e-9) - 1) / grain;
            if (up <= down) {
                return StrictMath.min(StrictMath.max(deviation, up), down);
            }
        }
        return (lowest + highest) / 2;
    }
}
