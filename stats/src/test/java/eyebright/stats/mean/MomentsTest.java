package eyebright.stats.mean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.Estimate.NotEstimable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void countMeanAndSquaresAreThoseOfTheValues() {
        var moments = Moments.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});

        assertThat(moments).isEqualTo(new Moments(8, 5, 32));
        assertThat(moments.variance()).isEqualTo(32.0 / 7);
        assertThat(moments.sd()).isEqualTo(Math.sqrt(32.0 / 7));
    }

    @Test
    void mergedPartsEqualTheWholeWhereverItIsCut() {
        var random = new SplittableRandom(1024);
        double[] values = new double[3000];
        Arrays.setAll(values, i -> 1e6 + random.nextGaussian());
        var whole = Moments.of(values);
        for (int cut = 0; cut <= values.length; cut += 100) {
            var merged =
                    Moments.of(Arrays.copyOf(values, cut))
                            .merge(Moments.of(Arrays.copyOfRange(values, cut, values.length)));
            assertThat(merged.n()).isEqualTo(3000);
            assertThat(merged.mean()).isCloseTo(whole.mean(), withinPercentage(1e-12));
            assertThat(merged.squares()).isCloseTo(whole.squares(), withinPercentage(1e-8));
        }
    }

    @Test
    void addingAConstantMovesTheMeanAndKeepsTheSquares() {
        double[] values = {1, 2, 4, 8, 16};
        var far = Moments.of(Arrays.stream(values).map(x -> x + 1e9).toArray());

        assertThat(far.mean()).isCloseTo(1e9 + 6.2, within(1e-6));
        assertThat(far.squares()).isCloseTo(Moments.of(values).squares(), within(1e-6));
    }

    @Test
    void equalValuesHaveSquaresOfExactlyZero() {
        double[] tenths = new double[12];
        Arrays.fill(tenths, 0.1);

        var moments = Moments.of(tenths);

        assertThat(moments).isEqualTo(new Moments(12, 0.1, 0));
        assertThat(moments.merge(moments)).isEqualTo(new Moments(24, 0.1, 0));
    }

    @Test
    void noValuesAreTheNeutralPart() {
        var some = Moments.of(new double[] {3, 5});

        assertThat(Moments.of(new double[0])).isEqualTo(Moments.NONE);
        assertThat(some.merge(Moments.NONE)).isEqualTo(some);
        assertThat(Moments.NONE.merge(some)).isEqualTo(some);
    }

    @Test
    void valuesThatAreNotFiniteAreNamedWithTheirPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of("scores", new double[] {1, Double.NaN}))
                .withMessage("scores[1] must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(new double[] {Double.NEGATIVE_INFINITY}))
                .withMessage("values[0] must be finite, not -Infinity");
    }

    @Test
    void oneValueHasNoVariance() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Moments.of(new double[] {3}).variance())
                .withMessage("a variance needs 2 or more values, not 1");
    }

    @Test
    void meanHasMoreDigitsThanADouble() {
        // The doubles next to 1e15 + 0.1 and 1e15 + 0.2 are 0.125 and 0.25.
        var a = Moments.of(new double[] {1e15, 1e15 + 0.125, 1e15 + 0.125});
        var b = Moments.of(new double[] {1e15, 1e15, 1e15 + 0.25});

        assertThat(a.minus(b)).isZero();
        assertThat(a.mean() - 1e15 + a.meanRest()).isCloseTo(0.25 / 3, within(1e-16));
        assertThat(a.merge(b).minus(b)).isZero();
        assertThat(a.merge(b).squares()).isCloseTo(0.09375 - 0.5 * 0.5 / 6, within(1e-16));
    }

    @Test
    void valuesTooFarApartHaveInfiniteSquaresAndAReason() {
        assertThat(Moments.of(new double[] {1e300, 1e300})).isEqualTo(new Moments(2, 1e300, 0));
        var far = Moments.of(new double[] {-1e300, 1e300, 0});
        assertThat(far).isEqualTo(new Moments(3, 0, Double.POSITIVE_INFINITY));
        assertThat(Mean.of(far, 0.95))
                .isEqualTo(new NotEstimable("the values are too far apart to compute with"));
        double most = Double.MAX_VALUE;
        assertThat(Moments.of(new double[] {most, most, 1}).mean()).isEqualTo(most / 3 * 2);
        assertThat(new Moments(1, most, 0).merge(new Moments(1, -most, 0)))
                .isEqualTo(new Moments(2, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void onlyEqualValuesHaveSquaresOf0() {
        assertThat(Moments.of(new double[] {1e-300, 2e-300}).squares()).isPositive();
        assertThat(Moments.of(new double[] {1e-300, 1e-300}).squares()).isZero();
    }

    @Test
    void partsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(3, 1, 1e-10, 0))
                .withMessage("meanRest must be within the last digit of mean 1.0, not 1.0E-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(-1, 0, 0))
                .withMessage("n must be 0 or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(2, Double.NaN, 0))
                .withMessage("mean of 2 values must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(0, 1, 0))
                .withMessage("mean of 0 values must be 0, not 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(1, 1, 2))
                .withMessage("squares of 1 values must be 0, not 2.0");
    }
}
