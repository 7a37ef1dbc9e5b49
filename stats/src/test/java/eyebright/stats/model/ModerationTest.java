package eyebright.stats.model;

import static eyebright.stats.model.Fits.categorical;
import static eyebright.stats.model.Fits.design;
import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.numeric;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModerationTest {

    private static final CsvTable COWLES = CsvTable.read("data/cowles.csv");
    private static final List<String> NAMES = List.of("(intercept)", "a", "b", "a:b");

    @Test
    void linearRegressionMeetsTheRefittedModels() {
        assertMeets("cowles y ~ neuroticism * extraversion, linear", linear());
    }

    @Test
    void logisticRegressionMeetsTheRefittedModels() {
        var model = fitted(LogisticRegression.of(cowles(), volunteered(), WhenSeparated.REFUSE));
        assertMeets("cowles y ~ neuroticism * extraversion, logistic", model.coefficients());
    }

    private static void assertMeets(String name, Coefficients coefficients) {
        var moderation = Moderation.of(coefficients, "neuroticism", "extraversion");
        Map<String, Double> actual = new TreeMap<>();
        var slopes = moderation.slopesAtMeanAndSd(COWLES.numbers("extraversion"), 0.95);
        for (int i = 0; i < 3; i++) {
            String at = List.of("low", "mean", "high").get(i);
            var slope = slopes.get(i);
            actual.put(at + "_at", slope.at());
            actual.put(at + "_slope", known(slope.slope()).value());
            actual.put(at + "_from", interval(slope.slope()).low());
            actual.put(at + "_to", interval(slope.slope()).high());
        }
        var region = moderation.johnsonNeyman(0.95);
        assertThat(region).isInstanceOf(JohnsonNeyman.Beyond.class);
        actual.put("bound_1", ((JohnsonNeyman.Beyond) region).limits().low());
        actual.put("bound_2", ((JohnsonNeyman.Beyond) region).limits().high());

        ExpectedValues.in("more/linear.csv", name).areMetBy(actual);
    }

    @Test
    void slopeIsDoubtfulExactlyOutsideTheRegion() {
        var random = new SplittableRandom(12);
        var kinds = new TreeMap<String, Integer>();
        for (int k = 0; k < 120; k++) {
            var moderation = Moderation.of(random(random), "a", "b");
            var region = moderation.johnsonNeyman(0.9);
            kinds.merge(region.getClass().getSimpleName(), 1, Integer::sum);
            for (double m = -20; m < 20; m += 0.83) {
                assertThat(region.contains(m))
                        .as("%s at %s", region, m)
                        .isEqualTo(!interval(moderation.slopeAt(m, 0.9)).contains(0));
            }
        }
        assertThat(kinds.keySet()).containsExactly("Between", "Beyond", "Nowhere");
    }

    @Test
    void slopeThatHardlyChangesIsToldFromZeroWhereverThereAreAnswers() {
        var coefficients = coefficients(new double[] {0, 2, 1, 1e-3}, 0.01, 1e-8);
        var region = Moderation.of(coefficients, "a", "b").johnsonNeyman(0.95);

        assertThat(region.shareOf(new double[] {1, 2, 3, 4, 5})).isEqualTo(1);
        assertThat(region.shareOf(new double[0])).isZero();
    }

    @Test
    void moderatorMovedMovesTheRegionWithIt() {
        var extraversion = COWLES.numbers("extraversion");
        double[] moved = Arrays.stream(extraversion).map(e -> e + 1000).toArray();
        var model =
                fitted(
                        LinearRegression.fit(
                                design(
                                        "y ~ neuroticism * extraversion",
                                        numeric(COWLES, "neuroticism"),
                                        new Predictor.Numeric("extraversion", moved)),
                                volunteered()));
        var region = limits(Moderation.of(model.coefficients(), "neuroticism", "extraversion"));
        var before = limits(Moderation.of(linear(), "neuroticism", "extraversion"));

        assertThat(region.low()).isCloseTo(before.low() + 1000, within(1e-6));
        assertThat(region.high()).isCloseTo(before.high() + 1000, within(1e-6));
    }

    private static Interval limits(Moderation moderation) {
        return ((JohnsonNeyman.Beyond) moderation.johnsonNeyman(0.95)).limits();
    }

    @Test
    void slopeOfALevelIsThatAmongThoseWhoHaveIt() {
        var sex = categorical(COWLES, "sex");
        var both =
                fitted(
                        LinearRegression.fit(
                                design(
                                        "e ~ sex * neuroticism",
                                        sex,
                                        numeric(COWLES, "neuroticism")),
                                COWLES.numbers("extraversion")));
        var moderation = Moderation.of(both.coefficients(), "neuroticism", "sex.male");
        var slopes = moderation.slopesAt(List.of(0.0, 1.0), 0.95);
        for (int level = 0; level < 2; level++) {
            var some = COWLES.where("sex", sex.levels().get(level));
            var alone =
                    fitted(
                            LinearRegression.fit(
                                    design("e ~ neuroticism", numeric(some, "neuroticism")),
                                    some.numbers("extraversion")));
            assertThat(known(slopes.get(level).slope()).value())
                    .isCloseTo(alone.coefficients().value("neuroticism"), within(1e-13));
        }
    }

    @Test
    void slopeWithoutErrorSaysWhy() {
        var exact = coefficients(new double[] {0, 1, 1, 1}, 0, 0);
        var moderation = Moderation.of(exact, "a", "b");

        assertThat(moderation.slopeAt(2, 0.95))
                .isEqualTo(new NotEstimable("its standard error cannot be computed"));
        assertThat(moderation.johnsonNeyman(0.95))
                .isEqualTo(
                        new JohnsonNeyman.Unknown("its standard error cannot be computed", 0.95));
    }

    @Test
    void slopeThatDoesNotChangeIsToldFromZeroAroundItsSmallestError() {
        var constant = coefficients(new double[] {0, 4, 1, 0}, 1, 1);
        var region = (JohnsonNeyman.Between) Moderation.of(constant, "a", "b").johnsonNeyman(0.95);
        double z = Quantiles.normal(0.95);

        assertThat(region.limits().high()).isCloseTo(Math.sqrt(16 / (z * z) - 1), within(1e-12));
        assertThat(region.limits().low()).isCloseTo(-region.limits().high(), within(1e-14));
    }

    @Test
    void faultsOfACallerAreNamed() {
        var coefficients = coefficients(new double[] {0, 1, 1, 1}, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moderation.of(coefficients, "a", "c"))
                .withMessage("no coefficient a:c; there are [(intercept), a, b, a:b]");
        var moderation = Moderation.of(coefficients, "b", "a");
        assertThat(moderation.interaction()).isEqualTo("a:b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moderation.slopeAt(Double.NaN, 0.95))
                .withMessage("at must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moderation.slopesAtMeanAndSd(new double[] {2, 2}, 0.95))
                .withMessage("moderator must have 2 or more values that differ, not [2.0, 2.0]");
    }

    private static Coefficients random(SplittableRandom random) {
        double a = random.nextDouble(0.1, 1);
        double ab = random.nextDouble(0.1, 1);
        double both = random.nextDouble(-0.9, 0.9) * Math.sqrt(a * ab);
        var covariance =
                Matrix.ofColumns(
                        new double[] {1, 0, 0, 0},
                        new double[] {0, a, 0, both},
                        new double[] {0, 0, 1, 0},
                        new double[] {0, both, 0, ab});
        double[] values = {0, 2 * random.nextGaussian(), 0, 2 * random.nextGaussian()};
        return Coefficients.withT(NAMES, values, covariance, 30, 34);
    }

    private static Coefficients coefficients(double[] values, double a, double ab) {
        var covariance =
                Matrix.ofColumns(
                        new double[] {1, 0, 0, 0},
                        new double[] {0, a, 0, 0},
                        new double[] {0, 0, 1, 0},
                        new double[] {0, 0, 0, ab});
        return Coefficients.withNormal(NAMES, values, covariance, 50);
    }

    private static Coefficients linear() {
        return fitted(LinearRegression.fit(cowles(), volunteered())).coefficients();
    }

    private static Design cowles() {
        return design(
                "y ~ neuroticism * extraversion",
                numeric(COWLES, "neuroticism"),
                numeric(COWLES, "extraversion"));
    }

    private static double[] volunteered() {
        return COWLES.rows().stream()
                .mapToDouble(row -> COWLES.cell(row, "volunteer").equals("yes") ? 1 : 0)
                .toArray();
    }
}
