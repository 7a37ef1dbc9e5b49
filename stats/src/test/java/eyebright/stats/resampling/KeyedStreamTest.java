package eyebright.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The vectors are those of a second implementation, `more/keyed_stream.py`.
class KeyedStreamTest {

    @Test
    void generatorIsTheXoshiroOfItsAuthors() {
        // The first numbers from the state 1, 2, 3, 4, as the authors' C code gives them.
        var stream = new KeyedStream(1, 2, 3, 4);

        assertThat(draws(4, stream::nextLong))
                .containsExactly(41943041L, 58720359L, 3588806011781223L, 3591011842654386L);
    }

    @Test
    void bitsNeverChange() {
        assertThat(draws(4, fresh()::nextLong))
                .containsExactly(
                        -2504163266201761344L,
                        -4961913243102179863L,
                        2264377124838185292L,
                        -8992126205934545856L);
        assertThat(KeyedStream.of("Tränen", "", -1).nextLong()).isEqualTo(6152913347701246184L);
    }

    @Test
    void doublesNeverChange() {
        var stream = fresh();

        assertThat(IntStream.range(0, 4).mapToDouble(_ -> stream.nextDouble()).toArray())
                .containsExactly(
                        0.8642490373262827,
                        0.731014144107201,
                        0.12275212990380202,
                        0.5125358616130964);
    }

    @Test
    void boundedNumbersNeverChange() {
        assertThat(bounded(20, 6))
                .containsExactly(5, 4, 0, 3, 2, 0, 3, 4, 5, 5, 1, 2, 5, 1, 0, 5, 1, 4, 3, 0);
        assertThat(bounded(5, Integer.MAX_VALUE))
                .containsExactly(1855960674, 1569840919, 263608191, 1100662380, 847480517);
    }

    @Test
    void boundOfWhichAQuarterOfTheDrawsIsRejectedNeverChanges() {
        assertThat(bounded(12, 3 << 29))
                .containsExactly(
                        1391970506,
                        1177380690,
                        197706143,
                        156751612,
                        1031497164,
                        1274877919,
                        1569604307,
                        1497569047,
                        317857917,
                        293614788,
                        26698152,
                        298953121);
    }

    @Test
    void normalNumbersNeverChange() {
        var stream = fresh();

        assertThat(IntStream.range(0, 4).mapToDouble(_ -> stream.nextGaussian()).toArray())
                .containsExactly(
                        0.6491773454850904,
                        -1.0598938241736702,
                        -0.2167878910469797,
                        0.5724952430302286);
    }

    @Test
    void orderOfAShuffleNeverChanges() {
        int[] values = IntStream.range(0, 12).toArray();
        fresh().shuffle(values);

        assertThat(values).containsExactly(9, 6, 2, 11, 5, 7, 0, 3, 4, 1, 8, 10);
    }

    @Test
    void everyPartOfTheKeyCountsAndSoDoesWhereItEnds() {
        long[] first = {
            KeyedStream.of("ab", "c", 1).nextLong(),
            KeyedStream.of("a", "bc", 1).nextLong(),
            KeyedStream.of("ab", "d", 1).nextLong(),
            KeyedStream.of("ab", "c", 2).nextLong()
        };

        assertThat(Arrays.stream(first).distinct()).hasSize(4);
        assertThat(KeyedStream.of("ab", "c", 1).nextLong()).isEqualTo(first[0]);
    }

    @Test
    void everyNumberBelowTheBoundIsEquallyLikely() {
        var stream = fresh();
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[stream.nextInt(7)]++;
        }
        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }

        // The upper 0.1 % of chi-squared with 6 df.
        assertThat(chiSquared).isLessThan(22.5);
    }

    @Test
    void everyOrderOfThreeIsEquallyLikely() {
        var stream = fresh();
        int[] counts = new int[27];
        for (int i = 0; i < 60_000; i++) {
            int[] values = {0, 1, 2};
            stream.shuffle(values);
            counts[9 * values[0] + 3 * values[1] + values[2]]++;
        }

        assertThat(Arrays.stream(counts).filter(count -> count > 0).boxed())
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isBetween(9_650, 10_350));
    }

    @Test
    void momentsOfNormalAndUniformNumbersAreThoseOfTheirDistributions() {
        var stream = fresh();
        int n = 100_000;
        double normal = 0;
        double square = 0;
        double fourth = 0;
        double uniform = 0;
        for (int i = 0; i < n; i++) {
            double x = stream.nextGaussian();
            normal += x / n;
            square += x * x / n;
            fourth += x * x * x * x / n;
            uniform += stream.nextDouble() / n;
        }

        // Four standard errors each.
        assertThat(normal).isCloseTo(0, within(0.013));
        assertThat(square).isCloseTo(1, within(0.018));
        assertThat(fourth).isCloseTo(3, within(0.13));
        assertThat(uniform).isCloseTo(0.5, within(0.0037));
    }

    @Test
    void nothingToShuffleAndABoundOfOneAreFine() {
        var stream = fresh();
        int[] none = {};
        stream.shuffle(none);

        assertThat(none).isEmpty();
        assertThat(stream.nextInt(1)).isZero();
    }

    @Test
    void boundBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fresh().nextInt(0))
                .withMessage("bound must be 1 or more, not 0");
    }

    private static KeyedStream fresh() {
        return KeyedStream.of("tears", "bootstrap", 7);
    }

    private static int[] bounded(int n, int bound) {
        var stream = fresh();
        return IntStream.range(0, n).map(_ -> stream.nextInt(bound)).toArray();
    }

    private static long[] draws(int n, LongSupplier draw) {
        return IntStream.range(0, n).mapToLong(_ -> draw.getAsLong()).toArray();
    }
}
