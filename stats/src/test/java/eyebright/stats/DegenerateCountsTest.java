package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.bayes.ContingencyBayesFactor;
import eyebright.stats.bayes.CorrelationBayesFactor;
import eyebright.stats.bayes.JzsTTest;
import eyebright.stats.bayes.ProportionBayesFactor;
import eyebright.stats.correlation.Polychoric;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
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
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import eyebright.stats.table.RiskRatio;
import eyebright.stats.table.SeveralAnswers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every statistic of tables and counts against inputs that no survey should have and some have: an answer or a
/// reason in plain words.
class DegenerateCountsTest {

    private static final double[] LEVELS = {0.5, 0.95, 0.9999999};

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
