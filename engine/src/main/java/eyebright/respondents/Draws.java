package eyebright.respondents;

import eyebright.expression.Expression;
import eyebright.expression.Rows;
import eyebright.expression.Scope;
import eyebright.expression.Series;
import eyebright.expression.Truth;
import eyebright.expression.Value;
import eyebright.respondents.Slots.Holding;
import eyebright.study.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What respondents would answer to everything, column by column, while it is drawn.
///
/// As rows it gives what they would have answered if nobody skipped anything: values on pages that this would
/// not lead to are unknown. Used by one thread.
final class Draws implements Rows {

    private static final double[] NO_NUMBERS = {};
    private static final short[] NO_CHOICES = {};
    private static final long[][] NO_SETS = {};
    private static final long[] NOT_YET = {};

    private final Slots slots;
    private final List<Optional<Expression>> showIf;
    private final int size;
    private final Source source;
    private final int skipping;
    private final double[][] numbers;
    private final short[][] choices;
    private final long[][][] sets;
    private final long[][] skipped;
    private final boolean[] isDrawn;
    private final long[][] shown;
    private final int[] all;
    private final long[] numbersOfRows;
    private final long[] bits;
    private final long[] otherBits;
    private final double[] units;
    private final double[] sums;
    private final int[] zeros;
    private final int[] levels;
    private final int[] groups;
    private final int[] places;

    /// @param showIf the condition of each page
    /// @param skipping below which last bits an answer is skipped
    Draws(
            Slots slots,
            List<Optional<Expression>> showIf,
            int size,
            Source source,
            double skipping) {
        this.slots = slots;
        this.showIf = showIf;
        this.size = size;
        this.source = source;
        this.skipping = Chance.below(skipping);
        int places = slots.size();
        numbers = new double[places][];
        choices = new short[places][];
        sets = new long[places][][];
        skipped = new long[places][];
        Arrays.fill(numbers, NO_NUMBERS);
        Arrays.fill(choices, NO_CHOICES);
        Arrays.fill(sets, NO_SETS);
        Arrays.fill(skipped, NOT_YET);
        isDrawn = new boolean[places];
        shown = new long[slots.pages()][];
        Arrays.fill(shown, NOT_YET);
        all = new int[size];
        numbersOfRows = new long[size];
        for (int row = 0; row < size; row++) {
            all[row] = row;
            numbersOfRows[row] = row;
        }
        bits = new long[size];
        otherBits = new long[size];
        units = new double[size];
        sums = new double[size];
        zeros = new int[size];
        levels = new int[size];
        groups = new int[size];
        this.places = new int[size];
    }

    @Override
    public int size() {
        return size;
    }

    Slots slots() {
        return slots;
    }

    /// Every row.
    int[] all() {
        return all;
    }

    /// So many words of 64 rows.
    int words() {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    /// Numbers of a variable for some rows, in a place that the next call uses again.
    long[] bits(Variate variate, int counter, int[] rows, int count) {
        return fill(variate, counter, rows, count, bits);
    }

    /// The same in another place.
    long[] otherBits(Variate variate, int counter, int[] rows, int count) {
        return fill(variate, counter, rows, count, otherBits);
    }

    private long[] fill(Variate variate, int counter, int[] rows, int count, long[] into) {
        if (isEverybody(count)) {
            source.fill(variate, counter, numbersOfRows, count, into);
        } else {
            source.fill(variate, counter, rows, count, into);
        }
        return into;
    }

    /// Whether these are all rows: rows to draw for are different ones, in their order.
    ///
    /// @param count how many there are of them
    boolean isEverybody(int count) {
        return count == size;
    }

    /// A place for a value each, above 0 and below 1; the next drawing uses it again.
    double[] units() {
        return units;
    }

    /// A place for a sum each; the next drawing uses it again.
    double[] sums() {
        return sums;
    }

    /// A 0 for each row, never to be changed.
    int[] zeros() {
        return zeros;
    }

    /// A place for a level each; the next drawing uses it again.
    int[] levels() {
        return levels;
    }

    /// A place for a group each; the next drawing uses it again.
    int[] groups() {
        return groups;
    }

    /// A place for a whole number each; the next drawing uses it again.
    int[] places() {
        return places;
    }

    /// The numbers of a place, to be filled by its drawing.
    double[] numbers(int slot) {
        if (numbers[slot].length != size) {
            numbers[slot] = new double[size];
        }
        isDrawn[slot] = true;
        return numbers[slot];
    }

    /// The options chosen, to be filled by its drawing.
    short[] choices(int slot) {
        if (choices[slot].length != size) {
            choices[slot] = new short[size];
        }
        isDrawn[slot] = true;
        return choices[slot];
    }

    /// For each option the rows that name it, 64 in a word, to be filled by its drawing.
    long[][] sets(int slot) {
        if (sets[slot].length == 0) {
            sets[slot] = new long[slots.options(slot).size()][words()];
        }
        isDrawn[slot] = true;
        return sets[slot];
    }

    /// The rows that skip a place, 64 in a word.
    long[] skipped(int slot) {
        if (skipped[slot].length == 0) {
            skipped[slot] = new long[words()];
        }
        return skipped[slot];
    }

    /// Lets those rows skip a place whose numbers say so.
    void skip(int slot, long[] with, int[] rows, int count) {
        if (skipping == 0) {
            return;
        }
        long[] words = skipped(slot);
        for (int i = 0; i < count; i++) {
            if (Chance.last(with[i]) < skipping) {
                words[rows[i] >> 6] |= 1L << rows[i];
            }
        }
    }

    /// Whether it was drawn yet.
    boolean isDrawn(int slot) {
        return isDrawn[slot];
    }

    /// The rows to whom a page would be shown, 64 in a word; all of them where its condition reads what was
    /// not drawn yet.
    long[] shown(int page) {
        if (shown[page].length == 0) {
            Optional<Expression> condition = showIf.get(page);
            if (condition.isPresent() && !canRead(condition.get())) {
                return everybody();
            }
            shown[page] =
                    condition
                            .map(it -> padded(it.truths(this).holding()))
                            .orElseGet(this::everybody);
        }
        return shown[page];
    }

    /// Whether everything that a condition reads was drawn.
    boolean canRead(Expression condition) {
        return condition.variables().stream()
                .allMatch(name -> slot(name).map(slot -> isDrawn[slot]).orElse(true));
    }

    /// The place that a name reads: its own, or that of the question of an option.
    Optional<Integer> slot(String name) {
        int dot = name.lastIndexOf('.');
        return slots.find(name)
                .or(() -> dot < 0 ? Optional.empty() : slots.find(name.substring(0, dot)));
    }

    private long[] everybody() {
        long[] words = new long[words()];
        for (int row = 0; row < size; row += Long.SIZE) {
            int here = Math.min(Long.SIZE, size - row);
            words[row >> 6] = -1L >>> (Long.SIZE - here);
        }
        return words;
    }

    private long[] padded(BitSet rows) {
        return Arrays.copyOf(rows.toLongArray(), words());
    }

    /// The rows that are asked something.
    int[] asked(int slot) {
        int page = slots.page(slot);
        if (page < 0) {
            return all;
        }
        return BitSet.valueOf(shown(page)).stream().toArray();
    }

    private long[] known(int slot) {
        int page = slots.page(slot);
        return page < 0 ? everybody() : shown(page);
    }

    @Override
    public Series series(String variable) {
        Optional<Integer> slot = slot(variable);
        if (slot.isEmpty() || !isDrawn[slot.get()]) {
            return new Series.Nothing();
        }
        return series(slot.get(), variable, known(slot.get()));
    }

    /// The values of a place, known in some rows.
    ///
    /// @param name it or an option of it
    Series series(int slot, String name, long[] known) {
        return switch (slots.holding(slot)) {
            case Holding.Amount _ -> new NumberSeries(numbers[slot], known);
            case Holding.One(List<Option> options) ->
                    new ChoiceSeries(
                            options.stream().map(Option::code).toList(), choices[slot], known);
            case Holding.Some _ ->
                    name.equals(slots.name(slot))
                            ? new TruthSeries(known, known)
                            : new TruthSeries(
                                    sets[slot][slots.option(slot, option(slot, name))], known);
            case Holding.Words _ -> new Series.Nothing();
        };
    }

    private String option(int slot, String name) {
        return name.substring(slots.name(slot).length() + 1);
    }

    @Override
    public Scope row(int row) {
        return variable -> {
            Optional<Integer> slot = slot(variable);
            if (slot.isEmpty() || !isDrawn[slot.get()]) {
                return new Value.Unknown();
            }
            return value(slot.get(), variable, known(slot.get()), row);
        };
    }

    /// The value of a place in a row, if it is known there.
    Value value(int slot, String name, long[] known, int row) {
        if (!has(known, row)) {
            return new Value.Unknown();
        }
        return switch (slots.holding(slot)) {
            case Holding.Amount _ -> new Value.Decimal(BigDecimal.valueOf(numbers[slot][row]));
            case Holding.One(List<Option> options) ->
                    new Value.Text(options.get(choices[slot][row]).code());
            case Holding.Some _ ->
                    new Value.Logic(
                            Truth.of(
                                    name.equals(slots.name(slot))
                                            || has(
                                                    sets[slot][
                                                            slots.option(slot, option(slot, name))],
                                                    row)));
            case Holding.Words _ -> new Value.Unknown();
        };
    }

    /// Whether a row is among those.
    static boolean has(long[] words, int row) {
        return (words[row >> 6] >>> row & 1) != 0;
    }

    /// Puts whether each of some rows is among those, a word of 64 rows at a time.
    private static void spread(long[] words, int from, int count, boolean[] into) {
        for (int i = 0; i < count; ) {
            int row = from + i;
            int here = Math.min(count - i, Long.SIZE - (row & 63));
            long word = words[row >> 6] >>> row;
            if (word == -1L >>> row) {
                Arrays.fill(into, i, i + here, true);
            } else {
                for (int j = 0; j < here; j++) {
                    into[i + j] = (word >>> j & 1) != 0;
                }
            }
            i += here;
        }
    }

    private static final class NumberSeries implements Series.Numbers {
        private final double[] values;
        private final long[] rows;

        NumberSeries(double[] values, long[] rows) {
            this.values = values;
            this.rows = rows;
        }

        @Override
        public void read(int from, int count, double[] into, boolean[] known) {
            System.arraycopy(values, from, into, 0, count);
            spread(rows, from, count, known);
        }
    }

    private static final class ChoiceSeries implements Series.Texts {
        private final List<String> texts;
        private final short[] chosen;
        private final long[] rows;

        ChoiceSeries(List<String> texts, short[] chosen, long[] rows) {
            this.texts = texts;
            this.chosen = chosen;
            this.rows = rows;
        }

        @Override
        public List<String> texts() {
            return texts;
        }

        @Override
        public void read(int from, int count, int[] places) {
            for (int i = 0; i < count; i++) {
                places[i] = chosen[from + i];
            }
            for (int i = 0; i < count; ) {
                int row = from + i;
                int here = Math.min(count - i, Long.SIZE - (row & 63));
                long unknown = ~(rows[row >> 6] >>> row) & -1L >>> (Long.SIZE - here);
                for (; unknown != 0; unknown &= unknown - 1) {
                    places[i + Long.numberOfTrailingZeros(unknown)] = UNKNOWN;
                }
                i += here;
            }
        }
    }

    private static final class TruthSeries implements Series.Truths {
        private final long[] named;
        private final long[] rows;

        TruthSeries(long[] named, long[] rows) {
            this.named = named;
            this.rows = rows;
        }

        @Override
        public void read(int from, int count, boolean[] holds, boolean[] known) {
            spread(named, from, count, holds);
            spread(rows, from, count, known);
        }
    }
}
