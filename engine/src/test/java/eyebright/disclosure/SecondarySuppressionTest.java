package eyebright.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondarySuppressionTest {

    /// Rows of numbers, a column each.
    private static Combinations rows(int[]... columns) {
        var made = new LinkedHashMap<String, Column>();
        for (int column = 0; column < columns.length; column++) {
            double[] values = Arrays.stream(columns[column]).asDoubleStream().toArray();
            made.put("v" + column, numbers(values));
        }
        int size = columns[0].length;
        var frame =
                new Frame(
                        IntStream.range(0, size).mapToObj(Integer::toString).toList(),
                        made,
                        Map.of(),
                        new Origin.Real());
        return Combinations.of(frame, List.copyOf(made.keySet()));
    }

    private static Column numbers(double[] values) {
        return new Column.Numbers(new byte[values.length], values);
    }

    private static int[] hidden(Combinations combinations, int fewest) {
        return SecondarySuppression.of(
                combinations,
                Withholding.of(combinations, fewest, mask -> mask),
                fewest,
                mask -> mask);
    }

    @Test
    void asFewGoAsItTakes() {
        // Three of 9 are hidden with two of 1. Three more of 1 go then, and not all ten.
        int[] values = {9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
        int[] before = new int[values.length];
        Arrays.fill(before, 0, 5, 1);

        int[] after = SecondarySuppression.of(rows(values), before, 5, mask -> mask);

        assertThat(Arrays.copyOfRange(after, 0, 8)).containsOnly(1);
        assertThat(Arrays.copyOfRange(after, 8, 20)).containsOnly(0);
        assertThat(before).as("what was given stays").endsWith(0);
    }

    @Test
    void allGoWhereTooFewWouldBeLeft() {
        int[] values = {9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
        int[] before = new int[values.length];
        Arrays.fill(before, 0, 5, 1);

        int[] after = SecondarySuppression.of(rows(values), before, 5, mask -> mask);

        assertThat(Arrays.copyOfRange(after, 0, 10)).containsOnly(1);
        assertThat(Arrays.copyOfRange(after, 10, 15)).containsOnly(0);
    }

    @Test
    void whereNothingIsHiddenNothingGoes() {
        assertThat(hidden(rows(new int[] {1, 1, 1, 2, 2, 2}), 3)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void ofEachValueNoCellIsHiddenOrEnoughOrAll(int fewest) {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            int size = random.nextInt(fewest, 80);
            int[][] columns = new int[random.nextInt(1, 5)][size];
            for (int[] column : columns) {
                int values = random.nextInt(1, 7);
                // Low numbers are common, high ones rare.
                Arrays.setAll(
                        column,
                        _ -> Math.min(random.nextInt(values + 1), random.nextInt(values + 1)));
            }
            Combinations combinations = rows(columns);

            int[] hidden = hidden(combinations, fewest);

            assertThat(combinations.sizes(hidden).values())
                    .as("seed %d", seed)
                    .allMatch(shared -> shared >= fewest);
            for (int variable = 0; variable < columns.length; variable++) {
                var told = new HashMap<Integer, Integer>();
                var withheld = new HashMap<Integer, Integer>();
                for (int row = 0; row < size; row++) {
                    ((hidden[row] >>> variable & 1) == 1 ? withheld : told)
                            .merge(combinations.value(row, variable), 1, Integer::sum);
                }
                withheld.forEach(
                        (value, cells) ->
                                assertThat(cells >= fewest || !told.containsKey(value)).isTrue());
            }
        }
    }
}
