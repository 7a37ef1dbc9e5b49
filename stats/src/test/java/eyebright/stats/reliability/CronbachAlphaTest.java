package eyebright.stats.reliability;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronbachAlphaTest {

    @ParameterizedTest
    @CsvSource({"A,A1", "N,''", "O,O2+O5"})
    void scalesOfBfiAgreeWithR(String factor, String reversed) {
        var scale = Scales.bfi(factor).covariances();
        var alpha = CronbachAlpha.of(scale, 0.95);
        Map<String, Double> actual = new HashMap<>();
        actual.put("n", (double) known(alpha.alpha()).n());
        actual.put("alpha", known(alpha.alpha()).value());
        actual.put("alpha_low", interval(alpha.alpha()).low());
        actual.put("alpha_high", interval(alpha.alpha()).high());
        actual.put("std_alpha", known(alpha.standardised()).value());
        actual.put("omega_total", known(OmegaTotal.value(scale)).value());
        for (var item : alpha.items()) {
            actual.put("r_rest[%s]".formatted(item.name()), known(item.rest()).value());
            actual.put(
                    "alpha_if_dropped[%s]".formatted(item.name()),
                    known(item.alphaIfDropped()).value());
        }

        ExpectedValues.of("bfi scale %s (complete cases, reverse %s)".formatted(factor, reversed))
                .areMetBy(actual);
        assertThat(alpha.againstTheRest()).isEmpty();
    }

    @Test
    void itemThatLooksTurnedTheWrongWayIsNamedAndNotTurned() {
        var scale = Scales.bfi("A");
        double[][] answers = scale.answers();
        answers[0] = Arrays.stream(answers[0]).map(x -> 7 - x).toArray();
        var wrong = CronbachAlpha.of(ItemCovariances.of(scale.names(), answers), 0.95);

        assertThat(wrong.againstTheRest()).containsExactly("A1");
        assertThat(known(wrong.items().getFirst().rest()).value())
                .isCloseTo(-0.311401300580162, within(1e-10));
        assertThat(known(wrong.alpha()).value()).isLessThan(0.5);
    }

    @Test
    void halvesMergeToTheWhole() {
        var scale = Scales.bfi("N");
        var whole = CronbachAlpha.of(scale.covariances(), 0.9);
        var merged =
                CronbachAlpha.of(
                        scale.part(0, 1000)
                                .covariances()
                                .merge(scale.part(1000, 1000).covariances())
                                .merge(scale.part(1000, 2694).covariances()),
                        0.9);

        assertThat(known(merged.alpha()).value())
                .isCloseTo(known(whole.alpha()).value(), within(1e-14));
        assertThat(known(merged.items().getLast().rest()).value())
                .isCloseTo(known(whole.items().getLast().rest()).value(), within(1e-14));
    }

    @Test
    void unitAndOriginDoNotMatter() {
        var scale = Scales.bfi("N");
        double alpha = known(CronbachAlpha.of(scale.covariances(), 0.95).alpha()).value();
        for (double[] move : new double[][] {{1, 1e9}, {1e140, 0}, {1e-140, 0}, {3, -4}}) {
            var other = CronbachAlpha.of(scale.moved(move[0], move[1]).covariances(), 0.95);

            assertThat(known(other.alpha()).value()).isCloseTo(alpha, within(1e-10));
        }
    }

    @Test
    void itemsWithNothingInCommonHaveAnAlphaNearZero() {
        var random = KeyedStream.of("tests", "alpha", 0);
        var answers = new double[4][2000];
        for (double[] item : answers) {
            Arrays.setAll(item, _ -> random.nextGaussian());
        }
        var alpha =
                CronbachAlpha.of(ItemCovariances.of(List.of("a", "b", "c", "d"), answers), 0.99);

        assertThat(interval(alpha.alpha()).contains(0)).isTrue();
        assertThat(interval(alpha.alpha()).contains(known(alpha.alpha()).value())).isTrue();
    }

    @Test
    void itemThatDoesNotVaryHasAReasonAndTheOthersHaveNumbers() {
        double[] a = {1, 2, 3, 4, 2};
        double[] b = {2, 2, 3, 5, 1};
        double[] same = {3, 3, 3, 3, 3};
        var alpha = CronbachAlpha.of(ItemCovariances.of(List.of("a", "b", "c"), a, b, same), 0.95);

        var reason = new NotEstimable("all answers to c are equal");
        assertThat(alpha.alpha()).isInstanceOf(Known.class);
        assertThat(alpha.standardised()).isEqualTo(reason);
        assertThat(alpha.items().get(2).rest()).isEqualTo(reason);
        assertThat(alpha.items().get(1).rest()).isInstanceOf(Known.class);
        assertThat(alpha.items().get(2).alphaIfDropped()).isInstanceOf(Known.class);
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        double[] a = {1, 2, 3};
        double[] opposite = {3, 2, 1};
        double[] equal = {2, 2, 2};
        double[] huge = {1e300, -1e300, 5};
        reason("there is only 1 item", a);
        reason("fewer than 2 respondents answered every item", new double[1], new double[1]);
        reason("fewer than 2 respondents answered every item", new double[0], new double[0]);
        reason("the sum of the items is the same for everyone", a, opposite);
        reason("the sum of the items is the same for everyone", equal, equal);
        reason("the answers are too large to be squared", huge, a);
        var two = CronbachAlpha.of(ItemCovariances.of(List.of("a", "b"), a, a), 0.95);
        assertThat(two.items().getFirst().alphaIfDropped())
                .isEqualTo(new NotEstimable("there is only 1 item"));
    }

    @Test
    void itemsThatDoNotFitTogetherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ItemCovariances.of(List.of("a", "b"), new double[2], new double[3]))
                .withMessage("answers to b must be 2, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemCovariances.of(List.of("a", "a"), new double[2]))
                .withMessageStartingWith("names must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemCovariances.of(List.of("a"), new double[] {Double.NaN}))
                .withMessage("answer 0 to a must be finite, not NaN");
    }

    private static void reason(String reason, double[]... answers) {
        var names = List.of("a", "b", "c").subList(0, answers.length);
        var expected = new NotEstimable(reason);
        assertThat(CronbachAlpha.of(ItemCovariances.of(names, answers), 0.95))
                .isEqualTo(new CronbachAlpha(expected, expected, List.of()));
    }
}
