package eyebright.stats.posterior;

import eyebright.stats.matrix.Exponential;
import eyebright.stats.resampling.KeyedStream;

/// What may happen to one respondent, whose chance follows from her linear predictor η and the shape of the regression.
public sealed interface Event {

    /// Its chance: 0 to 1.
    ///
    /// @param eta the linear predictor
    /// @param shape the precision of [TimesOfTrials], the power of time of [FirstByTime]: above 0; else it does not matter
    double chance(double eta, double shape);

    /// The same event of somebody of whose own past nothing is known.
    default Event ofSomebody() {
        return this;
    }

    /// A yes: `1 / (1 + e^-η)`.
    record Yes() implements Event {

        @Override
        public double chance(double eta, double shape) {
            double small = Exponential.of(-Math.abs(eta));
            return (eta > 0 ? 1 : small) / (1 + small);
        }
    }

    /// At least once in the next trials, for somebody with so many times in so many trials behind her.
    ///
    /// Her own record moves her Beta distribution as the next trials will meet it:
    /// `1 - (b + trials - times)_next / (φ + trials)_next` with `b = (1 - μ) φ`.
    ///
    /// @param next how many trials lie ahead: 0 or more
    /// @param times how often it happened to her: 0 to `trials`
    /// @param trials in how many
    record AnyOf(int next, int times, int trials) implements Event {

        private static final double LEAST = 1e-300;

        /// @throws IllegalArgumentException if a number is out of range
        public AnyOf {
            if (next < 0 || times < 0 || times > trials) {
                throw new IllegalArgumentException(
                        "next must be 0 or more and times from 0 to trials, not %d, %d of %d"
                                .formatted(next, times, trials));
            }
        }

        /// For somebody of whose past nothing is known.
        public static AnyOf next(int trials) {
            return new AnyOf(trials, 0, 0);
        }

        @Override
        public Event ofSomebody() {
            return next(next);
        }

        @Override
        public double chance(double eta, double shape) {
            double against = Math.max(LEAST, against(eta, shape));
            double none =
                    RisingFactorial.log(against, next) - RisingFactorial.log(shape + trials, next);
            return Math.clamp(-StrictMath.expm1(none), 0, 1);
        }

        /// The second parameter of her Beta distribution.
        private double against(double eta, double shape) {
            return shape * new Yes().chance(-eta, shape) + (trials - times);
        }

        /// Her own chance, drawn: a share of trials from her Beta distribution, and what it makes of the next.
        double draw(double eta, double shape, KeyedStream stream) {
            double yes = gamma(shape * new Yes().chance(eta, shape) + times, stream);
            double no = gamma(against(eta, shape), stream);
            double share = yes + no > 0 ? yes / (yes + no) : new Yes().chance(eta, shape);
            return -StrictMath.expm1(next * StrictMath.log1p(-share));
        }

        /// A draw of the gamma distribution (Marsaglia & Tsang 2000, ACM Transactions on Mathematical Software 26, 363-372).
        private static double gamma(double shape, KeyedStream stream) {
            if (shape < 1) {
                double uniform = 1 - stream.nextDouble();
                return gamma(shape + 1, stream)
                        * StrictMath.exp(StrictMath.log(uniform) / Math.max(LEAST, shape));
            }
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double normal = stream.nextGaussian();
                double root = 1 + c * normal;
                if (root > 0) {
                    double cube = root * root * root;
                    double log = StrictMath.log(1 - stream.nextDouble());
                    if (log < normal * normal / 2 + d * (1 - cube + StrictMath.log(cube))) {
                        return d * cube;
                    }
                }
            }
        }
    }

    /// The first time within so much more time, for somebody to whom it has not happened yet:
    /// `(F(from + more) - F(from)) / (1 - F(from))`.
    ///
    /// @param from how much time lies behind: 0 or more, in the unit of [FirstByTime]
    /// @param more how much lies ahead: 0 or more
    record Within(double from, double more) implements Event {

        /// @throws IllegalArgumentException if a number is out of range
        public Within {
            if (!(from >= 0) || !(more >= 0) || !Double.isFinite(from + more)) {
                throw new IllegalArgumentException(
                        "from and more must be 0 or more and finite, not %s and %s"
                                .formatted(from, more));
            }
        }

        @Override
        public double chance(double eta, double shape) {
            double risen = hazard(from + more, eta, shape) - hazard(from, eta, shape);
            // Two hazards without end leave nothing to happen in between but for certain.
            return Double.isNaN(risen) ? 1 : Math.clamp(-StrictMath.expm1(-risen), 0, 1);
        }

        private static double hazard(double time, double eta, double shape) {
            return time > 0 ? Exponential.of(eta + shape * StrictMath.log(time)) : 0;
        }
    }
}
