package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.distribution.NoncentralF;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What holds of the analyses of variance and their effect sizes for all data.
class AnovaTest {

    private static final Moments SINGLE = new Moments(1, 3, 0);
    private static final Moments SOME = new Moments(5, 2, 4);
    private static final Moments CONSTANT = new Moments(4, 1, 0);

    @Test
    void twoGroupsAreTheSquareOfTheTTests() {
        var random = new SplittableRandom(30);
        for (int i = 0; i < 50; i++) {
            var a = Moments.of(random.doubles(random.nextInt(2, 30)).toArray());
            var b = Moments.of(random.doubles(random.nextInt(2, 30), 0, 2).toArray());
            var anova = AnovaReferenceTest.table(Anova.of(List.of(a, b))).test();
            var student = StudentTTest.of(a, b, 0.95).test().orElseThrow();
            assertThat(anova.p()).isCloseTo(student.p(), within(1e-12));
            var welchAnova = WelchAnova.of(List.of(a, b), 0.95).test().orElseThrow();
            var welch = WelchTTest.of(a, b, 0.95).test().orElseThrow();
            assertThat(welchAnova.p()).isCloseTo(welch.p(), within(1e-12));
            assertThat(welchAnova.df().get(1)).isCloseTo(welch.df().getFirst(), within(1e-9));
        }
    }

    @Test
    void squaresAddUpToThoseOfAllValues() {
        var groups = groups(31, 1, 0);
        var table = AnovaReferenceTest.table(Anova.of(groups));
        var all = groups.stream().reduce(Moments.NONE, Moments::merge);

        assertThat(table.betweenSquares() + table.withinSquares())
                .isCloseTo(all.squares(), within(1e-12));
        assertThat(table.n()).isEqualTo(all.n());
        assertThat(table.f())
                .isCloseTo(table.betweenMeanSquare() / table.withinMeanSquare(), within(1e-12));
    }

    @Test
    void unitOriginAndOrderOfGroupsChangeNothing() {
        var plain = AnovaReferenceTest.table(Anova.of(groups(32, 1, 0)));
        var welch = WelchAnova.of(groups(32, 1, 0), 0.95).test().orElseThrow();
        for (double unit : new double[] {1e-140, 1e140}) {
            assertThat(AnovaReferenceTest.table(Anova.of(groups(32, unit, 0))).f())
                    .isCloseTo(plain.f(), within(1e-12));
            assertThat(WelchAnova.of(groups(32, unit, 0), 0.95).test().orElseThrow().p())
                    .isCloseTo(welch.p(), within(1e-12));
        }
        assertThat(AnovaReferenceTest.table(Anova.of(groups(32, 1024, 1e9))).f())
                .isCloseTo(plain.f(), within(1e-6));
        assertThat(AnovaReferenceTest.table(Anova.of(groups(32, 1, 0).reversed())).f())
                .isCloseTo(plain.f(), within(1e-12));
        assertThat(WelchAnova.of(groups(32, 1, 0).reversed(), 0.95).test().orElseThrow().p())
                .isCloseTo(welch.p(), within(1e-12));
    }

    @Test
    void emptyGroupsAreLeftOut() {
        assertThat(Anova.of(List.of(SOME, Moments.NONE, SINGLE)))
                .isEqualTo(Anova.of(List.of(SOME, SINGLE)));
        var other = new Moments(4, 1, 3);
        assertThat(WelchAnova.of(List.of(Moments.NONE, SOME, other), 0.95))
                .isEqualTo(WelchAnova.of(List.of(SOME, other), 0.95));
    }

    @Test
    void omegaIsBelowEtaAndItsLimitsAreThoseOfTheFObserved() {
        var anova = AnovaReferenceTest.table(Anova.of(groups(33, 1, 0)));
        var eta = EtaSquared.of(anova, 0.9);
        var omega = OmegaSquared.of(anova, 0.9);
        var limits = NoncentralF.limits(anova.f(), anova.betweenDf(), anova.withinDf(), 0.9);

        assertThat(known(omega).value()).isBetween(0.0, known(eta).value());
        assertThat(interval(omega).low())
                .isCloseTo(limits.low() / (limits.low() + anova.n()), within(1e-15));
        assertThat(interval(omega).high())
                .isCloseTo(limits.high() / (limits.high() + anova.n()), within(1e-15));
        assertThat(interval(omega).contains(known(omega).value())).isTrue();
        assertThat(interval(eta).contains(known(eta).value())).isTrue();
    }

    @Test
    void limitsOfEffectsizeAreThoseOfAnEtaOfTheSizeOfOmega() {
        var anova = AnovaReferenceTest.table(Anova.of(groups(33, 1, 0)));
        var omega = OmegaSquared.asEffectsize(anova, 0.9);
        double value = known(omega).value();
        double f = value / anova.betweenDf() / ((1 - value) / anova.withinDf());

        assertThat(value).isEqualTo(known(OmegaSquared.of(anova, 0.9)).value());
        assertThat(known(omega).interval())
                .isEqualTo(
                        EtaSquared.limits(
                                f, anova.betweenDf(), anova.withinDf(), anova.withinDf(), 0.9));
    }

    @Test
    void omegaOfZeroHasAnUpperLimitWhereGroupsDifferAtAll() {
        var near = new Moments(5, 2.1, 4);
        var anova = AnovaReferenceTest.table(Anova.of(List.of(SOME, near, SOME)));

        assertThat(anova.f()).isLessThan(1);
        assertThat(known(OmegaSquared.of(anova, 0.99)).value()).isZero();
        assertThat(interval(OmegaSquared.of(anova, 0.99)).high()).isBetween(0.01, 0.3);
        assertThat(interval(OmegaSquared.asEffectsize(anova, 0.99)).high()).isZero();
    }

    @Test
    void omegaOfWelchIsThatOfAnAnalysisOfVarianceWhereVariancesAreEqual() {
        var groups =
                List.of(
                        new Moments(4000, 0, 3999),
                        new Moments(4000, 0.2, 3999),
                        new Moments(4000, 0.5, 3999));
        var omega = OmegaSquared.of(Anova.of(groups), 0.95);
        var welch = WelchAnova.of(groups, 0.95).omegaSquared();

        assertThat(known(welch).value()).isCloseTo(known(omega).value(), within(1e-4));
        assertThat(interval(welch).low()).isCloseTo(interval(omega).low(), within(1e-4));
        assertThat(interval(welch).high()).isCloseTo(interval(omega).high(), within(1e-4));
    }

    @Test
    void groupsOfOneMeanHaveAnFOfZeroAndAnOmegaOfZero() {
        var anova = AnovaReferenceTest.table(Anova.of(List.of(SOME, SOME, SOME)));

        assertThat(anova.test().p()).isEqualTo(1);
        assertThat(known(EtaSquared.of(anova, 0.95)).value()).isZero();
        assertThat(interval(EtaSquared.of(anova, 0.95)).high()).isZero();
        assertThat(known(OmegaSquared.of(anova, 0.95)).value()).isZero();
        assertThat(interval(OmegaSquared.of(anova, 0.95)).high()).isZero();
    }

    @Test
    void hugeDifferenceHasAnAnswerOrAReason() {
        for (double mean : new double[] {100, 1e4, 1e6, 1e100, 1e150}) {
            var groups = List.of(new Moments(9, mean, 8), SOME, new Moments(6, 0, 5));
            assertAnswer(EtaSquared.of(Anova.of(groups), 0.95));
            assertAnswer(OmegaSquared.of(Anova.of(groups), 0.95));
            assertAnswer(OmegaSquared.asEffectsize(Anova.of(groups), 0.95));
            assertAnswer(WelchAnova.of(groups, 0.95).omegaSquared());
        }
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        assertReason(List.of(), "no group has values");
        assertReason(List.of(Moments.NONE, Moments.NONE), "no group has values");
        assertReason(List.of(SOME, Moments.NONE), "only 1 group has values");
        assertReason(List.of(SINGLE, SINGLE), "no group has more than 1 value");
        assertReason(List.of(CONSTANT, CONSTANT, SINGLE), "no value differs within its group");
        assertReason(
                List.of(new Moments(2, 1e150, 1e-300), new Moments(2, 0, 1e-300)),
                "the values differ too little within their groups for an analysis of variance");
    }

    private static void assertReason(List<Moments> groups, String reason) {
        var anova = Anova.of(groups);
        assertThat(anova).isEqualTo(new Anova.NotTestable(reason));
        assertThat(EtaSquared.of(anova, 0.95)).isEqualTo(new NotEstimable(reason));
        assertThat(OmegaSquared.of(anova, 0.95)).isEqualTo(new NotEstimable(reason));
        assertThat(OmegaSquared.asEffectsize(anova, 0.95)).isEqualTo(new NotEstimable(reason));
    }

    @Test
    void welchSaysWhichGroupHasNoVariance() {
        assertWelch(List.of(), "no group has values");
        assertWelch(List.of(SOME), "only 1 group has values");
        assertWelch(List.of(SOME, SINGLE), "group 2 has only 1 value");
        assertWelch(List.of(CONSTANT, SOME), "no value differs in group 1");
        assertWelch(
                List.of(new Moments(2, 1, 1e-310), SOME), "the values of group 1 hardly differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WelchAnova(Known.bare(1, 2), Optional.empty()))
                .withMessageStartingWith("test must be there exactly if the omega squared");
    }

    private static void assertWelch(List<Moments> groups, String reason) {
        assertThat(WelchAnova.of(groups, 0.95))
                .isEqualTo(new WelchAnova(new NotEstimable(reason), Optional.empty()));
    }

    private static void assertAnswer(Estimate estimate) {
        switch (estimate) {
            case Known known -> assertThat(known.value()).isBetween(0.0, 1.0);
            case NotEstimable none -> assertThat(none.reason()).isNotBlank();
        }
    }

    private static List<Moments> groups(long seed, double unit, double origin) {
        var random = new SplittableRandom(seed);
        return List.of(
                moved(random.doubles(12).toArray(), unit, origin),
                moved(random.doubles(7, 0, 2).toArray(), unit, origin),
                moved(random.doubles(20, -1, 2).toArray(), unit, origin),
                moved(random.doubles(2).toArray(), unit, origin));
    }

    private static Moments moved(double[] values, double unit, double origin) {
        return Moments.of(Arrays.stream(values).map(x -> x * unit + origin).toArray());
    }
}
