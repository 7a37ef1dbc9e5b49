package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.Digits;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class NoncentralTTest {

    @Test
    void bothTailsAgreeWithTheReferenceToElevenDigits() {
        areMet("noncentral_t.csv", row -> !isLarge(row), 140);
    }

    @Test
    void largeNoncentralitiesAgreeWithMpmathToElevenDigits() {
        areMet("more/noncentral_t_large.csv", _ -> true, 3);
    }

    @Test
    void referenceItselfIsOffInTheEighthDigitWhereTheNoncentralityIsLarge() {
        var reference = CsvTable.read("noncentral_t.csv").where(NoncentralTTest::isLarge);
        double[] exact = CsvTable.read("more/noncentral_t_large.csv").numbers("cdf");
        double[] cdf = reference.numbers("cdf");
        assertThat(cdf).hasSize(3);
        for (int i = 0; i < cdf.length; i++) {
            assertThat(Math.abs(cdf[i] / exact[i] - 1)).isBetween(9e-9, 7e-8);
        }
    }

    private static boolean isLarge(List<String> row) {
        return Double.parseDouble(row.get(1)) < -5000;
    }

    @Test
    void farTailsAgreeWithMpmathToElevenDigits() {
        areMet("more/noncentral_t_tails.csv", _ -> true, 36);
    }

    private static void areMet(String file, Predicate<List<String>> rows, int size) {
        var reference = CsvTable.read(file).where(rows);
        double[] df = reference.numbers("df");
        double[] ncp = reference.numbers("ncp");
        double[] x = reference.numbers("x");
        double[] cdf = reference.numbers("cdf");
        double[] sf = reference.numbers("sf");
        assertThat(x).hasSize(size);
        for (int i = 0; i < x.length; i++) {
            String at = "at t %s, df %s, ncp %s".formatted(x[i], df[i], ncp[i]);
            double below = NoncentralT.cumulative(x[i], df[i], ncp[i]);
            double above = NoncentralT.survival(x[i], df[i], ncp[i]);
            Digits.reached(file, "cdf " + at, below, cdf[i]);
            Digits.reached(file, "sf " + at, above, sf[i]);
            assertThat(below).as("cdf " + at).isCloseTo(cdf[i], within(1e-11 * cdf[i]));
            assertThat(above).as("sf " + at).isCloseTo(sf[i], within(1e-11 * sf[i]));
        }
    }

    @Test
    void withoutNoncentralityItIsStudents() {
        for (double df : new double[] {0.3, 1, 2.5, 30, 682, 1e7}) {
            var student = TDistribution.of(df);
            for (double t = -40; t < 50; t += 3.7) {
                assertThat(NoncentralT.cumulative(t, df, 0))
                        .isCloseTo(student.cumulativeProbability(t), withinPercentage(1e-8));
            }
        }
    }

    @Test
    void tailsAddUpToOneAndFallWithNoncentrality() {
        for (double df : new double[] {0.8, 4, 50, 1000}) {
            for (double t : new double[] {-80, -3, 0, 0.1, 3, 30, 400}) {
                double before = 1;
                for (double ncp = -90; ncp < 500; ncp += 7.3) {
                    double below = NoncentralT.cumulative(t, df, ncp);
                    assertThat(below + NoncentralT.survival(t, df, ncp))
                            .isCloseTo(1, within(1e-12));
                    assertThat(below).isLessThanOrEqualTo(before + 1e-13);
                    before = below;
                }
            }
        }
    }

    @Test
    void turnedArgumentsSwapTheTails() {
        for (double t = -5; t < 6; t++) {
            assertThat(NoncentralT.cumulative(t, 9, 1.5))
                    .isEqualTo(NoncentralT.survival(-t, 9, -1.5));
        }
    }

    @Test
    void extremesAreProbabilities() {
        for (double t : new double[] {-1e300, -1, 0, 1e-300, 1e8, 1e300}) {
            for (double df : new double[] {0.1, 1, 1e12}) {
                for (double ncp : new double[] {-1e300, -1e8, 0, 1e-300, 40, 1e8, 1e300}) {
                    double below = NoncentralT.cumulative(t, df, ncp);
                    double above = NoncentralT.survival(t, df, ncp);
                    assertThat(below).as("%s %s %s", t, df, ncp).isBetween(0.0, 1.0);
                    assertThat(below + above).as("%s %s %s", t, df, ncp).isCloseTo(1, within(1e-7));
                }
            }
        }
    }

    @Test
    void limitsLeaveEachTailItsShare() {
        for (double df : new double[] {1, 3, 60, 682, 1e6}) {
            for (double t : new double[] {-50, -2.1, 0, 1e-9, 1.96, 7, 300, 1e5}) {
                for (double level : new double[] {0.5, 0.9, 0.95, 0.999}) {
                    var limits = NoncentralT.limits(t, df, level);
                    double tail = (1 - level) / 2;
                    assertThat(NoncentralT.survival(t, df, limits.low()))
                            .isCloseTo(tail, withinPercentage(1e-7));
                    assertThat(NoncentralT.cumulative(t, df, limits.high()))
                            .isCloseTo(tail, withinPercentage(1e-7));
                }
            }
        }
    }

    @Test
    void limitsOfTheTurnedStatisticAreTurned() {
        var limits = NoncentralT.limits(2.3, 40, 0.95);
        var turned = NoncentralT.limits(-2.3, 40, 0.95);
        assertThat(turned.low()).isEqualTo(-limits.high());
        assertThat(turned.high()).isEqualTo(-limits.low());
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralT.cumulative(Double.NaN, 1, 1))
                .withMessage("t must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralT.survival(1, 0, 1))
                .withMessage("df must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralT.survival(1, 1, Double.POSITIVE_INFINITY))
                .withMessage("ncp must be finite, not Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralT.limits(1, 1, 95))
                .withMessage("level must be above 0 and below 1, not 95.0");
    }
}
