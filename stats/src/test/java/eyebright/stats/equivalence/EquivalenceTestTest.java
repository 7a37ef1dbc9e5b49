package eyebright.stats.equivalence;

import static eyebright.stats.reference.ExpectedValues.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.mean.Moments;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTestTest {

    @ParameterizedTest
    @CsvSource({
        "'TOST cowles extraversion by sex, bound 0.8',cowles,extraversion,sex,0.8",
        "'TOST students Pulse by Sex, bound 4',students,Pulse,Sex,4"
    })
    void meansAgreeWithR(String name, String data, String values, String group, double bound) {
        var test = EquivalenceTest.of(byGroup(data, values, group), Margin.around0(bound), 0.05);
        var actual = numbers("t", test);
        actual.put("tost_p", test.p().orElseThrow());

        ExpectedValues.of(name).areMetBy(actual);
    }

    @Test
    void sharesCorrelationsAndPairsAgreeWithR() {
        met("share 148 of 492 inside .25 and .35", "z", Effect.share(148, 492), 0.25, 0.35);
        met(
                "shares 250 of 342 and 240 of 342, bound .1",
                "z",
                Effect.shares(250, 342, 240, 342),
                -0.1,
                0.1);
        met(
                "shares 250 of 342 and 275 of 342, bound .1",
                "z",
                Effect.shares(250, 342, 275, 342),
                -0.1,
                0.1);
        met("bfi age, O1, bound .1", "z", Effect.correlation(0.0487610653275223, 2778), -0.1, 0.1);
        var both = CsvTable.read("data/bfi.csv").complete("N1", "N2");
        double[] differences = both.numbers("N1");
        double[] second = both.numbers("N2");
        for (int i = 0; i < second.length; i++) {
            differences[i] -= second[i];
        }
        met(
                "bfi N1 minus N2, bound .6",
                "t",
                Effect.pairedMeans(Moments.of(differences)),
                -0.6,
                0.6);
    }

    @Test
    void intervalsOfSharesAreThoseOfTheirOwnClasses() {
        var random = KeyedStream.of("tests", "shares", 1);
        for (int i = 0; i < 200; i++) {
            int n1 = 1 + random.nextInt(40);
            int n2 = 1 + random.nextInt(40);
            int x1 = random.nextInt(n1 + 1);
            int x2 = random.nextInt(n2 + 1);
            int neither = random.nextInt(9);
            same(Effect.share(x1, n1), interval(Proportion.wilson(x1, n1, 0.9)));
            same(
                    Effect.shares(x1, n1, x2, n2),
                    interval(ProportionDifference.newcombe(x1, n1, x2, n2, 0.9)));
            same(
                    Effect.pairedShares(n1, x1, x2, neither),
                    interval(PairedProportionDifference.of(n1, x1, x2, neither, 0.9)));
        }
    }

    @Test
    void pIsBelowAlphaExactlyIfTheIntervalIsInsideTheMargin() {
        var random = KeyedStream.of("tests", "inclusion", 1);
        int inside = 0;
        for (int i = 0; i < 400; i++) {
            int n = 20 + random.nextInt(200);
            var effects =
                    List.of(
                            Effect.shares(random.nextInt(n), n, random.nextInt(n), n),
                            Effect.share(random.nextInt(n), n),
                            Effect.pairedShares(n, random.nextInt(40), random.nextInt(40), n / 2),
                            Effect.correlation(random.nextDouble() - 0.5, n),
                            Effect.withT(random.nextGaussian() / 5, 0.1, 30, n),
                            Effect.withNormal(random.nextGaussian() / 5, 0.1, n));
            for (var effect : effects) {
                var test = EquivalenceTest.of(effect, new Margin(0, 0.3), 0.05);
                assertThat(test.isEquivalent()).isEqualTo(test.p().orElseThrow() < 0.05);
                inside += test.isEquivalent() ? 1 : 0;
            }
        }

        assertThat(inside).isBetween(100, 2000);
    }

    @Test
    void exchangingTheGroupsExchangesTheTests() {
        var one = EquivalenceTest.of(Effect.shares(12, 40, 17, 42), new Margin(-0.3, 0.2), 0.05);
        var other = EquivalenceTest.of(Effect.shares(17, 42, 12, 40), new Margin(-0.2, 0.3), 0.05);

        assertThat(one.aboveLow().orElseThrow().p())
                .isCloseTo(other.belowHigh().orElseThrow().p(), within(1e-14));
        assertThat(one.p().orElseThrow()).isCloseTo(other.p().orElseThrow(), within(1e-14));
    }

    @Test
    void unitOfMeansDoesNotMatter() {
        double p = pInUnit(1);

        assertThat(p).isBetween(0.01, 0.2);
        for (double unit : new double[] {1e-140, 3, 1e140}) {
            assertThat(pInUnit(unit)).isCloseTo(p, within(1e-13));
        }
    }

    private static double pInUnit(double unit) {
        var a = new Moments(30, 5 * unit, 30 * unit * unit);
        var b = new Moments(40, 4.9 * unit, 50 * unit * unit);
        return EquivalenceTest.of(Effect.means(a, b), Margin.around0(0.5 * unit), 0.05)
                .p()
                .orElseThrow();
    }

    @Test
    void sharesOfNobodyAndEverybodyHaveTests() {
        var test = EquivalenceTest.of(Effect.shares(0, 30, 0, 40), Margin.around0(0.1), 0.05);

        assertThat(test.isEquivalent()).isTrue();
        assertThat(EquivalenceTest.of(Effect.share(0, 30), new Margin(0, 0.1), 0.05).isEquivalent())
                .isFalse();
        assertThat(
                        EquivalenceTest.of(Effect.share(30, 30), new Margin(0.5, 1), 0.05)
                                .p()
                                .orElseThrow())
                .isEqualTo(0.5);
    }

    @Test
    void whatCannotBeHadKeepsItsReason() {
        reason(Effect.share(0, 0), "nobody answered");
        reason(Effect.shares(3, 5, 0, 0), "the second group has nobody");
        reason(Effect.pairedShares(0, 0, 0, 0), "nobody answered");
        reason(Effect.correlation(0.2, 3), "fewer than 4 pairs of values have no interval");
        reason(Effect.correlation(-1, 30), "all pairs of values lie on one line");
        reason(Effect.means(Moments.NONE, Moments.NONE), "the first group has fewer than 2 values");
        reason(Effect.pairedMeans(Moments.NONE), "fewer than 2 respondents have both values");
        reason(Effect.pairedMeans(new Moments(4, 1, 0)), "all 4 differences are equal");
        reason(
                Effect.withNormal(1e308, 1e308, 3),
                "its values are too large for a limit to be computed");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        refused(() -> EquivalenceTest.of(Effect.share(1, 2), Margin.around0(0.1), 0.05), "bound");
        refused(() -> EquivalenceTest.of(Effect.share(1, 2), new Margin(0, 1), 0.5), "alpha");
        refused(
                () -> EquivalenceTest.of(Effect.correlation(0, 9), Margin.around0(1), 0.05),
                "bound");
        refused(() -> Margin.around0(0), "margin");
        refused(() -> Effect.withT(1, 0, 4, 3), "standardError");
        refused(() -> Effect.withT(1, 1, 0, 3), "df");
        refused(() -> Effect.share(4, 3), "successes");
        refused(() -> Effect.pairedShares(1, -1, 0, 0), "onlyFirst");
        refused(() -> Effect.correlation(1.1, 10), "r must");
    }

    static Effect byGroup(String data, String values, String group) {
        var table = CsvTable.read("data/" + data + ".csv").complete(values, group);
        var levels = table.levels(group);
        return Effect.means(
                Moments.of(table.where(group, levels.get(0)).numbers(values)),
                Moments.of(table.where(group, levels.get(1)).numbers(values)));
    }

    private static void met(String name, String letter, Effect effect, double low, double high) {
        var test = EquivalenceTest.of(effect, new Margin(low, high), 0.05);
        ExpectedValues.in("more/equivalence.csv", name).areMetBy(numbers(letter, test));
    }

    private static Map<String, Double> numbers(String letter, EquivalenceTest test) {
        var low = test.aboveLow().orElseThrow();
        var high = test.belowHigh().orElseThrow();
        Map<String, Double> actual = new HashMap<>();
        actual.put(letter + "_low", low.statistic().orElseThrow());
        actual.put("p_low", low.p());
        actual.put(letter + "_high", high.statistic().orElseThrow());
        actual.put("p_high", high.p());
        actual.put("ci90_low", interval(test.effect()).low());
        actual.put("ci90_high", interval(test.effect()).high());
        return actual;
    }

    private static void same(Effect effect, Interval expected) {
        var actual = interval(effect.estimate(0.9));
        assertThat(actual.low()).isCloseTo(expected.low(), within(1e-13));
        assertThat(actual.high()).isCloseTo(expected.high(), within(1e-13));
    }

    private static void reason(Effect effect, String reason) {
        var margin = new Margin(0, 0.1);
        assertThat(EquivalenceTest.of(effect, margin, 0.05))
                .isEqualTo(
                        new EquivalenceTest(
                                new NotEstimable(reason),
                                margin,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(EquivalenceTest.of(effect, margin, 0.05).isEquivalent()).isFalse();
        assertThat(EquivalenceTest.of(effect, margin, 0.05).p()).isEmpty();
    }

    private static void refused(Runnable call, String name) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(name);
    }
}
