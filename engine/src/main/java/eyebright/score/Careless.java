package eyebright.score;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.stats.Estimate;
import eyebright.stats.careless.Answers;
import eyebright.stats.careless.EvenOddConsistency;
import eyebright.stats.careless.LongestRun;
import eyebright.study.Study;
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
        var batteries = Batteries.of(study, items, frame);
        var bearers = new BitSet(frame.size());
        var open = new BitSet(frame.size());
        for (int row = 0; row < frame.size(); row++) {
            switch (batteries.longer(row, bound)) {
                case LONGER -> bearers.set(row);
                case NO_LONGER -> {}
                case DEPENDS -> open.set(row);
            }
        }
        if (!open.isEmpty()) {
            var shown = new ShownOrder(study, items);
            open.stream().forEach(row -> bearers.set(row, isLongRun(frame, shown, row)));
        }
        return bearers;
    }

    /// Whether the run in the order in which the items were shown is longer than the bound.
    private boolean isLongRun(Frame frame, ShownOrder shown, int row) {
        List<String> order = shown.of(frame.respondents().get(row));
        return LongestRun.of(answers(frame, order, row))
                        instanceof Estimate.Known(double length, _, _)
                && length > bound;
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
