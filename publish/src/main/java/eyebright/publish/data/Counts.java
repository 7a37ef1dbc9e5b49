package eyebright.publish.data;

import eyebright.frame.Column;
import eyebright.frame.Status;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often each value of a column was given.
///
/// @param column the answers
record Counts(Column column) {

    /// How many answered.
    int answered() {
        return column.count(Status.ANSWERED);
    }

    /// How many did not, for that reason.
    int without(Status status) {
        return column.count(status);
    }

    /// How many gave the option at that place; of a question with several answers, how many named it.
    int of(int option) {
        int count = 0;
        for (int row = 0; row < column.size(); row++) {
            if (column.isAnswered(row)) {
                count += gives(option, row) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean gives(int option, int row) {
        return switch (column) {
            case Column.Choices choices -> choices.index(row) == option;
            case Column.Sets sets -> option >= 0 && sets.names(row, option);
            case Column.Numbers _, Column.Words _ -> false;
        };
    }

    /// Lowest and highest number, mean and, of two or more, the standard deviation; nothing where there are none.
    Map<String, String> moments() {
        var moments = new LinkedHashMap<String, String>();
        if (!(column instanceof Column.Numbers numbers) || answered() == 0) {
            return moments;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int row = 0; row < numbers.size(); row++) {
            if (numbers.isAnswered(row)) {
                low = Math.min(low, numbers.value(row));
                high = Math.max(high, numbers.value(row));
                sum += numbers.value(row);
            }
        }
        double mean = sum / answered();
        double squares = 0;
        for (int row = 0; row < numbers.size(); row++) {
            if (numbers.isAnswered(row)) {
                squares += (numbers.value(row) - mean) * (numbers.value(row) - mean);
            }
        }
        moments.put("min", plain(low));
        moments.put("max", plain(high));
        moments.put("mean", plain(mean));
        if (answered() > 1) {
            moments.put("stdev", plain(StrictMath.sqrt(squares / (answered() - 1))));
        }
        return moments;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
