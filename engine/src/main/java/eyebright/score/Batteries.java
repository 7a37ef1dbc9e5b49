package eyebright.score;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.study.Order;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
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
            asked.add(Variable.question(item));
        }
        boolean isInOrder = true;
        for (Page page : study.pages()) {
            for (Question question : page.questions()) {
                List<Column.Numbers> columns =
                        asked.contains(question.id()) ? columns(question, items, frame) : List.of();
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
        for (List<Column.Numbers> battery : batteries) {
            double alike = alike(battery, row);
            int size = Double.isNaN(alike) ? 0 : battery.size();
            run = isInOrder && alike == before ? run + size : size;
            longest = Math.max(longest, run);
            before = alike;
            all += size;
        }
        if (longest > bound) {
            return Says.LONGER;
        }
        return all + ends > bound ? inAnyOrder(row, bound) : Says.NO_LONGER;
    }

    /// What the answers say where a run may go beyond its battery.
    private Says inAnyOrder(int row, double bound) {
        var says = Says.NO_LONGER;
        double before = NOT_ALIKE;
        for (List<Column.Numbers> battery : batteries) {
            for (Column.Numbers column : battery) {
                if (!column.isAnswered(row) || column.value(row) == before) {
                    continue;
                }
                before = column.value(row);
                switch (inAnyOrder(before, row, bound)) {
                    case LONGER -> {
                        return Says.LONGER;
                    }
                    case DEPENDS -> says = Says.DEPENDS;
                    case NO_LONGER -> {}
                }
            }
        }
        return says;
    }

    /// What is so of the runs of one answer, however batteries and their items follow each other.
    ///
    /// At least as long as if whatever stands between them cut them into equal parts. At most as long as all batteries
    /// that hold nothing else together and, since between two of a run every battery is whole, the largest parts of two
    /// others at its ends.
    private Says inAnyOrder(double answer, int row, double bound) {
        int whole = 0;
        int larger = 0;
        int smaller = 0;
        int given = 0;
        int others = 0;
        for (List<Column.Numbers> battery : batteries) {
            int count = 0;
            for (int i = 0; i < battery.size(); i++) {
                Column.Numbers column = battery.get(i);
                count += column.isAnswered(row) && column.value(row) == answer ? 1 : 0;
            }
            given += count;
            others += battery.size() - count;
            if (count == battery.size()) {
                whole += count;
            } else if (count > larger) {
                smaller = larger;
                larger = count;
            } else {
                smaller = Math.max(smaller, count);
            }
        }
        if (Math.ceilDiv(given, others + 1) > bound) {
            return Says.LONGER;
        }
        return whole + larger + smaller > bound ? Says.DEPENDS : Says.NO_LONGER;
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
