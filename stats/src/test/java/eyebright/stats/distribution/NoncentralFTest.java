package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.Digits;
import org.apache.commons.statistics.distribution.FDistribution;
import org.junit.jupiter.api.Test;

class NoncentralFTest {

    @Test
    void bothTailsOfTheBetaAgreeWithTheReferenceToElevenDigits() {
        var reference = CsvTable.read("noncentral_beta.csv");
        double[] a = reference.numbers("a");
        double[] b = reference.numbers("b");
        double[] ncp = reference.numbers("ncp");
        double[] x = reference.numbers("x");
        double[] cdf = reference.numbers("cdf");
        double[] sf = reference.numbers("sf");
        assertThat(x).hasSize(300);
        for (int i = 0; i < x.length; i++) {
            String at = "at %s, a %s, b %s, ncp %s".formatted(x[i], a[i], b[i], ncp[i]);
            double below = NoncentralBeta.cumulative(x[i], a[i], b[i], ncp[i]);
            double above = NoncentralBeta.survival(x[i], a[i], b[i], ncp[i]);
            Digits.reached("noncentral_beta.csv", "cdf " + at, below, cdf[i]);
            Digits.reached("noncentral_beta.csv", "sf " + at, above, sf[i]);
            assertThat(below).as("cdf " + at).isCloseTo(cdf[i], within(1e-11 * cdf[i]));
            assertThat(above).as("sf " + at).isCloseTo(sf[i], within(1e-11 * sf[i]));
        }
    }

    @Test
    void withoutNoncentralityItIsTheCentralDistribution() {
        for (double df1 : new double[] {1, 2, 7}) {
            for (double df2 : new double[] {1, 12, 680}) {
                var central = FDistribution.of(df1, df2);
                for (double f = 0.001; f < 500; f *= 4) {
                    assertThat(NoncentralF.cumulative(f, df1, df2, 0))
                            .isCloseTo(central.cumulativeProbability(f), withinPercentage(1e-10));
                    assertThat(NoncentralF.survival(f, df1, df2, 0))
                            .isCloseTo(central.survivalProbability(f), withinPercentage(1e-10));
                }
            }
        }
    }

    @Test
    void withOneDegreeOfFreedomItIsTheSquareOfT() {
        for (double df : new double[] {3, 40, 682}) {
            for (double t = 0.3; t < 20; t *= 2) {
                for (double delta : new double[] {0.2, 2, 9}) {
                    assertThat(NoncentralF.survival(t * t, 1, df, delta * delta))
                            .isCloseTo(
                                    NoncentralT.survival(t, df, delta)
                                            + NoncentralT.cumulative(-t, df, delta),
                                    withinPercentage(1e-9));
                }
            }
        }
    }

    @Test
    void manyDegreesOfFreedomBelowTheLineLeaveTheChiSquared() {
        assertThat(NoncentralF.survival(4, 3, 1e14, 5))
                .isCloseTo(NoncentralChiSquared.survival(12, 3, 5), withinPercentage(1e-9));
    }

    @Test
    void limitsLeaveEachTailItsShareOrAreZero() {
        for (double f : new double[] {0, 0.02, 1, 4.4, 60, 9000}) {
            var limits = NoncentralF.limits(f, 3, 200, 0.9);
            if (limits.low() > 0) {
                assertThat(NoncentralF.survival(f, 3, 200, limits.low()))
                        .isCloseTo(0.05, withinPercentage(1e-9));
            } else {
                assertThat(NoncentralF.survival(f, 3, 200, 0)).isGreaterThanOrEqualTo(0.05);
            }
            if (limits.high() > 0) {
                assertThat(NoncentralF.cumulative(f, 3, 200, limits.high()))
                        .isCloseTo(0.05, withinPercentage(1e-9));
            } else {
                assertThat(NoncentralF.cumulative(f, 3, 200, 0)).isLessThanOrEqualTo(0.05);
            }
        }
    }

    @Test
    void extremesAreProbabilities() {
        for (double f : new double[] {0, 1e-300, 1, 1e300}) {
            for (double ncp : new double[] {0, 1e-300, 30, 1e6}) {
                double below = NoncentralF.cumulative(f, 2, 9, ncp);
                assertThat(below + NoncentralF.survival(f, 2, 9, ncp)).isCloseTo(1, within(1e-11));
            }
        }
        assertThat(NoncentralBeta.cumulative(0, 1, 1, 1)).isZero();
        assertThat(NoncentralBeta.survival(1, 1, 1, 1)).isZero();
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralF.cumulative(-1, 1, 1, 1))
                .withMessage("f must be finite and 0 or more, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralF.cumulative(1, 0, 1, 1))
                .withMessage("df1 must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralF.limits(1, 1, Double.NaN, 0.9))
                .withMessage("df2 must be finite and above 0, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralF.survival(1, 1, 1, -2))
                .withMessage("ncp must be from 0 to 4e9, not -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralBeta.survival(1.5, 1, 1, 0))
                .withMessage("x must be from 0 to 1, not 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoncentralBeta.survival(0.5, 0, 1, 0))
                .withMessage("a must be finite and above 0, not 0.0");
    }
}
