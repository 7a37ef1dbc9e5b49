package eyebright.stats.model;

import static eyebright.stats.model.Fits.categorical;
import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.numeric;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.model.CrossValidatedR2.Partitions;
import eyebright.stats.model.CrossValidatedR2.Prediction;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CrossValidatedR2Test {

    private static final CsvTable STUDENTS =
            CsvTable.read("data/students.csv").complete("Pulse", "Exer", "Sex", "Height");

    @Test
    void eachLeftOutInTurnMeetsTheResidualsByLeverage() {
        double[] pulse = STUDENTS.numbers("Pulse");
        List<Predictor> predictors =
                List.of(
                        categorical(STUDENTS, "Exer"),
                        categorical(STUDENTS, "Sex"),
                        numeric(STUDENTS, "Height"));
        var r2 =
                CrossValidatedR2.of(
                        pulse,
                        new Partitions(pulse.length, 1),
                        "students",
                        "pulse",
                        linear("Pulse ~ Exer * Sex + Height", pulse, predictors));

        ExpectedValues.in("more/linear.csv", "students Pulse, each left out")
                .areMetBy(Map.of("r2", known(r2).value()));
        assertThat(known(r2).interval()).isEmpty();
        assertThat(known(r2).n()).isEqualTo(pulse.length);
    }

    @Test
    void sameKeyGivesTheSameBytesAndAnotherOthers() {
        var sample = Sample.of(1, 90, 0.5);
        var one = sample.r2("a", new Partitions(10, 3));

        assertThat(sample.r2("a", new Partitions(10, 3))).isEqualTo(one);
        assertThat(sample.r2("b", new Partitions(10, 3))).isNotEqualTo(one);
    }

    @Test
    void predictorOfNothingDoesNotPredict() {
        double sum = 0;
        for (int seed = 0; seed < 30; seed++) {
            double r2 = known(Sample.of(seed, 60, 0).r2("a", new Partitions(10, 1))).value();
            assertThat(r2).isLessThan(0.2);
            sum += r2;
        }
        assertThat(sum / 30).isNegative();
    }

    @Test
    void predictorOfAllPredicts() {
        assertThat(known(Sample.of(2, 200, 5).r2("a", new Partitions(10, 1))).value())
                .isCloseTo(25.0 / 26, within(0.02));
    }

    @Test
    void foldsAreOfNearlyTheSameSize() {
        int[] folds = CrossValidatedR2.folds(23, 5, KeyedStream.of("study", "claim", 0));
        for (int k = 0; k < 5; k++) {
            int fold = k;
            assertThat(Arrays.stream(folds).filter(each -> each == fold).count()).isBetween(4L, 5L);
        }
    }

    @Test
    void whatCannotBePredictedSaysWhy() {
        Prediction none = (_, _) -> new NotFitted<>("nobody has the level male of sex");
        assertThat(r2(new double[] {1, 2, 3}, new Partitions(3, 1), none))
                .isEqualTo(
                        new NotEstimable("without part 1 of 3, nobody has the level male of sex"));
        assertThat(r2(new double[] {1, 1, 1}, new Partitions(3, 1), none))
                .isEqualTo(new NotEstimable("the outcome has the same value for everyone"));
        assertThat(r2(new double[] {1, 2}, new Partitions(3, 1), none))
                .isEqualTo(new NotEstimable("2 respondents cannot be divided into 3 parts"));
        assertThat(r2(new double[0], new Partitions(3, 1), none))
                .isEqualTo(new NotEstimable("0 respondents cannot be divided into 3 parts"));
        Prediction zeros = (_, others) -> new Fitted<>(new double[others.length]);
        assertThat(r2(new double[] {1e300, -1e300, 3}, new Partitions(3, 1), zeros))
                .isEqualTo(new NotEstimable("the values are too large to compute with"));
    }

    @Test
    void faultsOfACallerAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partitions(1, 1))
                .withMessage("folds must be 2 or more and repeats 1 or more, not 1 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                r2(
                                        new double[] {1, 2},
                                        new Partitions(2, 1),
                                        (_, _) -> new Fitted<>(new double[5])))
                .withMessage("prediction must have 1 values, not 5");
    }

    private static Estimate r2(double[] outcome, Partitions partitions, Prediction prediction) {
        return CrossValidatedR2.of(outcome, partitions, "study", "claim", prediction);
    }

    private static Prediction linear(String formula, double[] outcome, List<Predictor> predictors) {
        return (fitted, others) -> {
            var design =
                    fitted(
                            Design.of(
                                    Formula.parse(formula),
                                    predictors.stream().map(each -> each.rows(fitted)).toList()));
            double[] y = Arrays.stream(fitted).mapToDouble(i -> outcome[i]).toArray();
            var model = fitted(LinearRegression.fit(design, y));
            return new Fitted<>(
                    model
                            .predictions(
                                    predictors.stream().map(each -> each.rows(others)).toList(),
                                    Predicted.MEAN,
                                    0.95)
                            .stream()
                            .mapToDouble(each -> known(each).value())
                            .toArray());
        };
    }

    private static final class Sample {

        private final double[] y;
        private final Numeric x;

        private Sample(double[] y, Numeric x) {
            this.y = y;
            this.x = x;
        }

        static Sample of(long seed, int n, double slope) {
            var random = new SplittableRandom(seed);
            var x = new double[n];
            var y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = random.nextGaussian();
                y[i] = slope * x[i] + random.nextGaussian();
            }
            return new Sample(y, new Numeric("x", x));
        }

        Estimate r2(String purpose, Partitions partitions) {
            return CrossValidatedR2.of(
                    y, partitions, "study", purpose, linear("y ~ x", y, List.of(x)));
        }
    }
}
