package eyebright.stats.correlation;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.table.ContingencyTable;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolychoricTest {

    @Test
    void sixOptionsAgreeWithPolycor() {
        var rho =
                Polychoric.of(
                        CsvTable.read("data/bfi.csv").complete("A2", "A3").cross("A2", "A3"), 0.95);

        ExpectedValues.of("bfi A2, A3 polychoric").areMetBy(Map.of("rho", known(rho).value()));
    }

    @Test
    void smallTablesAgreeWithTheirEquationsToTenDigits() {
        agrees("2 x 2: 40 10, 15 35", new int[] {40, 10}, new int[] {15, 35});
        agrees(
                "3 x 3: 20 8 1, 9 15 6, 0 7 18",
                new int[] {20, 8, 1},
                new int[] {9, 15, 6},
                new int[] {0, 7, 18});
        agrees(
                "3 x 2: 12 30, 20 22, 31 9",
                new int[] {12, 30},
                new int[] {20, 22},
                new int[] {31, 9});
    }

    private static void agrees(String name, int[]... counts) {
        var rho = Polychoric.of(ContingencyTable.of(counts), 0.95);
        ExpectedValues.in("more/polychoric.csv", name)
                .areMetBy(
                        Map.of(
                                "rho", known(rho).value(),
                                "low", interval(rho).low(),
                                "high", interval(rho).high()));
    }

    /// Cut at their medians, normal variables are in the same half with probability 1/2 + asin(rho)/π.
    @Test
    void medianSplitsGiveTheSineOfTheirAgreement() {
        var rho =
                known(
                        Polychoric.of(
                                ContingencyTable.of(new int[] {30, 20}, new int[] {20, 30}), 0.95));

        assertThat(rho.value()).isCloseTo(Math.sin(Math.PI * 0.1), within(1e-13));
    }

    @Test
    void orthantProbabilityIsThatOfTheArcSine() {
        for (double rho = -0.999; rho < 1; rho += 0.0999) {
            assertThat(new JointNormal(rho).cumulative(0, 0))
                    .isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), within(1e-15));
        }
    }

    @Test
    void derivativesAreThoseOfTheDistribution() {
        double h = 1e-5;
        for (double rho : List.of(-0.9, -0.3, 0.0, 0.5, 0.97)) {
            var joint = new JointNormal(rho);
            double a = 0.4;
            double b = -0.7;
            assertThat(joint.density(a, b))
                    .isCloseTo(
                            (new JointNormal(rho + h).cumulative(a, b)
                                            - new JointNormal(rho - h).cumulative(a, b))
                                    / (2 * h),
                            within(1e-6));
            assertThat(joint.densityByRho(a, b))
                    .isCloseTo(
                            (new JointNormal(rho + h).density(a, b)
                                            - new JointNormal(rho - h).density(a, b))
                                    / (2 * h),
                            within(1e-5));
            assertThat(joint.densityByFirst(a, b))
                    .isCloseTo(
                            (joint.density(a + h, b) - joint.density(a - h, b)) / (2 * h),
                            within(1e-6));
            assertThat(joint.cumulativeByFirst(a, b))
                    .isCloseTo(
                            (joint.cumulative(a + h, b) - joint.cumulative(a - h, b)) / (2 * h),
                            within(1e-7));
        }
    }

    @Test
    void turningTheTableChangesNothingAndReversingAnAnswerTheSign() {
        var random = new SplittableRandom(6);
        for (int round = 0; round < 5; round++) {
            int[] first = random.ints(3, 1, 30).toArray();
            int[] second = random.ints(3, 1, 30).toArray();
            var table = ContingencyTable.of(first, second);
            var turned =
                    ContingencyTable.of(
                            new int[] {first[0], second[0]},
                            new int[] {first[1], second[1]},
                            new int[] {first[2], second[2]});
            var reversed = ContingencyTable.of(second, first);
            var rho = Polychoric.of(table, 0.95);
            assertThat(value(turned)).isCloseTo(known(rho).value(), within(1e-12));
            assertThat(value(reversed)).isCloseTo(-known(rho).value(), within(1e-12));
            assertThat(interval(Polychoric.of(reversed, 0.95)).low())
                    .isCloseTo(-interval(rho).high(), within(1e-10));
        }
    }

    private static double value(ContingencyTable table) {
        return known(Polychoric.of(table, 0.95)).value();
    }

    @Test
    void emptyCategoriesDoNotMatter() {
        var gaps =
                ContingencyTable.of(
                        new int[] {0, 9, 5, 0}, new int[] {0, 0, 0, 0}, new int[] {0, 4, 11, 0});
        var filled = ContingencyTable.of(new int[] {9, 5}, new int[] {4, 11});

        assertThat(Polychoric.of(gaps, 0.9)).isEqualTo(Polychoric.of(filled, 0.9));
    }

    @Test
    void independentAnswersHaveACorrelationOfZero() {
        var rho = Polychoric.of(ContingencyTable.of(new int[] {20, 40}, new int[] {10, 20}), 0.95);

        assertThat(known(rho).value()).isCloseTo(0, within(1e-14));
        assertThat(interval(rho).contains(0)).isTrue();
    }

    @Test
    void perfectAnswersOneCategoryAndNobodyHaveAReason() {
        assertThat(reason(new int[] {20, 0}, new int[] {0, 30}))
                .startsWith("the answers go together");
        assertThat(reason(new int[] {20, 0}, new int[] {5, 30}))
                .startsWith("the answers go together");
        assertThat(reason(new int[] {0, 7}, new int[] {9, 4}))
                .startsWith("the answers go together");
        assertThat(reason(new int[] {5, 0, 0}, new int[] {0, 5, 0}, new int[] {0, 0, 5}))
                .startsWith("the answers go together");
        assertThat(reason(new int[] {4, 6})).isEqualTo("all 10 answers are in one row");
        assertThat(reason(new int[] {0, 0})).isEqualTo("nobody answered both");
    }

    private static String reason(int[]... counts) {
        Estimate estimate = Polychoric.of(ContingencyTable.of(counts), 0.95);
        assertThat(estimate).isInstanceOf(NotEstimable.class);
        return ((NotEstimable) estimate).reason();
    }

    @Test
    void oneUnlikelyAnswerAndMillionsOfRespondentsHaveAnEstimate() {
        var outlier =
                ContingencyTable.of(
                        new int[] {1000, 0, 1}, new int[] {1, 1000, 0}, new int[] {0, 1, 1000});
        assertThat(value(outlier)).isBetween(0.9, 0.9999);

        var many = ContingencyTable.of(new int[] {600_000_000, 1000}, new int[] {1000, 9});
        assertThat(value(many)).isBetween(0.5, 0.9);
    }
}
