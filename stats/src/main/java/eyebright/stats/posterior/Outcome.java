package eyebright.stats.posterior;

/// What respondents answered, of one of the three kinds whose chance can be foretold.
///
/// Every kind has a linear predictor `η = intercept + Σ coefficient x predictor`; two have a shape as one more
/// parameter, the last. Respondents whose answer is missing are left out before.
public abstract sealed class Outcome permits YesOrNo, TimesOfTrials, FirstByTime {

    Outcome() {}

    /// How many respondents: 0 or more.
    public abstract int n();

    /// Whether there is one more parameter beside the coefficients.
    public abstract boolean hasShape();

    /// What is foretold of a respondent where models are compared: what could have happened to him.
    abstract Event event(int row);

    /// Whether that happened.
    abstract boolean happened(int row);

    /// Whether the answer tells anything.
    boolean tells(int row) {
        return row < n();
    }

    /// The answers of some respondents.
    abstract Outcome rows(int[] rows);

    /// The log-likelihood of a block of respondents, but for what [#shared] has.
    abstract double logLikelihood(double shape, int from, double[] eta, int size);

    /// The same with its derivatives.
    abstract void slopes(double shape, int from, int size, Slopes block);

    /// What does not depend on the predictors, with its derivatives by the shape.
    Shared shared(double shape) {
        return Shared.NOTHING;
    }

    /// The part of the log-likelihood that is the same whatever the predictors.
    record Shared(double value, double slope, double curvature) {
        static final Shared NOTHING = new Shared(0, 0, 0);
    }

    /// The derivatives of a block of respondents; filled by the outcome, read by [LogDensity].
    static final class Slopes {

        static final int SIZE = 1024;

        final double[] eta = new double[SIZE];

        /// By η, by η twice, and by η and the shape.
        final double[] first = new double[SIZE];

        final double[] second = new double[SIZE];
        final double[] crossed = new double[SIZE];

        double value;
        double byShape;
        double byShapeTwice;

        void clear() {
            value = 0;
            byShape = 0;
            byShapeTwice = 0;
        }
    }

    static double[] checked(double[] values, String name) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "%s must be finite, not %s".formatted(name, value));
            }
        }
        return values.clone();
    }

    static void requireEvents(double[] events) {
        for (double event : events) {
            if (event != 0 && event != 1) {
                throw new IllegalArgumentException("events must be 0 or 1, not " + event);
            }
        }
    }
}
