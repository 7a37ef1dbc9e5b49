package eyebright.stats.laws;

import static eyebright.stats.laws.Law.inverted;
import static eyebright.stats.laws.Law.negated;
import static eyebright.stats.laws.Law.same;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which of two groups, questions or variables is called the first decides a sign and nothing else.
class SwapTest {

    private static Sample groups(Sample sample) {
        return sample.with("two", code -> 1 - code);
    }

    private static Law groups(String statistic, UnaryOperator<Figures> figures) {
        return Law.of(statistic, SwapTest::groups, figures);
    }

    /// The tests against either end of a margin around 0 change places.
    private static Figures otherEnd(Figures figures) {
        return figures.negated("\\.effect|\\.(aboveLow|belowHigh)\\.statistic")
                .renamed(Map.of("aboveLow", "belowHigh", "belowHigh", "aboveLow"));
    }

    static Stream<Law> ofTwoGroups() {
        return Stream.of(
                groups("StudentTTest", negated("\\.difference|\\.test\\.statistic")),
                groups("WelchTTest", negated("\\.difference|\\.test\\.statistic")),
                groups("CohensD", negated("")),
                groups("HedgesG", negated("")),
                groups("EquivalenceTest of means", SwapTest::otherEnd),
                groups("EquivalenceTest of shares", SwapTest::otherEnd),
                groups("MannWhitney", negated("\\.rankBiserial")).but("\\.test\\.statistic"),
                groups("MannWhitney, normal", negated("\\.rankBiserial"))
                        .but("\\.test\\.statistic"),
                same("JzsTTest of two samples", SwapTest::groups),
                groups("FisherTest", inverted("\\.oddsRatio")),
                groups("FisherTest at 95 %", inverted("\\.oddsRatio")),
                same("ChiSquaredTest of Yates", SwapTest::groups),
                groups("ProportionDifference", negated("")),
                groups("RiskRatio", inverted("")),
                groups("OddsRatio", inverted("")));
    }

    @ParameterizedTest
    @MethodSource("ofTwoGroups")
    void theOtherGroupFirstTurnsTheDifferenceAndKeepsItsTest(Law law) {
        assertThat(law.breaches()).isEmpty();
    }

    private static Law scores(String statistic, UnaryOperator<Figures> figures) {
        return Law.of(statistic, sample -> sample.swapped("x", "y"), figures);
    }

    private static Law answers(String statistic, UnaryOperator<Figures> figures) {
        return Law.of(statistic, sample -> sample.swapped("yes", "also"), figures);
    }

    static Stream<Law> ofPairs() {
        return Stream.of(
                scores("PairedTTest", negated("\\.difference|\\.test\\.statistic")),
                scores("CohensD of pairs", negated("")),
                scores("HedgesG of pairs", negated("")),
                scores("WilcoxonSignedRank", negated("\\.rankBiserial")).but("\\.test\\.statistic"),
                scores("EquivalenceTest of paired means", SwapTest::otherEnd),
                scores("JzsTTest of one sample", figures -> figures),
                scores("PearsonCorrelation", figures -> figures),
                scores("SpearmanCorrelation", figures -> figures),
                scores("KendallTau", figures -> figures),
                answers("McNemarTest", figures -> figures).but("\\.(exact|midP)\\.statistic"),
                answers("PairedProportionDifference", negated("")),
                answers("EquivalenceTest of paired shares", SwapTest::otherEnd),
                Law.of(
                        "DependentCorrelations, overlapping",
                        sample -> sample.swapped("y", "a"),
                        negated("\\.difference|\\.(williams|steiger)\\.statistic")),
                Law.of(
                        "DependentCorrelations, separate",
                        sample -> sample.swapped("x", "a").swapped("y", "b"),
                        negated("\\.difference|\\.(williams|steiger)\\.statistic")));
    }

    @ParameterizedTest
    @MethodSource("ofPairs")
    void theOtherOfAPairFirstTurnsTheDifferenceAndKeepsItsTest(Law law) {
        assertThat(law.breaches()).isEmpty();
    }

    private static Law otherOrder(String statistic) {
        return same(statistic, sample -> sample.with("group", code -> (code + 1) % 3));
    }

    static Stream<Law> ofGroups() {
        return Stream.of(
                        "Anova",
                        "EtaSquared",
                        "OmegaSquared",
                        "WelchAnova",
                        "BrownForsythe",
                        "KruskalWallis",
                        "ChiSquaredTest",
                        "GTest",
                        "CramersV",
                        "CramersV, adjusted",
                        "FisherFreemanHalton",
                        "ContingencyBayesFactor")
                .map(SwapTest::otherOrder);
    }

    @ParameterizedTest
    @MethodSource("ofGroups")
    void theOrderOfGroupsChangesNoTestOfAllOfThem(Law law) {
        assertThat(law.breaches()).isEmpty();
    }

    private static Law transposed(String statistic) {
        return same(statistic, sample -> sample.swapped("group", "level"));
    }

    static Stream<Law> ofTables() {
        return Stream.concat(
                Stream.of(
                                "ChiSquaredTest",
                                "GTest",
                                "CramersV",
                                "CramersV, adjusted",
                                "FisherFreemanHalton",
                                "LinearByLinear",
                                "LinearByLinear with scores",
                                "Polychoric",
                                "CohensKappa NONE",
                                "CohensKappa LINEAR",
                                "CohensKappa QUADRATIC")
                        .map(SwapTest::transposed),
                Stream.of("FisherTest", "FisherTest at 95 %", "ChiSquaredTest of Yates")
                        .map(name -> same(name, sample -> sample.swapped("two", "yes"))));
    }

    @ParameterizedTest
    @MethodSource("ofTables")
    void rowsAndColumnsOfATableInEachOthersPlaceChangeNothing(Law law) {
        assertThat(law.breaches()).isEmpty();
    }
}
