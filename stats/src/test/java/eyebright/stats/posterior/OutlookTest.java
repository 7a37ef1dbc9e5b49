package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.posterior.Event.AnyOf;
import eyebright.stats.posterior.Event.Within;
import eyebright.stats.posterior.Event.Yes;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutlookTest {

    private static final double[] KNOWN = new double[3];

    static Stream<Arguments> respondents() {
        return Stream.of(
                        Arguments.of("yes", new Yes()),
                        Arguments.of("times", new AnyOf(20, 2, 30)),
                        Arguments.of("times", AnyOf.next(100)),
                        Arguments.of("first", new Within(2, 1)))
                .flatMap(
                        each ->
                                Stream.of(
                                                new double[] {1.5, 1, -2},
                                                new double[] {0, 0, 0},
                                                new double[] {1, -0.2, 0},
                                                new double[] {-40, 3, 20})
                                        .map(x -> Arguments.of(each.get()[0], each.get()[1], x)));
    }

    @ParameterizedTest
    @MethodSource("respondents")
    void partsSumToTheWhole(String family, Event event, double[] x) {
        Outlook outlook = Outlook.of(Cases.posterior(family, 100), event, x, KNOWN, 0.8);
        double sum =
                outlook.centre()
                        + outlook.record()
                        + outlook.parts().stream().mapToDouble(each -> each).sum();
        assertThat(sum).isCloseTo(outlook.chance(), within(1e-9));
        assertThat(outlook.interval().low()).isLessThanOrEqualTo(outlook.interval().high());
        assertThat(outlook.chance()).isBetween(0.0, 1.0);
        for (int j = 0; j < x.length; j++) {
            if (x[j] == 0) {
                assertThat(outlook.parts().get(j)).isZero();
            }
        }
    }

    @Test
    void theChanceIsTheMeanOverTheDraws() {
        Posterior posterior = Cases.posterior("yes", 684);
        double[] x = {0.5, 1, -1};
        double mean =
                IntStream.range(0, Posterior.KEPT)
                        .mapToObj(posterior::draw)
                        .mapToDouble(b -> b[0] + 0.5 * b[1] + b[2] - b[3])
                        .map(eta -> 1 / (1 + Math.exp(-eta)))
                        .average()
                        .orElseThrow();
        Outlook outlook = Outlook.of(posterior, new Yes(), x, KNOWN, 0.8);
        assertThat(outlook.chance()).isCloseTo(mean, within(1e-12));
        assertThat(outlook.record()).isZero();
        assertThat(Outlook.chance(posterior, new Yes(), x)).isEqualTo(outlook.chance());
        assertThat(outlook.interval().contains(mean)).isTrue();
    }

    @Test
    void apartOfAPredictorHasTheSignOfWhatItDoes() {
        Outlook outlook =
                Outlook.of(
                        Cases.posterior("yes", 10_000),
                        new Yes(),
                        new double[] {2, 1, 1},
                        KNOWN,
                        0.8);
        assertThat(outlook.parts().get(0)).isPositive();
        assertThat(outlook.parts().get(1)).isNegative();
        assertThat(outlook.parts().get(2)).isPositive();
    }

    @Test
    void herOwnRecordMovesHerChance() {
        Posterior posterior = Cases.posterior("times", 684);
        Outlook often = Outlook.of(posterior, new AnyOf(20, 9, 30), KNOWN, KNOWN, 0.8);
        Outlook never = Outlook.of(posterior, new AnyOf(20, 0, 30), KNOWN, KNOWN, 0.8);
        Outlook unknown = Outlook.of(posterior, AnyOf.next(20), KNOWN, KNOWN, 0.8);
        assertThat(often.record()).isPositive();
        assertThat(never.record()).isNegative();
        assertThat(unknown.record()).isZero();
        assertThat(often.centre()).isEqualTo(unknown.chance());
        assertThat(width(unknown)).isGreaterThan(width(never));
    }

    @Test
    void anUnansweredPredictorMakesTheIntervalWider() {
        Posterior posterior = Cases.posterior("yes", 684);
        Outlook known = Outlook.of(posterior, new Yes(), KNOWN, KNOWN, 0.8);
        Outlook unknown = Outlook.of(posterior, new Yes(), KNOWN, new double[] {0, 0, 1}, 0.8);
        assertThat(width(unknown)).isGreaterThan(1.5 * width(known));
        assertThat(unknown.chance()).isCloseTo(known.chance(), within(0.02));
    }

    @Test
    void anotherNumberOfPredictorsIsRefused() {
        Posterior posterior = Cases.posterior("yes", 10);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Outlook.of(posterior, new Yes(), new double[5], new double[5], 0.8));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Outlook.of(posterior, new Yes(), new double[3], new double[2], 0.8))
                .withMessage(
                        "predictors and spreads must be as many as the posterior's, not 3 and 2");
    }

    private static double width(Outlook outlook) {
        return outlook.interval().high() - outlook.interval().low();
    }
}
