package eyebright.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.power.TTestPower;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleSizeTest {

    private static final List<Integer> SIZES = List.of(50, 100, 200, 400, 800);

    /// Replicates in which what is supported at a size is drawn for each size by itself.
    private static CurveRun drawn(double d, int replicates, long seed) {
        var random = new SplittableRandom(seed);
        CurveRun curve = CurveRun.none(SIZES.size());
        List<Double> powers =
                SIZES.stream().map(size -> TTestPower.power(size / 2.0, d, 0.05)).toList();
        for (int i = 0; i < replicates; i++) {
            var supported = new ArrayList<Boolean>();
            for (double power : powers) {
                supported.add(random.nextDouble() < power);
            }
            curve = curve.and(supported);
        }
        return curve;
    }

    private static SampleSize of(double chance, CurveRun curve) {
        return SampleSize.of(chance, SIZES, curve, 200, curve.at(2));
    }

    @Test
    void theSizeIsThatOfTheExactPower() {
        CurveRun curve = drawn(0.35, 4_000, 3);
        for (double power : List.of(0.8, 0.9)) {
            double exact = 2 * TTestPower.n(0.35, power, 0.05);
            assertThat(of(power, curve))
                    .isInstanceOfSatisfying(
                            SampleSize.About.class,
                            about ->
                                    assertThat(about.n())
                                            .isCloseTo(exact, within(3 * about.error() + 1)));
        }
    }

    @Test
    void itsErrorIsHowMuchItScatters() {
        double exact = 2 * TTestPower.n(0.35, 0.8, 0.05);
        double squares = 0;
        double errors = 0;
        int runs = 200;
        for (int seed = 0; seed < runs; seed++) {
            var about = (SampleSize.About) of(0.8, drawn(0.35, 150, seed));
            squares += (about.n() - exact) * (about.n() - exact);
            errors += about.error() * about.error();
        }
        assertThat(Math.sqrt(errors / runs))
                .isCloseTo(Math.sqrt(squares / runs), within(0.2 * Math.sqrt(squares / runs)));
    }

    @Test
    void nothingIsToldBeyondTheSizesThatWereRun() {
        assertThat(of(0.8, drawn(2, 100, 1))).isEqualTo(new SampleSize.AtMost(50));
        assertThat(of(0.8, drawn(0.02, 100, 1))).isEqualTo(new SampleSize.MoreThan(800));
        assertThat(of(0.8, CurveRun.none(5))).isInstanceOf(SampleSize.Unknown.class);
    }

    @Test
    void whatIsSupportedMoreRarelyWithMoreHasNoSize() {
        CurveRun curve = CurveRun.none(2);
        for (int i = 0; i < 100; i++) {
            curve = curve.and(List.of(i < 70, i < 10));
        }
        assertThat(SampleSize.of(0.8, List.of(50, 100), curve, 50, curve.at(0)))
                .isEqualTo(new SampleSize.MoreThan(100));
    }
}
