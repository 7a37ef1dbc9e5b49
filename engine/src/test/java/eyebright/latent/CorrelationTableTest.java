package eyebright.latent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrelationTableTest {

    /// Three variables: with r12 and r13 given, r23 lies within r12·r13 ± √((1 - r12²)·(1 - r13²)).
    private static CorrelationTable three(double r12, double r13, double r23) {
        var table = new CorrelationTable(3);
        table.set(0, 1, r12);
        table.set(0, 2, r13);
        table.set(1, 2, r23);
        return table;
    }

    @Test
    void threeCorrelationsGoTogetherWhereTheThirdLiesWithinWhatTheOthersLeave() {
        // .8 · .8 ± .36: from .28 to 1
        assertThat(three(0.8, 0.8, 0.281).isPossible()).isTrue();
        assertThat(three(0.8, 0.8, 0.279).isPossible()).isFalse();
        assertThat(three(0.8, -0.8, -0.281).isPossible()).isTrue();
        assertThat(three(0.8, -0.8, -0.279).isPossible()).isFalse();
    }

    @Test
    void theNearestIsTheFirstHundredthThatGoesTogetherWithTheOthers() {
        assertThat(three(0.8, 0.8, -0.5).nearest(1, 2, 1)).hasValue(0.29);
        assertThat(three(0.8, 0.8, 0.5).nearest(1, 2, 1)).hasValue(0.5);
    }

    @Test
    void theNearestIsThatOfTheScoresWhereTheyAreUnreliable() {
        // Of traits .281 and more; of scores that are reliable to .5 each, half of it.
        assertThat(three(0.8, 0.8, -0.5).nearest(1, 2, 0.5)).hasValue(0.15);
    }

    @Test
    void whereNoneGoesWithTheOthersThereIsNoNearest() {
        var table = new CorrelationTable(4);
        table.set(0, 1, 0.9);
        table.set(0, 2, 0.9);
        table.set(1, 2, -0.9);

        assertThat(table.nearest(2, 3, 1)).isEmpty();
        assertThat(table.part()).isBetween(0.3, 0.6);
    }

    @Test
    void halfOfEveryCorrelationOfAPossibleTableIsPossible() {
        for (double r = -0.99; r < 1; r += 0.06) {
            CorrelationTable table = three(0.6, 0.5, r);
            if (table.isPossible()) {
                assertThat(three(0.3, 0.25, r / 2).isPossible()).isTrue();
                assertThat(table.get(1, 2)).isEqualTo(r);
            }
        }
    }
}
