package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;

import eyebright.stats.Estimate;
import eyebright.stats.TestResult;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Student's tests of one group and of pairs, and their effect sizes, against R.
class TTestsReferenceTest {

    private static final double[] ONE = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2};
    private static final double[] OTHER = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void oneGroupAgreesWithR() {
        var table = CsvTable.read("data/students.csv").complete("Height");
        var test = OneSampleTTest.of(Moments.of(table.numbers("Height")), 170, 0.95);
        var actual = test(test.test().orElseThrow());
        put(actual, "difference", "", test.difference());

        ExpectedValues.in("more/means.csv", "students Height against 170").areMetBy(actual);
    }

    @Test
    void pairsOfRealAnswersAgreeWithR() {
        var table = CsvTable.read("data/bfi.csv").complete("N1", "N2");
        var differences = PairedTTest.differences(table.numbers("N1"), table.numbers("N2"));
        var test = PairedTTest.of(differences, 0.95);
        var actual = test(test.test().orElseThrow());
        put(actual, "mean_diff", "", test.difference());
        ExpectedValues.of("bfi N1 vs N2 paired").without("V", "wilcox_p").areMetBy(actual);

        Map<String, Double> effects = new HashMap<>();
        put(effects, "d", "d_", CohensD.ofPairs(differences, 0.95));
        put(effects, "g", "g_", HedgesG.ofPairs(differences, 0.95));
        ExpectedValues.in("more/means.csv", "bfi N1 vs N2 paired").areMetBy(effects);
    }

    @Test
    void tenPatientsOfStudentAgreeWithR() {
        var differences = PairedTTest.differences(ONE, OTHER);
        var test = PairedTTest.of(differences, 0.95);
        var actual = test(test.test().orElseThrow());
        actual.put("low", interval(test.difference()).low());
        actual.put("high", interval(test.difference()).high());
        var a = Moments.of(ONE);
        var b = Moments.of(OTHER);
        put(actual, "d", "d_", CohensD.ofPairs(differences, 0.95));
        put(actual, "g", "g_", HedgesG.ofPairs(differences, 0.95));
        put(actual, "d_groups", "d_groups_", CohensD.between(a, b, 0.95));
        put(actual, "g_groups", "g_groups_", HedgesG.between(a, b, 0.95));

        ExpectedValues.in("more/means.csv", "hours of sleep won by two drugs (Student 1908)")
                .areMetBy(actual);
    }

    private static Map<String, Double> test(TestResult test) {
        Map<String, Double> figures = new HashMap<>();
        figures.put("t", test.statistic().getAsDouble());
        figures.put("df", test.df().getFirst());
        figures.put("p", test.p());
        return figures;
    }

    private static void put(
            Map<String, Double> figures, String name, String prefix, Estimate estimate) {
        figures.put(name, known(estimate).value());
        figures.put(prefix + "low", interval(estimate).low());
        figures.put(prefix + "high", interval(estimate).high());
    }
}
