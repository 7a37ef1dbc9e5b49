package eyebright.disclosure;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/// Chooses the cells that are withheld until each combination is told by enough rows: k-anonymity by withholding cells
/// (Samarati 2001; Sweeney 2002), with what is withheld as a part of the combination, so that the rows that tell one
/// have the same cells open. Who knows all identifying answers of a respondent then finds k rows that may be theirs.
///
/// The fewest cells are hard to find (Meyerson & Williams 2004), so this goes by rules. Rows that are not safe lose one
/// cell, in the variable that makes most of them safe, then in the variable that makes most of the others safe, until
/// none does; those that are left lose two, in the pair that makes most of them safe; and so on. Where fewer than k are
/// left at last, each joins the rows with which that costs the fewest cells, of which as many as it takes lose them
/// too. Ties go to what stands first. Mutable; used by one thread.
final class Withholding {

    private final Combinations combinations;
    private final int fewest;
    private final IntUnaryOperator closed;
    private final int[] withheld;
    private final boolean[] isSafe;

    private Withholding(Combinations combinations, int fewest, IntUnaryOperator closed) {
        this.combinations = combinations;
        this.fewest = fewest;
        this.closed = closed;
        this.withheld = new int[combinations.rows()];
        this.isSafe = new boolean[combinations.rows()];
    }

    /// Of each row what is withheld, a bit for each variable.
    ///
    /// @param fewest how many rows must share a combination, at most as many as there are
    /// @param closed what is withheld too where some variables are: these and those that would tell them
    static int[] of(Combinations combinations, int fewest, IntUnaryOperator closed) {
        if (fewest > combinations.rows()) {
            throw new IllegalArgumentException(
                    "fewest must be at most the %d rows, not %d"
                            .formatted(combinations.rows(), fewest));
        }
        var withholding = new Withholding(combinations, fewest, closed);
        withholding.free(0);
        for (int size = 1; size <= combinations.variables(); size++) {
            withholding.free(withholding.masks(size));
        }
        withholding.join();
        return withholding.withheld;
    }

    /// The sets of so many variables that tell nothing of each other, those named first first.
    private List<Integer> masks(int size) {
        var masks = new ArrayList<Integer>();
        for (int mask = 0; mask < 1 << combinations.variables(); mask++) {
            if (Integer.bitCount(mask) == size && closed.applyAsInt(mask) == mask) {
                masks.add(mask);
            }
        }
        return masks;
    }

    /// A set of variables, and how many rows were safe without them when that was last counted.
    private record Choice(int mask, int rows) {}

    /// Withholds one set after another, each time the one that makes most rows safe. How many a set makes safe only
    /// ever falls, so only the set that seems best is counted again.
    private void free(List<Integer> masks) {
        var choices =
                new PriorityQueue<>(
                        Comparator.comparingInt(Choice::rows)
                                .reversed()
                                .thenComparingInt(Choice::mask));
        masks.forEach(mask -> choices.add(new Choice(mask, safe(mask).size())));
        while (!choices.isEmpty()) {
            Choice best = choices.remove();
            if (best.rows() == 0) {
                return;
            }
            int rows = safe(best.mask()).size();
            if (rows == best.rows()) {
                free(best.mask());
            } else {
                choices.add(new Choice(best.mask(), rows));
            }
        }
    }

    private void free(int mask) {
        for (int row : safe(mask)) {
            withheld[row] = mask;
            isSafe[row] = true;
        }
    }

    /// The rows that are not safe and would be, were these variables withheld.
    private List<Integer> safe(int mask) {
        var numbers = new HashMap<IntBuffer, Integer>();
        int[] numberOf = new int[withheld.length];
        int[] sizes = new int[withheld.length];
        for (int row = 0; row < withheld.length; row++) {
            if (!isSafe[row] || withheld[row] == mask) {
                numberOf[row] =
                        numbers.computeIfAbsent(combinations.told(row, mask), _ -> numbers.size());
                sizes[numberOf[row]]++;
            }
        }
        var safe = new ArrayList<Integer>();
        for (int row = 0; row < withheld.length; row++) {
            if (!isSafe[row] && sizes[numberOf[row]] >= fewest) {
                safe.add(row);
            }
        }
        return safe;
    }

    /// Rows that tell the same, and what is withheld of them.
    private record Shared(int withheld, List<Integer> rows) {}

    /// What it takes to make a row safe.
    ///
    /// @param mask what is withheld of it, and of the others
    /// @param others rows that lose as much
    /// @param cells how many cells that is
    private record Joining(int mask, List<Integer> others, int cells) {}

    /// Makes the rows safe that are left, one after another.
    private void join() {
        for (int row = 0; row < withheld.length; row++) {
            if (isSafe[row]) {
                continue;
            }
            int left = row;
            Joining best =
                    shared().stream()
                            .map(shared -> joining(left, shared))
                            .min(Comparator.comparingInt(Joining::cells))
                            .orElseThrow();
            withheld[row] = best.mask();
            best.others().forEach(other -> withheld[other] = best.mask());
            isSafe[row] = true;
        }
    }

    private List<Shared> shared() {
        Map<IntBuffer, Shared> shared = new LinkedHashMap<>();
        for (int row = 0; row < withheld.length; row++) {
            if (isSafe[row]) {
                int mask = withheld[row];
                shared.computeIfAbsent(
                                combinations.told(row, mask),
                                _ -> new Shared(mask, new ArrayList<>()))
                        .rows()
                        .add(row);
            }
        }
        return List.copyOf(shared.values());
    }

    private Joining joining(int row, Shared shared) {
        int mask =
                closed.applyAsInt(
                        shared.withheld() | combinations.differing(row, shared.rows().getFirst()));
        IntBuffer told = combinations.told(row, mask);
        int there = 0;
        for (int other = 0; other < withheld.length; other++) {
            if (isSafe[other]
                    && withheld[other] == mask
                    && combinations.told(other, mask).equals(told)) {
                there++;
            }
        }
        int size = shared.rows().size();
        int needed = Math.max(0, fewest - 1 - there);
        // Those who stay behind must still be enough.
        int taken = needed > 0 && size - needed < fewest ? size : needed;
        int more = Integer.bitCount(mask) - Integer.bitCount(shared.withheld());
        return new Joining(
                mask, shared.rows().subList(0, taken), Integer.bitCount(mask) + taken * more);
    }
}
