package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.formula.Predictor.Categorical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How a predictor is written down, in which unit, with its levels in which order, against which reference,
/// changes how a regression says what it says and not what.
class PredictorsTest {

    private static final double CLOSE = 1e-6;

    static Stream<Regression> regressions() {
        return Regressions.all();
    }

    private static void hold(
            Regression regression,
            UnaryOperator<Figures> expected,
            BiFunction<Regression, Sample, Figures> changed) {
        var differences = new ArrayList<String>();
        for (int seed = 1; seed <= regression.asStatistic().seeds(); seed++) {
            Sample sample = Sample.of(seed);
            Figures before = regression.figures(Regression.design(sample), sample);
            differences.addAll(
                    expected.apply(before).differences(changed.apply(regression, sample), CLOSE));
        }
        assertThat(differences).isEmpty();
    }

    private static final String SLOPE_OF_X =
            "\\.(coefficients|differences)\\{([^}]*:)?( ?)x}(\\.error)?|\\.profile|\\.x\\[0]\\.estimate";

    private static final String ODDS_OF_X = "\\.(waldOddsRatio|oddsRatio|rateRatio|ratio)";

    @ParameterizedTest
    @MethodSource("regressions")
    void aCoefficientIsInTheUnitOfItsPredictorAndNothingElseIs(Regression regression) {
        hold(
                regression,
                figures ->
                        figures.times(1 / 8.0, SLOPE_OF_X)
                                .changed(ODDS_OF_X, odds -> Math.pow(odds, 1 / 8.0)),
                (each, sample) -> {
                    Sample changed = sample.with("x", x -> 8 * x);
                    return each.figures(Regression.design(changed), changed);
                });
    }

    /// What lies where all predictors are 0 moves with them.
    private static final String AT_ZERO =
            "\\.coefficients\\{([^}]*: ?)?(\\(intercept\\)|[a-z]+\\|[a-z]+)}.*"
                    + "|\\.differences\\{\\(intercept\\)}.*|\\.(equality|proportionality).*";

    @ParameterizedTest
    @MethodSource("regressions")
    void fromWhereAPredictorIsCountedMovesTheInterceptAlone(Regression regression) {
        hold(
                regression,
                figures -> figures.without(AT_ZERO),
                (each, sample) -> {
                    Sample changed = sample.with("x", x -> x + 1000);
                    return each.figures(Regression.design(changed), changed).without(AT_ZERO);
                });
    }

    /// The codes of a sample's groups when its levels stand in another order.
    private static int[] recoded(Sample sample, int... placeOfCode) {
        return Arrays.stream(sample.codes("group")).map(code -> placeOfCode[code]).toArray();
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void theOrderOfLevelsBesideTheReferenceChangesNothing(Regression regression) {
        hold(
                regression,
                figures -> figures.without("\\.group.*"),
                (each, sample) ->
                        each.figures(
                                        Regression.design(
                                                sample,
                                                new Categorical(
                                                        "group",
                                                        List.of("none", "much", "some"),
                                                        recoded(sample, 0, 2, 1))),
                                        sample)
                                .without("\\.group.*"));
    }

    private static final String OF_LEVELS =
            ".*(group|intercept|\\||\\.joint|\\.equality).*|\\.proportionality\\.multiple.*";

    /// An equivalence test is of one difference between levels, which another reference replaces.
    static Stream<Regression> ofAllLevels() {
        return Regressions.all().filter(each -> !each.name().startsWith("EquivalenceTest"));
    }

    @ParameterizedTest
    @MethodSource("ofAllLevels")
    void anotherReferenceGivesTheDifferencesOfTheCoefficients(Regression regression) {
        for (int seed = 1; seed <= regression.asStatistic().seeds(); seed++) {
            Sample sample = Sample.of(seed);
            Figures before = regression.figures(Regression.design(sample), sample);
            var group =
                    new Categorical("group", Regression.LEVELS, sample.codes("group"))
                            .withReference("some");
            Figures after = regression.figures(Regression.design(sample, group), sample);
            assertThat(before.without(OF_LEVELS).differences(after.without(OF_LEVELS), CLOSE))
                    .isEmpty();
            for (String path : before.at().keySet()) {
                if (path.matches("\\.(coefficients|differences)\\{.*group\\.some}\\.value")) {
                    String none = path.replace("group.some", "group.none");
                    String much = path.replace("group.some", "group.much");
                    assertThat(after.number(none))
                            .as(path)
                            .isCloseTo(-before.number(path), within(CLOSE));
                    assertThat(after.number(much))
                            .as(path)
                            .isCloseTo(before.number(much) - before.number(path), within(CLOSE));
                }
            }
        }
    }
}
