package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.ExpectedValues;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvenOddConsistencyTest {

    @Test
    void halvesThatGoTogetherAreConsistentAndHalvesThatDoNotAreNot() {
        var together =
                List.of(
                        Answers.complete(1, 1, 1, 1),
                        Answers.complete(3, 3, 3, 3),
                        Answers.complete(5, 5, 5, 5));
        var against =
                List.of(
                        Answers.complete(1, 5, 1, 5),
                        Answers.complete(3, 3, 3, 3),
                        Answers.complete(5, 1, 5, 1));

        assertThat(value(together)).isCloseTo(1, within(1e-14));
        assertThat(EvenOddConsistency.of(against)).isEqualTo(Known.bare(-1, 3));
    }

    @Test
    void orderOfTheScalesDoesNotMatter() {
        var a = Answers.complete(1, 2, 4, 3, 2);
        var b = Answers.complete(5, 4, 4, 3, 2);
        var c = Answers.complete(3, 2, 1, 3, 2);

        assertThat(value(List.of(a, b, c))).isCloseTo(value(List.of(c, a, b)), within(1e-14));
    }

    @Test
    void scaleWithAnEmptyHalfIsLeftOut() {
        var half = Answers.of(new double[4], BitSet.valueOf(new long[] {0b0101}));
        var full = Answers.complete(1, 2, 3, 4);

        assertThat(EvenOddConsistency.of(List.of(half, full, full)))
                .isEqualTo(
                        new NotEstimable(
                                "it needs 3 scales with answers in both halves; there are 2"));
    }

    @Test
    void oneAnswerToEverythingHasNone() {
        var same = Answers.complete(3, 3, 3, 3);

        assertThat(EvenOddConsistency.of(List.of(same, same, same)))
                .isEqualTo(new NotEstimable("one half has the same mean in every scale"));
    }

    private static double value(List<Answers> scales) {
        return ExpectedValues.known(EvenOddConsistency.of(scales)).value();
    }
}
