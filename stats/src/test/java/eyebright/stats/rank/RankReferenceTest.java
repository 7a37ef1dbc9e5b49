package eyebright.stats.rank;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;

import eyebright.stats.Estimate;
import eyebright.stats.TestResult;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What R says of the ranks of real answers and of small groups.
class RankReferenceTest {

    @ParameterizedTest
    @CsvSource({"bfi,age,education,1 2 3 4 5", "students,Pulse,Exer,Freq None Some"})
    void groupsAgreeWithKruskalAndDunn(String data, String values, String group, String names) {
        var table = CsvTable.read("data/" + data + ".csv").complete(values, group);
        var levels = List.of(names.split(" ", -1));
        var groups =
                levels.stream().map(level -> table.where(group, level).numbers(values)).toList();

        agree("%s %s by %s".formatted(data, values, group), levels, groups);
    }

    @Test
    void quartilesAgreeWithKruskalAndDunn() {
        var table = CsvTable.read("data/cowles.csv").complete("neuroticism", "extraversion");
        int[] cuts = {-1, 9, 12, 15, 23};
        var groups =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        table.where(
                                                        row -> {
                                                            double value =
                                                                    Double.parseDouble(
                                                                            table.cell(
                                                                                    row,
                                                                                    "extraversion"));
                                                            return value > cuts[i]
                                                                    && value <= cuts[i + 1];
                                                        })
                                                .numbers("neuroticism"))
                        .toList();

        agree(
                "cowles neuroticism by extraversion quartile",
                List.of("(-1,9]", "(9,12]", "(12,15]", "(15,23]"),
                groups);
    }

    private static void agree(String name, List<String> levels, List<double[]> groups) {
        var counts = ValueCounts.of(groups.toArray(double[][]::new));
        var kruskal = KruskalWallis.of(counts);
        var test = kruskal.test().orElseThrow();
        ExpectedValues.in("more/ranks.csv", name)
                .areMetBy(
                        Map.of(
                                "H", test.statistic().getAsDouble(),
                                "p", test.p(),
                                "epsilon2", known(kruskal.epsilonSquared()).value()));
        for (var pair : DunnTest.of(counts)) {
            var z = pair.test().orElseThrow();
            ExpectedValues.in(
                            "more/ranks.csv",
                            "%s Dunn %s-%s"
                                    .formatted(
                                            name,
                                            levels.get(pair.first()),
                                            levels.get(pair.second())))
                    .areMetBy(
                            Map.of(
                                    "difference", known(pair.difference()).value(),
                                    "z", z.statistic().getAsDouble(),
                                    "p", z.p()));
        }
    }

    @Test
    void smallGroupsAgreeWithTheExactTest() {
        assertGroups(
                "small groups",
                new double[] {1.1, 2.2, 3.3, 4.4, 9.9},
                new double[] {2.5, 3.5, 7.1, 8.2, 10.3, 11.4});
        assertGroups(
                "49 and 49 values",
                values(49, i -> i * 37 % 101 + 0.5),
                values(49, i -> i * 53 % 103 * 1.0625 + 0.03));
        assertGroups(
                "49 and 20 values",
                values(49, i -> i * 37 % 101 + 0.5),
                values(20, i -> i * 53 % 103 * 2));
    }

    @Test
    void manyTiesAgreeWithTheNormalTest() {
        var table = CsvTable.read("data/students.csv").complete("Height", "Sex");

        assertGroups(
                "students Height by Sex",
                table.where("Sex", "Female").numbers("Height"),
                table.where("Sex", "Male").numbers("Height"));
    }

    private static void assertGroups(String name, double[] first, double[] second) {
        var test =
                MannWhitney.of(ValueCounts.of(first, second), MannWhitney.Method.AUTOMATIC, 0.95);
        ExpectedValues.in("more/ranks.csv", name)
                .areMetBy(
                        figures(
                                "W",
                                test.test().orElseThrow(),
                                MannWhitney.asEffectsize(ValueCounts.of(first, second), 0.95)));
    }

    @Test
    void limitsOfTwoGroupsAreThoseOfDeLongsError() {
        assertDeLong(
                "small groups",
                new double[] {1.1, 2.2, 3.3, 4.4, 9.9},
                new double[] {2.5, 3.5, 7.1, 8.2, 10.3, 11.4});
        assertDeLong(
                "49 and 20 values",
                values(49, i -> i * 37 % 101 + 0.5),
                values(20, i -> i * 53 % 103 * 2));
        var table = CsvTable.read("data/students.csv").complete("Height", "Sex");
        assertDeLong(
                "students Height by Sex",
                table.where("Sex", "Female").numbers("Height"),
                table.where("Sex", "Male").numbers("Height"));
    }

    private static void assertDeLong(String name, double[] first, double[] second) {
        var test = MannWhitney.of(ValueCounts.of(first, second), MannWhitney.Method.NORMAL, 0.95);
        ExpectedValues.in("more/ranks.csv", name + ", DeLong")
                .areMetBy(biserial(test.rankBiserial()));
    }

    @Test
    void differencesAgreeWithTheSignedRankTest() {
        assertDifferences("small differences", 1.5, -2.5, 3, 4, -.5, 6.25, 7, -8.125);
        assertDifferences("49 differences", values(49, i -> i * 37 % 101 - 40 + i / 1000.0));
        assertDifferences("differences with 0 and ties", 0, 1, 1, -2, 3, 0, 4, -4, 5);
    }

    private static void assertDifferences(String name, double... differences) {
        var test =
                WilcoxonSignedRank.of(
                        ValueCounts.of(new double[][] {differences}),
                        WilcoxonSignedRank.Method.AUTOMATIC,
                        0.95);
        ExpectedValues.in("more/ranks.csv", name)
                .areMetBy(
                        figures(
                                "V",
                                test.test().orElseThrow(),
                                WilcoxonSignedRank.asEffectsize(
                                        ValueCounts.of(new double[][] {differences}), 0.95)));
        ExpectedValues.in("more/ranks.csv", name + ", jackknife")
                .areMetBy(biserial(test.rankBiserial()));
    }

    @Test
    void pairsOfRealAnswersAgreeWithR() {
        var table = CsvTable.read("data/bfi.csv").complete("N1", "N2");
        var differences = WilcoxonSignedRank.differences(table.numbers("N1"), table.numbers("N2"));
        var test = WilcoxonSignedRank.of(differences, WilcoxonSignedRank.Method.NORMAL, 0.95);
        var result = test.test().orElseThrow();

        ExpectedValues.of("bfi N1 vs N2 paired")
                .without("t", "df", "p", "mean_diff", "low", "high")
                .areMetBy(Map.of("V", result.statistic().getAsDouble(), "wilcox_p", result.p()));
        ExpectedValues.in("more/ranks.csv", "bfi N1 vs N2 paired")
                .areMetBy(biserial(WilcoxonSignedRank.asEffectsize(differences, 0.95)));
    }

    @Test
    void ranksAgreeWithR() {
        double[] ranks = Ranks.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5});
        Map<String, Double> actual = new HashMap<>();
        for (int i = 0; i < ranks.length; i++) {
            actual.put("rank" + (i + 1), ranks[i]);
        }

        ExpectedValues.in("more/ranks.csv", "ranks of 3 1 4 1 5 9 2 6 5 3 5").areMetBy(actual);
    }

    private static Map<String, Double> figures(String name, TestResult test, Estimate biserial) {
        var figures = biserial(biserial);
        figures.put(name, test.statistic().getAsDouble());
        figures.put("p", test.p());
        return figures;
    }

    private static Map<String, Double> biserial(Estimate biserial) {
        Map<String, Double> figures = new HashMap<>();
        figures.put("r", known(biserial).value());
        figures.put("r_low", interval(biserial).low());
        figures.put("r_high", interval(biserial).high());
        return figures;
    }

    private static double[] values(int n, IntToDoubleFunction value) {
        return IntStream.rangeClosed(1, n).mapToDouble(value).toArray();
    }
}
