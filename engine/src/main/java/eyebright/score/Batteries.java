package eyebright.score;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.study.Order;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Items that stand together whatever order is drawn: those of one question. They mostly tell without the order
/// whether a run can be so long, or must be: to draw an order again costs a hash for each item.
final class Batteries {

    private static final double NOT_ALIKE = Double.NaN;

    private final List<List<Column.Numbers>> batteries;
    private final boolean isInOrder;
    private final int largest;

    /// @param isInOrder whether they stand in this order for everybody
    private Batteries(List<List<Column.Numbers>> batteries, boolean isInOrder) {
        this.batteries = batteries;
        this.isInOrder = isInOrder;
        this.largest = batteries.stream().mapToInt(List::size).max().orElse(0);
    }

    /// Those of some items in one frame.
    static Batteries of(Study study, Set<String> items, Frame frame) {
        var batteries = new ArrayList<List<Column.Numbers>>();
        var asked = new HashSet<String>();
        for (String item : items) {
            int dot = item.indexOf('.');
            asked.add(dot < 0 ? item : item.substring(0, dot));
        }
        boolean isInOrder = true;
        for (Page page : study.pages()) {
            for (Question question : page.questions()) {
                List<Column.Numbers> columns =
                        asked.contains(question.id())
                                ? columns(question, items, frame)
                                : List.of();
                if (!columns.isEmpty()) {
                    batteries.add(columns);
                    isInOrder &=
                            page.order() == Order.AS_WRITTEN
                                    && page.block()
                                            .filter(study.randomBlocks()::contains)
                                            .isEmpty();
                }
            }
        }
        return new Batteries(batteries, isInOrder);
    }

    private static List<Column.Numbers> columns(Question question, Set<String> items, Frame frame) {
        List<String> names =
                question instanceof Question.Rate rate
                        ? rate.items().stream().map(item -> rate.id() + "." + item.code()).toList()
                        : List.of(question.id());
        return names.stream()
                .filter(items::contains)
                .map(frame::column)
                .filter(Column.Numbers.class::isInstance)
                .map(Column.Numbers.class::cast)
                .toList();
    }

    /// What the answers of a respondent say of their longest run.
    enum Says {
        /// It is longer.
        LONGER,
        /// It is no longer.
        NO_LONGER,
        /// That depends on the order.
        DEPENDS
    }

    /// Whether the longest run of a row is longer than a bound, in whatever order it was shown.
    Says longer(int row, double bound) {
        int ends = 2 * (largest - 1);
        double before = NOT_ALIKE;
        int run = 0;
        int longest = 0;
        int all = 0;
        boolean isOne = true;
        for (List<Column.Numbers> battery : batteries) {
            double alike = alike(battery, row);
            isOne &= all == 0 ? !Double.isNaN(alike) : alike == before;
            int size = Double.isNaN(alike) ? 0 : battery.size();
            run = isInOrder && alike == before ? run + size : size;
            longest = Math.max(longest, run);
            before = alike;
            all += size;
        }
        // One answer to everything is one run, whatever the order.
        if (longest > bound || (isOne && all > bound)) {
            return Says.LONGER;
        }
        return all + ends > bound && longestInAnyOrder(row) > bound
                ? Says.DEPENDS
                : Says.NO_LONGER;
    }

    /// How long a run of the row can be at most, however batteries and their items follow each other: of one answer all
    /// batteries that hold nothing else and, since between two of a run every battery is whole, the largest parts of two
    /// others at its ends.
    private int longestInAnyOrder(int row) {
        int most = 0;
        for (List<Column.Numbers> battery : batteries) {
            for (Column.Numbers column : battery) {
                if (column.isAnswered(row)) {
                    most = Math.max(most, longestOf(column.value(row), row, most));
                }
            }
        }
        return most;
    }

    /// The same of one answer; what is no longer than the longest so far need not be known.
    private int longestOf(double answer, int row, int longest) {
        int whole = 0;
        int larger = 0;
        int smaller = 0;
        for (List<Column.Numbers> battery : batteries) {
            int count = 0;
            for (int i = 0; i < battery.size(); i++) {
                Column.Numbers column = battery.get(i);
                count += column.isAnswered(row) && column.value(row) == answer ? 1 : 0;
            }
            if (count == battery.size()) {
                whole += count;
            } else if (count > larger) {
                smaller = larger;
                larger = count;
            } else {
                smaller = Math.max(smaller, count);
            }
        }
        return Math.max(longest, whole + larger + smaller);
    }

    /// The one answer to all items of a battery; not a number if one is missing or another.
    private static double alike(List<Column.Numbers> battery, int row) {
        double first = battery.getFirst().value(row);
        for (int i = 0; i < battery.size(); i++) {
            Column.Numbers column = battery.get(i);
            if (!column.isAnswered(row) || column.value(row) != first) {
                return NOT_ALIKE;
            }
        }
        return first;
    }
}
