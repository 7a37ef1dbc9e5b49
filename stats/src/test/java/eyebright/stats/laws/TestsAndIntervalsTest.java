package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where a test and an interval come from the same statistic, p is below 0.05 exactly if the 95 %
/// interval leaves the null value out.
class TestsAndIntervalsTest {

    private static final int SEEDS = 20;

    /// A statistic that has both.
    ///
    /// @param interval path of the estimate
    /// @param p path of the test
    record Both(String statistic, String interval, String p, double nullValue) {
        @Override
        public String toString() {
            return statistic + interval;
        }
    }

    private static Stream<Both> ofDifferences() {
        return Stream.of(
                        List.of(
                                new Both("OneSampleTTest", ".difference", ".test.p", 0),
                                new Both("PairedTTest", ".difference", ".test.p", 0),
                                new Both("StudentTTest", ".difference", ".test.p", 0),
                                new Both("WelchTTest", ".difference", ".test.p", 0)),
                        List.of(
                                new Both("TukeyHsd", "[0].difference", "[0].test.p", 0),
                                new Both("TukeyHsd", "[2].difference", "[2].test.p", 0),
                                new Both("GamesHowell", "[1].difference", "[1].test.p", 0)))
                .flatMap(List::stream);
    }

    private static Stream<Both> ofCoefficients() {
        return Stream.of(
                        "LinearRegression",
                        "LinearRegression, robust",
                        "LinearRegression, clustered",
                        "LogisticRegression",
                        "LogisticRegression, clustered",
                        "PoissonRegression",
                        "PoissonRegression, its covariances and effects",
                        "ProportionalOdds",
                        "ConditionalLogistic",
                        "RandomInterceptModel",
                        "StackedModel")
                .map(
                        each ->
                                new Both(
                                        each,
                                        each.equals("StackedModel")
                                                ? ".differences{x}"
                                                : ".coefficients{group.some}",
                                        each.equals("StackedModel")
                                                ? ".differences{x}.test.p"
                                                : ".coefficients{group.some}.test.p",
                                        0));
    }

    /// Profile intervals are the values that the likelihood-ratio test does not reject.
    private static Stream<Both> ofProfiles() {
        return Stream.of("ProportionalOdds", "ConditionalLogistic")
                .flatMap(
                        each ->
                                Stream.of(
                                        new Both(each, ".profile", ".likelihoodRatio.test.p", 0),
                                        new Both(
                                                each, ".oddsRatio", ".likelihoodRatio.test.p", 1)));
    }

    static Stream<Both> all() {
        return Stream.of(ofDifferences(), ofCoefficients(), ofProfiles()).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTestRejectsExactlyWhatTheIntervalLeavesOut(Both both) {
        Statistic statistic = Statistics.named(both.statistic());
        var disagreements = new ArrayList<String>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Figures figures = statistic.figures(Sample.of(seed));
            boolean isOut =
                    figures.number(both.interval() + ".interval.low") > both.nullValue()
                            || figures.number(both.interval() + ".interval.high")
                                    < both.nullValue();
            if (isOut != figures.number(both.p()) < 0.05) {
                disagreements.add("seed %d: %s".formatted(seed, figures));
            }
        }
        assertThat(disagreements).isEmpty();
    }

    static Stream<String> equivalences() {
        return Stream.of(OfScores.all(), OfPairsOfScores.all(), OfTables.all())
                .flatMap(each -> each)
                .map(Statistic::name)
                .filter(each -> each.startsWith("EquivalenceTest"))
                .sorted();
    }

    /// Both one-sided tests at 0.05 reject exactly if the 90 % interval lies within the margin.
    @ParameterizedTest
    @MethodSource("equivalences")
    void equivalenceIsAnIntervalWithinTheMargin(String name) {
        Statistic statistic = Statistics.named(name);
        var disagreements = new ArrayList<String>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Figures figures = statistic.figures(Sample.of(seed));
            boolean isWithin =
                    figures.number(".effect.interval.low") > figures.number(".margin.low")
                            && figures.number(".effect.interval.high")
                                    < figures.number(".margin.high");
            double p = Math.max(figures.number(".aboveLow.p"), figures.number(".belowHigh.p"));
            if (isWithin != p < 0.05) {
                disagreements.add("seed %d: %s".formatted(seed, figures));
            }
        }
        assertThat(disagreements).isEmpty();
    }
}
