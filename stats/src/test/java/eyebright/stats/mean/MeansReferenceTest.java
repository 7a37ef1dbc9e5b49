package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;

import eyebright.stats.rank.MannWhitney;
import eyebright.stats.rank.ValueCounts;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All that R says of the means and ranks of two groups of real answers.
class MeansReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "students,Height,Sex",
        "students,Pulse,Sex",
        "cowles,extraversion,volunteer",
        "cowles,neuroticism,sex",
        "bfi,N4,gender",
        "bfi,age,gender"
    })
    void twoGroupsAgreeWithR(String data, String values, String group) {
        var table = CsvTable.read("data/" + data + ".csv").complete(values, group);
        var levels = table.levels(group);
        double[] first = table.where(group, levels.get(0)).numbers(values);
        double[] second = table.where(group, levels.get(1)).numbers(values);
        var a = Moments.of(first);
        var b = Moments.of(second);
        Map<String, Double> actual = new HashMap<>();
        actual.put("mean1", a.mean());
        actual.put("sd1", a.sd());
        actual.put("n1", (double) a.n());
        actual.put("mean2", b.mean());
        actual.put("sd2", b.sd());
        actual.put("n2", (double) b.n());
        putTests(actual, a, b);
        putEffects(actual, a, b);
        putRanks(actual, ValueCounts.of(first, second));

        // The Bayes factor is met in its own package.
        ExpectedValues.of("%s %s by %s".formatted(data, values, group))
                .without("bf10")
                .areMetBy(actual);
    }

    private static void putTests(Map<String, Double> actual, Moments a, Moments b) {
        var welch = WelchTTest.of(a, b, 0.95);
        var test = welch.test().orElseThrow();
        actual.put("welch_t", test.statistic().getAsDouble());
        actual.put("welch_df", test.df().getFirst());
        actual.put("welch_p", test.p());
        actual.put("diff_low", interval(welch.difference()).low());
        actual.put("diff_high", interval(welch.difference()).high());
        var student = StudentTTest.of(a, b, 0.95).test().orElseThrow();
        actual.put("student_t", student.statistic().getAsDouble());
        actual.put("student_df", student.df().getFirst());
        actual.put("student_p", student.p());
    }

    private static void putEffects(Map<String, Double> actual, Moments a, Moments b) {
        var d = CohensD.between(a, b, 0.95);
        actual.put("d", known(d).value());
        actual.put("d_low", interval(d).low());
        actual.put("d_high", interval(d).high());
        var g = HedgesG.between(a, b, 0.95);
        actual.put("g", known(g).value());
        actual.put("g_low", interval(g).low());
        actual.put("g_high", interval(g).high());
    }

    private static void putRanks(Map<String, Double> actual, ValueCounts counts) {
        var mannWhitney = MannWhitney.of(counts, MannWhitney.Method.NORMAL, 0.95);
        var test = mannWhitney.test().orElseThrow();
        actual.put("W", test.statistic().getAsDouble());
        actual.put("wilcox_p", test.p());
        actual.put("rank_biserial", known(mannWhitney.rankBiserial()).value());
        var levene = AnovaReferenceTest.table(BrownForsythe.of(counts));
        actual.put("levene_F", levene.f());
        actual.put("levene_p", levene.test().p());
    }
}
