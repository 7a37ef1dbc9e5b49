package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.bayes.ContingencyBayesFactor;
import eyebright.stats.bayes.CorrelationBayesFactor;
import eyebright.stats.bayes.JzsTTest;
import eyebright.stats.bayes.ProportionBayesFactor;
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
import eyebright.stats.correlation.Polychoric;
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
import eyebright.stats.reliability.CohensKappa;
import eyebright.stats.reliability.CronbachAlpha;
import eyebright.stats.reliability.IntraclassCorrelation;
import eyebright.stats.reliability.ItemCovariances;
import eyebright.stats.reliability.OmegaTotal;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.AdjustedResiduals;
import eyebright.stats.table.ChiSquaredTest;
import eyebright.stats.table.CochranArmitage;
import eyebright.stats.table.CochranQ;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.CramersV;
import eyebright.stats.table.FisherFreemanHalton;
import eyebright.stats.table.FisherTest;
import eyebright.stats.table.GTest;
import eyebright.stats.table.JointCounts;
import eyebright.stats.table.LinearByLinear;
import eyebright.stats.table.McNemarTest;
import eyebright.stats.table.OddsRatio;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import eyebright.stats.table.RiskRatio;
import eyebright.stats.table.SeveralAnswers;
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

/// Every statistic of answers and counts against inputs that no survey should have and some have: an
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

    /// A statistic of a table of counts.
    record OfTable(String name, Table table) {
        interface Table {
            Object of(ContingencyTable table, double level);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A statistic of four counts.
    record OfCounts(String name, Counts counts) {
        interface Counts {
            Object of(int a, int b, int c, int d, double level);
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
                        (x, y, level) ->
                                PearsonCorrelation.of(
                                        CoMoments.of(x, y).merge(CoMoments.of(y, x)), level)),
                new OfTwo(
                        "PearsonCorrelation",
                        (x, y, level) -> PearsonCorrelation.of(CoMoments.of(x, y), level)),
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

    private static List<ContingencyTable> tables() {
        int large = Integer.MAX_VALUE / 8;
        return List.of(
                ContingencyTable.of(new int[] {0, 0}, new int[] {0, 0}),
                ContingencyTable.of(new int[] {0, 1}, new int[] {0, 0}),
                ContingencyTable.of(new int[] {1, 0}, new int[] {0, 1}),
                ContingencyTable.of(new int[] {0, 1}, new int[] {1, 0}),
                ContingencyTable.of(new int[] {1, 1}, new int[] {1, 1}),
                ContingencyTable.of(new int[] {5, 0}, new int[] {0, 0}),
                ContingencyTable.of(new int[] {5, 5}, new int[] {0, 0}),
                ContingencyTable.of(new int[] {5, 0}, new int[] {5, 0}),
                ContingencyTable.of(new int[] {5, 0}, new int[] {0, 5}),
                ContingencyTable.of(new int[] {500, 0}, new int[] {0, 500}),
                ContingencyTable.of(new int[] {0, 500}, new int[] {500, 0}),
                ContingencyTable.of(new int[] {2000, 0}, new int[] {1, 2000}),
                ContingencyTable.of(new int[] {large, large}, new int[] {large, large}),
                ContingencyTable.of(new int[] {large, 0}, new int[] {0, large}),
                ContingencyTable.of(new int[] {large, 1}, new int[] {1, large}),
                ContingencyTable.of(new int[] {large, 1}, new int[] {1, 0}),
                ContingencyTable.of(
                        new int[] {Integer.MAX_VALUE / 2, 1},
                        new int[] {1, Integer.MAX_VALUE / 2 - 2}),
                ContingencyTable.of(new int[] {0, 0, 0}, new int[] {0, 0, 0}, new int[] {0, 0, 0}),
                ContingencyTable.of(new int[] {3, 0, 0}, new int[] {0, 3, 0}, new int[] {0, 0, 3}),
                ContingencyTable.of(new int[] {3, 0, 2}, new int[] {0, 0, 0}, new int[] {1, 0, 3}),
                ContingencyTable.of(new int[] {1, 2, 3}, new int[] {2, 4, 6}, new int[] {3, 6, 9}),
                ContingencyTable.of(
                        new int[] {1, 2, 300}, new int[] {2, 4000, 6}, new int[] {30000, 6, 9}),
                ContingencyTable.of(new int[] {1, 2, 3}, new int[] {4, 5, 6}),
                ContingencyTable.of(new int[] {7, 0, 0}, new int[] {0, 5, 6}));
    }

    static Stream<OfTable> ofTable() {
        return Stream.of(
                new OfTable(
                        "ChiSquaredTest",
                        (t, _) ->
                                t.whyNotTestable().isPresent()
                                        ? t.whyNotTestable()
                                        : Arrays.stream(ChiSquaredTest.Continuity.values())
                                                .filter(
                                                        c ->
                                                                c
                                                                                == ChiSquaredTest
                                                                                        .Continuity
                                                                                        .UNCORRECTED
                                                                        || (t.rows() == 2
                                                                                && t.columns()
                                                                                        == 2))
                                                .map(c -> ChiSquaredTest.of(t, c))
                                                .toList()),
                new OfTable(
                        "GTest",
                        (t, _) ->
                                t.whyNotTestable().isPresent() ? t.whyNotTestable() : GTest.of(t)),
                new OfTable(
                        "AdjustedResiduals",
                        (t, _) ->
                                t.whyNotTestable().isPresent()
                                        ? t.whyNotTestable()
                                        : AdjustedResiduals.of(t)),
                new OfTable(
                        "CramersV",
                        (t, level) -> List.of(CramersV.of(t, level), CramersV.adjusted(t))),
                new OfTable("LinearByLinear", (t, _) -> LinearByLinear.of(t)),
                new OfTable(
                        "FisherTest",
                        (t, level) ->
                                t.rows() == 2 && t.columns() == 2 && t.total() < 1_000_000
                                        ? FisherTest.of(t, level)
                                        : 0),
                new OfTable(
                        "FisherFreemanHalton",
                        (t, _) ->
                                t.total() < 100 && t.whyNotTestable().isEmpty()
                                        ? FisherFreemanHalton.of(t, KeyedStream.of("a", "b", 0))
                                        : 0),
                new OfTable("Polychoric", (t, level) -> Polychoric.of(t, level)),
                new OfTable("ContingencyBayesFactor", (t, _) -> ContingencyBayesFactor.of(t)),
                new OfTable(
                        "CohensKappa",
                        (t, level) ->
                                t.rows() != t.columns()
                                        ? 0
                                        : Arrays.stream(CohensKappa.Weights.values())
                                                .map(weights -> CohensKappa.of(t, weights, level))
                                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("ofTable")
    void tablesGiveAnAnswerOrAReason(OfTable statistic) {
        var faults = new ArrayList<String>();
        for (var table : tables()) {
            for (double level : LEVELS) {
                faults.addAll(
                        Soundness.faults(
                                statistic.name() + table.counts() + " at " + level,
                                level,
                                () -> statistic.table().of(table, level)));
            }
        }
        assertThat(faults).isEmpty();
    }

    static Stream<OfCounts> ofCounts() {
        return Stream.of(
                new OfCounts(
                        "wilson",
                        (a, _, c, _, level) -> a > c ? 0 : Proportion.wilson(a, c, level)),
                new OfCounts(
                        "exact", (a, _, c, _, level) -> a > c ? 0 : Proportion.exact(a, c, level)),
                new OfCounts(
                        "exactTest",
                        (a, _, c, _, _) ->
                                a > c || c > 100
                                        ? 0
                                        : List.of(
                                                Proportion.exactTest(a, c, 0.5),
                                                Proportion.exactTest(a, c, 1e-12),
                                                Proportion.exactTest(a, c, 1 - 1e-12))),
                new OfCounts(
                        "newcombe",
                        (a, b, c, d, level) ->
                                a > c || b > d
                                        ? 0
                                        : ProportionDifference.newcombe(a, c, b, d, level)),
                new OfCounts(
                        "OddsRatio",
                        (a, b, c, d, level) ->
                                a > c || b > d ? 0 : OddsRatio.of(a, c, b, d, level)),
                new OfCounts(
                        "RiskRatio",
                        (a, b, c, d, level) ->
                                a > c || b > d ? 0 : RiskRatio.of(a, c, b, d, level)),
                new OfCounts(
                        "PairedProportionDifference",
                        (a, b, c, d, level) -> PairedProportionDifference.of(a, b, c, d, level)),
                new OfCounts("McNemarTest", (a, b, _, _, _) -> McNemarTest.of(a, b)),
                new OfCounts(
                        "CochranArmitage",
                        (a, b, c, d, level) ->
                                a > c || b > d
                                        ? 0
                                        : CochranArmitage.of(List.of(a, b), List.of(c, d), level)),
                new OfCounts(
                        "shares",
                        (a, b, c, d, level) ->
                                a > c || b > d
                                        ? 0
                                        : EquivalenceTest.of(
                                                Effect.shares(a, c, b, d),
                                                new Margin(-0.1, 0.1),
                                                (1 - level) / 2)),
                new OfCounts(
                        "share",
                        (a, _, c, _, level) ->
                                a > c
                                        ? 0
                                        : EquivalenceTest.of(
                                                Effect.share(a, c),
                                                new Margin(0.1, 0.2),
                                                (1 - level) / 2)),
                new OfCounts(
                        "pairedShares",
                        (a, b, c, d, level) ->
                                EquivalenceTest.of(
                                        Effect.pairedShares(a, b, c, d),
                                        new Margin(-0.1, 0.1),
                                        (1 - level) / 2)),
                new OfCounts(
                        "ProportionBayesFactor",
                        (a, _, c, _, _) ->
                                a > c
                                        ? 0
                                        : List.of(
                                                ProportionBayesFactor.of(a, c, 0.5, 0.5),
                                                ProportionBayesFactor.of(a, c, 1e-9, 1e-3),
                                                ProportionBayesFactor.of(a, c, 0.999, 10))),
                new OfCounts(
                        "JzsTTest",
                        (a, b, c, d, _) ->
                                List.of(
                                        JzsTTest.oneSample(a - (double) b, c, JzsTTest.MEDIUM),
                                        JzsTTest.twoSamples(
                                                a * 1e9, c / 2, d / 2, JzsTTest.MEDIUM))),
                new OfCounts(
                        "CorrelationBayesFactor",
                        (a, b, c, _, _) ->
                                List.of(
                                        CorrelationBayesFactor.of(a > b ? 1 : -1, c, 1),
                                        CorrelationBayesFactor.of(
                                                a > b ? 0 : 1 - 1e-15, c, 1 / 3.0))),
                new OfCounts(
                        "correlation",
                        (a, b, c, _, level) ->
                                EquivalenceTest.of(
                                        Effect.correlation(a > b ? 1 - 1e-16 : 0, c),
                                        new Margin(-0.1, 0.1),
                                        (1 - level) / 2)),
                new OfCounts(
                        "SeveralAnswers",
                        (a, b, c, d, level) -> {
                            var some =
                                    List.of(
                                            new boolean[] {a > 0, b > 0},
                                            new boolean[] {c > 0, d > 0});
                            var counts = JointCounts.of(2, a + b == 0 ? List.of() : some);
                            return List.of(SeveralAnswers.of(counts, level), CochranQ.of(counts));
                        }));
    }

    @ParameterizedTest
    @MethodSource("ofCounts")
    void countsGiveAnAnswerOrAReason(OfCounts statistic) {
        int[] counts = {0, 1, 2, 50, Integer.MAX_VALUE / 4};
        var faults = new ArrayList<String>();
        for (int a : counts) {
            for (int b : counts) {
                for (int c : counts) {
                    for (int d : counts) {
                        double level = LEVELS[(a + b + c + d) % LEVELS.length];
                        faults.addAll(
                                Soundness.faults(
                                        "%s(%d, %d, %d, %d) at %s"
                                                .formatted(statistic.name(), a, b, c, d, level),
                                        level,
                                        () -> statistic.counts().of(a, b, c, d, level)));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
