package eyebright.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HundredthsTest {

    @Test
    void sharesOfOneWholeAddUpToAHundredAndAreNeverAWholePointOff() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            List<Integer> counts = random.ints(5, 0, 300).boxed().toList();
            long sum = counts.stream().mapToInt(Integer::intValue).sum();
            List<Integer> shares = Hundredths.addingUp(counts);

            assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
            for (int cell = 0; cell < 5; cell++) {
                assertThat(Math.abs(shares.get(cell) - 100.0 * counts.get(cell) / sum))
                        .isLessThan(1);
            }
        }
    }

    @Test
    void theLargestRemaindersAreRoundedUpTheEarlierFirst() {
        assertThat(Hundredths.addingUp(List.of(1, 1, 1))).containsExactly(34, 33, 33);
        assertThat(Hundredths.addingUp(List.of(0, 0))).containsExactly(0, 0);
    }

    @Test
    void oneCountIsRoundedHalvesUp() {
        assertThat(Hundredths.of(1, 200)).isEqualTo(1);
        assertThat(Hundredths.of(3, 7)).isEqualTo(43);
        assertThat(Hundredths.of(0, 0)).isZero();
    }
}
