package eyebright.analysis;

import eyebright.replication.OnScale;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.replication.NormalEstimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// An estimate held against the bounds of a rule where its analysis tests none but that of no effect. The error is
/// taken from what the analysis brings.
///
/// ```
/// WALD_SLOPE, WALD_RATIO  value / statistic of the Wald test; ratios as logarithms
/// CORRELATION             half of the interval of a correlation on Fisher's z
/// INTERVAL                half of the interval that faces the bound, so that test and interval agree
/// ```
///
/// @param estimate its name, such as `odds_ratio[age]`
/// @param plain the name of the test of no effect
/// @param scale where the error is from
record BoundTests(String estimate, String plain, Scale scale) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    enum Scale {
        WALD_SLOPE,
        WALD_RATIO,
        CORRELATION,
        INTERVAL
    }

    /// A test of a bound that follows from an outcome.
    ///
    /// @param name of the test
    /// @param test its p; empty where it cannot be had
    record Named(String name, Function<Outcome, OptionalDouble> test) {

        /// The test, unless the outcome brings one of that name.
        Optional<TestResult> of(Outcome outcome) {
            if (outcome.tests().stream().anyMatch(each -> each.name().equals(name))) {
                return Optional.empty();
            }
            OptionalDouble p = test.apply(outcome);
            return p.isPresent()
                    ? Optional.of(TestResult.exact(name, p.getAsDouble()))
                    : Optional.empty();
        }
    }

    /// The two-sided test of one bound.
    Named of(String name, double bound) {
        return named(name, one -> twoSided(one.above(bound)));
    }

    /// The one-sided test that the estimate lies below a bound.
    Named below(String name, double bound) {
        return named(name, one -> one.below(bound));
    }

    /// The larger p of the two one-sided tests that it lies between two bounds.
    Named between(String name, double low, double high) {
        return named(name, one -> Math.max(one.above(low), one.below(high)));
    }

    /// The same in both directions, as a size is tested.
    Named inside(String name, double low, double high) {
        return named(name, one -> Math.min(1, 2 * Math.max(one.above(low), one.below(high))));
    }

    /// The two-sided p that it lies outside of two bounds; 1 where it does not, or cannot be had.
    ToDoubleFunction<Finding> outside(double low, double high) {
        return finding -> {
            Optional<Held> held =
                    finding.estimate(estimate) instanceof Known known
                            ? held(known, finding.test(plain).map(Tested::result))
                            : Optional.empty();
            if (held.isEmpty()) {
                return 1;
            }
            double value = Part.value(finding, estimate, low);
            if (value > high) {
                return twoSided(held.get().above(high));
            }
            return value < low ? twoSided(held.get().below(low)) : 1;
        };
    }

    /// The p of a two-sided test from that of either side.
    static double twoSided(double p) {
        return Math.min(1, 2 * Math.min(p, 1 - p));
    }

    private Named named(String name, ToDoubleFunction<Held> p) {
        return new Named(
                name,
                outcome -> {
                    Optional<Held> held =
                            known(outcome)
                                    .flatMap(
                                            known ->
                                                    held(
                                                            known,
                                                            outcome.tests().stream()
                                                                    .filter(
                                                                            each ->
                                                                                    each.name()
                                                                                            .equals(
                                                                                                    plain))
                                                                    .findFirst()));
                    return held.isPresent()
                            ? OptionalDouble.of(p.applyAsDouble(held.get()))
                            : OptionalDouble.empty();
                });
    }

    private Optional<Known> known(Outcome outcome) {
        for (NamedEstimate each : outcome.estimates()) {
            if (each.name().equals(estimate) && each.estimate() instanceof Known known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /// An estimate that can be held against a bound in its own unit: the one-sided p values.
    private interface Held {
        double above(double bound);

        double below(double bound);
    }

    private Optional<Held> held(Known known, Optional<TestResult> test) {
        return switch (scale) {
            case WALD_SLOPE -> test.flatMap(each -> wald(known.value(), each, known.n()));
            case WALD_RATIO ->
                    test.flatMap(each -> wald(Math.log(known.value()), each, known.n()))
                            .map(BoundTests::ofRatio);
            case CORRELATION -> OnScale.FISHER_Z.estimate(known).map(BoundTests::ofCorrelation);
            case INTERVAL -> known.interval().map(interval -> ofInterval(known.value(), interval));
        };
    }

    private static Optional<Held> wald(double value, TestResult test, int n) {
        double error = Math.abs(value / test.statistic().orElse(0));
        if (!(error > 0 && Double.isFinite(error))) {
            return Optional.empty();
        }
        List<Double> df = test.df();
        return Optional.of(
                of(
                        df.isEmpty()
                                ? Effect.withNormal(value, error, n)
                                : Effect.withT(value, error, df.getFirst(), n)));
    }

    private static Held of(Effect effect) {
        return new Held() {
            @Override
            public double above(double bound) {
                return effect.against(bound, Effect.Side.ABOVE).p();
            }

            @Override
            public double below(double bound) {
                return effect.against(bound, Effect.Side.BELOW).p();
            }
        };
    }

    private static Held ofRatio(Held logarithm) {
        return new Held() {
            @Override
            public double above(double bound) {
                return logarithm.above(Math.log(bound));
            }

            @Override
            public double below(double bound) {
                return logarithm.below(Math.log(bound));
            }
        };
    }

    private static Held ofCorrelation(NormalEstimate z) {
        return new Held() {
            @Override
            public double above(double bound) {
                return NORMAL.survivalProbability(away(bound));
            }

            @Override
            public double below(double bound) {
                return NORMAL.survivalProbability(-away(bound));
            }

            private double away(double bound) {
                return (z.value() - OnScale.FISHER_Z.of(Math.clamp(bound, -1, 1))) / z.error();
            }
        };
    }

    private static Held ofInterval(double value, Interval interval) {
        double z = Quantiles.normal(interval.level());
        return new Held() {
            @Override
            public double above(double bound) {
                return NORMAL.survivalProbability(away(bound));
            }

            @Override
            public double below(double bound) {
                return NORMAL.survivalProbability(-away(bound));
            }

            private double away(double bound) {
                double half = bound < value ? value - interval.low() : interval.high() - value;
                double distance = value - bound;
                return distance == 0 ? 0 : z * distance / half;
            }
        };
    }
}
