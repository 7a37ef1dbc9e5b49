package eyebright.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The level of each row in a one-of question: what groups and categorical predictors are made of.
///
/// A row without an answer has no level, nor has one whose answer is not among the levels named.
/// Immutable.
public final class Levels {

    private static final int NONE = -1;

    private final Column.Choices choices;
    private final List<String> codes;
    private final int[] placeOf;
    private volatile @Nullable List<BitSet> rows;

    private Levels(Column.Choices choices, List<List<String>> groups) {
        this.choices = choices;
        var first = new ArrayList<String>(groups.size());
        for (List<String> group : groups) {
            first.add(group.getFirst());
        }
        this.codes = List.copyOf(first);
        this.placeOf = new int[choices.options().size()];
        for (int option = 0; option < placeOf.length; option++) {
            placeOf[option] = place(groups, choices.options().get(option).code());
        }
    }

    private Levels(Column.Choices choices) {
        this.choices = choices;
        this.codes = choices.codes();
        this.placeOf = new int[codes.size()];
        Arrays.setAll(placeOf, option -> option);
    }

    private static int place(List<List<String>> groups, String code) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(code)) {
                return i;
            }
        }
        return NONE;
    }

    /// With every option as a level, in the order of the questionnaire.
    static Levels of(Column.Choices choices) {
        return new Levels(choices);
    }

    /// With groups of those options as levels, in that order; a group is called by its first option.
    ///
    /// @param groups each of one option or several
    /// @throws IllegalArgumentException if one of the codes is no level, or stands twice, or a group is empty
    public Levels pooled(List<List<String>> groups) {
        var wanted = new ArrayList<String>();
        groups.forEach(wanted::addAll);
        if (!codes.containsAll(wanted) || new HashSet<>(wanted).size() != wanted.size()) {
            throw new IllegalArgumentException(
                    "wanted must be different codes of %s, not %s".formatted(codes, wanted));
        }
        for (List<String> group : groups) {
            if (group.isEmpty()) {
                throw new IllegalArgumentException("groups must each have an option: " + groups);
            }
        }
        return new Levels(choices, groups);
    }

    /// The codes of the levels; the place of a level is that of its code here.
    public List<String> codes() {
        return codes;
    }

    /// How many rows, those without a level included.
    public int size() {
        return choices.size();
    }

    /// The rows that have an answer, be it a level or not.
    public BitSet answered() {
        return choices.answered();
    }

    /// The rows that have a level.
    public BitSet known() {
        var known = new BitSet(choices.size());
        for (BitSet each : rows()) {
            known.or(each);
        }
        return known;
    }

    /// The rows that have the level of that place.
    public BitSet having(int place) {
        return (BitSet) rows().get(place).clone();
    }

    private List<BitSet> rows() {
        List<BitSet> found = rows;
        if (found == null) {
            found = found();
            // Whoever comes first: all find the same.
            rows = found;
        }
        return found;
    }

    private List<BitSet> found() {
        long[][] words = new long[codes.size()][(choices.size() + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < choices.size(); row++) {
            int place = choices.isAnswered(row) ? placeOf[choices.index(row)] : NONE;
            if (place != NONE) {
                words[place][row / Long.SIZE] |= 1L << row;
            }
        }
        var found = new ArrayList<BitSet>(words.length);
        for (long[] each : words) {
            found.add(BitSet.valueOf(each));
        }
        return found;
    }

    /// Whether the row has an answer, be it a level or not.
    public boolean isAnswered(int row) {
        return choices.isAnswered(row);
    }

    /// Whether the row has a level.
    public boolean isKnown(int row) {
        return choices.isAnswered(row) && placeOf[choices.index(row)] != NONE;
    }

    /// The place of the row's level in [#codes].
    ///
    /// @throws IllegalStateException if it has none
    public int place(int row) {
        int place = choices.isAnswered(row) ? placeOf[choices.index(row)] : NONE;
        if (place == NONE) {
            throw new IllegalStateException("row %d has none of the levels".formatted(row));
        }
        return place;
    }

    /// The places of the levels of those rows, in that order.
    ///
    /// @throws IllegalStateException if one of them has none
    public int[] places(int[] rows) {
        int[] places = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            places[i] = place(rows[i]);
        }
        return places;
    }
}
