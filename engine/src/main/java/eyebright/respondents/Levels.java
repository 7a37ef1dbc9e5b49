package eyebright.respondents;

import eyebright.population.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which of several margins holds for a respondent: one for everybody, or one for each option of an earlier
/// question. Immutable.
final class Levels {

    private static final int NONE = -1;

    private final int slot;
    private final int[] levelOf;
    private final int count;

    private Levels(int slot, int[] levelOf, int count) {
        this.slot = slot;
        this.levelOf = levelOf;
        this.count = count;
    }

    /// The levels of a margin; its values are in the order of [Given#values].
    static Levels of(Given<?> given, Slots slots) {
        return switch (given) {
            case Given.Always<?> _ -> new Levels(NONE, new int[0], 1);
            case Given.ByLevel<?>(String variable, Map<String, ?> levels) -> {
                int slot = slots.of(variable);
                List<String> codes = List.copyOf(levels.keySet());
                int[] levelOf = new int[slots.options(slot).size()];
                for (int option = 0; option < levelOf.length; option++) {
                    String code = slots.options(slot).get(option).code();
                    levelOf[option] = Math.max(0, codes.indexOf(code));
                }
                yield new Levels(slot, levelOf, codes.size());
            }
        };
    }

    /// How many.
    int count() {
        return count;
    }

    /// The level of a row.
    int of(Draws draws, int row) {
        return slot == NONE ? 0 : levelOf[draws.choices(slot)[row]];
    }

    /// The level of each of some rows, in a place that the next call uses again.
    int[] of(Draws draws, int[] rows, int count) {
        if (slot == NONE) {
            return draws.zeros();
        }
        int[] levels = draws.levels();
        short[] chosen = draws.choices(slot);
        for (int i = 0; i < count; i++) {
            levels[i] = levelOf[chosen[rows[i]]];
        }
        return levels;
    }

    /// The level of each of some rows.
    int[] of(Draws draws, int[] rows) {
        int[] levels = new int[rows.length];
        if (slot != NONE) {
            short[] chosen = draws.choices(slot);
            for (int i = 0; i < rows.length; i++) {
                levels[i] = levelOf[chosen[rows[i]]];
            }
        }
        return levels;
    }

    /// The places in `rows` of those of each level.
    List<int[]> parts(Draws draws, int[] rows) {
        int[] levels = of(draws, rows);
        var parts = new ArrayList<int[]>();
        for (int level = 0; level < count; level++) {
            int[] part = new int[rows.length];
            int size = 0;
            for (int i = 0; i < rows.length; i++) {
                if (levels[i] == level) {
                    part[size++] = i;
                }
            }
            parts.add(java.util.Arrays.copyOf(part, size));
        }
        return parts;
    }
}
