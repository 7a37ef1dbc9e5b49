package eyebright.stats.reliability;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OmegaTotalTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "N", "O"})
    void scalesOfBfiAgreeWithR(String factor) {
        var scale = Scales.bfi(factor);
        var omega = OmegaTotal.of(scale.names(), 0.95, scale.answers());

        ExpectedValues.in("more/reliability.csv", "bfi omega " + factor)
                .areMetBy(
                        Map.of(
                                "omega",
                                known(omega).value(),
                                "low",
                                interval(omega).low(),
                                "high",
                                interval(omega).high()));
    }

    @Test
    void equalLoadingsAndVariancesMakeOmegaAlpha() {
        double[][] answers = answers(400, 0.7, 0.7, 0.7, 0.7);
        // Of three items omega is near alpha when they load alike, and above it when they do not.
        double omega = omega(answers);
        var names = List.of("1", "2", "3", "4");
        double alpha =
                known(CronbachAlpha.of(ItemCovariances.of(names, answers), 0.95).alpha()).value();

        assertThat(omega).isCloseTo(alpha, within(0.005));
    }

    @Test
    void unitAndOriginDoNotMatter() {
        var scale = Scales.bfi("N").part(0, 300);
        var one = interval(OmegaTotal.of(scale.names(), 0.95, scale.answers()));
        for (double[] move : new double[][] {{1, 1e9}, {1e100, 0}, {1e-100, 0}, {-3, 4}}) {
            var moved = scale.moved(move[0], move[1]);
            var other = interval(OmegaTotal.of(scale.names(), 0.95, moved.answers()));

            assertThat(other.low()).isCloseTo(one.low(), within(1e-7));
            assertThat(other.high()).isCloseTo(one.high(), within(1e-7));
        }
    }

    @Test
    void omegaOfAKnownModelIsInsideItsInterval() {
        int inside = 0;
        for (int i = 0; i < 100; i++) {
            var random = KeyedStream.of("tests", "omega", i);
            var answers = new double[4][200];
            for (int row = 0; row < 200; row++) {
                double factor = random.nextGaussian();
                for (int item = 0; item < 4; item++) {
                    answers[item][row] = factor + (1 + item % 2) * random.nextGaussian();
                }
            }
            var omega = OmegaTotal.of(List.of("1", "2", "3", "4"), 0.9, answers);
            // 16 / (16 + 1 + 4 + 1 + 4)
            inside += interval(omega).contains(16.0 / 26) ? 1 : 0;
        }

        assertThat(inside).isBetween(80, 98);
    }

    @Test
    void lowerLimitDecidesWhetherAScaleIsReliableEnough() {
        var scale = Scales.bfi("A");
        var omega = OmegaTotal.of(scale.names(), 0.95, scale.answers());

        assertThat(known(omega).value()).isGreaterThan(0.7);
        assertThat(OmegaTotal.isAtLeast(omega, 0.7)).isFalse();
        assertThat(OmegaTotal.isAtLeast(omega, 0.69)).isTrue();
        assertThat(OmegaTotal.isAtLeast(new NotEstimable("too few"), 0.1)).isFalse();
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        double[] a = {1, 2, 3, 4, 2, 5, 3};
        double[] b = {2, 2, 3, 5, 1, 4, 4};
        double[] c = {2, 1, 4, 4, 2, 3, 5};
        reason("omega needs 3 items or more, not 2", a, b);
        reason("all answers to 3 are equal", a, b, new double[7]);
        reason(
                "3 respondents are too few for 3 items",
                new double[3],
                new double[3],
                new double[3]);
        reason("no single factor fits the items with an error in each", a, a, b);
        reason("the answers are too large to be squared", scaled(a, 1e300), b, c);
    }

    @Test
    void smallSamplesHaveANumberOrAReason() {
        int known = 0;
        for (int i = 0; i < 60; i++) {
            var omega = OmegaTotal.of(List.of("1", "2", "3"), 0.95, answers(6 + i, 0.8, 0.5, 0.6));
            known += omega instanceof NotEstimable ? 0 : 1;
        }

        assertThat(known).isBetween(30, 60);
    }

    private static double omega(double[]... answers) {
        return known(OmegaTotal.value(ItemCovariances.of(names(answers.length), answers))).value();
    }

    private static List<String> names(int count) {
        return List.of("1", "2", "3", "4").subList(0, count);
    }

    private static double[][] answers(int n, double... loadings) {
        var random = KeyedStream.of("tests", "one factor", n);
        var answers = new double[loadings.length][n];
        for (int row = 0; row < n; row++) {
            double factor = random.nextGaussian();
            for (int item = 0; item < loadings.length; item++) {
                double l = loadings[item];
                answers[item][row] = l * factor + Math.sqrt(1 - l * l) * random.nextGaussian();
            }
        }
        return answers;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(x -> factor * x).toArray();
    }

    private static void reason(String reason, double[]... answers) {
        assertThat(OmegaTotal.of(names(answers.length), 0.95, answers))
                .isEqualTo(new NotEstimable(reason));
    }
}
