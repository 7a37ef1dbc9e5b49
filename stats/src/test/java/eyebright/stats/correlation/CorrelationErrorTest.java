package eyebright.stats.correlation;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CorrelationErrorTest {

    private static void agrees(String name, double[] x, double[] y, double level, double margin) {
        var pearson = PearsonCorrelation.of(x, y, level);
        CorrelationError error = pearson.error().orElseThrow();
        double r = known(pearson.r()).value();
        var tost =
                EquivalenceTest.of(
                        Effect.correlation(r, error, x.length), Margin.around0(margin), 0.05);
        ExpectedValues.in("more/squares.csv", name + ", with any answers")
                .areMetBy(
                        Map.of(
                                "r", r,
                                "low", interval(pearson.r()).low(),
                                "high", interval(pearson.r()).high(),
                                "error", error.error(),
                                "df", error.df(),
                                "tost", tost.p().orElseThrow(),
                                "t_p", pearson.test().orElseThrow().p()));
    }

    private static double[] is(CsvTable table, String column, String code) {
        int place = table.header().indexOf(column);
        return table.rows().stream()
                .mapToDouble(row -> row.get(place).equals(code) ? 1 : 0)
                .toArray();
    }

    @Test
    void errorOfWrittenOutFourthMomentsIsMet() {
        var cowles = CsvTable.read("data/cowles.csv");
        double[] extraversion = cowles.numbers("extraversion");
        agrees(
                "cowles neuroticism, extraversion",
                cowles.numbers("neuroticism"),
                extraversion,
                0.95,
                0.1);
        agrees(
                "cowles extraversion, volunteer",
                extraversion,
                is(cowles, "volunteer", "yes"),
                0.95,
                0.15);
        var epil = CsvTable.read("data/epil.csv");
        agrees("epil lbase, seizures", epil.numbers("lbase"), epil.numbers("y"), 0.95, 0.8);
        var quine = CsvTable.read("data/quine.csv");
        agrees("quine Days, Sex", quine.numbers("Days"), is(quine, "Sex", "M"), 0.95, 0.2);
    }

    @Test
    void pairsThatDecideTheLineCountForMore() {
        var students = CsvTable.read("data/students.csv");
        var both = students.complete("Height", "Wr.Hnd");
        agrees(
                "students Height, Wr.Hnd",
                both.numbers("Height"),
                both.numbers("Wr.Hnd"),
                0.99,
                0.7);
        var few =
                new CsvTable(students.header(), students.rows().subList(0, 9))
                        .complete("Height", "Wr.Hnd");
        agrees(
                "first 9 students Height, Wr.Hnd",
                few.numbers("Height"),
                few.numbers("Wr.Hnd"),
                0.9,
                0.3);
    }

    @Test
    void normalAnswersHaveFishersError() {
        int n = 20_000;
        var random = new SplittableRandom(11);
        for (double rho : new double[] {0, 0.5, -0.8}) {
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = random.nextGaussian();
                y[i] = rho * x[i] + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            }
            var error = PearsonCorrelation.of(x, y, 0.95).error().orElseThrow();
            assertThat(error.error() * Math.sqrt(n - 3)).isCloseTo(1, within(0.03));
        }
    }

    /// Two yes-no answers that one in five gives both of: a table of four cells has its variance in closed form.
    @Test
    void yesNoAnswersHaveTheVarianceOfATable() {
        int n = 10_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 10 < 3 ? 1 : 0;
            y[i] = i % 10 < 2 || i % 10 == 9 ? 1 : 0;
        }
        var pearson = PearsonCorrelation.of(x, y, 0.95);
        double r = known(pearson.r()).value();
        // Yule (1912), by way of Bishop, Fienberg & Holland (1975), 11.2: the variance of phi.
        double skew = (1 - 2 * 0.3) * (1 - 2 * 0.3) / (0.3 * 0.7);
        double variance = 1 - r * r + r * (1 + r * r / 2) * skew - 0.75 * r * r * 2 * skew;
        assertThat(pearson.error().orElseThrow().error())
                .isCloseTo(Math.sqrt(variance / n) / (1 - r * r), within(1e-5));
    }

    @Test
    void unitAndOrderDoNotMatter() {
        var random = new SplittableRandom(12);
        double[] x = random.doubles(40).map(each -> each * each).toArray();
        double[] y = random.doubles(40).map(each -> Math.round(4 * each)).toArray();
        var plain = PearsonCorrelation.of(x, y, 0.95).error().orElseThrow();
        double[] far = Arrays.stream(y).map(each -> 1e6 - 3e4 * each).toArray();

        assertThat(PearsonCorrelation.of(y, x, 0.95).error()).hasValue(plain);
        var changed = PearsonCorrelation.of(x, far, 0.95).error().orElseThrow();
        assertThat(changed.error()).isCloseTo(plain.error(), within(1e-12));
        assertThat(changed.df()).isCloseTo(plain.df(), within(1e-9));
    }

    @Test
    void pairsOnAFewLinesLeaveNoError() {
        double[] x = {1, 2, 3, 4, 5};
        double[] onlyOne = {0, 0, 1, 0, 0};
        double[] offTheLine = {1, 2, 9, 4, 5};
        for (double[] y : new double[][] {onlyOne, offTheLine}) {
            hasNoError(PearsonCorrelation.of(x, y, 0.95), 5);
        }
        double[] twoLines = {1, -1, 2, -2};
        double[] crossing = {2, -2, 1, -1};
        hasNoError(PearsonCorrelation.of(twoLines, crossing, 0.95), 4);
    }

    private static void hasNoError(PearsonCorrelation none, int n) {
        assertThat(none.r())
                .isEqualTo(
                        new NotEstimable(
                                "the %d pairs lie on so few lines that the error of the correlation is unknown"
                                        .formatted(n)));
        assertThat(none.test()).isEmpty();
        assertThat(none.error()).isEmpty();
    }

    @Test
    void faultsOfTheCallerAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationError(0, 9))
                .withMessage("error must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationError(0.1, Double.NaN))
                .withMessage("df must be finite and above 0, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effect.correlation(1, new CorrelationError(0.1, 9), 12))
                .withMessage("r must be between -1 and 1, not 1.0");
    }
}
