package eyebright.stats.missing;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.mean.Moments;
import eyebright.stats.missing.Variable.Kind;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MultipleImputationTest {

    private static final int N = 250;

    /// y = x + noise and a code that x predicts, missing mostly where x is high, so that those who answered have a low mean.
    private static List<Variable> selected(long replicate) {
        var random = KeyedStream.of("tests", "imputation", replicate);
        var x = new double[N];
        var y = new double[N];
        var code = new double[N];
        var there = new BitSet();
        for (int i = 0; i < N; i++) {
            x[i] = random.nextGaussian();
            y[i] = x[i] + random.nextGaussian() / 2;
            code[i] =
                    x[i] + random.nextGaussian() / 2 > 0.8 ? 2 : random.nextDouble() < 0.5 ? 0 : 1;
            if (random.nextDouble() < (x[i] > 0 ? 0.3 : 0.9)) {
                there.set(i);
            }
        }
        return List.of(
                Variable.complete("x", Kind.ORDERED, x),
                Variable.of("y", Kind.ORDERED, y, there),
                Variable.of("code", Kind.CATEGORIES, code, there));
    }

    @Test
    void pooledMeanIsThatOfEveryoneAndNotThatOfThoseWhoAnswered() {
        int inside = 0;
        double sum = 0;
        double information = 0;
        for (int replicate = 0; replicate < 10; replicate++) {
            var sets = imputed(selected(replicate), 4);
            var moments = sets.stream().map(set -> Moments.of(set.get(1).copy())).toList();
            var pooled =
                    RubinsRules.withT(
                            moments.stream().map(Moments::mean).toList(),
                            moments.stream().map(each -> each.sd() / Math.sqrt(N)).toList(),
                            N - 1.0,
                            N,
                            0.95);
            sum += known(pooled.estimate()).value();
            inside += interval(pooled.estimate()).contains(0) ? 1 : 0;
            information += pooled.spread().orElseThrow().missingInformation() / 10;
        }

        // 45 % of y are missing, of which x tells four fifths; a single one rests on four data
        // sets.
        assertThat(information).isBetween(0.05, 0.45);
        // Those who answered have a mean of about -0.4.
        assertThat(sum / 10).isCloseTo(0, within(0.09));
        assertThat(inside).isGreaterThanOrEqualTo(7);
    }

    @Test
    void categoriesAreDrawnAsOftenAsTheOthersPredict() {
        double share = 0;
        for (int replicate = 0; replicate < 10; replicate++) {
            for (var set : imputed(selected(replicate), 2)) {
                share +=
                        Arrays.stream(set.get(2).copy()).filter(code -> code == 2).count()
                                / 20.0
                                / N;
            }
        }

        // P(z > 0.8) with z of variance 1.25; among those who answered it is 0.14.
        assertThat(share).isCloseTo(0.237, within(0.04));
    }

    @Test
    void answersStayAndGapsAreFilledWithAnswersThatSomeoneGave() {
        var before = selected(3);
        for (var set : imputed(before, 2)) {
            for (int j = 0; j < 3; j++) {
                var old = before.get(j);
                var filled = set.get(j);
                double[] given =
                        IntStream.range(0, N)
                                .filter(old::isThere)
                                .mapToDouble(old::value)
                                .toArray();
                Arrays.sort(given);
                assertThat(filled.missing()).isZero();
                for (int i = 0; i < N; i++) {
                    assertThat(Arrays.binarySearch(given, filled.value(i)))
                            .isGreaterThanOrEqualTo(0);
                    if (old.isThere(i)) {
                        assertThat(filled.value(i)).isEqualTo(old.value(i));
                    }
                }
            }
        }
    }

    @Test
    void equalKeysGiveEqualDataAndDataSetsDiffer() {
        var one = imputed(selected(1), 2);

        assertThat(imputed(selected(1), 3).subList(0, 2)).isEqualTo(one);
        assertThat(one.get(0)).isNotEqualTo(one.get(1));
    }

    @Test
    void collinearSeparatedAndHugeColumnsAreFilled() {
        double[] x = IntStream.range(0, 30).mapToDouble(i -> i * 1e300 / 40).toArray();
        double[] code = IntStream.range(0, 30).mapToDouble(i -> i < 15 ? 0 : 1).toArray();
        var some = BitSet.valueOf(new long[] {0x3FFF_FFFF & ~0b1010101});
        var sets =
                imputed(
                        List.of(
                                Variable.complete("x", Kind.ORDERED, x),
                                Variable.complete("same", Kind.ORDERED, new double[30]),
                                Variable.of("y", Kind.ORDERED, x, some),
                                Variable.of("code", Kind.CATEGORIES, code, some)),
                        2);

        assertThat(sets).allSatisfy(set -> assertThat(set).allMatch(each -> each.missing() == 0));
        assertThat(sets.getFirst().get(3).value(0)).isZero();
    }

    @Test
    void columnThatHardlyAnyoneAnsweredIsAReason() {
        var one = Variable.of("mood", Kind.ORDERED, new double[9], BitSet.valueOf(new long[] {4}));

        assertThat(MultipleImputation.of(List.of(one), 5, "s", "p"))
                .isEqualTo(new NotFitted<MultipleImputation>("mood has only 1 of 9 answers"));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultipleImputation.of(selected(0), 0, "s", "p"))
                .withMessage("count must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variable.complete("a", Kind.CATEGORIES, 0.5))
                .withMessage("value 0 of a must be a code from 0 to 1000, not 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variable.complete("a", Kind.ORDERED, Double.NaN))
                .withMessage("value 0 of a must be finite, not NaN");
    }

    private static List<List<Variable>> imputed(List<Variable> variables, int count) {
        var fitting = MultipleImputation.of(variables, count, "tests", "mi");
        assertThat(fitting).isInstanceOf(Fitted.class);
        return ((Fitted<MultipleImputation>) fitting).model().dataSets();
    }
}
