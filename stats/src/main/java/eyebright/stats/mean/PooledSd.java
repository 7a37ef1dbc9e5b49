package eyebright.stats.mean;

import java.util.Optional;

/// The standard deviation that two groups share.
///
/// ```
/// sd = sqrt((squares(a) + squares(b)) / df)        df = na + nb - 2
/// ```
///
/// @param value the pooled standard deviation: above 0
/// @param df its degrees of freedom: 1 or more
/// @param unit `1/na + 1/nb`: the squared standard error of the difference of the means in units of it
/// @param n values in both groups
record PooledSd(double value, int df, double unit, int n) {

    /// Why two groups have none.
    static Optional<String> whyNone(Moments a, Moments b) {
        if (a.n() == 0 || b.n() == 0) {
            return Optional.of(
                    "the %s group has no values".formatted(a.n() == 0 ? "first" : "second"));
        }
        if (a.n() == 1 && b.n() == 1) {
            return Optional.of("each group has only 1 value");
        }
        double squares = a.squares() + b.squares();
        if (squares == 0) {
            return Optional.of("no value differs within its group");
        }
        if (squares < Moments.SMALLEST) {
            return Optional.of("the values differ too little within their groups to compute with");
        }
        if (!Double.isFinite(squares) || !Double.isFinite(a.minus(b))) {
            return Optional.of(Moments.TOO_FAR_APART);
        }
        return Optional.empty();
    }

    static PooledSd of(Moments a, Moments b) {
        int n = Math.addExact(a.n(), b.n());
        int df = n - 2;
        return new PooledSd(
                Math.sqrt((a.squares() + b.squares()) / df), df, 1.0 / a.n() + 1.0 / b.n(), n);
    }
}
