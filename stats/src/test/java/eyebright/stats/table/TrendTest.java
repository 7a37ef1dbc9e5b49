package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The two tests of a trend in a table: Mantel's, and that of Cochran and Armitage.
class TrendTest {

    private static final String FILE = "more/tables.csv";

    @Test
    void cochranArmitageAgreesWithR() {
        var answers = CsvTable.read("data/cowles.csv");
        int[] volunteers = new int[4];
        int[] all = new int[4];
        for (var row : answers.rows()) {
            int extraversion = Integer.parseInt(answers.cell(row, "extraversion"));
            int group = extraversion <= 9 ? 0 : extraversion <= 12 ? 1 : extraversion <= 15 ? 2 : 3;
            all[group]++;
            volunteers[group] += answers.cell(row, "volunteer").equals("yes") ? 1 : 0;
        }
        var test = CochranArmitage.of(list(volunteers), list(all), 0.95).test().orElseThrow();

        ExpectedValues.of("cowles volunteer trend over extraversion (0-9,10-12,13-15,16-23)")
                .areMetBy(Map.of("chi2", test.statistic().getAsDouble(), "p", test.p()));
    }

    @Test
    void cochranArmitageWithUnequalScoresAgreesWithR() {
        var answers = CsvTable.read("data/bfi.csv").complete("N1", "education");
        int[] high = new int[5];
        int[] all = new int[5];
        double[] n1 = answers.numbers("N1");
        double[] education = answers.numbers("education");
        for (int i = 0; i < n1.length; i++) {
            int group = (int) education[i] - 1;
            all[group]++;
            high[group] += n1[i] >= 4 ? 1 : 0;
        }
        var trend =
                CochranArmitage.of(list(high), list(all), List.of(1.0, 2.0, 3.0, 5.0, 9.0), 0.95);
        var test = trend.test().orElseThrow();

        ExpectedValues.in(FILE, "bfi N1>=4 trend over education (1,2,3,5,9)")
                .areMetBy(
                        Map.of(
                                "chi2", test.statistic().getAsDouble(),
                                "p", test.p(),
                                "slope", known(trend.slope()).value()));
    }

    @Test
    void linearByLinearAgreesWithCoin() {
        var table =
                CsvTable.read("data/bfi.csv").complete("A2", "education").cross("A2", "education");
        var test = LinearByLinear.of(table).test().orElseThrow();

        ExpectedValues.in(FILE, "bfi A2 by education, linear-by-linear")
                .areMetBy(Map.of("M2", test.statistic().getAsDouble(), "p", test.p()));
    }

    @Test
    void linearByLinearWithUnequalScoresAgreesWithCoin() {
        // Alphabetical: Heavy, Never, Occas, Regul by Freq, None, Some.
        var table = CsvTable.read("data/students.csv").cross("Smoke", "Exer");
        var test =
                LinearByLinear.of(table, List.of(7.0, 0.0, 1.0, 3.0), List.of(4.0, 0.0, 1.0))
                        .test()
                        .orElseThrow();

        ExpectedValues.in(FILE, "students Smoke (0,1,3,7) by Exer (0,1,4), linear-by-linear")
                .areMetBy(Map.of("M2", test.statistic().getAsDouble(), "p", test.p()));
    }

    @Test
    void mantelsStatisticIsThatOfCochranAndArmitageButForOneRespondent() {
        var random = new SplittableRandom(2);
        for (int round = 0; round < 50; round++) {
            int[] no = random.ints(4, 1, 40).toArray();
            int[] yes = random.ints(4, 1, 40).toArray();
            int[] all = new int[4];
            Arrays.setAll(all, i -> no[i] + yes[i]);
            double n = Arrays.stream(all).sum();
            double mantel =
                    LinearByLinear.of(ContingencyTable.of(no, yes))
                            .test()
                            .orElseThrow()
                            .statistic()
                            .getAsDouble();
            double armitage =
                    CochranArmitage.of(list(yes), list(all), 0.95)
                            .test()
                            .orElseThrow()
                            .statistic()
                            .getAsDouble();
            assertThat(armitage).isCloseTo(mantel * n / (n - 1), within(1e-9));
        }
    }

    @Test
    void trendOverTwoGroupsIsTheDifferenceOfTheirShares() {
        var trend = CochranArmitage.of(List.of(12, 30), List.of(40, 55), List.of(0.0, 1.0), 0.95);
        var difference = ProportionDifference.newcombe(30, 55, 12, 40, 0.95);

        assertThat(known(trend.slope()).value())
                .isCloseTo(known(difference).value(), within(1e-14));
        assertThat(interval(trend.slope()).low())
                .isCloseTo(interval(difference).low(), within(1e-14));
        assertThat(interval(trend.slope()).high())
                .isCloseTo(interval(difference).high(), within(1e-14));
    }

    @Test
    void scaleAndOriginOfTheScoresDoNotMatter() {
        var table =
                ContingencyTable.of(new int[] {9, 4, 2}, new int[] {5, 5, 5}, new int[] {1, 6, 8});
        double p = LinearByLinear.of(table).test().orElseThrow().p();
        for (var scores :
                List.of(
                        List.of(1e300, 2e300, 3e300),
                        List.of(1e9 + 1, 1e9 + 2, 1e9 + 3),
                        List.of(-1.7e308, 0.0, 1.7e308),
                        List.of(3.0, 2.0, 1.0))) {
            assertThat(LinearByLinear.of(table, scores, scores).test().orElseThrow().p())
                    .isCloseTo(p, within(1e-12));
        }
        double armitage = armitage(List.of(1.0, 2.0, 3.0));
        assertThat(armitage(List.of(1e9 + 1, 1e9 + 2, 1e9 + 3))).isCloseTo(armitage, within(1e-12));
        assertThat(armitage(List.of(-6.0, -4.0, -2.0))).isCloseTo(armitage, within(1e-12));
    }

    private static double armitage(List<Double> scores) {
        return CochranArmitage.of(List.of(2, 5, 9), List.of(10, 11, 12), scores, 0.95)
                .test()
                .orElseThrow()
                .p();
    }

    @Test
    void noTrendWithoutRespondentsOrWithOneScore() {
        var empty = ContingencyTable.of(new int[] {0, 0}, new int[] {0, 0});
        assertThat(LinearByLinear.of(empty).correlation())
                .isEqualTo(new NotEstimable("nobody answered both"));
        var oneRow = ContingencyTable.of(new int[] {3, 4}, new int[] {0, 0});
        assertThat(LinearByLinear.of(oneRow).correlation())
                .isEqualTo(new NotEstimable("all 7 respondents have one row score"));
        assertThat(LinearByLinear.of(oneRow, List.of(.1, .2), List.of(.3, .3)).test()).isEmpty();
        var filled = ContingencyTable.of(new int[] {3, 4}, new int[] {1, 0});
        assertThat(LinearByLinear.of(filled, List.of(.1, .2), List.of(.3, .3)).correlation())
                .isEqualTo(new NotEstimable("all 8 respondents have one column score"));

        assertThat(CochranArmitage.of(List.of(0, 0), List.of(0, 0), 0.95).slope())
                .isEqualTo(new NotEstimable("nobody answered"));
        assertThat(CochranArmitage.of(List.of(3, 0), List.of(9, 0), 0.95).slope())
                .isEqualTo(new NotEstimable("all 9 respondents have one score"));
        assertThat(
                        CochranArmitage.of(
                                        List.of(3, 2), List.of(9, 9), List.of(1e308, -1e308), 0.95)
                                .slope())
                .isEqualTo(new NotEstimable("the scores are too close together or too far apart"));
    }

    @Test
    void sharesThatAreAllOneHaveASlopeAndNoTest() {
        var trend = CochranArmitage.of(List.of(9, 4), List.of(9, 4), 0.95);

        assertThat(known(trend.slope()).value()).isCloseTo(0, within(1e-15));
        assertThat(trend.test()).isEmpty();
    }

    @Test
    void listsThatDoNotFitAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CochranArmitage.of(List.of(1), List.of(2, 3), 0.95))
                .withMessage("successes and sizes must be of one length, not 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CochranArmitage.of(List.of(1, 4), List.of(2, 3), 0.95))
                .withMessage("successes[1] must be 0 to 3, not 4");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                LinearByLinear.of(
                                        ContingencyTable.of(new int[] {1, 2}),
                                        List.of(1.0),
                                        List.of(1.0, Double.NaN)))
                .withMessage("columnScores must be finite, not NaN");
    }

    private static List<Integer> list(int... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
