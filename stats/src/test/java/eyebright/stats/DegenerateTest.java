package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.careless.Answers;
import eyebright.stats.careless.EvenOddConsistency;
import eyebright.stats.careless.IndividualVariability;
import eyebright.stats.careless.LongestRun;
import eyebright.stats.careless.MahalanobisDistance;
import eyebright.stats.careless.PsychometricSynonyms;
import eyebright.stats.correlation.CoMoments;
import eyebright.stats.correlation.KendallTau;
import eyebright.stats.correlation.PairCounts;
import eyebright.stats.correlation.PearsonCorrelation;
import eyebright.stats.correlation.SpearmanCorrelation;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.equivalence.NonSuperiorityTest;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.mean.Anova;
import eyebright.stats.mean.BrownForsythe;
import eyebright.stats.mean.CohensD;
import eyebright.stats.mean.EtaSquared;
import eyebright.stats.mean.GamesHowell;
import eyebright.stats.mean.HedgesG;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.OmegaSquared;
import eyebright.stats.mean.OneSampleTTest;
import eyebright.stats.mean.PairedTTest;
import eyebright.stats.mean.StudentTTest;
import eyebright.stats.mean.TukeyHsd;
import eyebright.stats.mean.WelchAnova;
import eyebright.stats.mean.WelchTTest;
import eyebright.stats.rank.DunnTest;
import eyebright.stats.rank.KruskalWallis;
import eyebright.stats.rank.MannWhitney;
import eyebright.stats.rank.ValueCounts;
import eyebright.stats.rank.WilcoxonSignedRank;
import eyebright.stats.reliability.CronbachAlpha;
import eyebright.stats.reliability.IntraclassCorrelation;
import eyebright.stats.reliability.ItemCovariances;
import eyebright.stats.reliability.OmegaTotal;
import eyebright.stats.weighting.WeightedMean;
import eyebright.stats.weighting.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every statistic of answers against inputs that no survey should have and some have: an
/// answer or a reason in plain words.
class DegenerateTest {

    /// Inputs of which the noncentral distributions are quickly done.
    private static final List<Integer> QUICK =
            List.of(0, 1, 2, 3, 4, 5, 6, 8, 14, 18, 20, 23, 24, 26);

    private static final double[] LEVELS = {0.5, 0.95, 0.9999999};

    /// A statistic of one array of answers.
    record OfOne(String name, One one) {
        interface One {
            Object of(double[] values, double level);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A statistic of two arrays of answers.
    record OfTwo(String name, Two two) {
        interface Two {
            Object of(double[] a, double[] b, double level);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<double[]> nasty() {
        return List.of(
                new double[] {},
                new double[] {3},
                new double[] {3, 3},
                new double[] {3, 4},
                new double[] {3, 3, 3, 3, 3, 3},
                new double[] {3, 3, 3, 3, 3, 4},
                new double[] {1, 2, 3, 4, 5, 6},
                new double[] {-6, -5, -4, -3, -2, -1},
                new double[] {2, 1, 2, 5, 4, 1},
                shifted(1e9),
                shifted(1e15),
                shifted(-1e15),
                scaled(1e-300),
                scaled(1e-160),
                scaled(Double.MIN_VALUE),
                scaled(1e100),
                scaled(1e150),
                scaled(1e153),
                scaled(1e300),
                scaled(-1e300),
                scaled(2e307),
                new double[] {0, 0, 0, 0, 0, Double.MAX_VALUE},
                new double[] {-Double.MAX_VALUE, 0, 0, 0, 0, Double.MAX_VALUE},
                new double[] {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE},
                new double[] {1, 1e-300, 1e300, -1e300, 1e-15, 1e15},
                new double[] {1, 1, 1, 1, 1, 1 + 1e-15},
                new double[] {0, -0.0, 0, -0.0, 1, 0});
    }

    private static double[] shifted(double by) {
        return new double[] {by + 1, by + 2, by + 3, by + 1, by + 5, by + 2};
    }

    private static double[] scaled(double by) {
        return new double[] {by, 2 * by, 3 * by, by, 5 * by, 2 * by};
    }

    static Stream<OfOne> ofOne() {
        return Stream.of(
                new OfOne(
                        "Moments",
                        (x, _) -> List.of(Moments.of(x).mean(), Moments.of(x).meanRest())),
                new OfOne("Mean", (x, level) -> Mean.of(Moments.of(x), level)),
                new OfOne(
                        "OneSampleTTest", (x, level) -> OneSampleTTest.of(Moments.of(x), 3, level)),
                new OfOne(
                        "OneSampleTTest far",
                        (x, level) -> OneSampleTTest.of(Moments.of(x), -1.7e308, level)),
                new OfOne("CohensD.ofPairs", (x, level) -> CohensD.ofPairs(Moments.of(x), level)),
                new OfOne("HedgesG.ofPairs", (x, level) -> HedgesG.ofPairs(Moments.of(x), level)),
                new OfOne("PairedTTest", (x, level) -> PairedTTest.of(Moments.of(x), level)),
                new OfOne(
                        "Wilcoxon",
                        (x, level) ->
                                WilcoxonSignedRank.of(
                                        ValueCounts.of(x),
                                        WilcoxonSignedRank.Method.AUTOMATIC,
                                        level)),
                new OfOne(
                        "Wilcoxon, normal",
                        (x, level) ->
                                WilcoxonSignedRank.of(
                                        ValueCounts.of(x),
                                        WilcoxonSignedRank.Method.NORMAL,
                                        level)),
                new OfOne(
                        "IndividualVariability",
                        (x, _) -> IndividualVariability.of(Answers.complete(x))),
                new OfOne("LongestRun", (x, _) -> LongestRun.of(Answers.complete(x))),
                new OfOne(
                        "pairedMeans",
                        (x, level) ->
                                EquivalenceTest.of(
                                        Effect.pairedMeans(Moments.of(x)),
                                        new Margin(-1, 1),
                                        (1 - level) / 2)),
                new OfOne(
                        "WeightedMean",
                        (x, level) ->
                                x.length == 0
                                        ? 0
                                        : WeightedMean.of(
                                                x, all(x.length), Weights.equal(x.length), level)));
    }

    private static BitSet all(int n) {
        var set = new BitSet();
        set.set(0, n);
        return set;
    }

    @ParameterizedTest
    @MethodSource("ofOne")
    void answersOfOneKindGiveAnAnswerOrAReason(OfOne statistic) {
        var faults = new ArrayList<String>();
        for (double[] values : nasty()) {
            for (double level :
                    statistic.name().endsWith("ofPairs") ? new double[] {0.95} : LEVELS) {
                faults.addAll(
                        Soundness.faults(
                                statistic.name() + Arrays.toString(values) + " at " + level,
                                level,
                                () -> statistic.one().of(values, level)));
            }
        }
        assertThat(faults).isEmpty();
    }

    static Stream<OfTwo> ofTwo() {
        return Stream.of(
                new OfTwo(
                        "merged Moments",
                        (x, y, level) -> Mean.of(Moments.of(x).merge(Moments.of(y)), level)),
                new OfTwo(
                        "WelchTTest",
                        (x, y, level) -> WelchTTest.of(Moments.of(x), Moments.of(y), level)),
                new OfTwo(
                        "StudentTTest",
                        (x, y, level) -> StudentTTest.of(Moments.of(x), Moments.of(y), level)),
                new OfTwo(
                        "CohensD",
                        (x, y, level) -> CohensD.between(Moments.of(x), Moments.of(y), level)),
                new OfTwo(
                        "HedgesG",
                        (x, y, level) -> HedgesG.between(Moments.of(x), Moments.of(y), level)),
                new OfTwo("Anova", (x, y, _) -> Anova.of(List.of(Moments.of(x), Moments.of(y)))),
                new OfTwo(
                        "EtaSquared",
                        (x, y, level) ->
                                EtaSquared.of(
                                        Anova.of(List.of(Moments.of(x), Moments.of(y))), level)),
                new OfTwo(
                        "OmegaSquared",
                        (x, y, level) ->
                                OmegaSquared.of(
                                        Anova.of(List.of(Moments.of(x), Moments.of(y))), level)),
                new OfTwo(
                        "WelchAnova",
                        (x, y, level) ->
                                WelchAnova.of(
                                        List.of(Moments.of(x), Moments.of(y), Moments.of(x)),
                                        level)),
                new OfTwo(
                        "GamesHowell",
                        (x, y, level) ->
                                GamesHowell.of(List.of(Moments.of(x), Moments.of(y)), level)),
                new OfTwo(
                        "TukeyHsd",
                        (x, y, level) -> TukeyHsd.of(List.of(Moments.of(x), Moments.of(y)), level)),
                new OfTwo("BrownForsythe", (x, y, _) -> BrownForsythe.of(ValueCounts.of(x, y))),
                new OfTwo("KruskalWallis", (x, y, _) -> KruskalWallis.of(ValueCounts.of(x, y))),
                new OfTwo("DunnTest", (x, y, _) -> DunnTest.of(ValueCounts.of(x, y, x))),
                new OfTwo(
                        "MannWhitney",
                        (x, y, level) ->
                                MannWhitney.of(
                                        ValueCounts.of(x, y), MannWhitney.Method.AUTOMATIC, level)),
                new OfTwo(
                        "MannWhitney, normal",
                        (x, y, level) ->
                                MannWhitney.of(
                                        ValueCounts.of(x, y), MannWhitney.Method.NORMAL, level)),
                new OfTwo(
                        "means",
                        (x, y, level) ->
                                EquivalenceTest.of(
                                        Effect.means(Moments.of(x), Moments.of(y)),
                                        new Margin(-1, 1),
                                        (1 - level) / 2)),
                new OfTwo(
                        "means below",
                        (x, y, level) ->
                                NonSuperiorityTest.of(
                                        Effect.means(Moments.of(x), Moments.of(y)),
                                        1,
                                        (1 - level) / 2)));
    }

    /// What takes long takes fewer inputs.
    private static boolean isSlow(OfTwo statistic) {
        return List.of("CohensD", "HedgesG", "GamesHowell", "TukeyHsd").contains(statistic.name());
    }

    /// Every fifth of the inputs, from another one each time.
    private static List<double[]> others(double[] x) {
        var all = nasty();
        return IntStream.range(0, all.size())
                .filter(i -> i % 5 == Arrays.hashCode(x) % 5 || i == 6)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofTwo")
    void answersOfTwoGroupsGiveAnAnswerOrAReason(OfTwo statistic) {
        var faults = new ArrayList<String>();
        for (double[] x : isSlow(statistic) ? QUICK.stream().map(nasty()::get).toList() : nasty()) {
            for (double[] y : isSlow(statistic) ? List.of(nasty().get(6)) : others(x)) {
                double level = LEVELS[(x.length + y.length) % LEVELS.length];
                faults.addAll(
                        Soundness.faults(
                                statistic.name()
                                        + Arrays.toString(x)
                                        + Arrays.toString(y)
                                        + " at "
                                        + level,
                                level,
                                () -> statistic.two().of(x, y, level)));
            }
        }
        assertThat(faults).isEmpty();
    }

    static Stream<OfTwo> ofPairs() {
        return Stream.of(
                new OfTwo(
                        "CoMoments",
                        (x, y, _) ->
                                List.of(CoMoments.of(x, y).meanX(), CoMoments.of(x, y).meanY())),
                new OfTwo(
                        "merged CoMoments",
                        (x, y, _) -> CoMoments.of(x, y).merge(CoMoments.of(y, x)).correlation()),
                new OfTwo("PearsonCorrelation", PearsonCorrelation::of),
                new OfTwo(
                        "SpearmanCorrelation",
                        (x, y, level) -> SpearmanCorrelation.of(PairCounts.of(x, y), level)),
                new OfTwo("KendallTau", (x, y, level) -> KendallTau.of(PairCounts.of(x, y), level)),
                new OfTwo(
                        "PairedTTest",
                        (x, y, level) -> PairedTTest.of(PairedTTest.differences(x, y), level)),
                new OfTwo(
                        "Wilcoxon",
                        (x, y, level) ->
                                WilcoxonSignedRank.of(
                                        WilcoxonSignedRank.differences(x, y),
                                        WilcoxonSignedRank.Method.AUTOMATIC,
                                        level)),
                new OfTwo(
                        "CronbachAlpha",
                        (x, y, level) ->
                                CronbachAlpha.of(
                                        ItemCovariances.of(List.of("a", "b"), x, y), level)),
                new OfTwo(
                        "CronbachAlpha of 3",
                        (x, y, level) ->
                                CronbachAlpha.of(
                                        ItemCovariances.of(List.of("a", "b", "c"), x, y, x),
                                        level)),
                new OfTwo(
                        "OmegaTotal",
                        (x, y, level) -> OmegaTotal.of(List.of("a", "b", "c"), level, x, y, x)),
                new OfTwo(
                        "IntraclassCorrelation",
                        (x, y, level) ->
                                x.length == 0
                                        ? 0
                                        : Arrays.stream(IntraclassCorrelation.Raters.values())
                                                .map(
                                                        raters ->
                                                                IntraclassCorrelation.of(
                                                                        Matrix.ofColumns(x, y),
                                                                        raters,
                                                                        level))
                                                .toList()),
                new OfTwo(
                        "EvenOddConsistency",
                        (x, y, _) ->
                                EvenOddConsistency.of(
                                        List.of(
                                                Answers.complete(x),
                                                Answers.complete(y),
                                                Answers.complete(x)))),
                new OfTwo(
                        "MahalanobisDistance",
                        (x, y, _) -> {
                            var respondents =
                                    IntStream.range(0, x.length)
                                            .mapToObj(i -> Answers.complete(x[i], y[i]))
                                            .toList();
                            var distance = MahalanobisDistance.among(respondents);
                            return respondents.stream()
                                    .map(each -> List.of(distance.of(each), distance.p(each)))
                                    .toList();
                        }),
                new OfTwo(
                        "PsychometricSynonyms",
                        (x, y, _) -> {
                            var respondents =
                                    IntStream.range(0, x.length)
                                            .mapToObj(
                                                    i ->
                                                            Answers.complete(
                                                                    x[i], y[i], x[i], y[i], y[i],
                                                                    x[i]))
                                            .toList();
                            var pairs =
                                    PsychometricSynonyms.among(
                                            respondents, PsychometricSynonyms.Kind.SYNONYMS, 0.5);
                            return List.of(pairs, respondents.stream().map(pairs::of).toList());
                        }));
    }

    @ParameterizedTest
    @MethodSource("ofPairs")
    void pairsOfAnswersGiveAnAnswerOrAReason(OfTwo statistic) {
        var faults = new ArrayList<String>();
        for (double[] x : nasty()) {
            for (double[] y : others(x)) {
                double level = LEVELS[(x.length + y.length) % LEVELS.length];
                if (x.length == y.length) {
                    faults.addAll(
                            Soundness.faults(
                                    statistic.name()
                                            + Arrays.toString(x)
                                            + Arrays.toString(y)
                                            + " at "
                                            + level,
                                    level,
                                    () -> statistic.two().of(x, y, level)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
