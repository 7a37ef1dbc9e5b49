package eyebright.stats.formula;

import eyebright.stats.matrix.Logarithm;
import java.math.BigDecimal;

/// A variable as it enters a term: `age`, `age / 10`, `log(hours)`, `log(hours / 60)`.
///
/// `age / 10` is age in units of ten, so that its coefficient is that of ten years. In R `/` in a
/// formula means nesting and the same is written `I(age / 10)`.
///
/// @param name what it is called in the data
/// @param change what is done with its values after division
/// @param divisor how many of the old units make a new one; finite, not 0; 1 where nothing is divided
public record Variable(String name, Change change, double divisor) {

    /// What is done with the values of a variable.
    public enum Change {
        /// They enter as they are.
        NONE,
        /// Their natural logarithm enters.
        LOG
    }

    /// @throws IllegalArgumentException if the name is blank or the divisor is 0 or not finite
    public Variable {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must be that of a variable, not blank");
        }
        if (divisor == 0 || !Double.isFinite(divisor)) {
            throw new IllegalArgumentException(
                    "divisor of %s must be finite and not 0, not %s".formatted(name, divisor));
        }
    }

    /// A variable as it is.
    public static Variable of(String name) {
        return new Variable(name, Change.NONE, 1);
    }

    /// Whether the values enter as they are.
    public boolean isPlain() {
        return change == Change.NONE && divisor == 1;
    }

    /// How a formula writes it; also the name of its column.
    public String label() {
        String divided = divisor == 1 ? name : name + " / " + plain(divisor);
        return change == Change.LOG ? "log(" + divided + ")" : divided;
    }

    /// A value as it enters the term; not finite where there is no such value.
    double of(double value) {
        double divided = value / divisor;
        return change == Change.LOG ? Logarithm.of(divided) : divided;
    }

    /// How fast what enters the term changes with the value.
    double slope(double value) {
        return switch (change) {
            case NONE -> 1 / divisor;
            case LOG -> 1 / value;
        };
    }

    private static String plain(double number) {
        // Most divisors are whole and small, and labels are asked for with every design.
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return Long.toString((long) number);
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
