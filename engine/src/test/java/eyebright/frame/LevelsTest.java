package eyebright.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final Frame FRAME = MadeFrames.frame(new Random(3), 200);

    @Test
    void levelsAreTheOptionsAndTheirOrderIsTheWriters() {
        Levels all = FRAME.levels("choice");
        Levels two = all.pooled(List.of(List.of("c"), List.of("a")));
        assertThat(all.codes()).containsExactly("a", "b", "c");
        for (int row = 0; row < FRAME.size(); row++) {
            assertThat(all.isKnown(row)).isEqualTo(all.isAnswered(row));
            if (all.isKnown(row)) {
                String code = all.codes().get(all.place(row));
                assertThat(two.isKnown(row)).isEqualTo(!code.equals("b"));
                if (two.isKnown(row)) {
                    assertThat(two.codes().get(two.place(row))).isEqualTo(code);
                }
            }
        }
    }

    @Test
    void optionsOfOneGroupAreOneLevel() {
        Levels all = FRAME.levels("choice");
        Levels pooled = all.pooled(List.of(List.of("c", "a"), List.of("b")));
        assertThat(pooled.codes()).containsExactly("c", "b");
        for (int row = 0; row < FRAME.size(); row++) {
            assertThat(pooled.isKnown(row)).isEqualTo(all.isKnown(row));
            assertThat(pooled.having(1).get(row))
                    .isEqualTo(pooled.isKnown(row) && pooled.place(row) == 1);
            assertThat(pooled.known().get(row)).isEqualTo(pooled.isKnown(row));
            if (all.isKnown(row)) {
                assertThat(pooled.place(row))
                        .isEqualTo(all.codes().get(all.place(row)).equals("b") ? 1 : 0);
            }
        }
        assertThatThrownBy(() -> all.pooled(List.of(List.of("a", "b"), List.of("b"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> all.pooled(List.of(List.of(), List.of("b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyRowsWithALevelHaveAPlace() {
        Levels levels = FRAME.levels("choice").pooled(List.of(List.of("b")));
        int[] known = IntStream.range(0, levels.size()).filter(levels::isKnown).toArray();
        int[] unknown = IntStream.range(0, levels.size()).filter(r -> !levels.isKnown(r)).toArray();
        assertThat(levels.places(known)).hasSizeGreaterThan(10).containsOnly(0);
        assertThatThrownBy(() -> levels.places(unknown))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row " + unknown[0]);
    }

    @Test
    void levelsMustBeOptionsOfAOneOfQuestion() {
        assertThatThrownBy(() -> FRAME.levels("choice").pooled(List.of(List.of("d"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[d]");
        assertThatThrownBy(() -> FRAME.levels("whole"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole");
    }

    @Test
    void aFrameGivesTheRowsItIsAskedFor() {
        int[] rows = {7, 7, 0, 199};
        Frame some = FRAME.rows(rows);
        assertThat(some.respondents()).containsExactly("r7", "r7", "r0", "r199");
        assertThat(some.rows(new int[] {1, 0})).isEqualTo(FRAME.rows(new int[] {7, 7}));
        for (int i = 0; i < rows.length; i++) {
            for (String name : List.of("whole", "choice", "words", "several.b", "several")) {
                assertThat(some.row(i).value(name)).isEqualTo(FRAME.row(rows[i]).value(name));
            }
        }
        assertThat(FRAME.rows(IntStream.range(0, FRAME.size()).toArray())).isEqualTo(FRAME);
    }

    @Test
    void aCopyOfWhoNamesAnOptionChangesNothing() {
        if (FRAME.column("several") instanceof Column.Sets sets) {
            BitSet naming = sets.naming(1);
            int named = naming.cardinality();
            naming.clear();
            assertThat(sets.naming(1).cardinality()).isEqualTo(named).isPositive();
        } else {
            throw new AssertionError("several must be a column of sets");
        }
    }
}
