package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.Digits;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class NoncentralChiSquaredTest {

    private static final CsvTable REFERENCE = CsvTable.read("noncentral_chi_squared.csv");

    @Test
    void bothTailsAgreeWithTheReferenceToTwelveDigits() {
        double[] df = REFERENCE.numbers("df");
        double[] ncp = REFERENCE.numbers("ncp");
        double[] x = REFERENCE.numbers("x");
        double[] cdf = REFERENCE.numbers("cdf");
        double[] sf = REFERENCE.numbers("sf");
        assertThat(x).hasSize(300);
        for (int i = 0; i < x.length; i++) {
            String at = "at %s, df %s, ncp %s".formatted(x[i], df[i], ncp[i]);
            double below = NoncentralChiSquared.cumulative(x[i], df[i], ncp[i]);
            double above = NoncentralChiSquared.survival(x[i], df[i], ncp[i]);
            Digits.reached("noncentral_chi_squared.csv", "cdf " + at, below, cdf[i]);
            Digits.reached("noncentral_chi_squared.csv", "sf " + at, above, sf[i]);
            assertThat(below).as("cdf " + at).isCloseTo(cdf[i], within(1e-12 * cdf[i]));
            assertThat(above).as("sf " + at).isCloseTo(sf[i], within(1e-12 * sf[i]));
        }
    }

    @Test
    void withoutNoncentralityItIsTheCentralDistribution() {
        for (double df : new double[] {0.5, 1, 2, 7, 300}) {
            var central = ChiSquaredDistribution.of(df);
            for (double x = 0.01; x < 2000; x *= 3) {
                assertThat(NoncentralChiSquared.cumulative(x, df, 0))
                        .isEqualTo(central.cumulativeProbability(x));
                assertThat(NoncentralChiSquared.survival(x, df, 0))
                        .isEqualTo(central.survivalProbability(x));
            }
        }
    }

    @Test
    void tailsAddUpToOneAndFallWithNoncentrality() {
        for (double df : new double[] {1, 4, 50}) {
            for (double x : new double[] {0.1, 3, 30, 400}) {
                double before = 1;
                for (double ncp = 0; ncp < 2000; ncp = ncp * 1.7 + 0.1) {
                    double below = NoncentralChiSquared.cumulative(x, df, ncp);
                    assertThat(below + NoncentralChiSquared.survival(x, df, ncp))
                            .isCloseTo(1, within(1e-12));
                    // Near 1 only rounding is left.
                    assertThat(below).isLessThanOrEqualTo(before + 1e-13);
                    before = below;
                }
            }
        }
    }

    @Test
    void farTailsEndAtZeroAndOne() {
        assertThat(NoncentralChiSquared.cumulative(0, 3, 1e6)).isZero();
        assertThat(NoncentralChiSquared.survival(0, 3, 1e6)).isEqualTo(1);
        assertThat(NoncentralChiSquared.cumulative(1, 3, 1e6)).isZero();
        assertThat(NoncentralChiSquared.survival(1, 3, 1e6)).isCloseTo(1, within(1e-12));
        assertThat(NoncentralChiSquared.survival(1e9, 3, 1e6)).isZero();
        assertThat(NoncentralChiSquared.cumulative(1e9, 3, 1e6)).isCloseTo(1, within(1e-11));
    }

    @Test
    void noncentralityInvertsBothTails() {
        for (double df : new double[] {1, 6, 40}) {
            for (double x : new double[] {5, 60, 900}) {
                for (double p : new double[] {1e-12, 0.025, 0.5, 0.975, 0.9999}) {
                    double ncp = NoncentralChiSquared.noncentrality(x, df, p);
                    double attained = NoncentralChiSquared.cumulative(x, df, ncp);
                    if (ncp > 0) {
                        assertThat(attained).isCloseTo(p, withinPercentage(1e-9));
                    } else {
                        assertThat(attained).isLessThanOrEqualTo(p);
                    }
                }
            }
        }
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralChiSquared.cumulative(1, 0, 1))
                .withMessage("df must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralChiSquared.survival(1, 1, Double.NaN))
                .withMessage("ncp must be from 0 to 4e9, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralChiSquared.cumulative(-1, 1, 1))
                .withMessage("x must be finite and 0 or more, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralChiSquared.noncentrality(1, 1, 1))
                .withMessage("probability must be above 0 and below 1, not 1.0");
    }
}
