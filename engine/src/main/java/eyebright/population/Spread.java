package eyebright.population;

import java.util.LinkedHashMap;
import java.util.Map;

/// How the answers to one variable spread over rehearsed respondents.
public sealed interface Spread {

    /// Shares of options, by code, 0 to 1.
    ///
    /// Of a one-of question they sum to 1, for one option is drawn. Of a several-of question each holds by
    /// itself among those who answer; an option that stands alone is drawn first. Shares that sum to less
    /// than 1 leave some who name nothing, and these skip the question.
    record Shares(Map<String, Double> shares) implements Spread {
        public Shares {
            shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
            shares.forEach(
                    (code, share) -> {
                        if (!(share >= 0 && share <= 1)) {
                            throw new IllegalArgumentException(
                                    "share of %s must be 0 to 1, not %s".formatted(code, share));
                        }
                    });
        }
    }

    /// A normal distribution, cut at the limits of the question and rounded to its decimals.
    ///
    /// @param mean before the cut
    /// @param deviation the standard deviation before the cut, above 0
    record Normal(double mean, double deviation) implements Spread {
        public Normal {
            if (!(deviation > 0) || !Double.isFinite(mean) || !Double.isFinite(deviation)) {
                throw new IllegalArgumentException(
                        "normal must have a mean and a deviation above 0, not %s and %s"
                                .formatted(mean, deviation));
            }
        }
    }

    /// A Poisson distribution, cut at the limits of the question.
    ///
    /// @param mean before the cut: 0 or more
    record Poisson(double mean) implements Spread {
        public Poisson {
            if (!(mean >= 0) || !Double.isFinite(mean)) {
                throw new IllegalArgumentException(
                        "mean of poisson must be 0 or more, not " + mean);
            }
        }
    }

    /// What is not declared.
    ///
    /// One-of: every option equally likely. Several-of: an option that stands alone as likely as in a
    /// one-of, the others each by a coin, at least one of them. Ratings and numbers: every point, or step of the last decimal,
    /// equally likely. Counts: every number of the lower tenth of the range, because long ranges leave
    /// room for the few. One in N: N even on a logarithmic scale. Words: none.
    record Even() implements Spread {}
}
