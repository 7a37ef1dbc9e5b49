package eyebright.plan;

import java.math.BigDecimal;

/// How precise a published figure is, as far as it was published.
public sealed interface Precision {

    /// A share of counted respondents.
    ///
    /// @param count how many: 0 to n
    /// @param n of how many: 1 or more
    record Counted(int count, int n) implements Precision {
        public Counted {
            if (n < 1 || count < 0 || count > n) {
                throw new IllegalArgumentException(
                        "count must be from 0 to n, not %d of %d".formatted(count, n));
            }
        }
    }

    /// Of how many respondents the figure is: 1 or more.
    record Respondents(int n) implements Precision {
        public Respondents {
            if (n < 1) {
                throw new IllegalArgumentException("n must be 1 or more, not " + n);
            }
        }
    }

    /// Its standard error, in the unit of the figure; of a ratio that of its logarithm.
    record StandardError(BigDecimal error) implements Precision {
        public StandardError {
            if (error.signum() <= 0) {
                throw new IllegalArgumentException("error must be above 0, not " + error);
            }
        }
    }

    /// Its interval of 95 %, in the unit of the figure.
    record Limits(BigDecimal low, BigDecimal high) implements Precision {
        public Limits {
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException(
                        "low must be below high, not %s and %s".formatted(low, high));
            }
        }
    }

    /// One line, the same for the same precision: for the plan's canonical text.
    default String canonical() {
        return switch (this) {
            case Counted(int count, int n) -> "count %d of %d".formatted(count, n);
            case Respondents(int n) -> "n " + n;
            case StandardError(BigDecimal error) -> "error " + error.toPlainString();
            case Limits(BigDecimal low, BigDecimal high) ->
                    "interval %s %s".formatted(low.toPlainString(), high.toPlainString());
        };
    }
}
