package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.mean.OneSampleTTest;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether a score is in seconds or milliseconds, and from where it is counted, changes means and
/// differences of means as it must and nothing else.
class ChangeOfUnitTest {

    private static final int SEEDS = 5;
    private static final double FACTOR = 1000;
    private static final double OFFSET = 1e6;

    /// What is in the unit of the score.
    private static final Map<String, String> IN_THE_UNIT =
            Map.ofEntries(
                    Map.entry("Mean", ""),
                    Map.entry("SkewedMean", ""),
                    Map.entry("Median", ""),
                    Map.entry("OneSampleTTest", "\\.difference"),
                    Map.entry("PairedTTest", "\\.difference"),
                    Map.entry("StudentTTest", "\\.difference"),
                    Map.entry("WelchTTest", "\\.difference"),
                    Map.entry("GamesHowell", "\\[\\d]\\.difference"),
                    Map.entry("TukeyHsd", "\\[\\d]\\.difference"),
                    Map.entry("WeightedMean", "\\.mean|\\.precision\\.standardError"),
                    Map.entry("WeightedMean, all alike", "\\.mean|\\.precision\\.standardError"));

    /// What moves with the score.
    private static final Map<String, String> MOVED =
            Map.of(
                    "Mean", "",
                    "SkewedMean", "",
                    "Median", "",
                    "WeightedMean", "\\.mean",
                    "WeightedMean, all alike", "\\.mean");

    /// What is in its square.
    private static final Map<String, String> IN_ITS_SQUARE =
            Map.of(
                    "Moments", "",
                    "Anova", "\\.(between|within)Squares",
                    "BrownForsythe", "\\.(between|within)Squares");

    static Stream<Statistic> statistics() {
        return Stream.of(
                        OfScores.all(),
                        OfPairsOfScores.all(),
                        OfItems.all().filter(each -> each.name().startsWith("WeightedMean")))
                .flatMap(each -> each)
                .filter(each -> !each.name().contains("Disattenuated by"));
    }

    /// A margin is in the unit of the score and would have to change with it.
    static Stream<Statistic> withoutMargin() {
        return statistics()
                .filter(each -> !each.name().matches("(Equivalence|NonSuperiority).* means"));
    }

    /// The null value of a test of one mean is a value of the score.
    static Stream<Statistic> withoutNullValue() {
        return statistics().filter(each -> !each.name().equals("OneSampleTTest"));
    }

    private static Sample changed(Sample sample, DoubleUnaryOperator change) {
        return sample.with("x", change).with("y", change);
    }

    private static void hold(
            Statistic statistic,
            DoubleUnaryOperator change,
            UnaryOperator<Figures> expected,
            double tolerance) {
        var differences = new ArrayList<String>();
        for (int seed = 1; seed <= statistic.seeds(); seed++) {
            Sample sample = Sample.of(seed);
            differences.addAll(
                    expected.apply(statistic.figures(sample))
                            .differences(statistic.figures(changed(sample, change)), tolerance));
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withoutMargin")
    void aThousandTimesTheScoreIsAThousandTimesTheMeanAndTheSameTest(Statistic statistic) {
        hold(
                statistic,
                x -> FACTOR * x,
                figures ->
                        figures.times(FACTOR, IN_THE_UNIT.getOrDefault(statistic.name(), "none"))
                                .times(
                                        FACTOR * FACTOR,
                                        IN_ITS_SQUARE.getOrDefault(statistic.name(), "none")),
                statistic.exactness().tolerance());
    }

    @ParameterizedTest
    @MethodSource("withoutNullValue")
    void aMillionMoreIsAMillionMoreInTheMeanAndTheSameDifferences(Statistic statistic) {
        hold(
                statistic,
                x -> OFFSET + x,
                figures ->
                        figures.changed(
                                MOVED.getOrDefault(statistic.name(), "none"),
                                value -> OFFSET + value),
                Math.max(1e-9, statistic.exactness().tolerance()));
    }

    @Test
    void aNullValueMovesWithTheScore() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Sample sample = Sample.of(seed);
            var moved = changed(sample, x -> OFFSET + x).moments("x");
            assertThat(
                            Figures.of(OneSampleTTest.of(sample.moments("x"), 0, 0.9), 0.9)
                                    .differences(
                                            Figures.of(OneSampleTTest.of(moved, OFFSET, 0.9), 0.9),
                                            1e-9))
                    .isEmpty();
        }
    }

    private static Law ofItems(String statistic) {
        return Law.same(
                statistic,
                sample ->
                        sample.with("a", answer -> 16 * answer + 3)
                                .with("b", answer -> answer / 4 - 1)
                                .with("f", answer -> answer + 100));
    }

    static Stream<Law> itemsEachInItsOwn() {
        return Stream.of(
                ofItems("MahalanobisDistance"),
                ofItems("MahalanobisDistance, p"),
                ofItems("CronbachAlpha").but("\\.alpha.*|\\.items.*"));
    }

    /// What rests on the correlations of items does not know in which unit each of them is.
    @ParameterizedTest
    @MethodSource("itemsEachInItsOwn")
    void itemsInUnitsOfTheirOwnLieAsFarFromTheOthersAsBefore(Law law) {
        assertThat(law.breaches()).isEmpty();
    }
}
