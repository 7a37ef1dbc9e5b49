package eyebright.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of a term in single rows, worked out with decimals. Rows that read the same have the same value,
/// and most questions have few answers, so what was worked out is kept. Used by one thread.
final class WorkedOut {

    /// So many different rows are kept.
    private static final int MOST = 1 << 12;

    private static final Long NONE = Long.MIN_VALUE;

    private final Term term;
    private final Rows rows;
    private final List<Series> series = new ArrayList<>();
    private final Map<List<Long>, Kept> kept = new HashMap<>();
    private final double[] number = new double[1];
    private final int[] place = new int[1];
    private final boolean[] holds = new boolean[1];
    private final boolean[] known = new boolean[1];

    WorkedOut(Term term, Rows rows) {
        this.term = term;
        this.rows = rows;
    }

    /// A value, and the double nearest to it if it is a number.
    record Kept(Value value, double number) {

        private static Kept of(Value value) {
            return new Kept(
                    value,
                    value instanceof Value.Decimal(BigDecimal number) ? number.doubleValue() : 0);
        }

        boolean isNumber() {
            return value instanceof Value.Decimal;
        }

        Truth truth() {
            return value instanceof Value.Logic(Truth truth) ? truth : Truth.UNKNOWN;
        }
    }

    Kept of(int row) {
        if (series.isEmpty()) {
            Expression.variables(term).forEach(name -> series.add(rows.series(name)));
        }
        var read = new ArrayList<Long>(series.size());
        for (Series each : series) {
            read.add(read(each, row));
        }
        Kept before = kept.get(read);
        if (before != null) {
            return before;
        }
        Kept value = Kept.of(new Evaluator(rows.row(row)).value(term));
        if (kept.size() < MOST) {
            kept.put(read, value);
        }
        return value;
    }

    /// What stands in a row of one series: a number that is another for each other value.
    private Long read(Series from, int row) {
        return switch (from) {
            case Series.Numbers numbers -> {
                numbers.read(row, 1, number, known);
                yield known[0] ? Double.doubleToLongBits(number[0]) : NONE;
            }
            case Series.Texts texts -> {
                texts.read(row, 1, place);
                yield (long) place[0];
            }
            case Series.Truths truths -> {
                truths.read(row, 1, holds, known);
                yield known[0] ? (holds[0] ? 1L : 0L) : NONE;
            }
            case Series.Nothing _ -> NONE;
        };
    }
}
