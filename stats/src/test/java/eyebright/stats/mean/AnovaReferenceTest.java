package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.rank.KruskalWallis;
import eyebright.stats.rank.ValueCounts;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All that R says of the means and ranks of several groups of real answers.
class AnovaReferenceTest {

    record Case(String name, List<String> levels, List<double[]> values) {

        static Case of(String data, String values, String group, String... levels) {
            var table = CsvTable.read("data/" + data + ".csv").complete(values, group);
            return new Case(
                    "%s %s by %s".formatted(data, values, group),
                    List.of(levels),
                    List.of(levels).stream()
                            .map(level -> table.where(group, level).numbers(values))
                            .toList());
        }

        static Case quartiles() {
            var table = CsvTable.read("data/cowles.csv").complete("neuroticism", "extraversion");
            int[] cuts = {-1, 9, 12, 15, 23};
            return new Case(
                    "cowles neuroticism by extraversion quartile",
                    List.of("(-1,9]", "(9,12]", "(12,15]", "(15,23]"),
                    List.of(0, 1, 2, 3).stream()
                            .map(i -> within(table, cuts[i], cuts[i + 1]))
                            .toList());
        }

        private static double[] within(CsvTable table, int above, int most) {
            return table.where(
                            row -> {
                                double value = Double.parseDouble(table.cell(row, "extraversion"));
                                return value > above && value <= most;
                            })
                    .numbers("neuroticism");
        }

        List<Moments> moments() {
            return values.stream().map(Moments::of).toList();
        }

        ValueCounts counts() {
            return ValueCounts.of(values.toArray(double[][]::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                Case.of("bfi", "age", "education", "1", "2", "3", "4", "5"),
                Case.of("students", "Pulse", "Exer", "Freq", "None", "Some"),
                Case.quartiles());
    }

    static Anova.Table table(Anova anova) {
        assertThat(anova).isInstanceOf(Anova.Table.class);
        return (Anova.Table) anova;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void severalGroupsAgreeWithR(Case each) {
        var anova = table(Anova.of(each.moments()));
        var welch = WelchAnova.of(each.moments(), 0.95).test().orElseThrow();
        var kruskal = KruskalWallis.of(each.counts()).test().orElseThrow();
        var eta = EtaSquared.of(anova, 0.95);
        Map<String, Double> actual = new HashMap<>();
        actual.put("F", anova.f());
        actual.put("df1", (double) anova.betweenDf());
        actual.put("df2", (double) anova.withinDf());
        actual.put("p", anova.test().p());
        actual.put("welch_F", welch.statistic().getAsDouble());
        actual.put("welch_df2", welch.df().get(1));
        actual.put("welch_p", welch.p());
        actual.put("kruskal_chi2", kruskal.statistic().getAsDouble());
        actual.put("kruskal_p", kruskal.p());
        actual.put("eta2", known(eta).value());
        actual.put("eta2_low", interval(eta).low());
        actual.put("eta2_high", interval(eta).high());
        actual.put("omega2", known(OmegaSquared.of(anova, 0.95)).value());

        ExpectedValues.of(each.name()).areMetBy(actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void effectSizesAgreeWithEffectsize(Case each) {
        var omega = OmegaSquared.asEffectsize(Anova.of(each.moments()), 0.95);
        var f = WelchAnova.of(each.moments(), 0.95).test().orElseThrow();
        var welch =
                OmegaSquared.asEffectsize(
                        f.statistic().getAsDouble(), f.df().get(0), f.df().get(1), 1, 0.95);
        Map<String, Double> actual = new HashMap<>();
        actual.put("omega2_low", interval(omega).low());
        actual.put("omega2_high", interval(omega).high());
        actual.put("welch_omega2", known(welch).value());
        actual.put("welch_omega2_low", interval(welch).low());
        actual.put("welch_omega2_high", interval(welch).high());

        ExpectedValues.in("more/means.csv", each.name()).areMetBy(actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void limitsOfOmegaAreThoseOfTheNoncentralities(Case each) {
        var omega = OmegaSquared.of(Anova.of(each.moments()), 0.95);
        var welch = WelchAnova.of(each.moments(), 0.95).omegaSquared();
        Map<String, Double> actual = new HashMap<>();
        actual.put("omega2", known(omega).value());
        actual.put("low", interval(omega).low());
        actual.put("high", interval(omega).high());
        actual.put("welch_omega2", known(welch).value());
        actual.put("welch_low", interval(welch).low());
        actual.put("welch_high", interval(welch).high());

        ExpectedValues.in("more/means.csv", each.name() + ", omega squared").areMetBy(actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pairsAgreeWithTukeyOfR(Case each) {
        for (var pair : TukeyHsd.of(each.moments(), 0.95)) {
            ExpectedValues.of(name(each, pair, "Tukey")).areMetBy(turned(pair));
            ExpectedValues.in("more/comparisons.csv", name(each, pair, "Tukey"))
                    .areMetBy(withTest(pair));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pairsAgreeWithTheFormulaOfGamesAndHowell(Case each) {
        for (var pair : GamesHowell.of(each.moments(), 0.95)) {
            ExpectedValues.in("more/comparisons.csv", name(each, pair, "Games-Howell"))
                    .areMetBy(withTest(pair));
        }
    }

    private static String name(Case each, GroupDifference pair, String test) {
        return "%s %s %s-%s"
                .formatted(
                        each.name(),
                        test,
                        each.levels().get(pair.second()),
                        each.levels().get(pair.first()));
    }

    private static Map<String, Double> withTest(GroupDifference pair) {
        var actual = turned(pair);
        actual.put("q", pair.test().orElseThrow().statistic().getAsDouble());
        actual.put("df", pair.test().orElseThrow().df().get(1));
        return actual;
    }

    /// R takes the second minus the first.
    private static Map<String, Double> turned(GroupDifference pair) {
        Map<String, Double> actual = new HashMap<>();
        actual.put("diff", -known(pair.difference()).value());
        actual.put("low", -interval(pair.difference()).high());
        actual.put("high", -interval(pair.difference()).low());
        actual.put("p", pair.test().orElseThrow().p());
        return actual;
    }
}
