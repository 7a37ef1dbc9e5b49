package eyebright.stats.bayes;

import java.util.OptionalDouble;

/// How many times as likely the data are if there is an effect (1) as if there is none (0), or why that
/// cannot be said.
///
/// The factor is kept as its natural logarithm, which is finite however strong the evidence. It is shown
/// beside a verdict and never makes one.
///
/// Sources: Jeffreys (1961), Theory of Probability; Kass & Raftery (1995)
/// <https://doi.org/10.1080/01621459.1995.10476572>.
public sealed interface BayesFactor {

    /// A factor that could be computed.
    ///
    /// @param logBf10 the natural logarithm of the factor for an effect: above 0 speaks for one; finite
    /// @param n how many respondents it rests on: 1 or more
    record Known(double logBf10, int n) implements BayesFactor {

        /// @throws IllegalArgumentException if the logarithm is not finite or n is below 1
        public Known {
            if (!Double.isFinite(logBf10)) {
                throw new IllegalArgumentException("logBf10 must be finite, not " + logBf10);
            }
            if (n < 1) {
                throw new IllegalArgumentException("n must be 1 or more, not " + n);
            }
        }

        /// The factor for an effect; absent where it is too large or too small for a double.
        public OptionalDouble bf10() {
            return representable(logBf10);
        }

        /// The factor against an effect; absent where it is too large or too small for a double.
        public OptionalDouble bf01() {
            return representable(-logBf10);
        }

        private static OptionalDouble representable(double log) {
            double factor = Math.exp(log);
            return factor >= Double.MIN_NORMAL && Double.isFinite(factor)
                    ? OptionalDouble.of(factor)
                    : OptionalDouble.empty();
        }
    }

    /// No factor, and why.
    ///
    /// @param reason a clause for the article; not blank
    record NotEstimable(String reason) implements BayesFactor {

        /// @throws IllegalArgumentException if the reason is blank
        public NotEstimable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason must be a clause, not blank");
            }
        }
    }
}
