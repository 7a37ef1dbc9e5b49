package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What holds of Student's tests for all data.
class StudentTTestTest {

    @Test
    void groupsOfOneSizeHaveTheTOfWelch() {
        var random = new SplittableRandom(5);
        for (int n = 2; n < 40; n++) {
            var a = Moments.of(random.doubles(n).toArray());
            var b = Moments.of(random.doubles(n, 0, 3).toArray());
            assertThat(t(StudentTTest.of(a, b, 0.95).test()))
                    .isCloseTo(t(WelchTTest.of(a, b, 0.95).test()), within(1e-12));
        }
    }

    @Test
    void exchangingTheGroupsTurnsTheDifferenceAndKeepsP() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 50; i++) {
            var a = Moments.of(random.doubles(random.nextInt(2, 30)).toArray());
            var b = Moments.of(random.doubles(random.nextInt(1, 30)).toArray());
            var one = StudentTTest.of(a, b, 0.9);
            var other = StudentTTest.of(b, a, 0.9);
            assertThat(interval(one.difference()).low())
                    .isEqualTo(-interval(other.difference()).high());
            assertThat(one.test().orElseThrow().p()).isEqualTo(other.test().orElseThrow().p());
            assertThat(interval(one.difference()).contains(0))
                    .isEqualTo(one.test().orElseThrow().p() > 0.1);
        }
    }

    @Test
    void unitAndOriginChangeNeitherTNorP() {
        double[] a = {1, 2, 2, 5, 3};
        double[] b = {2, 4, 6, 7};
        var plain = StudentTTest.of(Moments.of(a), Moments.of(b), 0.95).test();
        for (double unit : new double[] {1e-140, 1e140}) {
            var scaled = StudentTTest.of(scaled(a, unit, 0), scaled(b, unit, 0), 0.95);
            assertThat(t(scaled.test())).isCloseTo(t(plain), within(1e-13));
        }
        var moved = StudentTTest.of(scaled(a, 1, 1e9), scaled(b, 1, 1e9), 0.95);
        assertThat(t(moved.test())).isCloseTo(t(plain), within(1e-13));
    }

    @Test
    void mergedHalvesGiveTheTestOfTheWhole() {
        double[] values = new SplittableRandom(7).doubles(100).toArray();
        var other = Moments.of(new double[] {0.2, 0.9, 0.4});
        var merged =
                Moments.of(Arrays.copyOf(values, 37))
                        .merge(Moments.of(Arrays.copyOfRange(values, 37, 100)));

        assertThat(t(StudentTTest.of(merged, other, 0.95).test()))
                .isCloseTo(
                        t(StudentTTest.of(Moments.of(values), other, 0.95).test()), within(1e-12));
    }

    @Test
    void pairedTestIsThatOfTheDifferencesAgainstNothing() {
        var differences = PairedTTest.differences(new double[] {3, 5, 9}, new double[] {1, 6, 2});
        var paired = PairedTTest.of(differences, 0.95);
        var one = OneSampleTTest.of(differences, 0, 0.95);

        assertThat(paired.difference()).isEqualTo(one.difference());
        assertThat(paired.test().orElseThrow().p()).isEqualTo(one.test().orElseThrow().p());
        assertThat(OneSampleTTest.of(differences, 8.0 / 3, 0.95).test().orElseThrow().p())
                .isCloseTo(1, within(1e-12));
        assertThat(known(OneSampleTTest.of(differences, 10, 0.95).difference()).value())
                .isCloseTo(8.0 / 3 - 10, within(1e-14));
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        var some = new Moments(5, 2, 4);
        var single = new Moments(1, 2, 0);
        var constant = new Moments(3, 2, 0);
        assertReason(StudentTTest.of(Moments.NONE, some, 0.95), "the first group has no values");
        assertReason(StudentTTest.of(some, Moments.NONE, 0.95), "the second group has no values");
        assertReason(StudentTTest.of(single, single, 0.95), "each group has only 1 value");
        assertReason(
                StudentTTest.of(constant, constant, 0.95), "no value differs within its group");
        assertReason(
                StudentTTest.of(new Moments(2, 1e300, 1e-300), new Moments(2, 0, 1e-300), 0.95),
                "the values differ too little within their groups to compute with");
        assertThat(PairedTTest.of(Moments.NONE, 0.95).difference())
                .isEqualTo(new NotEstimable("there are no pairs"));
        assertThat(PairedTTest.of(single, 0.95).difference())
                .isEqualTo(new NotEstimable("there is only 1 pair"));
        assertThat(PairedTTest.of(constant, 0.95).difference())
                .isEqualTo(new NotEstimable("all 3 differences are equal"));
        assertThat(OneSampleTTest.of(Moments.NONE, 0, 0.95).difference())
                .isEqualTo(new NotEstimable("there are no values"));
        assertThat(OneSampleTTest.of(single, 0, 0.95).difference())
                .isEqualTo(new NotEstimable("there is only 1 value"));
        assertThat(OneSampleTTest.of(constant, 0, 0.95).difference())
                .isEqualTo(new NotEstimable("all 3 values are equal"));
    }

    @Test
    void wrongUseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneSampleTTest.of(Moments.NONE, Double.NaN, 0.95))
                .withMessage("expected must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTTest.differences(new double[1], new double[2]))
                .withMessage("second must have the 1 values of first, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudentTTest(Known.bare(1, 2), Optional.empty()))
                .withMessageStartingWith("test must be there exactly if the difference is known");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedTTest(Known.bare(1, 2), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneSampleTTest(Known.bare(1, 2), Optional.empty()));
    }

    private static void assertReason(StudentTTest test, String reason) {
        assertThat(test).isEqualTo(new StudentTTest(new NotEstimable(reason), Optional.empty()));
    }

    private static Moments scaled(double[] values, double unit, double origin) {
        return Moments.of(Arrays.stream(values).map(x -> x * unit + origin).toArray());
    }

    private static double t(Optional<TestResult> test) {
        return test.orElseThrow().statistic().getAsDouble();
    }
}
