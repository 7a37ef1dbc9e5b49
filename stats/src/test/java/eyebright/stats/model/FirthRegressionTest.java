package eyebright.stats.model;

import static eyebright.stats.model.LogisticRegressionTest.limits;
import static eyebright.stats.model.LogisticRegressionTest.ones;
import static eyebright.stats.model.LogisticRegressionTest.works;
import static eyebright.stats.model.ModelCases.data;
import static eyebright.stats.model.ModelCases.design;
import static eyebright.stats.model.ModelCases.fitted;
import static eyebright.stats.model.ModelCases.levels;
import static eyebright.stats.model.ModelCases.more;
import static eyebright.stats.model.ModelCases.names;
import static eyebright.stats.model.ModelCases.number;
import static eyebright.stats.model.ModelCases.reason;
import static eyebright.stats.model.ModelCases.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FirthRegressionTest {

    @Test
    void womenAtWorkAgreeWithR() {
        var womenlf = data("womenlf");
        var model =
                fitted(
                        FirthRegression.of(
                                design(
                                        "work ~ hincome + children",
                                        number(womenlf, "hincome"),
                                        levels(womenlf, "children")),
                                works()));

        ExpectedValues.of("womenlf work ~ hincome + children, Firth")
                .areMetBy(values(model.coefficients()));
        more("womenlf work ~ hincome + children, profile Firth").areMetBy(limits(model));
        assertThat(model.method()).isEqualTo(LogisticRegression.Method.FIRTH);
    }

    @Test
    void separatedDataAgreeWithR() {
        double[] x = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0};
        double[] z = {3, 5, 1, 4, 2, 6, 3, 1, 5, 2, 4, 7};
        double[] yes = {0, 1, 0, 0, 1, 0, 1, 1, 1, 1, 0, 1};
        var model =
                fitted(
                        FirthRegression.of(
                                List.of("(intercept)", "x", "z"),
                                Matrix.ofColumns(ones(12), x, z),
                                yes));
        var actual = limits(model);
        actual.remove("low[x]");
        actual.remove("high[x]");
        actual.put("se[x]", model.coefficients().standardError("x"));
        actual.put("se[z]", model.coefficients().standardError("z"));

        more("separated twelve, Firth").areMetBy(actual);
    }

    @Test
    void everySampleWithBothOutcomesHasAFiniteEstimate() {
        var random = new SplittableRandom(41);
        for (int i = 0; i < 300; i++) {
            int n = random.nextInt(4, 12);
            var x = new double[n];
            var y = new double[n];
            for (int k = 0; k < n; k++) {
                x[k] = random.nextInt(4) + (k == 0 ? 0.5 : 0);
                y[k] = k < 2 ? k : random.nextInt(2);
            }
            var model = fitted(FirthRegression.of(names(1), Matrix.ofColumns(ones(n), x), y));
            assertThat(model.coefficients().value("x1")).isFinite();
            assertThat(Arrays.stream(model.probabilities()).allMatch(p -> p > 0 && p < 1)).isTrue();
        }
    }

    @Test
    void oneTableHasOneHalfAddedToEachCell() {
        double[] x = {0, 0, 0, 1, 1, 1, 1};
        double[] y = {1, 0, 0, 1, 1, 1, 1};
        var model = fitted(FirthRegression.of(names(1), Matrix.ofColumns(ones(7), x), y));
        assertThat(model.coefficients().value("x1"))
                .isCloseTo(Math.log(4.5 / 0.5 * (2.5 / 1.5)), within(1e-11));
    }

    @Test
    void oneOutcomeOnlyIsRefused() {
        assertThat(reason(FirthRegression.of(names(0), Matrix.ofColumns(ones(3)), ones(3))))
                .isEqualTo("everyone has the outcome");
    }
}
