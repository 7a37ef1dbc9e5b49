package eyebright.score;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Computes the columns of scales and flags.
final class Scorer {

    private Scorer() {}

    static Column.Numbers column(Scale scale, Frame frame) {
        List<Column.Numbers> items =
                scale.items().stream().map(item -> numbers(scale, item, frame)).toList();
        double[] sums = new double[frame.size()];
        int[] answered = new int[frame.size()];
        for (int item = 0; item < items.size(); item++) {
            add(items.get(item), scale, scale.items().get(item), sums, answered);
        }
        byte[] statuses = new byte[frame.size()];
        double whole =
                switch (scale.scoring()) {
                    case MEAN -> 1;
                    case SUM -> items.size();
                };
        for (int row = 0; row < frame.size(); row++) {
            if (answered[row] >= scale.least()) {
                statuses[row] = Status.ANSWERED.code();
                // Multiplied first: a complete sum of whole numbers stays whole.
                sums[row] = sums[row] * whole / answered[row];
            } else {
                statuses[row] = missing(scale, items, row).code();
            }
        }
        return new Column.Numbers(statuses, sums);
    }

    /// Adds one item to the sums of all rows that answered it.
    private static void add(
            Column.Numbers item, Scale scale, String name, double[] sums, int[] answered) {
        boolean isReversed = scale.reversed().contains(name);
        double ends = isReversed ? scale.ends() : 0;
        double sign = isReversed ? -1 : 1;
        for (int row = 0; row < sums.length; row++) {
            // Without a branch: what is not answered counts nothing.
            int there = item.isAnswered(row) ? 1 : 0;
            sums[row] += there * (ends + sign * item.value(row));
            answered[row] += there;
        }
    }

    private static Column.Numbers numbers(Scale scale, String item, Frame frame) {
        if (frame.column(item) instanceof Column.Numbers numbers) {
            return numbers;
        }
        throw new IllegalArgumentException(
                "item %s of scale %s must be a column of numbers".formatted(item, scale.name()));
    }

    private static Status missing(Scale scale, List<Column.Numbers> items, int row) {
        int answered = 0;
        int notReached = 0;
        int unreadable = 0;
        int withheld = 0;
        int notShown = 0;
        for (Column.Numbers item : items) {
            switch (item.status(row)) {
                case ANSWERED -> answered++;
                case NOT_REACHED -> notReached++;
                case UNREADABLE -> unreadable++;
                case WITHHELD -> withheld++;
                case NOT_SHOWN -> notShown++;
                case SKIPPED -> {}
            }
        }
        if (answered + notReached >= scale.least()) {
            return Status.NOT_REACHED;
        }
        if (unreadable > 0 && answered + notReached + unreadable >= scale.least()) {
            return Status.UNREADABLE;
        }
        if (withheld > 0 && answered + notReached + unreadable + withheld >= scale.least()) {
            return Status.WITHHELD;
        }
        return notShown + notReached == items.size() ? Status.NOT_SHOWN : Status.SKIPPED;
    }

    static Column.Numbers flags(List<Flag> flags, List<Careless> careless, Frame frame) {
        byte[] statuses = new byte[frame.size()];
        double[] values = new double[frame.size()];
        Arrays.fill(statuses, Status.ANSWERED.code());
        for (Flag flag : flags) {
            BitSet bears = flag.condition().truths(frame).holding();
            for (int row = bears.nextSetBit(0); row >= 0; row = bears.nextSetBit(row + 1)) {
                values[row]++;
            }
        }
        careless.forEach(each -> each.bearers(frame).stream().forEach(row -> values[row]++));
        return new Column.Numbers(statuses, values);
    }
}
