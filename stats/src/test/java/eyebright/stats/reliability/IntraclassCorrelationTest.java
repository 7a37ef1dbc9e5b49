package eyebright.stats.reliability;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.reliability.IntraclassCorrelation.Raters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntraclassCorrelationTest {

    private static final Matrix EXAMPLE =
            Matrix.ofColumns(
                    new double[] {9, 6, 8, 7, 10, 6},
                    new double[] {2, 1, 4, 1, 5, 2},
                    new double[] {5, 3, 6, 2, 6, 4},
                    new double[] {8, 2, 8, 6, 9, 7});

    @ParameterizedTest
    @EnumSource
    void ratingsAgreeWithR(Raters raters) {
        met("Shrout and Fleiss", EXAMPLE, raters);
        met("bfi A2 and A3", bfi("A2", "A3"), raters);
        met("bfi N1 to N5", bfi("N1", "N2", "N3", "N4", "N5"), raters);
    }

    @Test
    void workedExampleIsThatOfThePaper() {
        assertThat(value(EXAMPLE, Raters.DIFFERENT)).isCloseTo(0.17, within(0.005));
        assertThat(value(EXAMPLE, Raters.RANDOM)).isCloseTo(0.29, within(0.005));
        assertThat(value(EXAMPLE, Raters.FIXED)).isCloseTo(0.71, within(0.005));
    }

    @Test
    void raterWhoIsAlwaysHigherLowersAgreementButNotConsistency() {
        double[] first = EXAMPLE.column(0);
        double[] second = EXAMPLE.column(3);
        double[] shifted = Arrays.stream(second).map(x -> x + 5).toArray();
        var one = Matrix.ofColumns(first, second);
        var other = Matrix.ofColumns(first, shifted);

        assertThat(value(other, Raters.FIXED)).isCloseTo(value(one, Raters.FIXED), within(1e-12));
        assertThat(value(other, Raters.RANDOM)).isLessThan(value(one, Raters.RANDOM) - 0.2);
    }

    @ParameterizedTest
    @EnumSource
    void unitAndOriginDoNotMatter(Raters raters) {
        for (double[] move : new double[][] {{1, 1e9}, {1e150, 0}, {1e-150, 0}, {-2, 5}}) {
            var moved =
                    Matrix.of(
                            6,
                            4,
                            Arrays.stream(EXAMPLE.values())
                                    .map(x -> move[0] * x + move[1])
                                    .toArray());
            assertThat(value(moved, raters)).isCloseTo(value(EXAMPLE, raters), within(1e-12));
        }
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        double[] a = {1, 2, 3};
        reason("there is only 1 rater", a);
        reason("fewer than 2 were rated", new double[1], new double[1]);
        reason("all ratings are equal", new double[4], new double[4]);
        reason("the raters agree perfectly, which leaves no error to judge by", a, a);
        reason("the ratings are too large to be squared", a, new double[] {1e300, 0, 2});
    }

    private static void met(String name, Matrix ratings, Raters raters) {
        var icc = IntraclassCorrelation.of(ratings, raters, 0.95);
        ExpectedValues.in(
                        "more/reliability.csv",
                        "%s by %s".formatted(name, raters.name().toLowerCase(Locale.ROOT)))
                .areMetBy(
                        Map.of(
                                "icc",
                                known(icc).value(),
                                "low",
                                interval(icc).low(),
                                "high",
                                interval(icc).high()));
    }

    private static double value(Matrix ratings, Raters raters) {
        return known(IntraclassCorrelation.of(ratings, raters, 0.95)).value();
    }

    private static Matrix bfi(String... items) {
        var complete = CsvTable.read("data/bfi.csv").complete(items);
        return Matrix.ofColumns(
                Stream.of(items)
                        .map(item -> Arrays.copyOf(complete.numbers(item), 200))
                        .toArray(double[][]::new));
    }

    private static void reason(String reason, double[]... raters) {
        for (Raters each : Raters.values()) {
            assertThat(IntraclassCorrelation.of(Matrix.ofColumns(raters), each, 0.95))
                    .isEqualTo(new NotEstimable(reason));
        }
    }
}
