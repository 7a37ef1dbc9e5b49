package eyebright.expression;

import java.util.Arrays;

/// The kinds of [Node.Text].
final class TextNodes {

    private TextNodes() {}

    /// The same in every row.
    static final class Same extends Node.Text {

        Same(int number) {
            Arrays.fill(numbers, number);
        }

        @Override
        void run(int from, int count) {
            // Filled once.
        }
    }

    /// A column of texts.
    static final class Column extends Node.Text {
        private final Series.Texts series;
        private final int[] numberOf;

        /// @param numberOf for each place of the series, the number of its text
        Column(Series.Texts series, int[] numberOf) {
            this.series = series;
            this.numberOf = numberOf;
        }

        @Override
        void run(int from, int count) {
            series.read(from, count, numbers);
            for (int i = 0; i < count; i++) {
                int place = numbers[i];
                numbers[i] = place == UNKNOWN ? UNKNOWN : numberOf[place];
            }
        }
    }
}
