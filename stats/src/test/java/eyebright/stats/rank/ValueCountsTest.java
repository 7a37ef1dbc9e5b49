package eyebright.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValueCountsTest {

    @Test
    void valuesAreSortedAndCountedByGroup() {
        var counts = ValueCounts.of(new double[] {3, 1, 3}, new double[] {2, 3, -0.0, 0});

        assertThat(counts)
                .isEqualTo(
                        ValueCounts.ofCounts(
                                new double[] {0, 1, 2, 3},
                                List.of(new int[] {0, 1, 0, 2}, new int[] {2, 0, 1, 1})));
        assertThat(counts.total()).isEqualTo(7);
        assertThat(counts.total(1)).isEqualTo(4);
        assertThat(counts.count(3)).isEqualTo(3);
    }

    @Test
    void halvesMergeIntoExactlyTheWhole() {
        var random = new SplittableRandom(3);
        double[] a = random.doubles(500, -3, 3).map(Math::rint).toArray();
        double[] b = random.doubles(400).toArray();
        var whole = ValueCounts.of(a, b);
        for (int cut = 0; cut <= 400; cut += 80) {
            var head = ValueCounts.of(Arrays.copyOf(a, cut), Arrays.copyOf(b, cut));
            var tail =
                    ValueCounts.of(
                            Arrays.copyOfRange(a, cut, 500), Arrays.copyOfRange(b, cut, 400));
            assertThat(head.merge(tail)).isEqualTo(whole).hasSameHashCodeAs(whole);
            assertThat(tail.merge(head)).isEqualTo(whole);
        }
    }

    @Test
    void millionAnswersOfNinePointsAreNineCounts() {
        double[] scale = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] answers = {0, 1, 200_000, 300_000, 5, 299_994, 0, 100_000, 100_000};
        var counts = ValueCounts.ofCounts(scale, List.of(answers, answers));

        assertThat(counts.size()).isEqualTo(7);
        assertThat(counts.value(0)).isEqualTo(2);
        assertThat(counts.total()).isEqualTo(2_000_000);
    }

    @Test
    void selectedGroupsKeepTheirOrderAndLoseForeignValues() {
        var counts = ValueCounts.of(new double[] {1}, new double[] {2}, new double[] {3, 1});

        assertThat(counts.select(2, 0))
                .isEqualTo(ValueCounts.of(new double[] {3, 1}, new double[] {1}));
    }

    @Test
    void noValuesAreNoCounts() {
        var none = ValueCounts.of(new double[0], new double[0]);

        assertThat(none.size()).isZero();
        assertThat(none.total()).isZero();
        assertThat(none.groups()).isEqualTo(2);
        assertThat(none.merge(none)).isEqualTo(none);
        assertThat(none).hasToString("ValueCounts[values=[], counts=[[], []]]");
    }

    @Test
    void whatIsNotCountedIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueCounts.of(new double[] {1}, new double[] {1, Double.NaN}))
                .withMessage("groups[1][1] must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ValueCounts.ofCounts(new double[] {2, 1}, List.of(new int[] {1, 1})))
                .withMessage("values must be finite and ascending, not [2.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ValueCounts.ofCounts(new double[] {1, 2}, List.of(new int[] {1, -1})))
                .withMessage("counts of a group must be 2 of 0 or more, not [1, -1]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ValueCounts.of(new double[][] {{1}})
                                        .merge(ValueCounts.of(new double[] {1}, new double[] {2})))
                .withMessage("other must have 1 groups, not 2");
    }
}
