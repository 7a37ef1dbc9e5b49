package eyebright.score;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.stats.Estimate;
import eyebright.stats.careless.Answers;
import eyebright.stats.careless.EvenOddConsistency;
import eyebright.stats.careless.LongestRun;
import eyebright.study.Study;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;

/// A flag that is worked out from the answers to whole scales, by an index and a bound declared before there
/// are data. Where the index cannot be had for a respondent, there is no flag.
///
/// It is of scales whose items are keyed both ways: where all point the same way, one answer throughout may
/// be an opinion, and it is consistent. Only indices that a respondent's own answers decide can be declared;
/// psychometric synonyms, for one, depend on who else answered.
///
/// @param index what is worked out
/// @param scales the scales it is of, one or more, each keyed both ways; all with one range
/// @param bound of the index: above it a run is a flag, below it a consistency
/// @param because what they did, to go on after "respondent"
/// @param study whose pages say in which order items were shown
public record Careless(Index index, List<Scale> scales, double bound, String because, Study study) {

    private static final int POINTS = 16;

    /// What is worked out from a respondent's answers.
    public enum Index {
        /// How many items in a row got the same answer, among those of the scales, in the order in which this
        /// respondent was shown them: `longest-run`.
        LONGEST_RUN("longest-run"),
        /// How well the even items of each scale go with its odd ones: `even-odd`.
        EVEN_ODD("even-odd");

        private final String word;

        Index(String word) {
            this.word = word;
        }

        /// What it is called in `scales.yaml`.
        public String word() {
            return word;
        }
    }

    /// Copies the list.
    public Careless {
        scales = List.copyOf(scales);
        if (scales.isEmpty()) {
            throw new IllegalArgumentException("scales must be 1 or more, not none");
        }
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("bound must be finite, not " + bound);
        }
    }

    /// Who bears the flag.
    ///
    /// A drawn order is drawn again from the respondent's id in the frame, so that a table whose ids have been
    /// changed gives runs in another order than the one that was shown.
    BitSet bearers(Frame frame) {
        return switch (index) {
            case LONGEST_RUN -> longRuns(frame);
            case EVEN_ODD -> inconsistent(frame);
        };
    }

    private BitSet longRuns(Frame frame) {
        var items = new LinkedHashSet<String>();
        scales.forEach(scale -> items.addAll(scale.items()));
        var shown = new ShownOrder(study, items);
        List<Column.Numbers> columns =
                items.stream()
                        .map(frame::column)
                        .filter(Column.Numbers.class::isInstance)
                        .map(Column.Numbers.class::cast)
                        .toList();
        int[] most = mostEqual(columns, frame.size());
        var bearers = new BitSet(frame.size());
        for (int row = 0; row < frame.size(); row++) {
            // Drawing an order again costs hashes: only for whom enough answers are equal to be
            // such a run.
            if (most[row] > bound) {
                List<String> order = shown.of(frame.respondents().get(row));
                Estimate run = LongestRun.of(answers(frame, order, row));
                bearers.set(
                        row, run instanceof Estimate.Known(double length, _, _) && length > bound);
            }
        }
        return bearers;
    }

    /// How often the answer stands that each respondent gave most often. Points of a rating are counted in a
    /// table, column by column.
    private static int[] mostEqual(List<Column.Numbers> columns, int rows) {
        int[] most = new int[rows];
        byte[] counts = new byte[rows * POINTS];
        if (columns.size() > Byte.MAX_VALUE || !count(columns, rows, counts)) {
            Arrays.setAll(most, row -> mostEqual(columns, row, new double[columns.size()]));
            return most;
        }
        for (int row = 0; row < rows; row++) {
            for (int point = row * POINTS; point < (row + 1) * POINTS; point++) {
                most[row] = Math.max(most[row], counts[point]);
            }
        }
        return most;
    }

    /// Counts the points of every row; false if there are others than 0 to 15.
    private static boolean count(List<Column.Numbers> columns, int rows, byte[] counts) {
        for (Column.Numbers column : columns) {
            for (int row = 0; row < rows; row++) {
                if (column.isAnswered(row)) {
                    double value = column.value(row);
                    int point = (int) value;
                    if (point != value || point < 0 || point >= POINTS) {
                        return false;
                    }
                    counts[row * POINTS + point]++;
                }
            }
        }
        return true;
    }

    /// How often the answer stands that a respondent gave most often.
    private static int mostEqual(List<Column.Numbers> columns, int row, double[] values) {
        var counts = new int[columns.size()];
        int different = 0;
        int most = 0;
        for (Column.Numbers column : columns) {
            if (!column.isAnswered(row)) {
                continue;
            }
            double value = column.value(row);
            int place = 0;
            while (place < different && values[place] != value) {
                place++;
            }
            if (place == different) {
                values[different] = value;
                different++;
            }
            counts[place]++;
            most = Math.max(most, counts[place]);
        }
        return most;
    }

    private BitSet inconsistent(Frame frame) {
        var bearers = new BitSet(frame.size());
        for (int row = 0; row < frame.size(); row++) {
            int at = row;
            Estimate consistency =
                    EvenOddConsistency.of(
                            scales.stream().map(scale -> counted(frame, scale, at)).toList());
            bearers.set(
                    row,
                    consistency instanceof Estimate.Known(double value, _, _) && value < bound);
        }
        return bearers;
    }

    /// A respondent's answers as they were given.
    private static Answers answers(Frame frame, List<String> items, int row) {
        double[] values = new double[items.size()];
        var there = new BitSet();
        for (int i = 0; i < values.length; i++) {
            if (frame.column(items.get(i)) instanceof Column.Numbers numbers
                    && numbers.isAnswered(row)) {
                values[i] = numbers.value(row);
                there.set(i);
            }
        }
        return Answers.of(values, there);
    }

    /// A respondent's answers to a scale, turned where an item is keyed the other way.
    private static Answers counted(Frame frame, Scale scale, int row) {
        Answers given = answers(frame, scale.items(), row);
        double[] values = new double[given.size()];
        var there = new BitSet();
        for (int i = 0; i < values.length; i++) {
            if (given.isThere(i)) {
                values[i] = scale.counted(scale.items().get(i), given.value(i));
                there.set(i);
            }
        }
        return Answers.of(values, there);
    }
}
