package eyebright.analysis;

import eyebright.expression.Truths;
import eyebright.frame.Column;
import eyebright.frame.Status;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows that count in an analysis, and why others do not: a bit a row, so that a million rows are taken
/// away in microseconds. First all of the base count; then what the analysis reads takes away, in its order,
/// whose answer is not known or not spoken of. Mutable; used by one thread.
final class Counted {

    private static final List<Status> STATUSES = List.of(Status.values());

    private final BitSet rows;
    private final BitSet unknown = new BitSet();
    private final List<Column> read;
    private final Map<Missing, Integer> missing = new EnumMap<>(Missing.class);

    private Counted(BitSet rows, List<Column> read) {
        this.rows = rows;
        this.read = read;
    }

    /// The rows of a base.
    ///
    /// @param read the columns on which a gap is blamed, in this order
    static Counted of(int size, Optional<Truths> among, List<Column> read) {
        if (among.isEmpty()) {
            var all = new BitSet(size);
            all.set(0, size);
            return new Counted(all, read);
        }
        var counted = new Counted(among.get().holding(), read);
        counted.add(Missing.BASE_UNKNOWN, size - among.get().known().cardinality());
        return counted;
    }

    /// Takes away whose answer is not known.
    Counted known(BitSet known) {
        var lost = (BitSet) rows.clone();
        lost.andNot(known);
        unknown.or(lost);
        rows.and(known);
        return this;
    }

    /// Takes away whose answer is known and not among those spoken of.
    Counted among(BitSet spokenOf) {
        int before = rows.cardinality();
        rows.and(spokenOf);
        add(Missing.ANOTHER_ANSWER, before - rows.cardinality());
        return this;
    }

    /// The rows that count, which must not be changed.
    BitSet rows() {
        return rows;
    }

    /// The rows that count, in the order of the frame.
    int[] places() {
        int[] places = new int[rows.cardinality()];
        int count = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            places[count++] = row;
        }
        return places;
    }

    /// How many count.
    int n() {
        return rows.cardinality();
    }

    /// How many of those who count are in that set too.
    int count(BitSet others) {
        var both = (BitSet) rows.clone();
        both.and(others);
        return both.cardinality();
    }

    /// Why others of the base do not count: reasons that somebody has. A gap is blamed on the first column
    /// without an answer.
    Map<Missing, Integer> missing() {
        var left = (BitSet) unknown.clone();
        var all = new EnumMap<>(missing);
        for (Column column : read) {
            if (left.isEmpty()) {
                break;
            }
            var gaps = (BitSet) left.clone();
            gaps.andNot(column.answered());
            left.andNot(gaps);
            if (gaps.isEmpty()) {
                continue;
            }
            int[] counts = new int[STATUSES.size()];
            for (int row = gaps.nextSetBit(0); row >= 0; row = gaps.nextSetBit(row + 1)) {
                counts[column.status(row).code()]++;
            }
            for (Status status : STATUSES) {
                if (counts[status.code()] > 0) {
                    all.merge(Missing.of(status), counts[status.code()], Integer::sum);
                }
            }
        }
        if (!left.isEmpty()) {
            all.merge(Missing.NOT_COMPUTABLE, left.cardinality(), Integer::sum);
        }
        return all;
    }

    private void add(Missing reason, int rows) {
        if (rows > 0) {
            missing.merge(reason, rows, Integer::sum);
        }
    }
}
