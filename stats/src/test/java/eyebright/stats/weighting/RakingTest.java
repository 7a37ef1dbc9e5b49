package eyebright.stats.weighting;

import static eyebright.stats.weighting.WeightingReferenceTest.fitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.resampling.KeyedStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RakingTest {

    @Test
    void everyMarginIsMet() {
        for (int seed = 0; seed < 20; seed++) {
            var margins = margins(seed);
            var weights = fitted(Raking.of(margins));
            for (Margin margin : margins) {
                for (int code = 0; code < margin.shares().size(); code++) {
                    assertThat(share(weights, margin, code))
                            .isCloseTo(margin.shares().get(code), within(1e-11));
                }
            }
        }
    }

    @Test
    void orderOfTheMarginsDoesNotMatter() {
        var margins = margins(3);
        var one = fitted(Raking.of(margins));
        var other = fitted(Raking.of(margins.reversed()));

        for (int i = 0; i < one.size(); i++) {
            assertThat(other.of(i)).isCloseTo(one.of(i), within(1e-9));
        }
    }

    @Test
    void oneMarginIsPostStratification() {
        var margin = margins(5).getFirst();
        var raked = fitted(Raking.of(List.of(margin)));
        var cells = fitted(PostStratification.of(margin));

        for (int i = 0; i < raked.size(); i++) {
            assertThat(raked.of(i)).isCloseTo(cells.of(i), within(1e-12));
        }
    }

    @Test
    void trimmedWeightsStayBelowTheBoundAndMeetTheMargins() {
        var codes = List.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
        var other = List.of(0, 1, 1, 1, 1, 1, 0, 0, 0, 1);
        var margins =
                List.of(
                        new Margin("a", List.of(.4, .6), codes),
                        new Margin("b", List.of(.5, .5), other));
        assertThat(fitted(Raking.of(margins)).largest()).isGreaterThan(1.61);
        var weights = fitted(Raking.trimmed(margins, 1.6));

        assertThat(weights.largest()).isLessThanOrEqualTo(1.6);
        assertThat(share(weights, margins.get(0), 0)).isCloseTo(.4, within(1e-11));
        assertThat(share(weights, margins.get(1), 0)).isCloseTo(.5, within(1e-11));
    }

    @Test
    void whatCannotBeMetSaysWhy() {
        assertThat(Raking.of(List.of(new Margin("sex", List.of(.5, .3, .2), List.of(0, 1, 0)))))
                .isEqualTo(
                        new NotFitted<Weights>(
                                "no respondent is in category 3 of sex, which is 0.2 of the"
                                        + " population"));
        var same = List.of(0, 0, 1, 1);
        assertThat(
                        Raking.of(
                                List.of(
                                        new Margin("a", List.of(.5, .5), same),
                                        new Margin("b", List.of(.6, .4), same))))
                .isEqualTo(new NotFitted<Weights>("no weights meet all margins together"));
        assertThat(Raking.trimmed(List.of(new Margin("a", List.of(.9, .1), List.of(0, 1, 1))), 1.5))
                .isEqualTo(new NotFitted<Weights>("no weights of at most 1.5 meet all margins"));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        refused(() -> Raking.of(List.of()), "margins must be 1 or more");
        refused(() -> Raking.trimmed(margins(1), 1), "largest must be finite and above 1, not 1.0");
        refused(() -> new Margin("a", List.of(.5, .4), List.of()), "shares of a must add up to 1");
        refused(
                () -> new Margin("a", List.of(1.0), List.of(1)),
                "codes of a must be 0 to 0, not 1");
    }

    private static List<Margin> margins(int seed) {
        var random = KeyedStream.of("tests", "raking", seed);
        return List.of(
                new Margin(
                        "a",
                        List.of(.3, .7),
                        IntStream.range(0, 80).mapToObj(_ -> random.nextInt(2)).toList()),
                new Margin(
                        "b",
                        List.of(.2, .5, .3),
                        IntStream.range(0, 80).mapToObj(_ -> random.nextInt(3)).toList()));
    }

    private static double share(Weights weights, Margin margin, int code) {
        return IntStream.range(0, weights.size())
                        .filter(i -> margin.codes().get(i) == code)
                        .mapToDouble(weights::of)
                        .sum()
                / weights.size();
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
    }
}
