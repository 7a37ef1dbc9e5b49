package eyebright.analysis;

import eyebright.plan.Expectation;
import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import eyebright.stats.table.OneSidedBinomialTest;
import java.math.BigDecimal;
import java.util.Optional;

/// The exact tests of a share against the bounds of a rule.
///
/// ```
/// above b         two-sided: twice the smaller of P(X >= x) and P(X <= x) at b
/// below b         one-sided: P(X <= x) at b
/// inside l to h   two-sided: twice the larger of P(X >= x) at l and P(X <= x) at h
/// ```
///
/// A claim that a share is above a bound is one of a size and two-sided: p is .05 or less if the exact interval of
/// 95 % leaves the bound out. A claim that it is below one is of smallness, and one-sided.
final class ShareTests {

    static final String NAME = "exact_p";

    private ShareTests() {}

    /// The test that a rule asks for.
    ///
    /// @param successes how many of the n
    /// @param n 1 or more
    static Optional<TestResult> of(Expectation rule, int successes, int n) {
        return switch (rule) {
            case Expectation.Above(BigDecimal bound, _) ->
                    Optional.of(test(successes, twoSided(successes, n, share(bound))));
            case Expectation.Below(BigDecimal bound, _) ->
                    Optional.of(test(successes, below(successes, n, share(bound))));
            case Expectation.Inside(BigDecimal low, BigDecimal high, _) ->
                    Optional.of(
                            test(
                                    successes,
                                    2
                                            * Math.max(
                                                    above(successes, n, share(low)),
                                                    below(successes, n, share(high)))));
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    Optional.empty();
        };
    }

    /// The two-sided p that the share of a finding lies outside of two bounds; 1 where it does not.
    static double outside(Finding finding, double low, double high) {
        if (!(finding.estimate("estimate") instanceof Known(double value, _, int n))) {
            return 1;
        }
        int successes = Math.toIntExact(Math.round(value * n));
        if (value > high) {
            return Math.min(1, 2 * above(successes, n, high));
        }
        return value < low ? Math.min(1, 2 * below(successes, n, low)) : 1;
    }

    /// A share from how it is written.
    static double share(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }

    private static double twoSided(int successes, int n, double bound) {
        return 2 * Math.min(above(successes, n, bound), below(successes, n, bound));
    }

    private static double above(int successes, int n, double bound) {
        return OneSidedBinomialTest.above(successes, n, bound).p();
    }

    private static double below(int successes, int n, double bound) {
        return OneSidedBinomialTest.below(successes, n, bound).p();
    }

    private static TestResult test(int successes, double p) {
        return TestResult.of(NAME, successes, Math.min(1, p));
    }
}
