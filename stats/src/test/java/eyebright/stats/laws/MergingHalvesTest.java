package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.correlation.CoMoments;
import eyebright.stats.correlation.KendallTau;
import eyebright.stats.correlation.PairCounts;
import eyebright.stats.correlation.SpearmanCorrelation;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
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
import eyebright.stats.reliability.ItemCovariances;
import eyebright.stats.reliability.OmegaTotal;
import eyebright.stats.table.CochranQ;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.JointCounts;
import eyebright.stats.table.SeveralAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Summaries of two halves of the respondents, merged, are the summary of all: exactly where they are
/// counts, to 1e-12 where they are sums.
class MergingHalvesTest {

    private static final int SEEDS = 5;
    private static final double LEVEL = 0.95;

    /// A summary, how two are merged, and what is made of one.
    record Summary<S>(
            String name,
            double tolerance,
            Function<Sample, S> of,
            BinaryOperator<S> merged,
            Function<S, Object> figures) {

        List<String> breaches(Sample sample) {
            S whole = of.apply(sample);
            S ofHalves = merged.apply(of.apply(sample.firstHalf()), of.apply(sample.secondHalf()));
            return Figures.of(figures.apply(whole), LEVEL)
                    .differences(Figures.of(figures.apply(ofHalves), LEVEL), tolerance);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Moments> merged(List<Moments> one, List<Moments> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).merge(other.get(i)))
                .toList();
    }

    private static ContingencyTable added(ContingencyTable one, ContingencyTable other) {
        var counts = new int[one.rows()][one.columns()];
        for (int row = 0; row < one.rows(); row++) {
            for (int column = 0; column < one.columns(); column++) {
                counts[row][column] = one.count(row, column) + other.count(row, column);
            }
        }
        return ContingencyTable.of(counts);
    }

    static Stream<Summary<?>> summaries() {
        return Stream.of(
                new Summary<>(
                        "Moments",
                        1e-12,
                        s -> s.moments("x"),
                        Moments::merge,
                        moments ->
                                List.of(
                                        moments.variance(),
                                        Mean.of(moments, LEVEL),
                                        OneSampleTTest.of(moments, 0, LEVEL))),
                new Summary<>(
                        "Moments of differences",
                        1e-12,
                        OfScores::differences,
                        Moments::merge,
                        moments ->
                                List.of(
                                        PairedTTest.of(moments, LEVEL),
                                        CohensD.ofPairs(moments, LEVEL),
                                        HedgesG.ofPairs(moments, LEVEL),
                                        EquivalenceTest.of(
                                                Effect.pairedMeans(moments),
                                                Margin.around0(0.5),
                                                0.05))),
                new Summary<>(
                        "Moments of groups",
                        1e-11,
                        OfScores::groups,
                        MergingHalvesTest::merged,
                        MergingHalvesTest::ofGroups),
                new Summary<>(
                        "CoMoments",
                        1e-12,
                        s -> CoMoments.of(s.of("x"), s.of("y")),
                        CoMoments::merge,
                        moments -> List.of(moments, moments.correlation())),
                new Summary<>(
                        "PairCounts",
                        0,
                        s -> PairCounts.of(s.of("a"), s.of("b")),
                        PairCounts::merge,
                        pairs ->
                                List.of(
                                        pairs,
                                        SpearmanCorrelation.of(pairs, LEVEL),
                                        KendallTau.of(pairs, LEVEL))),
                new Summary<>(
                        "ValueCounts",
                        0,
                        s -> OfScores.values(s, "group", 0, 1, 2),
                        ValueCounts::merge,
                        values ->
                                List.of(
                                        KruskalWallis.of(values),
                                        DunnTest.of(values),
                                        BrownForsythe.of(values),
                                        MannWhitney.of(
                                                values.select(0, 2),
                                                MannWhitney.Method.AUTOMATIC,
                                                LEVEL))),
                new Summary<>(
                        "ValueCounts of differences",
                        0,
                        s -> WilcoxonSignedRank.differences(s.of("a"), s.of("b")),
                        ValueCounts::merge,
                        values ->
                                WilcoxonSignedRank.of(
                                        values, WilcoxonSignedRank.Method.AUTOMATIC, LEVEL)),
                new Summary<>(
                        "ItemCovariances",
                        1e-7,
                        OfItems::items,
                        ItemCovariances::merge,
                        items -> List.of(CronbachAlpha.of(items, LEVEL), OmegaTotal.value(items))),
                new Summary<>(
                        "ItemCovariances, alpha",
                        1e-12,
                        OfItems::items,
                        ItemCovariances::merge,
                        items -> CronbachAlpha.of(items, LEVEL)),
                new Summary<>(
                        "JointCounts",
                        0,
                        OfTables::joint,
                        JointCounts::merge,
                        counts ->
                                List.of(
                                        counts,
                                        SeveralAnswers.of(counts, LEVEL),
                                        CochranQ.of(counts))),
                new Summary<>(
                        "ContingencyTable",
                        0,
                        s -> s.table("group", 3, "level", 3),
                        MergingHalvesTest::added,
                        table -> table));
    }

    private static Object ofGroups(List<Moments> groups) {
        Moments first = groups.getFirst();
        Moments last = groups.getLast();
        return List.of(
                Anova.of(groups),
                EtaSquared.of(Anova.of(groups), LEVEL),
                OmegaSquared.of(Anova.of(groups), LEVEL),
                WelchAnova.of(groups, LEVEL),
                GamesHowell.of(groups, LEVEL),
                TukeyHsd.of(groups, LEVEL),
                StudentTTest.of(first, last, LEVEL),
                WelchTTest.of(first, last, LEVEL),
                CohensD.between(first, last, LEVEL),
                HedgesG.between(first, last, LEVEL),
                EquivalenceTest.of(Effect.means(first, last), Margin.around0(0.5), 0.05));
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void twoHalvesMergedAreTheWhole(Summary<?> summary) {
        var breaches = new ArrayList<String>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            breaches.addAll(summary.breaches(Sample.of(seed)));
        }
        assertThat(breaches).isEmpty();
    }

    /// Whoever comes last finds the others merged already.
    @ParameterizedTest
    @MethodSource("summaries")
    void theSummaryOfNobodyAddsNothing(Summary<?> summary) {
        addsNothing(summary);
    }

    private static <S> void addsNothing(Summary<S> summary) {
        Sample sample = Sample.of(1);
        S whole = summary.of().apply(sample);
        S nobody = summary.of().apply(sample.rows());
        for (S merged :
                List.of(
                        summary.merged().apply(whole, nobody),
                        summary.merged().apply(nobody, whole))) {
            assertThat(
                            Figures.of(summary.figures().apply(whole), LEVEL)
                                    .differences(
                                            Figures.of(summary.figures().apply(merged), LEVEL), 0))
                    .isEmpty();
        }
    }
}
