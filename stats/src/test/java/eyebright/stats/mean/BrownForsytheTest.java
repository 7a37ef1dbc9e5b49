package eyebright.stats.mean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.rank.ValueCounts;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BrownForsytheTest {

    @Test
    void testIsTheAnalysisOfDistancesFromTheMedians() {
        var test =
                BrownForsythe.of(ValueCounts.of(new double[] {1, 2, 9}, new double[] {0, 4, 6, 7}));
        var distances =
                Anova.of(
                        List.of(
                                Moments.of(new double[] {1, 0, 7}),
                                Moments.of(new double[] {5, 1, 1, 2})));

        assertThat(AnovaReferenceTest.table(test).f())
                .isCloseTo(AnovaReferenceTest.table(distances).f(), within(1e-14));
        assertThat(AnovaReferenceTest.table(test).test().name()).isEqualTo("Brown-Forsythe test");
    }

    @Test
    void unitAndOriginChangeNothing() {
        double[] a = new SplittableRandom(40).doubles(30).toArray();
        double[] b = new SplittableRandom(41).doubles(20, 0, 3).toArray();
        double f = f(a, b, 1, 0);

        assertThat(f(a, b, 1e140, 0)).isCloseTo(f, within(1e-11));
        assertThat(f(a, b, 1e-140, 0)).isCloseTo(f, within(1e-11));
        assertThat(f(a, b, 1, 100)).isCloseTo(f, within(1e-10));
    }

    private static double f(double[] a, double[] b, double unit, double origin) {
        return AnovaReferenceTest.table(
                        BrownForsythe.of(
                                ValueCounts.of(moved(a, unit, origin), moved(b, unit, origin))))
                .f();
    }

    private static double[] moved(double[] values, double unit, double origin) {
        return Arrays.stream(values).map(x -> x * unit + origin).toArray();
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        assertReason("no group has values", new double[0], new double[0]);
        assertReason("only 1 group has values", new double[] {1, 2}, new double[0]);
        assertReason("no value differs within its group", new double[] {1, 2}, new double[] {4, 8});
        // Each 0.6 from its median, but not as doubles.
        assertReason(
                "the values of each group are equally far from its median",
                new double[] {1.1, 2.3},
                new double[] {5.3, 6.9});
    }

    private static void assertReason(String reason, double[]... groups) {
        assertThat(BrownForsythe.of(ValueCounts.of(groups)))
                .isEqualTo(new Anova.NotTestable(reason));
    }
}
