package eyebright.stats;

import java.util.List;
import java.util.OptionalDouble;

/// What a test of a null hypothesis came to.
///
/// All p values of this package are two-sided, or those of an upper tail where the statistic has only
/// one (chi-squared, G). A p below the smallest double is 0 here, as in R.
///
/// @param name the test in words of an article, such as `Welch's t`; not blank
/// @param statistic the test statistic, without unit; absent where the test has none (Fisher's exact)
/// @param df degrees of freedom in the order in which they are printed, each finite and 0 or more,
///   whole or not; empty where there are none
/// @param p probability, under the null hypothesis, of a result at least as far from it: 0 to 1
public record TestResult(String name, OptionalDouble statistic, List<Double> df, double p) {

    /// @throws IllegalArgumentException if the name is blank, the statistic or a df is not finite, a
    ///   df is negative, or p is not from 0 to 1
    public TestResult {
        df = List.copyOf(df);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must be that of a test, not blank");
        }
        if (statistic.isPresent() && !Double.isFinite(statistic.getAsDouble())) {
            throw new IllegalArgumentException(
                    "statistic of %s must be finite, not %s"
                            .formatted(name, statistic.getAsDouble()));
        }
        for (double each : df) {
            if (!(each >= 0 && Double.isFinite(each))) {
                throw new IllegalArgumentException(
                        "df of %s must be finite and 0 or more, not %s".formatted(name, each));
            }
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "p of %s must be from 0 to 1, not %s".formatted(name, p));
        }
    }

    /// A result with a statistic and any number of degrees of freedom.
    public static TestResult of(String name, double statistic, double p, Double... df) {
        return new TestResult(name, OptionalDouble.of(statistic), List.of(df), p);
    }

    /// A result of an exact test that has no statistic.
    public static TestResult exact(String name, double p) {
        return new TestResult(name, OptionalDouble.empty(), List.of(), p);
    }
}
