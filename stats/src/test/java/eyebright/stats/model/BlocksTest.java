package eyebright.stats.model;

import static eyebright.stats.model.Fits.categorical;
import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.numeric;
import static eyebright.stats.model.Fits.reason;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.model.Blocks.Block;
import eyebright.stats.model.Blocks.Explained;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final CsvTable COWLES = CsvTable.read("data/cowles.csv");
    private static final CsvTable BFI =
            CsvTable.read("data/bfi.csv").complete("age", "education", "gender");
    private static final List<Block> OF_COWLES =
            List.of(
                    new Block("personality", List.of("neuroticism", "extraversion")),
                    new Block("sex", List.of("sex")));

    @Test
    void logisticBlocksMeetR() {
        var explained =
                fitted(
                        Blocks.of(
                                Formula.parse("volunteer ~ sex + neuroticism * extraversion"),
                                OF_COWLES,
                                BlocksTest::logistic,
                                0.9));

        assertMeets("cowles volunteer, blocks personality and sex, logistic", explained);
    }

    @Test
    void linearBlocksMeetRAndAreThePartialRSquared() {
        var explained =
                fitted(
                        Blocks.of(
                                Formula.parse("age ~ education + gender"),
                                List.of(
                                        new Block("education", List.of("education")),
                                        new Block("gender", List.of("gender"))),
                                BlocksTest::linear,
                                0.95));

        assertMeets("bfi age, blocks education and gender, linear", explained);
        double both = linearRegression(Formula.parse("age ~ education + gender")).rSquared();
        double less = linearRegression(Formula.parse("age ~ gender")).rSquared();
        assertThat(known(explained.getFirst().ratio().share()).value())
                .isCloseTo((both - less) / (1 - less), within(1e-12));
    }

    private static void assertMeets(String name, List<Explained> explained) {
        Map<String, Double> actual = new TreeMap<>();
        for (Explained each : explained) {
            String block = each.block().name();
            var ratio = each.ratio();
            actual.put(block + "_lr", ratio.test().statistic().orElseThrow());
            actual.put(block + "_df", ratio.test().df().getFirst());
            actual.put(block + "_p", ratio.test().p());
            actual.put(block + "_share", known(ratio.share()).value());
            actual.put(block + "_low", interval(ratio.share()).low());
            actual.put(block + "_high", interval(ratio.share()).high());
        }
        ExpectedValues.in("more/linear.csv", name).areMetBy(actual);
    }

    @Test
    void modelThatCannotBeFittedIsNamedByTheBlockThatItLacks() {
        var formula = Formula.parse("age ~ education + gender");
        var blocks = List.of(new Block("schooling", List.of("education")));
        assertThat(
                        reason(
                                Blocks.of(
                                        formula,
                                        blocks,
                                        _ -> new NotFitted<>("nobody answered"),
                                        0.95)))
                .isEqualTo("nobody answered");
        assertThat(
                        reason(
                                Blocks.of(
                                        formula,
                                        blocks,
                                        each ->
                                                each.terms().size() == 2
                                                        ? linear(each)
                                                        : new NotFitted<>("it does not converge"),
                                        0.95)))
                .isEqualTo("without schooling, it does not converge");
    }

    @Test
    void blockThatTakesNothingAwayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Blocks.of(
                                        Formula.parse("age ~ education + gender"),
                                        List.of(new Block("mood", List.of("joy"))),
                                        BlocksTest::linear,
                                        0.95))
                .withMessage(
                        "variables of block mood must be among [education, gender], not [joy]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block("mood", List.of()))
                .withMessage("a block must have a name and variables, not 'mood' with []");
    }

    private static Fitting<LogLikelihood> linear(Formula formula) {
        var model = linearRegression(formula);
        return new Fitted<>(
                new LogLikelihood(
                        model.logLikelihood().orElseThrow(),
                        model.design().columns().size(),
                        model.n()));
    }

    private static LinearRegression linearRegression(Formula formula) {
        List<Predictor> predictors = List.of(numeric(BFI, "education"), categorical(BFI, "gender"));
        return fitted(
                LinearRegression.fit(fitted(Design.of(formula, predictors)), BFI.numbers("age")));
    }

    private static Fitting<LogLikelihood> logistic(Formula formula) {
        List<Predictor> predictors =
                List.of(
                        categorical(COWLES, "sex"),
                        numeric(COWLES, "neuroticism"),
                        numeric(COWLES, "extraversion"));
        double[] volunteered =
                COWLES.rows().stream()
                        .mapToDouble(row -> COWLES.cell(row, "volunteer").equals("yes") ? 1 : 0)
                        .toArray();
        var design = fitted(Design.of(formula, predictors));
        var model = fitted(LogisticRegression.of(design, volunteered, WhenSeparated.REFUSE));
        return new Fitted<>(
                new LogLikelihood(model.logLikelihood(), design.columns().size(), design.n()));
    }
}
