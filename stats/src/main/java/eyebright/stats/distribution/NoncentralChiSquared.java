package eyebright.stats.distribution;

import eyebright.stats.Interval;
import org.apache.commons.statistics.distribution.GammaDistribution;

/// The noncentral chi-squared distribution: of the sum of `df` squared normals with variance 1 whose
/// squared means add up to `ncp`.
///
/// ```
/// P(X <= x) = sum over j of Poisson(j; ncp/2) P(chi-squared with df + 2j <= x)
/// ```
///
/// Both tails keep their relative accuracy: within 1e-12 (relative) of the 300 points of the
/// reference, down to 1e-142. Below about 1e-230 digits are lost, and 0 follows.
///
/// Shape: numbers. Unit: none. Missing values: none are accepted. Edge cases: `ncp` 0 is the central
/// distribution; at x = 0 the cumulative probability is 0. Errors: an argument that is not finite or
/// out of range; `ncp` is 0 to 4e9.
///
/// R: `pchisq(x, df, ncp)` is good to about 1e-12 absolute, so that its small upper tails are not
/// digits but noise. SPSS: `NCDF.CHISQ`.
///
/// Sources: Johnson, Kotz & Balakrishnan (1995), chapter 29; summation: Benton & Krishnamoorthy (2003)
/// <https://doi.org/10.1016/S0167-9473(02)00283-9>. Checked against the values of Boost.Math, see
/// `NoncentralChiSquaredTest`.
public final class NoncentralChiSquared {

    private NoncentralChiSquared() {}

    /// The probability of a value of at most x.
    ///
    /// @param x finite, 0 or more
    /// @param df degrees of freedom, whole or not: above 0
    /// @param ncp noncentrality: 0 to 4e9
    /// @throws IllegalArgumentException if an argument is out of range
    public static double cumulative(double x, double df, double ncp) {
        require(x, df, ncp);
        return x == 0 ? 0 : new PoissonMixture(ncp / 2, new Gammas(x / 2, df / 2)).below();
    }

    /// The probability of a value above x.
    ///
    /// @param x finite, 0 or more
    /// @param df degrees of freedom, whole or not: above 0
    /// @param ncp noncentrality: 0 to 4e9
    /// @throws IllegalArgumentException if an argument is out of range
    public static double survival(double x, double df, double ncp) {
        require(x, df, ncp);
        return x == 0 ? 1 : new PoissonMixture(ncp / 2, new Gammas(x / 2, df / 2)).above();
    }

    /// The noncentrality at which a value of at most x has the given probability; 0 where even the
    /// central distribution gives it no more than that.
    ///
    /// @param x the value: finite, 0 or more
    /// @param df degrees of freedom: above 0
    /// @param probability above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public static double noncentrality(double x, double df, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability must be above 0 and below 1, not " + probability);
        }
        return probability > 0.5
                ? Noncentrality.fromAbove(x, 1 - probability, ncp -> survival(x, df, ncp))
                : Noncentrality.fromBelow(x, probability, ncp -> cumulative(x, df, ncp));
    }

    /// The noncentralities between which x is neither too large nor too small, with half of what
    /// `level` leaves in each tail; a limit is 0 where even the central distribution leaves less.
    ///
    /// @throws IllegalArgumentException if an argument is out of range
    public static Interval limits(double x, double df, double level) {
        Interval.requireLevel(level);
        double tail = (1 - level) / 2;
        return new Interval(
                Noncentrality.fromAbove(x, tail, ncp -> survival(x, df, ncp)),
                Noncentrality.fromBelow(x, tail, ncp -> cumulative(x, df, ncp)),
                level);
    }

    /// Gamma distributions of shape + j at one point.
    private record Gammas(double at, double shape) implements PoissonMixture.Central {

        @Override
        public double below(int j) {
            return gamma(j).cumulativeProbability(at);
        }

        @Override
        public double above(int j) {
            return gamma(j).survivalProbability(at);
        }

        @Override
        public double step(int j) {
            return gamma(j + 1).density(at);
        }

        @Override
        public double ratio(int j) {
            return at / (shape + j);
        }

        private GammaDistribution gamma(int j) {
            return GammaDistribution.of(shape + j, 1);
        }
    }

    private static void require(double x, double df, double ncp) {
        if (!(x >= 0 && Double.isFinite(x))) {
            throw new IllegalArgumentException("x must be finite and 0 or more, not " + x);
        }
        if (!(df > 0 && Double.isFinite(df))) {
            throw new IllegalArgumentException("df must be finite and above 0, not " + df);
        }
        Noncentrality.require(ncp);
    }
}
