package eyebright.frame;

import eyebright.study.Answer;
import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column while it grows, one cell after the other, in primitive arrays. Used by one thread.
///
/// What its question cannot hold becomes UNREADABLE: a code that is no option (any more), a number outside
/// the range, an option that stands alone beside others, a text with characters no text has.
abstract sealed class Growing {

    private byte[] statuses = new byte[64];
    private int size;

    /// An empty column for that variable.
    static Growing of(Variable variable) {
        return switch (variable.kind()) {
            case Kind.Choice choice -> new Choices(choice.options());
            case Kind.Choices choices -> new Sets(choices.options());
            case Kind.Numeric numeric -> new Numbers(numeric);
            case Kind.Text text -> new Words(text.upTo());
        };
    }

    /// Adds an answer, or UNREADABLE if the question cannot hold it.
    abstract void answer(Answer answer);

    /// The column so far.
    abstract Column column();

    /// Adds a cell without a value.
    final void none(Status status) {
        next(status);
    }

    final int size() {
        return size;
    }

    /// The place of a new last cell.
    final int next(Status status) {
        if (size == statuses.length) {
            statuses = Arrays.copyOf(statuses, larger(size));
        }
        statuses[size] = status.code();
        return size++;
    }

    final byte[] statuses() {
        return Arrays.copyOf(statuses, size);
    }

    private static int larger(int size) {
        return size + (size >> 1);
    }

    /// Codes of a one-of question.
    static final class Choices extends Growing {
        private final List<Option> options;
        private final Map<String, Integer> places = new HashMap<>();
        private short[] indexes = new short[64];

        Choices(List<Option> options) {
            this.options = options;
            for (int i = 0; i < options.size(); i++) {
                places.put(options.get(i).code(), i);
            }
        }

        @Override
        void answer(Answer answer) {
            if (answer instanceof Answer.One(String code) && places.containsKey(code)) {
                chosen(places.get(code));
            } else {
                none(Status.UNREADABLE);
            }
        }

        /// Adds the option at that place.
        void chosen(int option) {
            int row = next(Status.ANSWERED);
            if (row >= indexes.length) {
                indexes = Arrays.copyOf(indexes, larger(row));
            }
            indexes[row] = (short) option;
        }

        @Override
        Column column() {
            return new Column.Choices(statuses(), Arrays.copyOf(indexes, size()), options);
        }
    }

    /// Options of a several-of question.
    static final class Sets extends Growing {
        private final List<Option> options;
        private final List<BitSet> named = new ArrayList<>();

        Sets(List<Option> options) {
            this.options = options;
            options.forEach(_ -> named.add(new BitSet()));
        }

        @Override
        void answer(Answer answer) {
            BitSet chosen = new BitSet();
            if (answer instanceof Answer.Several several) {
                for (int i = 0; i < options.size(); i++) {
                    chosen.set(i, several.codes().contains(options.get(i).code()));
                }
                if (chosen.cardinality() == several.codes().size() && !contradicts(chosen)) {
                    chosen(chosen);
                    return;
                }
            }
            none(Status.UNREADABLE);
        }

        /// Adds the options at those places.
        void chosen(BitSet places) {
            int row = next(Status.ANSWERED);
            places.stream().forEach(option -> named.get(option).set(row));
        }

        /// Whether one that stands alone stands beside others.
        boolean contradicts(BitSet places) {
            return places.cardinality() > 1
                    && places.stream().anyMatch(option -> options.get(option).alone());
        }

        @Override
        Column column() {
            return new Column.Sets(statuses(), named, options);
        }
    }

    /// Numbers between two limits.
    static final class Numbers extends Growing {
        private final Kind.Numeric range;
        private double[] values = new double[64];

        Numbers(Kind.Numeric range) {
            this.range = range;
        }

        @Override
        void answer(Answer answer) {
            if (answer instanceof Answer.Amount(BigDecimal value) && holds(value)) {
                number(value.doubleValue());
            } else {
                none(Status.UNREADABLE);
            }
        }

        /// Whether the number lies in the range and has no more decimals than are asked for.
        boolean holds(BigDecimal value) {
            return value.compareTo(range.from()) >= 0
                    && value.compareTo(range.to()) <= 0
                    && value.stripTrailingZeros().scale() <= range.decimals();
        }

        /// Adds a number that was checked.
        void number(double value) {
            int row = next(Status.ANSWERED);
            if (row >= values.length) {
                values = Arrays.copyOf(values, larger(row));
            }
            values[row] = value;
        }

        @Override
        Column column() {
            return new Column.Numbers(statuses(), Arrays.copyOf(values, size()));
        }
    }

    /// Free words.
    static final class Words extends Growing {
        private final int upTo;
        private final List<String> texts = new ArrayList<>();

        Words(int upTo) {
            this.upTo = upTo;
        }

        @Override
        void answer(Answer answer) {
            if (answer instanceof Answer.Words(String text) && holds(text)) {
                words(text);
            } else {
                none(Status.UNREADABLE);
            }
        }

        /// Whether the text is one: not too long, without NUL and halves of characters.
        boolean holds(String text) {
            return text.codePointCount(0, text.length()) <= upTo
                    && text.indexOf('\0') < 0
                    && text.codePoints()
                            .noneMatch(
                                    c ->
                                            c >= Character.MIN_SURROGATE
                                                    && c <= Character.MAX_SURROGATE);
        }

        /// Adds a text that was checked.
        void words(String text) {
            int row = next(Status.ANSWERED);
            while (texts.size() < row) {
                texts.add("");
            }
            texts.add(text);
        }

        @Override
        Column column() {
            String[] all = new String[size()];
            Arrays.fill(all, "");
            for (int row = 0; row < texts.size(); row++) {
                all[row] = texts.get(row);
            }
            return new Column.Words(statuses(), all);
        }
    }
}
