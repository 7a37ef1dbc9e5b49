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
    private int anotherAnswer;
    private int baseUnknown;

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
        counted.baseUnknown = size - among.get().known().cardinality();
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
        anotherAnswer += before - rows.cardinality();
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
        if (unknown.isEmpty() && anotherAnswer == 0 && baseUnknown == 0) {
            return Map.of();
        }
        var left = (BitSet) unknown.clone();
        int[] gaps = new int[STATUSES.size()];
        for (Column column : read) {
            if (left.isEmpty()) {
                break;
            }
            BitSet answered = column.answered();
            for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
                if (!answered.get(row)) {
                    gaps[column.status(row).code()]++;
                }
            }
            left.and(answered);
        }
        var all = new EnumMap<Missing, Integer>(Missing.class);
        for (Status status : STATUSES) {
            put(all, Missing.of(status), gaps[status.code()]);
        }
        put(all, Missing.NOT_COMPUTABLE, left.cardinality());
        put(all, Missing.ANOTHER_ANSWER, anotherAnswer);
        put(all, Missing.BASE_UNKNOWN, baseUnknown);
        return all;
    }

    private static void put(Map<Missing, Integer> missing, Missing reason, int rows) {
        if (rows > 0) {
            missing.put(reason, rows);
        }
    }
}
