package eyebright.stats.laws;

import static eyebright.stats.laws.Law.negated;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A scale that is read the other way round, 5 as 1, turns every association and keeps every test.
class ReversedScaleTest {

    private static Sample negative(Sample sample) {
        return sample.with("x", x -> -x);
    }

    private static Law score(String statistic, UnaryOperator<Figures> figures) {
        return Law.of(statistic, ReversedScaleTest::negative, figures);
    }

    private static Law items(String statistic) {
        return Law.of(
                statistic,
                sample -> {
                    Sample turned = sample;
                    for (String item : OfItems.ITEMS) {
                        turned = turned.with(item, answer -> 6 - answer);
                    }
                    return turned;
                },
                figures -> figures);
    }

    private static Law level(String statistic, UnaryOperator<Figures> figures) {
        return Law.of(statistic, sample -> sample.with("level", code -> 2 - code), figures);
    }

    private static Law yes(String statistic, UnaryOperator<Figures> figures) {
        return Law.of(statistic, sample -> sample.with("yes", code -> 1 - code), figures);
    }

    static Stream<Law> laws() {
        return Stream.of(scores(), itemsAndTables(), regressions()).flatMap(each -> each);
    }

    private static Stream<Law> scores() {
        return Stream.of(
                score("Mean", negated("")),
                score("Median", negated("")),
                score("OneSampleTTest", negated("\\.difference|\\.test\\.statistic")),
                score("StudentTTest", negated("\\.difference|\\.test\\.statistic")),
                score("WelchTTest", negated("\\.difference|\\.test\\.statistic")),
                score("CohensD", negated("")),
                score("HedgesG", negated("")),
                score("Anova", figures -> figures),
                score("EtaSquared", figures -> figures),
                score("OmegaSquared", figures -> figures),
                score("WelchAnova", figures -> figures),
                score("BrownForsythe", figures -> figures),
                score("KruskalWallis", figures -> figures),
                score("GamesHowell", negated("\\[\\d]\\.difference")),
                score("TukeyHsd", negated("\\[\\d]\\.difference")),
                score("DunnTest", negated("\\[\\d]\\.(difference|test\\.statistic)")),
                score("JzsTTest of two samples", figures -> figures),
                score("PearsonCorrelation", negated("\\.r|\\.test\\.statistic")),
                score("SpearmanCorrelation", negated("\\.rho|\\.test\\.statistic")),
                score("KendallTau", negated("\\.tau|\\.test\\.statistic")),
                score("Disattenuated", negated("")),
                score("CorrelationBayesFactor", figures -> figures),
                score("MannWhitney", negated("\\.rankBiserial")).but("\\.test\\.statistic"),
                score("MannWhitney, normal", negated("\\.rankBiserial")).but("\\.test\\.statistic"),
                score("AreaUnderCurve", figures -> figures.changed("", value -> 1 - value)),
                score("WeightedMean", negated("\\.mean")));
    }

    private static Stream<Law> itemsAndTables() {
        return Stream.of(
                items("CronbachAlpha"),
                items("OmegaTotal"),
                items("IntraclassCorrelation DIFFERENT"),
                items("IntraclassCorrelation RANDOM"),
                items("IntraclassCorrelation FIXED"),
                items("LongestRun"),
                items("IndividualVariability"),
                items("MahalanobisDistance"),
                items("PsychometricSynonyms"),
                level("ChiSquaredTest", figures -> figures),
                level("GTest", figures -> figures),
                level("CramersV", figures -> figures),
                level("FisherFreemanHalton", figures -> figures),
                level("LinearByLinear", negated("\\.correlation")),
                level("Polychoric", negated("")),
                yes("Proportion, Wilson", figures -> figures.changed("", value -> 1 - value)),
                yes("Proportion, exact", figures -> figures.changed("", value -> 1 - value)),
                yes("ProportionDifference", negated("")),
                yes("OddsRatio", figures -> figures.inverted("")),
                yes("FisherTest", figures -> figures.inverted("\\.oddsRatio")),
                yes("CochranArmitage", negated("\\.slope")),
                yes("CochranArmitage with scores", negated("\\.slope")),
                yes(
                        "WeightedProportion",
                        figures -> figures.changed("\\.share", value -> 1 - value)));
    }

    private static Stream<Law> regressions() {
        UnaryOperator<Figures> slopes =
                negated("\\.coefficients\\{.*}(\\.test\\.statistic)?|\\.profile");
        UnaryOperator<Figures> odds =
                figures -> slopes.apply(figures).inverted("\\.(waldO|o)ddsRatio|\\.rateRatio");
        UnaryOperator<Figures> ofX =
                figures ->
                        figures.negated("\\.coefficients\\{(high:)?x}(\\.test\\.statistic)?")
                                .negated("\\.profile")
                                .inverted("\\.(waldO|o)ddsRatio|\\.rateRatio");
        return Stream.of(
                yes("LogisticRegression", odds),
                yes("FirthRegression", odds),
                yes("LogisticRegression, clustered", slopes),
                yes("LogisticRegression, robust", slopes),
                yes("RandomInterceptLogistic", odds),
                level(
                        "ProportionalOdds",
                        figures ->
                                odds.apply(figures)
                                        .renamed(
                                                Map.of(
                                                        "low|middle",
                                                        "middle|high",
                                                        "middle|high",
                                                        "low|middle"))),
                Law.of("LinearRegression", sample -> sample.with("y", y -> -y), slopes),
                Law.of("RandomInterceptModel", sample -> sample.with("y", y -> -y), slopes),
                score("LinearRegression", ofX),
                score("LinearRegression, robust", ofX),
                score("LinearRegression, clustered", ofX),
                score("LogisticRegression", ofX),
                score("FirthRegression", ofX),
                score("PoissonRegression", ofX),
                score("NegativeBinomialRegression", ofX),
                score("ProportionalOdds", ofX),
                score("ConditionalLogistic", ofX),
                score("RandomInterceptModel", ofX),
                score("RandomInterceptLogistic", ofX));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aScaleReadTheOtherWayTurnsTheAssociationAndKeepsItsSizeAndTest(Law law) {
        assertThat(law.breaches()).isEmpty();
    }
}
