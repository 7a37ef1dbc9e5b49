package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.Digits;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class StudentizedRangeTest {

    @Test
    void everyRowOfTheReferenceIsMet() {
        var reference = CsvTable.read("studentized_range.csv");
        assertThat(reference.rows()).hasSize(36);
        double[] q = reference.numbers("q");
        double[] groups = reference.numbers("groups");
        double[] df = reference.numbers("df");
        double[] cdf = reference.numbers("cdf");
        double[] tolerance = reference.numbers("absolute_tolerance");
        for (int i = 0; i < q.length; i++) {
            double below = StudentizedRange.cumulative(q[i], (int) groups[i], df[i]);
            assertThat(below).isCloseTo(cdf[i], within(tolerance[i]));
            assertThat(StudentizedRange.survival(q[i], (int) groups[i], df[i]))
                    .isCloseTo(1 - cdf[i], within(tolerance[i]));
        }
    }

    @Test
    void smallTailsAgreeWithMpmathToElevenDigits() {
        var reference = CsvTable.read("more/studentized_range_tails.csv");
        double[] q = reference.numbers("q");
        double[] groups = reference.numbers("groups");
        double[] df = reference.numbers("df");
        double[] cdf = reference.numbers("cdf");
        double[] sf = reference.numbers("sf");
        assertThat(sf).hasSize(4);
        for (int i = 0; i < q.length; i++) {
            double below = StudentizedRange.cumulative(q[i], (int) groups[i], df[i]);
            double above = StudentizedRange.survival(q[i], (int) groups[i], df[i]);
            String file = "more/studentized_range_tails.csv";
            Digits.reached(file, "cdf at " + q[i], below, cdf[i]);
            Digits.reached(file, "sf at " + q[i], above, sf[i]);
            assertThat(below).isCloseTo(cdf[i], within(1e-11 * cdf[i]));
            assertThat(above).isCloseTo(sf[i], within(1e-11 * sf[i]));
        }
    }

    @Test
    void twoGroupsAreStudentsT() {
        for (double df : new double[] {1, 5, 60, 682}) {
            for (double q : new double[] {1e-9, 0.001, 1, 5, 12}) {
                double t = TDistribution.of(df).survivalProbability(q / Math.sqrt(2));
                assertThat(StudentizedRange.survival(q, 2, df))
                        .isCloseTo(2 * t, withinPercentage(1e-7));
            }
        }
    }

    @Test
    void quantileInvertsBothTails() {
        for (double p : new double[] {0.01, 0.95, 0.9999999}) {
            double q = StudentizedRange.quantile(p, 4, 200);
            assertThat(StudentizedRange.cumulative(q, 4, 200)).isCloseTo(p, within(1e-12));
        }
    }

    @Test
    void tailsAddUpToOneAndGrowWithTheNumberOfGroups() {
        double before = 0;
        for (int groups = 2; groups < 60; groups += 9) {
            double above = StudentizedRange.survival(3.3, groups, 30);
            assertThat(above).isGreaterThan(before);
            assertThat(above + StudentizedRange.cumulative(3.3, groups, 30))
                    .isCloseTo(1, within(1e-13));
            before = above;
        }
    }

    @Test
    void extremesAreProbabilities() {
        assertThat(StudentizedRange.cumulative(0, 3, 9)).isZero();
        assertThat(StudentizedRange.survival(0, 3, 9)).isEqualTo(1);
        assertThat(StudentizedRange.survival(1e200, 3, 9)).isZero();
        assertThat(StudentizedRange.survival(200, 3, 1e8)).isZero();
        assertThat(StudentizedRange.survival(200, 3, 3000)).isZero();
        assertThat(StudentizedRange.survival(50, 3, 1e5)).isBetween(0.0, 1e-250);
        assertThat(StudentizedRange.cumulative(1e200, 3, 9)).isCloseTo(1, within(1e-13));
        assertThat(StudentizedRange.cumulative(1e-200, 3, 9)).isZero();
        assertThat(StudentizedRange.survival(1e-200, 3, 9)).isCloseTo(1, within(1e-13));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentizedRange.survival(-1, 3, 9))
                .withMessage("q must be finite and 0 or more, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentizedRange.cumulative(1, 1, 9))
                .withMessage("groups must be 2 or more, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentizedRange.survival(1, 3, 0))
                .withMessage("df must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentizedRange.quantile(1, 3, 9))
                .withMessage("p must be above 0 and below 1, not 1.0");
    }
}
