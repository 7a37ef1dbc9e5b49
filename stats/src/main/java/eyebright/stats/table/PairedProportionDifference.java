package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;

/// The difference between two shares of the same respondents, such as of those who cried in setting A
/// and of those who cried in setting B.
///
/// ```
/// p1 = (both + onlyFirst) / n,  p2 = (both + onlySecond) / n,  d = p1 - p2 = (onlyFirst - onlySecond) / n
/// with Wilson's limits (l1, u1) of p1 and (l2, u2) of p2, and the correlation phi of the two answers:
/// low  = d - sqrt((p1 - l1)² - 2 phi (p1 - l1)(u2 - p2) + (u2 - p2)²)
/// high = d + sqrt((u1 - p1)² - 2 phi (u1 - p1)(p2 - l2) + (p2 - l2)²)
/// phi  = q / sqrt(product of the four margins),  q = both neither - onlyFirst onlySecond,
///        of which n / 2, but no more than q, is taken off if it is positive; 0 if a margin is 0
/// ```
///
/// Shape: four counts. Unit: a share from -1 to 1, not percentage points. Missing values: only
/// respondents with both answers count. Edge cases: nobody is not estimable; if nobody changed, the
/// interval still has a width. Errors: a negative count, a level not between 0 and 1.
/// Summary: the counts.
///
/// R: `contingencytables::Newcombe_square_and_add_CI_paired_2x2`; base R has none. SPSS calls it
/// Newcombe. An interval for independent groups ([ProportionDifference]) is wrong here.
///
/// Source: Newcombe (1998), method 10 of 10
/// <https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22%3C2635::AID-SIM954%3E3.0.CO;2-C>. Checked
/// against published values, see `PairedProportionDifferenceTest`.
public final class PairedProportionDifference {

    private PairedProportionDifference() {}

    /// The first share minus the second, with Newcombe's score interval.
    ///
    /// @param both respondents with a success in both
    /// @param onlyFirst respondents with a success in the first only
    /// @param onlySecond respondents with a success in the second only
    /// @param neither respondents with a success in neither
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the difference; not estimable if there is nobody
    /// @throws IllegalArgumentException if a count or the level is out of range
    public static Estimate of(int both, int onlyFirst, int onlySecond, int neither, double level) {
        requireCount("both", both);
        requireCount("onlyFirst", onlyFirst);
        requireCount("onlySecond", onlySecond);
        requireCount("neither", neither);
        Interval.requireLevel(level);
        int n = Math.addExact(Math.addExact(both, onlyFirst), Math.addExact(onlySecond, neither));
        if (n == 0) {
            return Proportion.nobody();
        }
        int x1 = both + onlyFirst;
        int x2 = both + onlySecond;
        double p1 = (double) x1 / n;
        double p2 = (double) x2 / n;
        Interval first = Proportion.wilsonInterval(x1, n, level);
        Interval second = Proportion.wilsonInterval(x2, n, level);
        double phi = phi(both, onlyFirst, onlySecond, neither);
        double d = ((double) onlyFirst - onlySecond) / n;
        double low = d - third(p1 - first.low(), second.high() - p2, phi);
        double high = d + third(first.high() - p1, p2 - second.low(), phi);
        return Known.of(d, new Interval(Math.max(-1, low), Math.min(1, high), level), n);
    }

    /// The third side of a triangle whose other sides enclose an angle with cosine phi.
    private static double third(double a, double b, double phi) {
        return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
    }

    private static double phi(double both, double onlyFirst, double onlySecond, double neither) {
        double margins =
                Math.sqrt((both + onlyFirst) * (onlySecond + neither))
                        * Math.sqrt((both + onlySecond) * (onlyFirst + neither));
        if (margins == 0) {
            return 0;
        }
        double q = both * neither - onlyFirst * onlySecond;
        double n = both + onlyFirst + onlySecond + neither;
        return (q > 0 ? Math.max(0, q - n / 2) : q) / margins;
    }

    /// @throws IllegalArgumentException if the count is negative
    static void requireCount(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "%s must be 0 or more, not %d".formatted(name, count));
        }
    }
}
