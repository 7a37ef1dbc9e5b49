package eyebright.population;

import eyebright.latent.Moments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the answers to one variable spread among those who are asked. What it says holds of the answers as
/// they are observed: what must be drawn for it is solved.
public sealed interface Margin {

    /// A normal number, rounded as the question asks for it and kept inside the limits.
    record Normal(Given<Moments> moments, Limits limits) implements Margin {}

    /// A number with a long tail to the right, such as years: like a gamma distribution from the lower
    /// limit on, rounded as the question asks for it.
    record Skewed(Given<Moments> moments, Limits limits) implements Margin {}

    /// How many: a Poisson count, or a negative binomial one.
    ///
    /// @param exposure an earlier number to which the count is proportional, such as sessions held; where it
    ///   is 0 so is the count
    record Count(Given<Rate> rate, Optional<String> exposure, Limits limits) implements Margin {}

    /// Yes or no: the share of yes, 0 to 1.
    record Yes(Given<Double> share) implements Margin {}

    /// One of the options.
    ///
    /// @param shares by code, 0 to 1, together 1; a code that is not in it is never drawn
    /// @param order codes from the lowest to the highest: effects act on these, and the others are drawn
    ///   apart; empty where the options have no order
    record OneOf(Given<Map<String, Double>> shares, List<String> order) implements Margin {
        public OneOf {
            shares = frozen(shares);
            order = List.copyOf(order);
        }
    }

    /// The mean of a count, and what its variance has beyond a Poisson count's.
    ///
    /// @param mean 0 or more
    /// @param dispersion 0 for Poisson; variance = mean + dispersion · mean² among those who are alike in
    ///   all that the effects and the exposure read
    record Rate(double mean, double dispersion) {
        public Rate {
            if (!(mean >= 0) || !Double.isFinite(mean) || !(dispersion >= 0)) {
                throw new IllegalArgumentException(
                        "mean and dispersion of a count must be 0 or more, not %s and %s"
                                .formatted(mean, dispersion));
            }
        }
    }

    /// The same shares in maps that keep their order and cannot change.
    static Given<Map<String, Double>> frozen(Given<Map<String, Double>> shares) {
        return switch (shares) {
            case Given.Always<Map<String, Double>>(Map<String, Double> value) ->
                    new Given.Always<>(frozen(value));
            case Given.ByLevel<Map<String, Double>>(
                            String variable,
                            Map<String, Map<String, Double>> levels) -> {
                var copies = new LinkedHashMap<String, Map<String, Double>>();
                levels.forEach((level, value) -> copies.put(level, frozen(value)));
                yield new Given.ByLevel<>(variable, copies);
            }
        };
    }

    private static Map<String, Double> frozen(Map<String, Double> shares) {
        shares.forEach(
                (code, share) -> {
                    if (!(share >= 0 && share <= 1)) {
                        throw new IllegalArgumentException(
                                "share of %s must be 0 to 1, not %s".formatted(code, share));
                    }
                });
        return Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
}
