package eyebright.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WithholdingTest {

    private static Combinations combinations(double[]... byVariable) {
        var columns = new LinkedHashMap<String, Column>();
        for (double[] values : byVariable) {
            columns.put("v" + columns.size(), new Column.Numbers(new byte[values.length], values));
        }
        List<String> ids =
                IntStream.range(0, byVariable[0].length).mapToObj(Integer::toString).toList();
        return Combinations.of(
                new Frame(ids, columns, Map.of(), new Origin.Real()),
                List.copyOf(columns.keySet()));
    }

    private static int[] withheld(Combinations combinations, int fewest) {
        return Withholding.of(combinations, fewest, mask -> mask);
    }

    private static int cells(int[] withheld) {
        return Arrays.stream(withheld).map(Integer::bitCount).sum();
    }

    private static boolean isEnough(Combinations combinations, int[] withheld, int fewest) {
        return combinations.sizes(withheld).values().stream().allMatch(size -> size >= fewest);
    }

    @Test
    void whereAllAreAlikeNothingIsWithheld() {
        assertThat(withheld(combinations(new double[] {1, 1, 1}, new double[] {2, 2, 2}), 3))
                .containsOnly(0);
    }

    @Test
    void whereAllDifferInOneVariableThatOneIsWithheld() {
        assertThat(withheld(combinations(new double[] {1, 2, 3}, new double[] {2, 2, 2}), 2))
                .containsOnly(1);
    }

    @Test
    void theVariableThatMakesMostRowsSafeIsWithheld() {
        // The first four differ in the second variable, the last two in the first.
        var combinations =
                combinations(new double[] {1, 1, 1, 1, 2, 3}, new double[] {1, 2, 3, 4, 5, 5});

        assertThat(withheld(combinations, 2)).containsExactly(2, 2, 2, 2, 1, 1);
    }

    @Test
    void whoIsLeftAloneJoinsThoseWithWhomItCostsTheFewestCells() {
        var combinations =
                combinations(
                        new double[] {1, 1, 1, 1, 2, 2, 9}, new double[] {1, 1, 1, 1, 2, 2, 2});

        // Two are as many as must share, so both lose as much as the one who joins.
        assertThat(withheld(combinations, 2)).containsExactly(0, 0, 0, 0, 1, 1, 1);
        assertThat(
                        withheld(
                                combinations(
                                        new double[] {1, 1, 1, 1, 9}, new double[] {1, 1, 1, 1, 1}),
                                2))
                .containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void whatWouldTellAnotherVariableIsWithheldWithIt() {
        var combinations = combinations(new double[] {1, 2, 1, 2}, new double[] {1, 1, 1, 1});

        int[] withheld = Withholding.of(combinations, 4, mask -> (mask & 1) == 1 ? mask | 2 : mask);

        assertThat(withheld).containsOnly(3);
    }

    @Test
    void fewerRowsThanMustShareAreAFaultOfTheCaller() {
        assertThatThrownBy(() -> withheld(combinations(new double[] {1, 1}), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fewest must be at most the 2 rows, not 3");
    }

    @Test
    void aTenthMoreCellsAtMostAreWithheldThanMustBe() {
        var random = new SplittableRandom(1);
        int ours = 0;
        int least = 0;
        for (int trial = 0; trial < 25; trial++) {
            double[][] values = new double[3][5];
            for (double[] variable : values) {
                Arrays.setAll(variable, _ -> random.nextInt(2 + random.nextInt(2)));
            }
            var combinations = combinations(values);
            int[] withheld = withheld(combinations, 2);
            assertThat(isEnough(combinations, withheld, 2)).isTrue();
            ours += cells(withheld);
            least += best(combinations);
        }

        assertThat(ours).isBetween(least, least * 11 / 10);
    }

    /// The fewest cells that must be withheld of five rows of three variables, by trying all ways from the fewest on.
    private static int best(Combinations combinations) {
        int[] withheld = new int[5];
        for (int cells = 0; cells <= 15; cells++) {
            for (int way = 0; way < 1 << 15; way++) {
                if (Integer.bitCount(way) == cells) {
                    for (int row = 0; row < 5; row++) {
                        withheld[row] = (way >>> (3 * row)) & 7;
                    }
                    if (isEnough(combinations, withheld, 2)) {
                        return cells;
                    }
                }
            }
        }
        throw new AssertionError("nothing is always enough");
    }

    @Test
    void manyVariablesOfManyRowsAreDoneInTime() {
        var random = new SplittableRandom(2);
        double[][] values = new double[PublicData.MOST][300];
        for (double[] variable : values) {
            Arrays.setAll(variable, _ -> random.nextInt(4));
        }
        var combinations = combinations(values);

        assertThat(isEnough(combinations, withheld(combinations, 5), 5)).isTrue();
    }
}
