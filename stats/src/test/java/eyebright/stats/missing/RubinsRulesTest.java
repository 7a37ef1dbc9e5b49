package eyebright.stats.missing;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.reference.ExpectedValues;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RubinsRulesTest {

    private static final List<Double> SLOPES = List.of(.42, .51, .38, .47, .45);
    private static final List<Double> ERRORS = List.of(.11, .12, .105, .115, .11);

    @Test
    void pooledEstimatesAgreeWithMice() {
        met("five slopes of 100 respondents", RubinsRules.withT(SLOPES, ERRORS, 99, 100, 0.95));
        met(
                "five slopes of endless respondents",
                RubinsRules.withNormal(SLOPES, ERRORS, 5000, 0.95));
        met(
                "three estimates far apart",
                RubinsRules.withT(List.of(1.2, 2.9, -.4), List.of(.5, .45, .55), 24, 25, 0.95));
        met(
                "twenty estimates close together",
                RubinsRules.withT(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> 3 + i / 500.0).toList(),
                        Collections.nCopies(20, .3),
                        683,
                        684,
                        0.95));
    }

    @Test
    void orderAndUnitDoNotMatter() {
        var one = RubinsRules.withT(SLOPES, ERRORS, 99, 100, 0.95);
        var turned = RubinsRules.withT(SLOPES.reversed(), ERRORS.reversed(), 99, 100, 0.95);
        var scaled =
                RubinsRules.withT(
                        SLOPES.stream().map(x -> 1e100 * x).toList(),
                        ERRORS.stream().map(x -> 1e100 * x).toList(),
                        99,
                        100,
                        0.95);

        assertThat(interval(turned.estimate()).low())
                .isCloseTo(interval(one.estimate()).low(), within(1e-14));
        assertThat(interval(scaled.estimate()).low() / 1e100)
                .isCloseTo(interval(one.estimate()).low(), within(1e-13));
    }

    @Test
    void dataSetsThatAgreeGiveTheIntervalOfTheCompleteData() {
        var pooled =
                RubinsRules.withNormal(
                        Collections.nCopies(5, 2.0), Collections.nCopies(5, 0.5), 80, 0.95);

        assertThat(interval(pooled.estimate()).high())
                .isCloseTo(2 + Quantiles.normal(0.95) / 2, within(1e-14));
        assertThat(pooled.spread().orElseThrow().missingInformation()).isLessThan(1e-300);
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        reason("pooling needs 2 data sets or more, not 1", List.of(1.0), List.of(1.0));
        reason("pooling needs 2 data sets or more, not 0", List.of(), List.of());
        reason(
                "neither the data sets nor the data in them vary",
                List.of(1.0, 1.0),
                List.of(0.0, 0.0));
        reason("the errors are too large to be squared", List.of(1.0, 2.0), List.of(1e300, 1.0));
        reason("everything that is known was made up", List.of(1.0, 2.0), List.of(0.0, 0.0));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RubinsRules.withNormal(List.of(1.0, 2.0), List.of(1.0), 9, 0.95))
                .withMessage("errors must be 2, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RubinsRules.withT(SLOPES, ERRORS, 0, 9, 0.95))
                .withMessage("df0 must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RubinsRules.withNormal(List.of(1.0), List.of(-1.0), 9, 0.95))
                .withMessageStartingWith("estimate 0 must be finite");
    }

    private static void met(String name, RubinsRules pooled) {
        var spread = pooled.spread().orElseThrow();
        ExpectedValues.in("more/missing.csv", name)
                .areMetBy(
                        Map.of(
                                "value",
                                known(pooled.estimate()).value(),
                                "within",
                                spread.within(),
                                "between",
                                spread.between(),
                                "total",
                                spread.total(),
                                "df",
                                spread.df(),
                                "fmi",
                                spread.missingInformation(),
                                "low",
                                interval(pooled.estimate()).low(),
                                "high",
                                interval(pooled.estimate()).high()));
    }

    private static void reason(String reason, List<Double> values, List<Double> errors) {
        assertThat(RubinsRules.withT(values, errors, 20, 30, 0.95))
                .isEqualTo(new RubinsRules(new NotEstimable(reason), Optional.empty()));
    }
}
