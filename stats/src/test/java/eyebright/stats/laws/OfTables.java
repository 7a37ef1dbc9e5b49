package eyebright.stats.laws;

import static eyebright.stats.laws.Statistic.ofCounts;

import eyebright.stats.bayes.ContingencyBayesFactor;
import eyebright.stats.bayes.ProportionBayesFactor;
import eyebright.stats.correlation.Polychoric;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.equivalence.NonSuperiorityTest;
import eyebright.stats.family.Adjustment;
import eyebright.stats.family.SimultaneousIntervals;
import eyebright.stats.reliability.CohensKappa;
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
import eyebright.stats.table.OneSidedBinomialTest;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import eyebright.stats.table.RiskRatio;
import eyebright.stats.table.SeveralAnswers;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The statistics of counts: shares, tables, several answers.
final class OfTables {

    private OfTables() {}

    static Stream<Statistic> all() {
        return Stream.of(
                        ofTables(),
                        ofSquareTables(),
                        ofFourfoldTables(),
                        ofShares(),
                        ofTwoShares(),
                        ofPairedShares(),
                        ofSeveralAnswers())
                .flatMap(List::stream);
    }

    static KeyedStream stream() {
        return KeyedStream.of("laws", "tables", 1);
    }

    /// A statistic of the table of group by level.
    private static Statistic ofTable(String name, Function<ContingencyTable, Object> of) {
        return ofCounts(name, s -> of.apply(s.table("group", 3, "level", 3)));
    }

    private static Statistic withInterval(
            String name, BiFunction<ContingencyTable, Double, Object> of) {
        return ofCounts(name, s -> of.apply(s.table("group", 3, "level", 3), s.level()));
    }

    /// A statistic of the table of two by yes.
    private static Statistic ofFourfold(
            String name, BiFunction<ContingencyTable, Double, Object> of) {
        return ofCounts(name, s -> of.apply(s.table("two", 2, "yes", 2), s.level()));
    }

    /// How many of how many said yes.
    private interface Share {
        Object of(int yes, int n, double level);
    }

    private static Statistic ofShare(String name, Share of) {
        return ofCounts(name, s -> of.of(s.count("yes", 1), s.n(), s.level()));
    }

    /// How many of a group said yes, and how many are in it, of one and of the other.
    private interface TwoShares {
        Object of(int yes, int n, int otherYes, int otherN, double level);
    }

    private static Statistic ofTwo(String name, TwoShares of) {
        return ofCounts(
                name,
                s ->
                        of.of(
                                s.count("two", 0, "yes", 1),
                                s.count("two", 0),
                                s.count("two", 1, "yes", 1),
                                s.count("two", 1),
                                s.level()));
    }

    /// How many said yes to both questions, only to the first, only to the second, to neither.
    private interface PairedShares {
        Object of(int both, int onlyFirst, int onlySecond, int neither, double level);
    }

    private static Statistic ofPaired(String name, PairedShares of) {
        return ofCounts(
                name,
                s ->
                        of.of(
                                s.count("yes", 1, "also", 1),
                                s.count("yes", 1, "also", 0),
                                s.count("yes", 0, "also", 1),
                                s.count("yes", 0, "also", 0),
                                s.level()));
    }

    static JointCounts joint(Sample sample) {
        return JointCounts.of(
                3,
                IntStream.range(0, sample.n())
                        .mapToObj(
                                i ->
                                        new boolean[] {
                                            sample.of("yes")[i] == 1,
                                            sample.of("also")[i] == 1,
                                            sample.of("a")[i] > 3
                                        })
                        .toList());
    }

    static List<Statistic> ofTables() {
        return List.of(
                ofTable("ChiSquaredTest", ChiSquaredTest::of),
                ofTable("GTest", GTest::of),
                withInterval("CramersV", CramersV::of),
                ofTable("CramersV, adjusted", CramersV::adjusted),
                ofTable("LinearByLinear", LinearByLinear::of),
                ofTable(
                        "LinearByLinear with scores",
                        table ->
                                LinearByLinear.of(
                                        table, List.of(0.0, 1.0, 3.0), List.of(0.0, 1.0, 3.0))),
                ofTable("FisherFreemanHalton", table -> FisherFreemanHalton.of(table, stream())),
                withInterval("Polychoric", Polychoric::of),
                ofTable("AdjustedResiduals", AdjustedResiduals::of),
                ofTable("ContingencyBayesFactor", ContingencyBayesFactor::of),
                ofTable(
                        "FisherFreemanHalton by drawing",
                        table -> FisherFreemanHalton.drawn(table, 500, stream())));
    }

    static List<Statistic> ofSquareTables() {
        return Stream.of(CohensKappa.Weights.values())
                .map(
                        weights ->
                                withInterval(
                                        "CohensKappa " + weights,
                                        (table, level) -> CohensKappa.of(table, weights, level)))
                .toList();
    }

    static List<Statistic> ofFourfoldTables() {
        return List.of(
                ofFourfold("FisherTest", FisherTest::of),
                ofFourfold("FisherTest at 95 %", (table, _) -> FisherTest.of(table)),
                ofFourfold("FisherTest, the test alone", (table, _) -> FisherTest.test(table)),
                ofFourfold(
                        "ChiSquaredTest of Yates",
                        (table, _) -> ChiSquaredTest.of(table, ChiSquaredTest.Continuity.YATES)));
    }

    static List<Statistic> ofShares() {
        return List.of(
                ofShare("Proportion, Wilson", (k, n, level) -> Proportion.wilson(k, n, level)),
                ofShare("Proportion, exact", (k, n, level) -> Proportion.exact(k, n, level)),
                ofShare("Proportion, exact test", (k, n, _) -> Proportion.exactTest(k, n, 0.5)),
                ofShare(
                        "EquivalenceTest of a share",
                        (k, n, _) ->
                                EquivalenceTest.of(Effect.share(k, n), new Margin(0.3, 0.6), 0.05)),
                ofShare(
                        "ProportionBayesFactor",
                        (k, n, _) ->
                                ProportionBayesFactor.of(k, n, 0.5, ProportionBayesFactor.MEDIUM)),
                ofShare(
                        "OneSidedBinomialTest",
                        (k, n, _) ->
                                List.of(
                                        OneSidedBinomialTest.above(k, n, 0.5),
                                        OneSidedBinomialTest.below(k, n, 0.5))));
    }

    private static EquivalenceTest equivalence(Effect effect) {
        return EquivalenceTest.of(effect, Margin.around0(0.2), 0.05);
    }

    static List<Statistic> ofTwoShares() {
        return List.of(
                ofTwo(
                        "ProportionDifference",
                        (k, n, l, m, level) -> ProportionDifference.newcombe(k, n, l, m, level)),
                ofTwo("RiskRatio", (k, n, l, m, level) -> RiskRatio.of(k, n, l, m, level)),
                ofTwo("OddsRatio", (k, n, l, m, level) -> OddsRatio.of(k, n, l, m, level)),
                ofTwo(
                        "EquivalenceTest of shares",
                        (k, n, l, m, _) -> equivalence(Effect.shares(k, n, l, m))),
                ofTwo(
                        "NonSuperiorityTest of shares",
                        (k, n, l, m, _) ->
                                NonSuperiorityTest.of(Effect.shares(k, n, l, m), 0.2, 0.05)));
    }

    static List<Statistic> ofPairedShares() {
        return List.of(
                ofPaired("McNemarTest", (_, first, second, _, _) -> McNemarTest.of(first, second)),
                ofPaired(
                        "PairedProportionDifference",
                        (both, first, second, neither, level) ->
                                PairedProportionDifference.of(both, first, second, neither, level)),
                ofPaired(
                        "EquivalenceTest of paired shares",
                        (both, first, second, neither, _) ->
                                equivalence(Effect.pairedShares(both, first, second, neither))));
    }

    static List<Statistic> ofSeveralAnswers() {
        return List.of(
                ofCounts("CochranQ", s -> CochranQ.of(joint(s))),
                ofCounts("SeveralAnswers", s -> SeveralAnswers.of(joint(s), s.level())),
                ofCounts(
                        "SeveralAnswers at once",
                        s ->
                                SeveralAnswers.simultaneous(
                                        joint(s),
                                        s.level(),
                                        SimultaneousIntervals.BONFERRONI,
                                        Adjustment.HOLM)),
                ofCounts(
                        "SeveralAnswers, chosen more often than every other",
                        s -> SeveralAnswers.of(joint(s), s.level()).moreOftenThanEveryOther(0)),
                ofCounts("CochranArmitage", s -> CochranArmitage.of(yes(s), sizes(s), s.level())),
                ofCounts(
                        "CochranArmitage with scores",
                        s ->
                                CochranArmitage.of(
                                        yes(s), sizes(s), List.of(0.0, 1.0, 3.0), s.level())));
    }

    static List<Integer> yes(Sample sample) {
        return Stream.of(0, 1, 2).map(group -> sample.count("group", group, "yes", 1)).toList();
    }

    static List<Integer> sizes(Sample sample) {
        return Stream.of(0, 1, 2).map(group -> sample.count("group", group)).toList();
    }
}
