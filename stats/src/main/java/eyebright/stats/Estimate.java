package eyebright.stats;

import java.util.Optional;

/// What a statistic came to: a number with its interval, or the reason there is none.
///
/// Where other software prints `NaN`, `NA` or `Inf`, an estimate is [NotEstimable] and says why, so
/// that a sentence can be written in both cases.
public sealed interface Estimate {

    /// A number that could be computed.
    ///
    /// @param value the point estimate; finite
    /// @param interval the interval around it; absent for figures that have none, such as a
    ///   bias-adjusted Cramér's V
    /// @param n how many respondents it rests on: 1 or more
    record Known(double value, Optional<Interval> interval, int n) implements Estimate {

        /// @throws IllegalArgumentException if the value is not finite or n is below 1
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite, not " + value);
            }
            if (n < 1) {
                throw new IllegalArgumentException("n must be 1 or more, not " + n);
            }
        }

        /// A number with its interval.
        public static Known of(double value, Interval interval, int n) {
            return new Known(value, Optional.of(interval), n);
        }

        /// A number that has no interval.
        public static Known bare(double value, int n) {
            return new Known(value, Optional.empty(), n);
        }
    }

    /// No number, and why.
    ///
    /// @param reason a clause for the article, such as `all 12 values are equal`; not blank
    record NotEstimable(String reason) implements Estimate {

        /// @throws IllegalArgumentException if the reason is blank
        public NotEstimable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason must be a clause, not blank");
            }
        }
    }
}
