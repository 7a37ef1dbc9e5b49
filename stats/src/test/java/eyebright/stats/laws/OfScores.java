package eyebright.stats.laws;

import static eyebright.stats.laws.Statistic.iterated;
import static eyebright.stats.laws.Statistic.ofCounts;
import static eyebright.stats.laws.Statistic.ofSums;

import eyebright.stats.bayes.JzsTTest;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.equivalence.NonSuperiorityTest;
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
import eyebright.stats.mean.SkewedMean;
import eyebright.stats.mean.StudentTTest;
import eyebright.stats.mean.TukeyHsd;
import eyebright.stats.mean.WelchAnova;
import eyebright.stats.mean.WelchTTest;
import eyebright.stats.rank.DunnTest;
import eyebright.stats.rank.KruskalWallis;
import eyebright.stats.rank.MannWhitney;
import eyebright.stats.rank.Median;
import eyebright.stats.rank.Ranks;
import eyebright.stats.rank.ValueCounts;
import eyebright.stats.rank.WilcoxonSignedRank;
import java.util.List;
import java.util.stream.Stream;

/// The statistics of a score: means, their effects and tests, and those of its ranks.
final class OfScores {

    private OfScores() {}

    static Stream<Statistic> all() {
        return Stream.of(ofOneGroup(), ofPairs(), ofTwoGroups(), ofThreeGroups(), ofRanks())
                .flatMap(List::stream);
    }

    static Moments group(Sample sample, int code) {
        return sample.moments("x", "group", code);
    }

    static List<Moments> groups(Sample sample) {
        return List.of(group(sample, 0), group(sample, 1), group(sample, 2));
    }

    static Moments differences(Sample sample) {
        return PairedTTest.differences(sample.of("x"), sample.of("y"));
    }

    static ValueCounts values(Sample sample, String group, int... codes) {
        var values = new double[codes.length][];
        for (int i = 0; i < codes.length; i++) {
            values[i] = sample.of("x", group, codes[i]);
        }
        return ValueCounts.of(values);
    }

    private static Moments half(Sample sample, int code) {
        return sample.moments("x", "two", code);
    }

    static List<Statistic> ofOneGroup() {
        return List.of(
                ofSums("Moments", s -> s.moments("x").variance()),
                ofSums("Mean", s -> Mean.of(s.moments("x"), s.level())),
                ofSums("SkewedMean", s -> SkewedMean.of(s.of("x"), s.level())),
                ofSums("OneSampleTTest", s -> OneSampleTTest.of(s.moments("x"), 0, s.level())),
                ofCounts("Median", s -> Median.of(s.of("x"), s.level())));
    }

    static List<Statistic> ofPairs() {
        return List.of(
                ofSums("PairedTTest", s -> PairedTTest.of(differences(s), s.level())),
                ofSums("CohensD of pairs", s -> CohensD.ofPairs(differences(s), s.level())),
                ofSums("HedgesG of pairs", s -> HedgesG.ofPairs(differences(s), s.level())),
                ofCounts(
                        "WilcoxonSignedRank",
                        s ->
                                WilcoxonSignedRank.of(
                                        WilcoxonSignedRank.differences(s.of("x"), s.of("y")),
                                        WilcoxonSignedRank.Method.AUTOMATIC,
                                        s.level())),
                ofSums(
                        "EquivalenceTest of paired means",
                        s ->
                                EquivalenceTest.of(
                                        Effect.pairedMeans(differences(s)),
                                        Margin.around0(0.5),
                                        0.05)),
                iterated(
                        "JzsTTest of one sample",
                        s -> {
                            var test =
                                    PairedTTest.of(differences(s), s.level()).test().orElseThrow();
                            return JzsTTest.oneSample(
                                    test.statistic().orElseThrow(), s.n(), JzsTTest.MEDIUM);
                        }));
    }

    static List<Statistic> ofTwoGroups() {
        return List.of(
                ofSums("StudentTTest", s -> StudentTTest.of(half(s, 0), half(s, 1), s.level())),
                ofSums("WelchTTest", s -> WelchTTest.of(half(s, 0), half(s, 1), s.level())),
                ofSums("CohensD", s -> CohensD.between(half(s, 0), half(s, 1), s.level())),
                ofSums("HedgesG", s -> HedgesG.between(half(s, 0), half(s, 1), s.level())),
                ofSums(
                        "EquivalenceTest of means",
                        s ->
                                EquivalenceTest.of(
                                        Effect.means(half(s, 0), half(s, 1)),
                                        Margin.around0(0.5),
                                        0.05)),
                ofSums(
                        "NonSuperiorityTest of means",
                        s ->
                                NonSuperiorityTest.of(
                                        Effect.means(half(s, 0), half(s, 1)), 0.5, 0.05)),
                iterated(
                        "JzsTTest of two samples",
                        s -> {
                            var test =
                                    StudentTTest.of(half(s, 0), half(s, 1), s.level())
                                            .test()
                                            .orElseThrow();
                            return JzsTTest.twoSamples(
                                    test.statistic().orElseThrow(),
                                    half(s, 0).n(),
                                    half(s, 1).n(),
                                    JzsTTest.MEDIUM);
                        }));
    }

    static List<Statistic> ofThreeGroups() {
        return List.of(
                ofSums("Anova", s -> Anova.of(groups(s))),
                ofSums("EtaSquared", s -> EtaSquared.of(Anova.of(groups(s)), s.level())),
                ofSums("OmegaSquared", s -> OmegaSquared.of(Anova.of(groups(s)), s.level())),
                ofSums("WelchAnova", s -> WelchAnova.of(groups(s), s.level())),
                ofSums("BrownForsythe", s -> BrownForsythe.of(values(s, "group", 0, 1, 2))),
                ofSums("GamesHowell", s -> GamesHowell.of(groups(s), s.level())),
                ofSums("TukeyHsd", s -> TukeyHsd.of(groups(s), s.level())));
    }

    static List<Statistic> ofRanks() {
        return List.of(
                ofCounts("Ranks", s -> Ranks.of(values(s, "group", 0, 1, 2)).mean(1)),
                ofCounts(
                        "MannWhitney",
                        s ->
                                MannWhitney.of(
                                        values(s, "two", 0, 1),
                                        MannWhitney.Method.AUTOMATIC,
                                        s.level())),
                ofCounts(
                        "MannWhitney, normal",
                        s ->
                                MannWhitney.of(
                                        values(s, "two", 0, 1),
                                        MannWhitney.Method.NORMAL,
                                        s.level())),
                ofCounts("KruskalWallis", s -> KruskalWallis.of(values(s, "group", 0, 1, 2))),
                ofCounts("DunnTest", s -> DunnTest.of(values(s, "group", 0, 1, 2))));
    }
}
