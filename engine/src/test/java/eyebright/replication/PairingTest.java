package eyebright.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.replication.NormalEstimate;
import eyebright.stats.replication.Replication;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingTest {

    private static final Pairing PAIRING = new Pairing("ever", Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "459, AS_PUBLISHED",
        "492, AS_PUBLISHED",
        "524, AS_PUBLISHED",
        "458, SMALLER",
        "525, LARGER",
        "0, SMALLER",
        "684, LARGER"
    })
    void shareOf492In684IsExpectedFrom459To524(int ours, Agreement agreement) {
        Comparison comparison = PAIRING.counts(492, 684, ours, 684);

        assertThat(comparison.agreement()).isEqualTo(agreement);
        assertThat(figure(comparison, "predicted_count"))
                .isInstanceOfSatisfying(
                        Known.class,
                        known -> {
                            assertThat(known.interval().orElseThrow().low()).isEqualTo(459);
                            assertThat(known.interval().orElseThrow().high()).isEqualTo(524);
                        });
        assertThat(comparison.why()).startsWith(ours + " of 684 lies ").endsWith("459 to 524");
    }

    @Test
    void shareThatNobodyGaveHasNoLogOdds() {
        Comparison comparison = PAIRING.counts(5, 50, 0, 50);

        assertThat(figure(comparison, "combined")).isInstanceOf(NotEstimable.class);
        assertThat(figure(comparison, "sceptical")).isInstanceOf(NotEstimable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.28, AS_PUBLISHED",
        "0.3, 0.60, LARGER",
        "0.3, 0.02, SMALLER",
        "0.3, -0.05, SMALLER",
        "0.3, -0.30, OPPOSITE",
        "-0.3, -0.28, AS_PUBLISHED",
        "-0.3, -0.60, LARGER",
        "-0.3, 0.02, SMALLER",
        "-0.3, 0.30, OPPOSITE"
    })
    void correlationIsHeldAgainstItsPredictionInTheDirectionOfTheOriginal(
            double original, double ours, Agreement agreement) {
        var pair =
                new Replication(
                        NormalEstimate.ofCorrelation(original, 400),
                        NormalEstimate.ofCorrelation(ours, 400));

        Comparison comparison = PAIRING.normal(pair, OnScale.FISHER_Z, 400, OptionalDouble.empty());

        assertThat(comparison.agreement()).isEqualTo(agreement);
        assertThat(((Known) figure(comparison, "prediction")).value())
                .isCloseTo(ours, within(1e-12));
    }

    @Test
    void everyFigureOfTwoEstimatesIsThere() {
        var pair = new Replication(new NormalEstimate(0.4, 0.15), new NormalEstimate(0.25, 0.1));

        Comparison comparison = PAIRING.normal(pair, OnScale.AS_IS, 100, OptionalDouble.of(0.5));

        assertThat(comparison.figures())
                .extracting(ReplicationFigure::name)
                .containsExactly(
                        "same_sign",
                        "prediction",
                        "heterogeneity",
                        "small_telescopes",
                        "telescopes_power",
                        "log_bayes_factor",
                        "combined",
                        "sceptical",
                        "equivalence");
        // Inverse variances 44.444 and 100; Q = 0.15² / 0.0325.
        assertThat(((Known) figure(comparison, "combined")).value())
                .isCloseTo((0.4 / 0.0225 + 25) / (1 / 0.0225 + 100), within(1e-12));
        assertThat(((Known) figure(comparison, "heterogeneity")).value())
                .isCloseTo(0.0225 / 0.0325, within(1e-12));
        // R 4.2.2: pnorm((0.5 - 0.15) / sqrt(0.0325), lower.tail = FALSE)
        assertThat(p(comparison, "equivalence")).isCloseTo(0.026101817671, within(1e-12));
    }

    @Test
    void withoutAMarginBothAreNotCalledEqual() {
        var pair = new Replication(new NormalEstimate(0.4, 0.15), new NormalEstimate(0.25, 0.1));

        assertThat(
                        figure(
                                PAIRING.normal(pair, OnScale.AS_IS, 100, OptionalDouble.empty()),
                                "equivalence"))
                .isInstanceOf(NotEstimable.class);
    }

    private static eyebright.stats.Estimate figure(Comparison comparison, String name) {
        return comparison.figures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    private static double p(Comparison comparison, String name) {
        return comparison.figures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .p()
                .orElseThrow();
    }
}
