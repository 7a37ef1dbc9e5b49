package eyebright.disclosure;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// Withholds more cells where a withheld one could be had by subtraction (secondary, or complementary, suppression).
///
/// The study's own figures are of all answers, those of the table of the cells that are told. Where the answer of one
/// person alone is withheld, the two differ by what that person said elsewhere. So of each value of each variable no cell
/// is withheld or at least as many as must share a combination: what can be had by subtraction is a sum over as many.
/// Where more must go, rows of one combination lose the variable: as few as it takes, where as many as must share are left
/// and those who lose it tell what enough others tell; else all of it. Of several combinations it is the one that loses
/// the fewest rows.
final class SecondarySuppression {

    private final Combinations combinations;
    private final int[] withheld;
    private final int fewest;
    private final IntUnaryOperator closed;

    private SecondarySuppression(
            Combinations combinations, int[] withheld, int fewest, IntUnaryOperator closed) {
        this.combinations = combinations;
        this.withheld = withheld.clone();
        this.fewest = fewest;
        this.closed = closed;
    }

    /// Of each row what is withheld, a bit for each variable.
    ///
    /// @param withheld of each row so far: each combination is shared by `fewest` rows
    /// @param closed as [Withholding#of] takes it
    static int[] of(
            Combinations combinations, int[] withheld, int fewest, IntUnaryOperator closed) {
        var suppression = new SecondarySuppression(combinations, withheld, fewest, closed);
        // Each step withholds cells and none is ever told again, so this ends.
        while (suppression.step()) {}
        return suppression.withheld;
    }

    /// Withholds more of one variable; false where nothing more is to be withheld.
    private boolean step() {
        Map<IntBuffer, Integer> sizes = combinations.sizes(withheld);
        for (int variable = 0; variable < combinations.variables(); variable++) {
            int more = closed.applyAsInt(1 << variable);
            Optional<List<Integer>> going = going(variable, more, sizes);
            if (going.isPresent()) {
                going.get().forEach(row -> withheld[row] |= more);
                return true;
            }
        }
        return false;
    }

    /// The rows that lose a variable, since too few cells of one of its values are withheld; empty where there is no such
    /// value. Where no row tells it any more there is nothing to subtract from.
    private Optional<List<Integer>> going(int variable, int more, Map<IntBuffer, Integer> sizes) {
        var hidden = new LinkedHashMap<Integer, Integer>();
        for (int row = 0; row < withheld.length; row++) {
            if (isWithheld(row, variable)) {
                hidden.merge(combinations.value(row, variable), 1, Integer::sum);
            }
        }
        return hidden.entrySet().stream()
                .filter(each -> each.getValue() < fewest)
                .flatMap(
                        each ->
                                telling(variable, each.getKey()).stream()
                                        .map(
                                                rows ->
                                                        part(
                                                                rows,
                                                                fewest - each.getValue(),
                                                                more,
                                                                sizes)))
                .min(Comparator.comparingInt(List::size));
    }

    private boolean isWithheld(int row, int variable) {
        return (withheld[row] >>> variable & 1) == 1;
    }

    /// The rows of each combination that tells that value.
    private Collection<List<Integer>> telling(int variable, int value) {
        Map<IntBuffer, List<Integer>> telling = new LinkedHashMap<>();
        for (int row = 0; row < withheld.length; row++) {
            if (!isWithheld(row, variable) && combinations.value(row, variable) == value) {
                telling.computeIfAbsent(
                                combinations.told(row, withheld[row]), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        return telling.values();
    }

    /// As few of the rows of a combination as it takes, or all of them.
    ///
    /// @param wanted how many cells at least are to be withheld
    private List<Integer> part(
            List<Integer> rows, int wanted, int more, Map<IntBuffer, Integer> sizes) {
        int first = rows.getFirst();
        boolean isJoining = sizes.containsKey(combinations.told(first, withheld[first] | more));
        int going = isJoining ? wanted : Math.max(wanted, fewest);
        return rows.size() - going >= fewest ? rows.subList(0, going) : rows;
    }
}
