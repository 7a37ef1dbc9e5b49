package eyebright.frame;

import eyebright.study.Option;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// One named column of a [Frame]: a status per cell, and a value where it is ANSWERED.
///
/// Columns are made by [Frame]'s makers, hold their own copies and never change.
public sealed interface Column {

    /// How many cells, those without an answer included.
    int size();

    /// Why the cell of that row holds a value or none.
    Status status(int row);

    /// How many cells have that status.
    default int count(Status status) {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            if (status(row) == status) {
                count++;
            }
        }
        return count;
    }

    /// Codes of a one-of question: `index(row)` is the place of the chosen option in `options`.
    final class Choices implements Column {
        private final byte[] statuses;
        private final byte[] indexes;
        private final List<Option> options;

        /// @param statuses ordinals of [Status], one a row
        /// @param indexes places in `options`, undefined unless ANSWERED
        Choices(byte[] statuses, byte[] indexes, List<Option> options) {
            this.statuses = statuses.clone();
            this.indexes = indexes.clone();
            this.options = List.copyOf(options);
        }

        @Override
        public int size() {
            return statuses.length;
        }

        @Override
        public Status status(int row) {
            return Status.of(statuses[row]);
        }

        /// The place of the chosen option in [#options]; defined where ANSWERED.
        public int index(int row) {
            return indexes[row];
        }

        /// The options in the order of the questionnaire.
        public List<Option> options() {
            return options;
        }
    }

    /// Options of a several-of question, a bit each.
    final class Sets implements Column {
        private final byte[] statuses;
        private final List<BitSet> named;
        private final List<Option> options;

        /// @param named for each option, the rows that named it
        Sets(byte[] statuses, List<BitSet> named, List<Option> options) {
            this.statuses = statuses.clone();
            this.named = named.stream().map(rows -> (BitSet) rows.clone()).toList();
            this.options = List.copyOf(options);
        }

        @Override
        public int size() {
            return statuses.length;
        }

        @Override
        public Status status(int row) {
            return Status.of(statuses[row]);
        }

        /// Whether that row names the option at that place; defined where ANSWERED.
        public boolean names(int row, int option) {
            return named.get(option).get(row);
        }

        /// The options in the order of the questionnaire.
        public List<Option> options() {
            return options;
        }
    }

    /// Numbers, undefined unless ANSWERED: no NaN stands for "missing".
    final class Numbers implements Column {
        private final byte[] statuses;
        private final double[] values;

        /// @param values finite where ANSWERED
        public Numbers(byte[] statuses, double[] values) {
            this.statuses = statuses.clone();
            this.values = values.clone();
            if (statuses.length != values.length) {
                throw new IllegalArgumentException(
                        "statuses and values must be equally many, not %d and %d"
                                .formatted(statuses.length, values.length));
            }
        }

        @Override
        public int size() {
            return statuses.length;
        }

        @Override
        public Status status(int row) {
            return Status.of(statuses[row]);
        }

        /// The number; defined where ANSWERED.
        public double value(int row) {
            return values[row];
        }
    }

    /// Free words; never analysed, never public.
    final class Words implements Column {
        private final byte[] statuses;
        private final String[] texts;

        Words(byte[] statuses, String[] texts) {
            this.statuses = statuses.clone();
            this.texts = Arrays.copyOf(texts, texts.length);
        }

        @Override
        public int size() {
            return statuses.length;
        }

        @Override
        public Status status(int row) {
            return Status.of(statuses[row]);
        }

        /// The words; empty unless ANSWERED.
        public String text(int row) {
            return texts[row];
        }
    }
}
