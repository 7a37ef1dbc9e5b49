package eyebright.stats.model;

import static eyebright.stats.model.Fits.categorical;
import static eyebright.stats.model.Fits.design;
import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.numeric;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.Digits;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.reference.NistRegression;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Linear regression against R and against the certified values of NIST.
class LinearRegressionReferenceTest {

    private static final CsvTable BFI =
            CsvTable.read("data/bfi.csv").complete("age", "education", "gender");
    private static final CsvTable STUDENTS =
            CsvTable.read("data/students.csv").complete("Pulse", "Exer", "Sex", "Height");
    private static final String MORE = "more/linear.csv";

    @Test
    void meetsRWhereItIsToBeMet() {
        var model = bfi();
        Map<String, Double> actual = new TreeMap<>();
        put(actual, "b", "se", model.coefficients(), LinearRegressionReferenceTest::nameInR);
        var hc3 = fitted(model.robust());
        for (String name : hc3.names()) {
            actual.put("hc3.[" + nameInR(name) + "]", hc3.standardError(name));
        }
        actual.put("r2", model.rSquared());
        actual.put("F", model.test().orElseThrow().statistic().orElseThrow());

        ExpectedValues.of("bfi age ~ education + gender").areMetBy(actual);
    }

    @Test
    void meetsRInAllThatFollows() {
        var model = bfi();
        Map<String, Double> actual = new TreeMap<>();
        actual.put("adjusted_r2", model.adjustedRSquared());
        actual.put("sigma", model.residualSd());
        actual.put("df", (double) model.df());
        actual.put("aic", model.aic().orElseThrow());
        actual.put("loglik", model.logLikelihood().orElseThrow());
        actual.put("t_education", model.coefficients().test("education").statistic().orElseThrow());
        actual.put("p_gender", model.coefficients().test("gender.woman").p());
        var others =
                List.of(
                        new Numeric("education", new double[] {2.5, 5}),
                        new Categorical("gender", List.of("man", "woman"), new int[] {1, 0}));
        var means = model.predictions(others, Predicted.MEAN, 0.9);
        var respondents = model.predictions(others, Predicted.RESPONDENT, 0.9);
        actual.put("fit_1", known(means.get(0)).value());
        actual.put("mean_low_1", interval(means.get(0)).low());
        actual.put("mean_high_1", interval(means.get(0)).high());
        actual.put("low_1", interval(respondents.get(0)).low());
        actual.put("high_1", interval(respondents.get(0)).high());
        actual.put("fit_2", known(respondents.get(1)).value());
        actual.put("mean_low_2", interval(means.get(1)).low());
        actual.put("low_2", interval(respondents.get(1)).low());
        double[] leverages = model.leverages();
        actual.put("leverage_1", leverages[0]);
        actual.put("leverage_max", Arrays.stream(leverages).max().orElseThrow());
        actual.put("leverage_squares", Arrays.stream(leverages).map(h -> h * h).sum());

        ExpectedValues.in(MORE, "bfi age ~ education + gender, more").areMetBy(actual);
    }

    @Test
    void meetsRWithInteractionsOfLevels() {
        var model = students("Pulse ~ Exer * Sex + Height");
        Map<String, Double> actual = new TreeMap<>();
        put(actual, "b", "se", model.coefficients(), name -> name);
        putErrors(actual, "hc3", fitted(model.robust()));
        var test = model.test().orElseThrow();
        actual.put("r2", model.rSquared());
        actual.put("F", test.statistic().orElseThrow());
        actual.put("df1", test.df().get(0));
        actual.put("df2", test.df().get(1));
        actual.put("p", test.p());
        var interaction =
                model.coefficients()
                        .jointTest(model.design().namesOf(model.design().terms().getLast()))
                        .orElseThrow();
        actual.put("interaction_F", interaction.statistic().orElseThrow());
        actual.put("interaction_p", interaction.p());

        ExpectedValues.in(MORE, "students Pulse ~ Exer * Sex + Height").areMetBy(actual);
    }

    @Test
    void meetsRWithoutIntercept() {
        var model = students("Pulse ~ Sex + Exer - 1");
        Map<String, Double> actual = new TreeMap<>();
        put(actual, "b", "se", model.coefficients(), name -> name);
        actual.put("r2", model.rSquared());
        actual.put("adjusted_r2", model.adjustedRSquared());
        actual.put("F", model.test().orElseThrow().statistic().orElseThrow());
        actual.put("df1", model.test().orElseThrow().df().getFirst());

        ExpectedValues.in(MORE, "students Pulse ~ Sex + Exer - 1").areMetBy(actual);
    }

    @Test
    void meetsRWithWeights() {
        var quine = CsvTable.read("data/quine.csv");
        double[] weights =
                IntStream.rangeClosed(1, quine.rows().size())
                        .mapToDouble(i -> i % 4 + 0.5)
                        .toArray();
        var model =
                fitted(
                        LinearRegression.fit(
                                design(
                                        "Days ~ Sex + Lrn",
                                        categorical(quine, "Sex"),
                                        categorical(quine, "Lrn")),
                                quine.numbers("Days"),
                                weights));
        Map<String, Double> actual = new TreeMap<>();
        put(actual, "b", "se", model.coefficients(), name -> name);
        putErrors(actual, "hc3", fitted(model.robust()));
        actual.put("r2", model.rSquared());
        actual.put("F", model.test().orElseThrow().statistic().orElseThrow());
        actual.put("sigma", model.residualSd());
        actual.put("loglik", model.logLikelihood().orElseThrow());
        actual.put("aic", model.aic().orElseThrow());

        ExpectedValues.in(MORE, "quine Days ~ Sex + Lrn, weights i mod 4 + 0.5").areMetBy(actual);
    }

    @Test
    void meetsRWithAnOffset() {
        var epil = CsvTable.read("data/epil.csv");
        var model =
                fitted(
                        LinearRegression.fit(
                                design(
                                        "y ~ lage + offset(lbase)",
                                        numeric(epil, "lage"),
                                        numeric(epil, "lbase")),
                                epil.numbers("y")));
        Map<String, Double> actual = new TreeMap<>();
        put(actual, "b", "se", model.coefficients(), name -> name);
        actual.put("loglik", model.logLikelihood().orElseThrow());

        ExpectedValues.in(MORE, "epil y ~ lage + offset(lbase), linear").areMetBy(actual);
    }

    @Test
    void meetsRWithClusters() {
        var sleep = CsvTable.read("data/sleepstudy.csv");
        var model =
                fitted(
                        LinearRegression.fit(
                                design("Reaction ~ Days", numeric(sleep, "Days")),
                                sleep.numbers("Reaction")));
        int[] subject = categorical(sleep, "Subject").codes();
        var plain = fitted(model.clustered(subject, ClusterVariance.CR0));
        var enlarged = fitted(model.clustered(subject, ClusterVariance.CR1));
        Map<String, Double> actual = new TreeMap<>();
        putErrors(actual, "cr0", plain);
        putErrors(actual, "cr1", enlarged);
        actual.put("covariance_cr1", enlarged.covariance().at(0, 1));
        actual.put("low", interval(enlarged.estimate("Days", 0.95)).low());
        actual.put("high", interval(enlarged.estimate("Days", 0.95)).high());

        ExpectedValues.in(MORE, "sleepstudy Reaction ~ Days, clustered by Subject")
                .areMetBy(actual);
    }

    @ParameterizedTest
    @CsvSource({
        "Norris, 12, 12",
        "Pontius, 12, 12",
        "NoInt1, 14, 14",
        "NoInt2, 14, 14",
        "Filip, 7, 7",
        "Longley, 13, 13",
        "Wampler1, 13, 13",
        "Wampler2, 13, 13",
        "Wampler3, 13, 13",
        "Wampler4, 13, 13",
        "Wampler5, 13, 13"
    })
    void meetsTheCertifiedValuesOfNist(String name, double ofCoefficients, double ofErrors) {
        var nist = NistRegression.read(name);
        var model = fitted(LinearRegression.fit(of(nist), nist.outcome()));
        double[] b = model.coefficients().values();
        double[] variances = model.coefficients().covariance().diagonal();
        for (int j = 0; j < b.length; j++) {
            double error = Math.sqrt(variances[j]);
            Digits.reached("NIST " + name, "b" + j, b[j], nist.b().get(j));
            Digits.reached("NIST " + name, "se" + j, error, nist.standardErrors().get(j));
            assertThat(NistRegression.digits(b[j], nist.b().get(j)))
                    .as("coefficient %d of %s", j, name)
                    .isGreaterThanOrEqualTo(ofCoefficients);
            assertThat(NistRegression.digits(error, nist.standardErrors().get(j)))
                    .as("standard error %d of %s", j, name)
                    .isGreaterThanOrEqualTo(ofErrors);
        }
        Digits.reached("NIST " + name, "residual_sd", model.residualSd(), nist.residualSd());
        Digits.reached("NIST " + name, "r2", model.rSquared(), nist.rSquared());
        assertThat(NistRegression.digits(model.residualSd(), nist.residualSd()))
                .as("residual standard deviation of %s", name)
                .isGreaterThanOrEqualTo(Math.min(13, ofErrors + 2));
        assertThat(NistRegression.digits(model.rSquared(), nist.rSquared()))
                .as("R² of %s", name)
                .isGreaterThanOrEqualTo(Math.min(13, ofErrors + 4));
        if (Double.isFinite(nist.f())) {
            assertThat(
                            NistRegression.digits(
                                    model.test().orElseThrow().statistic().orElseThrow(), nist.f()))
                    .as("F of %s", name)
                    .isGreaterThanOrEqualTo(Math.min(12, ofErrors + 1));
        }
    }

    private static Design of(NistRegression nist) {
        double[][] columns = nist.predictors();
        var predictors = new Predictor[columns.length];
        for (int j = 0; j < columns.length; j++) {
            predictors[j] = new Numeric("x" + (j + 1), columns[j]);
        }
        String terms = String.join(" + ", Arrays.stream(predictors).map(Predictor::name).toList());
        return design("y ~ " + terms + (nist.hasIntercept() ? "" : " - 1"), predictors);
    }

    private static LinearRegression bfi() {
        return fitted(
                LinearRegression.fit(
                        design(
                                "age ~ education + gender",
                                numeric(BFI, "education"),
                                categorical(BFI, "gender")),
                        BFI.numbers("age")));
    }

    private static LinearRegression students(String formula) {
        return fitted(
                LinearRegression.fit(
                        design(
                                formula,
                                categorical(STUDENTS, "Exer"),
                                categorical(STUDENTS, "Sex"),
                                numeric(STUDENTS, "Height")),
                        STUDENTS.numbers("Pulse")));
    }

    private static void put(
            Map<String, Double> actual,
            String value,
            String error,
            Coefficients coefficients,
            UnaryOperator<String> naming) {
        for (String name : coefficients.names()) {
            actual.put("%s[%s]".formatted(value, naming.apply(name)), coefficients.value(name));
            actual.put(
                    "%s[%s]".formatted(error, naming.apply(name)),
                    coefficients.standardError(name));
        }
    }

    private static void putErrors(
            Map<String, Double> actual, String error, Coefficients coefficients) {
        for (String name : coefficients.names()) {
            actual.put("%s[%s]".formatted(error, name), coefficients.standardError(name));
        }
    }

    private static String nameInR(String name) {
        return name.equals("(intercept)") ? "(Intercept)" : name.replace(".", "");
    }
}
