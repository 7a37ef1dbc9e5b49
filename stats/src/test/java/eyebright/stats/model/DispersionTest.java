package eyebright.stats.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The search of a negative binomial regression ends where it does, wherever it starts.
class DispersionTest {

    private static final int STARTS = 40;

    private final SplittableRandom random = new SplittableRandom(8);

    /// A rehearsed study of 25, of whom one alone is in the second group: with that respondent's own mean the errors
    /// cannot be had, which must not hang on rounding.
    @Test
    void groupOfOneIsToldFromEveryStart() {
        ModelInput input =
                input(new double[] {9, 0, 6, 9, 5, 0, 0, 1}, new int[] {0, 0, 0, 0, 0, 0, 0, 1});

        for (int i = 0; i < STARTS; i++) {
            NegativeBinomialRegression fit = fit(input.startingAt(start())).orElseThrow();
            assertThat(fit.theta()).isCloseTo(1 / 1.544184, within(1e-6));
            assertThat(fit.withFewEvents())
                    .isEqualTo(
                            new Fitting.NotFitted<>(
                                    "one respondent alone decides a coefficient, so that the size of"
                                            + " the errors there is unknown"));
        }
    }

    @Test
    void fewCountsHaveOneFitFromEveryStart() {
        int fitted = 0;
        for (int sample = 0; sample < 60; sample++) {
            int n = 4 + random.nextInt(22);
            var counts = new double[n];
            var groups = new int[n];
            for (int i = 0; i < n; i++) {
                groups[i] = i % 3 == 0 ? 1 : 0;
                counts[i] = Math.floor(StrictMath.exp(3 * random.nextDouble()) - 1);
            }
            ModelInput input = input(counts, groups);
            Optional<NegativeBinomialRegression> usual = fit(input);
            for (int i = 0; i < STARTS; i++) {
                Optional<NegativeBinomialRegression> other = fit(input.startingAt(start()));
                assertThat(other.isPresent()).isEqualTo(usual.isPresent());
                if (usual.isPresent()) {
                    assertThat(other.get().logLikelihood())
                            .isCloseTo(usual.get().logLikelihood(), within(1e-10));
                    assertThat(other.get().coefficients().values())
                            .containsExactly(usual.get().coefficients().values(), within(1e-8));
                }
            }
            fitted += usual.isPresent() ? 1 : 0;
        }
        assertThat(fitted).isBetween(20, 60);
    }

    /// Newton's steps of all parameters together find no peak from every start, but never another one.
    @Test
    void likelihoodHasOnePeak() {
        double[] counts = {9, 0, 6, 9, 5, 0, 0, 1, 4, 2, 0, 17};
        ModelInput input = input(counts, new int[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1});
        ModelRows rows = input.rows(ModelRows.Joining.PATTERNS);
        var above = new int[17];
        for (int k = 0; k < above.length; k++) {
            int least = k;
            above[k] = (int) Arrays.stream(counts).filter(count -> count > least).count();
        }
        var surface =
                new DispersedCounts(rows, above, 0, StrictMath.log(1e-8), StrictMath.log(1e8));
        double expected = StrictMath.log(1 / fit(input).orElseThrow().theta());
        int peaks = 0;
        for (int i = 0; i < 200; i++) {
            double[] start = Arrays.copyOf(start(), 3);
            start[2] = 6 * random.nextDouble() - 3;
            if (NewtonAscent.from(start, surface) instanceof NewtonAscent.Peak peak) {
                assertThat(peak.parameters[2]).isCloseTo(expected, within(1e-8));
                peaks++;
            }
        }
        assertThat(peaks).isBetween(20, 200);
    }

    private double[] start() {
        return new double[] {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2};
    }

    /// The regression by either way; none where the counts do not vary more than Poisson's model expects.
    private static Optional<NegativeBinomialRegression> fit(ModelInput input) {
        Optional<NegativeBinomialRegression> plain = NegativeBinomialRegression.plain(input);
        if (plain.isPresent()) {
            return plain;
        }
        return PoissonRegression.of(input) instanceof Fitted<PoissonRegression>(var poisson)
                        && NegativeBinomialRegression.of(poisson)
                                instanceof Fitted<NegativeBinomialRegression>(var model)
                ? Optional.of(model)
                : Optional.empty();
    }

    private static ModelInput input(double[] counts, int[] groups) {
        Fitting<Design> design =
                Design.of(
                        Formula.parse("y ~ group"),
                        List.of(new Predictor.Categorical("group", List.of("a", "b"), groups)));
        return switch (design) {
            case Fitted<Design>(Design made) ->
                    CountInput.of(made, counts, CountInput.same(counts.length));
            case Fitting.NotFitted<Design>(String reason) -> throw new AssertionError(reason);
        };
    }
}
