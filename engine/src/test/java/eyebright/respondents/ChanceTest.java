package eyebright.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Vectors: the definition written down a second time, in Python with whole numbers.
class ChanceTest {

    private static long bits(String study, long seed, long replicate, String name, int row, int k) {
        long start = Chance.of(study, seed, replicate).start(Chance.hash(name));
        return Chance.bits(start, Chance.step(start), row, k);
    }

    @Test
    void numbersAreThoseOfTheDefinition() {
        assertThat(bits("tears", 1, 0, "age", 0, 0)).isEqualTo(0x92bfd2ab34cce17fL);
        assertThat(bits("tears", 1, 0, "age", 1, 0)).isEqualTo(0x4eeb38a4a74e6552L);
        assertThat(bits("tears", 1, 4711, "age", 683, 0)).isEqualTo(0x86bb752f2a7d20b5L);
        assertThat(bits("tears", -5, 2, "felt", 7, 64)).isEqualTo(0x7100ae426cb93310L);
    }

    @Test
    void theFirstNumberOfSplitMixIsKnown() {
        // SplitMix64 begun at 0 gives this first; it is in every published list of its output.
        assertThat(Chance.mixed(0x9e3779b97f4a7c15L)).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(Chance.hash("")).isEqualTo(0xf52a15e9a9b5e89bL);
    }

    @Test
    void valuesLieWithinTheUnitAndAreSpreadEvenly() {
        assertThat(Chance.unit(0)).isPositive();
        assertThat(Chance.unit(-1)).isLessThan(1);
        assertThat(Chance.upper(-1)).isLessThan(1);
        assertThat(Chance.lower(0)).isPositive();
        int n = 200_000;
        double[] one = new double[n];
        double[] next = new double[n];
        double skipped = 0;
        for (int row = 0; row < n; row++) {
            long bits = bits("tears", 9, 0, "age", row, 0);
            one[row] = Chance.unit(bits);
            next[row] = Chance.unit(bits("tears", 9, 0, "age", row, 1));
            skipped += Chance.last(bits) < Chance.below(.02) ? 1 : 0;
        }

        assertThat(Sums.mean(one)).isCloseTo(.5, within(.003));
        assertThat(Sums.deviation(one)).isCloseTo(Math.sqrt(1 / 12.0), within(.002));
        assertThat(Sums.correlation(one, next)).isCloseTo(0, within(.01));
        assertThat(skipped / n).isCloseTo(.02, within(.0015));
    }

    @Test
    void eachTwoColumnsOfACalibratingSampleHoldEveryPairOfParts() {
        Calibrating sample = Calibrating.of("tears");
        for (int[] pair : new int[][] {{0, 1}, {3, 17}, {0, 64}, {63, 64}}) {
            boolean[] isHeld = new boolean[4096];
            boolean[] isPlaced = new boolean[4096];
            for (int row = 0; row < Calibrating.SIZE; row++) {
                int one = (int) (Chance.unit(sample.bits(pair[0], row)) * 64);
                int other = (int) (Chance.unit(sample.bits(pair[1], row)) * 64);
                isHeld[one * 64 + other] = true;
                isPlaced[(int) (Chance.unit(sample.bits(pair[0], row)) * 4096)] = true;
            }
            assertThat(isHeld).doesNotContain(false);
            assertThat(isPlaced).doesNotContain(false);
        }
    }
}
