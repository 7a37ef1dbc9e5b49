package eyebright.frame.sav;

import eyebright.frame.Column;
import eyebright.frame.Dataset;
import eyebright.frame.Status;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;

/// The numbers that stand for cells without an answer: -99 skipped, -98 not shown, -97 not reached, -96
/// unreadable, -95 withheld, in every column of a file. Where a question may be answered with such a number, -999 and so on.
///
/// @param lowest the number of a skipped cell
record MissingNumbers(int lowest) {

    /// The number after the lowest that is the highest of them.
    private static final int LAST = 4;

    /// Five numbers below all that a dataset holds or could hold.
    static MissingNumbers below(Dataset dataset) {
        double least = 0;
        for (Variable variable : dataset.variables()) {
            if (variable.kind() instanceof Kind.Numeric numeric) {
                least = Math.min(least, numeric.from().doubleValue());
            }
            if (dataset.frame().column(variable.name()) instanceof Column.Numbers numbers) {
                for (int row = 0; row < numbers.size(); row++) {
                    least = Math.min(least, numbers.value(row));
                }
            }
        }
        int lowest = -99;
        while (lowest + LAST >= least) {
            if (lowest < -99_999_999) {
                throw new IllegalArgumentException(
                        "numbers must be above -999999990 to be written, not " + least);
            }
            lowest = lowest * 10 - 9;
        }
        return new MissingNumbers(lowest);
    }

    /// The highest of the numbers whose lowest is that.
    static int last(int lowest) {
        return lowest + LAST;
    }

    /// The number of a status that is not ANSWERED.
    int of(Status status) {
        return switch (status) {
            case SKIPPED -> lowest;
            case NOT_SHOWN -> lowest + 1;
            case NOT_REACHED -> lowest + 2;
            case UNREADABLE -> lowest + 3;
            case WITHHELD -> lowest + LAST;
            case ANSWERED -> throw new IllegalArgumentException("ANSWERED has a value of its own");
        };
    }
}
