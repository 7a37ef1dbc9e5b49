package eyebright.stats.missing;

import java.util.Arrays;
import java.util.BitSet;

/// One column with gaps, to be tabulated or imputed.
///
/// Numbers stand for numbers, or for categories as codes from 0. Immutable.
public final class Variable {

    /// What its numbers are, which decides how a gap is filled.
    public enum Kind {
        /// Numbers or ordered codes: filled with the answer of a respondent of whom much the same is
        /// expected (predictive mean matching), so that only answers occur that someone gave.
        ORDERED,
        /// Codes of categories without order, two or more: drawn from logistic regressions, one for each
        /// category against those after it.
        CATEGORIES
    }

    private final String name;
    private final Kind kind;
    private final double[] values;
    private final BitSet there;

    private Variable(String name, Kind kind, double[] values, BitSet there) {
        this.name = name;
        this.kind = kind;
        this.values = values;
        this.there = there;
    }

    /// A column.
    ///
    /// @param values one for each respondent; read only where `there` is set
    /// @param there who answered
    /// @throws IllegalArgumentException if a value that is there is not finite, or no code
    public static Variable of(String name, Kind kind, double[] values, BitSet there) {
        if (there.length() > values.length) {
            throw new IllegalArgumentException(
                    "there of %s must be at most %d answers, not %d"
                            .formatted(name, values.length, there.length()));
        }
        var kept = new double[values.length];
        for (int i = there.nextSetBit(0); i >= 0; i = there.nextSetBit(i + 1)) {
            boolean fits =
                    switch (kind) {
                        case ORDERED -> Double.isFinite(values[i]);
                        case CATEGORIES ->
                                values[i] >= 0
                                        && values[i] <= 1000
                                        && values[i] == Math.rint(values[i]);
                    };
            if (!fits) {
                throw new IllegalArgumentException(
                        "value %d of %s must be %s, not %s"
                                .formatted(
                                        i,
                                        name,
                                        kind == Kind.ORDERED ? "finite" : "a code from 0 to 1000",
                                        values[i]));
            }
            kept[i] = values[i];
        }
        return new Variable(name, kind, kept, (BitSet) there.clone());
    }

    /// A column without gaps.
    ///
    /// @throws IllegalArgumentException if a value is not finite, or no code
    public static Variable complete(String name, Kind kind, double... values) {
        var there = new BitSet();
        there.set(0, values.length);
        return of(name, kind, values, there);
    }

    /// Its name.
    public String name() {
        return name;
    }

    /// What its numbers are.
    public Kind kind() {
        return kind;
    }

    /// How many respondents, with and without an answer.
    public int size() {
        return values.length;
    }

    /// How many did not answer.
    public int missing() {
        return values.length - there.cardinality();
    }

    /// Whether a respondent, from 0, answered.
    public boolean isThere(int row) {
        return there.get(row);
    }

    /// The answer of a respondent.
    ///
    /// @throws IllegalArgumentException if there is none
    public double value(int row) {
        if (!there.get(row)) {
            throw new IllegalArgumentException(
                    "%s has no answer of respondent %d".formatted(name, row));
        }
        return values[row];
    }

    /// A copy with a value in every gap.
    Variable filled(double[] all) {
        return complete(name, kind, all);
    }

    /// A copy of the values, 0 in the gaps.
    double[] copy() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "%s: %d of %d missing".formatted(name, missing(), size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable
                && name.equals(variable.name)
                && kind == variable.kind
                && there.equals(variable.there)
                && Arrays.equals(values, variable.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }
}
