package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everyone twice over: shares, means and coefficients stay, counts and likelihoods double, and errors
/// that come from the number of respondents shrink by the root of two.
class DoubledRowsTest {

    private static final double ROOT = Math.sqrt(2);

    /// A law of the figures of a statistic at some paths: each times a factor.
    record Doubling(String statistic, String paths, double factor) {
        @Override
        public String toString() {
            return "%s, %s times %.3f".formatted(statistic, paths, factor);
        }
    }

    private static Doubling stays(String statistic, String paths) {
        return new Doubling(statistic, paths, 1);
    }

    private static Doubling doubles(String statistic, String paths) {
        return new Doubling(statistic, paths, 2);
    }

    static Stream<Doubling> laws() {
        return Stream.of(ofScores(), ofTables(), ofScales(), ofModels()).flatMap(each -> each);
    }

    private static Stream<Doubling> ofScores() {
        return Stream.of(
                stays("Mean", "\\.value"),
                stays("Median", "\\.value"),
                stays("WelchTTest", "\\.difference\\.value"),
                stays("EtaSquared", "\\.value"),
                doubles("Anova", "\\.(between|within)Squares"),
                doubles("BrownForsythe", "\\.(between|within)Squares"),
                stays("MannWhitney", "\\.rankBiserial\\.value"),
                new Doubling("MannWhitney", "\\.test\\.statistic", 4),
                stays("PearsonCorrelation", "\\.r\\.value"),
                stays("SpearmanCorrelation", "\\.rho\\.value"),
                stays("KendallTau", "\\.tau\\.value"),
                stays("AreaUnderCurve", "\\.value"),
                stays("RocCurve", ".*"),
                stays("BrierScore", ""),
                doubles("Mean", "\\.n"),
                doubles("KendallTau", "\\.tau\\.n"));
    }

    private static Stream<Doubling> ofTables() {
        return Stream.of(
                doubles("ChiSquaredTest", "\\.statistic"),
                doubles("GTest", "\\.statistic"),
                stays("CramersV", "\\.value"),
                new Doubling("AdjustedResiduals", ".*", ROOT),
                stays("LinearByLinear", "\\.correlation\\.value"),
                stays("Polychoric", "\\.value"),
                stays("CohensKappa NONE", "\\.value"),
                stays("CohensKappa QUADRATIC", "\\.value"),
                stays("Proportion, Wilson", "\\.value"),
                stays("ProportionDifference", "\\.value"),
                stays("RiskRatio", "\\.value"),
                stays("OddsRatio", "\\.value"),
                stays("PairedProportionDifference", "\\.value"),
                doubles("McNemarTest", "\\.chiSquared\\.statistic"),
                doubles("CochranQ", "\\.statistic"),
                doubles("CochranArmitage", "\\.test\\.statistic"),
                stays("CochranArmitage", "\\.slope\\.value"),
                stays("SeveralAnswers", "\\.shares.*\\.value"));
    }

    private static Stream<Doubling> ofScales() {
        return Stream.of(
                stays("CronbachAlpha", ".*\\.value"),
                stays("OmegaTotal", "\\.value"),
                doubles("MissingnessTable", "\\.(n|missing\\[\\d]|patterns\\[\\d]\\.count)"),
                stays("WeightedMean", "\\.mean\\.value"),
                stays("WeightedProportion", "\\.share\\.value"),
                stays("Weights", ""));
    }

    private static Stream<Doubling> ofModels() {
        var likely =
                List.of(
                        "LogisticRegression",
                        "PoissonRegression",
                        "NegativeBinomialRegression",
                        "ProportionalOdds",
                        "MultinomialRegression",
                        "ConditionalLogistic",
                        "RandomInterceptLogistic");
        return Stream.of(
                        likely.stream()
                                .flatMap(
                                        each ->
                                                Stream.of(
                                                        doubles(each, "\\.logLikelihood"),
                                                        stays(
                                                                each,
                                                                "\\.coefficients\\{.*}\\.value"),
                                                        new Doubling(
                                                                each,
                                                                "\\.coefficients\\{.*}\\.error",
                                                                1 / ROOT))),
                        Stream.of("LogisticRegression, robust", "StackedModel")
                                .flatMap(
                                        each ->
                                                Stream.of(
                                                        stays(
                                                                each,
                                                                "\\.coefficients\\{.*}\\.value"))),
                        Stream.of(
                                stays("LinearRegression", "\\.coefficients\\{.*}\\.value"),
                                stays("LinearRegression", "\\.rSquared"),
                                stays("AverageMarginalEffect", ".*\\.value"),
                                doubles("StackedModel", "\\.equality\\.statistic"),
                                new Doubling(
                                        "StackedModel",
                                        "\\.(coefficients|differences)\\{.*}\\.error",
                                        1 / ROOT),
                                doubles("PoissonRegression", "\\.deviance|\\.pearson"),
                                doubles(
                                        "ProportionalOdds",
                                        "\\.likelihoodRatio\\.test\\.statistic"),
                                doubles("ProportionalOdds", "\\.proportionality\\.statistic")))
                .flatMap(each -> each);
    }

    /// Everyone twice, the second time in a cluster of their own.
    private static Sample twice(Sample sample) {
        int n = sample.n();
        int[] clusters = sample.codes("cluster");
        return sample.everyoneTwice()
                .with(
                        "cluster",
                        IntStream.range(0, 2 * n)
                                .mapToDouble(i -> clusters[i % n] + (i < n ? 0 : n))
                                .toArray());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyoneTwiceMultipliesByAKnownFactor(Doubling law) {
        Statistic statistic = Statistics.named(law.statistic());
        var breaches = new ArrayList<String>();
        for (int seed = 1; seed <= statistic.seeds(); seed++) {
            Sample sample = Sample.of(seed);
            Figures once = statistic.figures(sample).only(law.paths());
            assertThat(once.at()).isNotEmpty();
            breaches.addAll(
                    once.times(law.factor(), ".*")
                            .differences(
                                    statistic.figures(twice(sample)).only(law.paths()),
                                    Math.max(1e-12, statistic.exactness().tolerance())));
        }
        assertThat(breaches).isEmpty();
    }

    /// The interval of a ratio is symmetric on the logarithm, whose error shrinks by the root of two.
    @ParameterizedTest
    @ValueSource(strings = {"OddsRatio", "RiskRatio"})
    void theLogarithmOfARatioHasAnIntervalNarrowerByTheRootOfTwo(String name) {
        Statistic statistic = Statistics.named(name);
        for (int seed = 1; seed <= statistic.seeds(); seed++) {
            Sample sample = Sample.of(seed);
            assertThat(ROOT * width(statistic.figures(twice(sample))))
                    .isCloseTo(width(statistic.figures(sample)), within(1e-12));
        }
    }

    private static double width(Figures ratio) {
        return Math.log(ratio.number(".interval.high") / ratio.number(".interval.low"));
    }
}
