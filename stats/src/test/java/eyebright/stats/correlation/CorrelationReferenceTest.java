package eyebright.stats.correlation;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Correlations of real answers against R.
class CorrelationReferenceTest {

    private static final String FILE = "more/correlation.csv";

    @ParameterizedTest
    @CsvSource({
        "cowles,neuroticism,extraversion",
        "students,Height,Wr.Hnd",
        "bfi,A1,A2",
        "bfi,age,O1"
    })
    void correlationsAgreeWithR(String data, String first, String second) {
        var table = CsvTable.read("data/" + data + ".csv").complete(first, second);
        double[] x = table.numbers(first);
        double[] y = table.numbers(second);
        var pearson = PearsonCorrelation.of(x, y, 0.95);
        var spearman = SpearmanCorrelation.of(PairCounts.of(x, y), 0.95);
        var kendall = KendallTau.of(PairCounts.of(x, y), 0.95);
        // That of cor.test, which takes both for normal.
        var fisher = FisherZ.interval(known(pearson.r()).value(), x.length, 0.95);

        ExpectedValues.of("%s %s, %s".formatted(data, first, second))
                .without("bf10")
                .areMetBy(
                        Map.of(
                                "n", (double) known(pearson.r()).n(),
                                "r", known(pearson.r()).value(),
                                "low", fisher.low(),
                                "high", fisher.high(),
                                "p", pearson.test().orElseThrow().p(),
                                "rho", known(spearman.rho()).value(),
                                "rho_p", spearman.test().orElseThrow().p(),
                                "tau_b", known(kendall.tau()).value(),
                                "tau_p", kendall.test().orElseThrow().p()));
    }

    @ParameterizedTest
    @CsvSource({"cowles,neuroticism,extraversion", "students,Height,Wr.Hnd", "bfi,A1,A2"})
    void intervalsAgreeWithR(String data, String first, String second) {
        var table = CsvTable.read("data/" + data + ".csv").complete(first, second);
        intervals(
                "%s %s, %s".formatted(data, first, second),
                table.numbers(first),
                table.numbers(second));
    }

    /// Some of the first nine students have no height.
    @Test
    void intervalsOfFewPairsAgreeWithR() {
        var table = CsvTable.read("data/students.csv");
        var few =
                new CsvTable(table.header(), table.rows().subList(0, 9))
                        .complete("Height", "Wr.Hnd");
        intervals("first 9 students Height, Wr.Hnd", few.numbers("Height"), few.numbers("Wr.Hnd"));
    }

    private static void intervals(String name, double[] x, double[] y) {
        var spearman = interval(SpearmanCorrelation.of(PairCounts.of(x, y), 0.95).rho());
        var kendall = KendallTau.of(PairCounts.of(x, y), 0.95);
        var t = PearsonCorrelation.of(x, y, 0.95).test().orElseThrow();

        ExpectedValues.in(FILE, name)
                .areMetBy(
                        Map.of(
                                "rho_low", spearman.low(),
                                "rho_high", spearman.high(),
                                "tau_low", interval(kendall.tau()).low(),
                                "tau_high", interval(kendall.tau()).high(),
                                "tau_z", kendall.test().orElseThrow().statistic().getAsDouble(),
                                "r_t", t.statistic().getAsDouble()));
    }

    @Test
    void williamsAgreesWithR() {
        var answers = CsvTable.read("data/bfi.csv").complete("A2", "A3", "N1");
        var test =
                DependentCorrelations.overlapping(
                                r(answers, "A2", "A3"),
                                r(answers, "A2", "N1"),
                                r(answers, "A3", "N1"),
                                answers.rows().size(),
                                0.95)
                        .williams()
                        .orElseThrow();

        ExpectedValues.of("bfi r(A2,A3) vs r(A2,N1), dependent")
                .areMetBy(
                        Map.of(
                                "t", test.statistic().getAsDouble(),
                                "p", test.p(),
                                "n", (double) answers.rows().size()));
    }

    @Test
    void overlappingCorrelationsAgreeWithR() {
        var bfi = CsvTable.read("data/bfi.csv");
        overlapping(
                "bfi r(A2,A3) vs r(A2,N1)", bfi.complete("A2", "A3", "N1", "N2"), "A2", "A3", "N1");
        overlapping("first 80 of bfi r(O1,O3) vs r(O1,C1)", first80(bfi), "O1", "O3", "C1");
    }

    private static void overlapping(
            String name, CsvTable answers, String first, String second, String third) {
        var compared =
                DependentCorrelations.overlapping(
                        r(answers, first, second),
                        r(answers, first, third),
                        r(answers, second, third),
                        answers.rows().size(),
                        0.95);
        ExpectedValues.in(FILE, name)
                .areMetBy(
                        Map.of(
                                "difference", known(compared.difference()).value(),
                                "low", interval(compared.difference()).low(),
                                "high", interval(compared.difference()).high(),
                                "steiger_z",
                                        compared.steiger().orElseThrow().statistic().getAsDouble(),
                                "steiger_p", compared.steiger().orElseThrow().p(),
                                "williams_t",
                                        compared.williams().orElseThrow().statistic().getAsDouble(),
                                "williams_p", compared.williams().orElseThrow().p()));
    }

    @Test
    void separateCorrelationsAgreeWithR() {
        var bfi = CsvTable.read("data/bfi.csv");
        separate(
                "bfi r(A2,A3) vs r(N1,N2)",
                bfi.complete("A2", "A3", "N1", "N2"),
                "A2",
                "A3",
                "N1",
                "N2");
        separate("first 80 of bfi r(O1,O3) vs r(C1,C3)", first80(bfi), "O1", "O3", "C1", "C3");
    }

    private static void separate(String name, CsvTable answers, String... item) {
        var compared =
                DependentCorrelations.separate(
                        r(answers, item[0], item[1]),
                        r(answers, item[2], item[3]),
                        r(answers, item[0], item[2]),
                        r(answers, item[0], item[3]),
                        r(answers, item[1], item[2]),
                        r(answers, item[1], item[3]),
                        answers.rows().size(),
                        0.95);
        ExpectedValues.in(FILE, name)
                .areMetBy(
                        Map.of(
                                "difference", known(compared.difference()).value(),
                                "low", interval(compared.difference()).low(),
                                "high", interval(compared.difference()).high(),
                                "steiger_z",
                                        compared.steiger().orElseThrow().statistic().getAsDouble(),
                                "steiger_p", compared.steiger().orElseThrow().p()));
    }

    private static CsvTable first80(CsvTable bfi) {
        var complete = bfi.complete("O1", "O3", "C1", "C3");
        return new CsvTable(complete.header(), complete.rows().subList(0, 80));
    }

    private static double r(CsvTable answers, String first, String second) {
        var moments = CoMoments.of(answers.numbers(first), answers.numbers(second));
        return known(moments.correlation()).value();
    }
}
