package eyebright.stats.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.mean.Moments;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.table.ContingencyTable;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BayesFactorTest {

    @ParameterizedTest
    @CsvSource({
        "students,Height,Sex",
        "students,Pulse,Sex",
        "cowles,extraversion,volunteer",
        "cowles,neuroticism,sex",
        "bfi,N4,gender",
        "bfi,age,gender"
    })
    void factorsOfTwoGroupsAreThoseOfR(String data, String values, String group) {
        var table = CsvTable.read("data/" + data + ".csv").complete(values, group);
        var levels = table.levels(group);
        var a = Moments.of(table.where(group, levels.get(0)).numbers(values));
        var b = Moments.of(table.where(group, levels.get(1)).numbers(values));
        double squares = a.sd() * a.sd() * (a.n() - 1) + b.sd() * b.sd() * (b.n() - 1);
        double pooled = squares / (a.n() + b.n() - 2);
        double t = (a.mean() - b.mean()) / Math.sqrt(pooled * (1.0 / a.n() + 1.0 / b.n()));

        isMet(
                "%s %s by %s".formatted(data, values, group),
                JzsTTest.twoSamples(t, a.n(), b.n(), JzsTTest.MEDIUM));
    }

    @ParameterizedTest
    @CsvSource({
        "cowles,neuroticism,extraversion",
        "students,Height,Wr.Hnd",
        "bfi,A1,A2",
        "bfi,age,O1"
    })
    void factorsOfCorrelationsAreThoseOfR(String data, String first, String second) {
        var table = CsvTable.read("data/" + data + ".csv").complete(first, second);
        double r = pearson(table.numbers(first), table.numbers(second));

        isMet(
                "%s %s, %s".formatted(data, first, second),
                CorrelationBayesFactor.of(r, table.rows().size(), CorrelationBayesFactor.MEDIUM));
    }

    @Test
    void factorsOfATableAndOfAShareAreThoseOfR() {
        isMet(
                "cowles sex x volunteer",
                ContingencyBayesFactor.of(
                        CsvTable.read("data/cowles.csv").cross("sex", "volunteer")));
        isMet(
                "proportion 492 of 684 against .7",
                ProportionBayesFactor.of(492, 684, 0.7, ProportionBayesFactor.MEDIUM));
    }

    @ParameterizedTest
    @CsvSource({
        "'t 2.3 of 40, 1/2'",
        "'t 0 of 12, sqrt(2)/2'",
        "'t 25 of 500, 1'",
        "'t 3 of 2, sqrt(2)/2'",
        "'t -1.1 of 7 and 300, sqrt(2)/2'",
        "'r .3 of 50, kappa 1'",
        "'r -.05 of 684, kappa 1'",
        "'r .99 of 2000, kappa 1'",
        "'r 0 of 3, kappa 1/3'",
        "'share 0 of 20 against .1'",
        "'share 700 of 700 against .5'",
        "'table 3 x 4'"
    })
    void factorsAgreeWithMpmath(String name) {
        double log =
                switch (name) {
                    case "t 2.3 of 40, 1/2" -> log(JzsTTest.oneSample(2.3, 40, 0.5));
                    case "t 0 of 12, sqrt(2)/2" -> log(JzsTTest.oneSample(0, 12, JzsTTest.MEDIUM));
                    case "t 25 of 500, 1" -> log(JzsTTest.oneSample(25, 500, 1));
                    case "t 3 of 2, sqrt(2)/2" -> log(JzsTTest.oneSample(3, 2, JzsTTest.MEDIUM));
                    case "t -1.1 of 7 and 300, sqrt(2)/2" ->
                            log(JzsTTest.twoSamples(-1.1, 7, 300, JzsTTest.MEDIUM));
                    case "r .3 of 50, kappa 1" -> log(CorrelationBayesFactor.of(0.3, 50, 1));
                    case "r -.05 of 684, kappa 1" -> log(CorrelationBayesFactor.of(-0.05, 684, 1));
                    case "r .99 of 2000, kappa 1" -> log(CorrelationBayesFactor.of(0.99, 2000, 1));
                    case "r 0 of 3, kappa 1/3" ->
                            log(CorrelationBayesFactor.of(0, 3, CorrelationBayesFactor.MEDIUM));
                    case "share 0 of 20 against .1" ->
                            log(ProportionBayesFactor.of(0, 20, 0.1, 0.5));
                    case "share 700 of 700 against .5" ->
                            log(ProportionBayesFactor.of(700, 700, 0.5, 0.5));
                    case "table 3 x 4" ->
                            log(
                                    ContingencyBayesFactor.of(
                                            ContingencyTable.of(
                                                    new int[] {3, 9, 0, 4},
                                                    new int[] {11, 2, 5, 7},
                                                    new int[] {0, 1, 8, 30})));
                    default -> throw new IllegalArgumentException("no case " + name);
                };
        ExpectedValues.in("more/bayes.csv", name).areMetBy(Map.of("log_bf10", log));
    }

    @Test
    void hugeEvidenceHasALogarithmAndNoFactor() {
        for (double t : new double[] {1e3, 1e8, 1e150, 1e300}) {
            assertThat(log(JzsTTest.twoSamples(t, 5000, 5000, JzsTTest.MEDIUM)))
                    .isGreaterThan(2000);
        }
        var factor = (BayesFactor.Known) CorrelationBayesFactor.of(1 - 1e-15, 100_000, 1);
        assertThat(factor.logBf10()).isGreaterThan(1e6);
        assertThat(factor.bf10()).isEmpty();
        assertThat(factor.bf01()).isEmpty();
        assertThat(log(ProportionBayesFactor.of(1_000_000, 1_000_000, 1e-9, 0.5)))
                .isGreaterThan(1e6);
        assertThat(
                        log(
                                ContingencyBayesFactor.of(
                                        ContingencyTable.of(
                                                new int[] {1_000_000_000, 0},
                                                new int[] {0, 1_000_000_000}))))
                .isGreaterThan(1e8);
    }

    @Test
    void factorsAreOneOverEachOther() {
        var factor = (BayesFactor.Known) JzsTTest.oneSample(2.1, 30, 1);
        assertThat(factor.bf10().getAsDouble() * factor.bf01().getAsDouble())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void signAndNamesOfTheSidesDoNotMatter() {
        assertThat(JzsTTest.twoSamples(2, 30, 50, 1)).isEqualTo(JzsTTest.twoSamples(-2, 50, 30, 1));
        assertThat(CorrelationBayesFactor.of(0.2, 90, 1))
                .isEqualTo(CorrelationBayesFactor.of(-0.2, 90, 1));
        assertThat(log(ProportionBayesFactor.of(12, 40, 0.4, 0.5)))
                .isCloseTo(log(ProportionBayesFactor.of(28, 40, 0.6, 0.5)), within(1e-12));
        assertThat(
                        log(
                                ContingencyBayesFactor.of(
                                        ContingencyTable.of(new int[] {3, 8}, new int[] {7, 1}))))
                .isCloseTo(
                        log(
                                ContingencyBayesFactor.of(
                                        ContingencyTable.of(new int[] {1, 7}, new int[] {8, 3}))),
                        within(1e-13));
    }

    @Test
    void evidenceGrowsWithTheEffect() {
        double before = Double.NEGATIVE_INFINITY;
        for (double t = 0; t < 60; t += 1.5) {
            double log = log(JzsTTest.twoSamples(t, 300, 384, JzsTTest.MEDIUM));
            assertThat(log).isGreaterThan(before);
            before = log;
        }
    }

    @Test
    void whatCannotBeWeighedHasAReason() {
        assertThat(JzsTTest.oneSample(0, 1, 1))
                .isEqualTo(
                        new BayesFactor.NotEstimable(
                                "a t test needs 2 respondents, and there are 1"));
        assertThat(JzsTTest.twoSamples(0, 5, 0, 1))
                .isEqualTo(
                        new BayesFactor.NotEstimable(
                                "a t test needs 3 respondents in two groups, and there are 5 and 0"));
        assertThat(CorrelationBayesFactor.of(0.5, 2, 1))
                .isEqualTo(
                        new BayesFactor.NotEstimable(
                                "a correlation needs 3 respondents, and there are 2"));
        assertThat(CorrelationBayesFactor.of(-1, 20, 1))
                .isEqualTo(
                        new BayesFactor.NotEstimable(
                                "all respondents lie on one line, which no finite evidence can weigh"));
        assertThat(ProportionBayesFactor.of(0, 0, 0.5, 1))
                .isEqualTo(new BayesFactor.NotEstimable("there are no respondents"));
        assertThat(
                        ContingencyBayesFactor.of(
                                ContingencyTable.of(new int[] {4, 0}, new int[] {2, 0})))
                .isEqualTo(new BayesFactor.NotEstimable("column 1 of the table is empty"));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JzsTTest.oneSample(Double.NaN, 9, 1))
                .withMessage("t must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JzsTTest.twoSamples(1, -9, 9, 1))
                .withMessage("n1 must be 0 or more, not -9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationBayesFactor.of(1.1, 9, 1))
                .withMessage("r must be from -1 to 1, not 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationBayesFactor.of(0.1, 9, 0))
                .withMessage("kappa must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionBayesFactor.of(5, 4, 0.5, 1))
                .withMessage("x must be from 0 to n, not 5 of 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionBayesFactor.of(3, 4, 1, 1))
                .withMessage("p0 must be above 0 and below 1, not 1.0");
    }

    private static void isMet(String name, BayesFactor factor) {
        ExpectedValues.of(name)
                .only(Set.of("bf10"))
                .areMetBy(Map.of("bf10", Math.exp(log(factor))));
    }

    private static double log(BayesFactor factor) {
        assertThat(factor).isInstanceOf(BayesFactor.Known.class);
        return ((BayesFactor.Known) factor).logBf10();
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = Moments.of(x).mean();
        double meanY = Moments.of(y).mean();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
