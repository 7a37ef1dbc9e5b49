package eyebright.stats.mean;

import eyebright.stats.TestResult;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/// One-way analysis of variance: whether independent groups of equal variance have the same mean.
///
/// ```
/// between = sum of n (mean - grand mean)²,  df k - 1        within = sum of squares,  df N - k
/// F = (between / (k - 1)) / (within / (N - k)),  F(k - 1, N - k)
/// ```
///
/// Shape: the moments of 2 or more groups, which merge. Unit: of the sums of squares, that of the values
/// squared; F has none. Missing values: left out before the moments are made. Edge cases: groups without
/// values are left out, as R drops the levels that do not occur; fewer than 2 groups, as many groups as
/// values, or no value that differs within its group, cannot be tested and say so. Errors: none.
/// With unequal variances use [WelchAnova].
///
/// R: `anova(lm(y ~ g))`, `oneway.test(y ~ g, var.equal = TRUE)`. SPSS (ONEWAY) gives the same.
///
/// Source: Fisher (1925), *Statistical Methods for Research Workers*. Checked against R 4.2.2 and the
/// certified values of NIST, see `AnovaReferenceTest` and `NistAnovaTest`.
public sealed interface Anova {

    /// The table of the analysis.
    ///
    /// @param betweenSquares sum of squares between the groups: 0 or more
    /// @param betweenDf groups with values, less 1: 1 or more
    /// @param withinSquares sum of squares within the groups: above 0
    /// @param withinDf values less groups: 1 or more
    /// @param test F, its two df and p
    record Table(
            double betweenSquares,
            int betweenDf,
            double withinSquares,
            int withinDf,
            TestResult test)
            implements Anova {

        /// How many values the analysis rests on.
        public int n() {
            return betweenDf + withinDf + 1;
        }

        /// F, the ratio of the two mean squares.
        public double f() {
            return betweenMeanSquare() / withinMeanSquare();
        }

        /// The mean square between the groups: `betweenSquares / betweenDf`.
        public double betweenMeanSquare() {
            return betweenSquares / betweenDf;
        }

        /// The mean square within the groups: the variance that they share.
        public double withinMeanSquare() {
            return withinSquares / withinDf;
        }
    }

    /// No analysis, and why.
    ///
    /// @param reason a clause for the article, such as `only 1 group has values`
    record NotTestable(String reason) implements Anova {}

    /// The analysis of the groups.
    static Anova of(List<Moments> groups) {
        return of("one-way ANOVA", groups);
    }

    /// The analysis of the groups under another name, where the values are not the raw ones.
    ///
    /// @param name the test in words of an article
    static Anova of(String name, List<Moments> groups) {
        var filled = groups.stream().filter(group -> group.n() > 0).toList();
        int k = filled.size();
        if (k < 2) {
            return new NotTestable(k == 0 ? "no group has values" : "only 1 group has values");
        }
        double within = 0;
        int n = 0;
        for (var group : filled) {
            n = Math.addExact(n, group.n());
            within += group.squares();
        }
        if (n == k) {
            return new NotTestable("no group has more than 1 value");
        }
        if (within == 0) {
            return new NotTestable("no value differs within its group");
        }
        double between = between(filled, n);
        if (!Double.isFinite(within) || !Double.isFinite(between)) {
            return new NotTestable(Moments.TOO_FAR_APART);
        }
        double f = between / (k - 1) / (within / (n - k));
        if (!Double.isFinite(f) || within < Moments.SMALLEST) {
            return new NotTestable(
                    "the values differ too little within their groups for an analysis of variance");
        }
        double p = FDistribution.of(k - 1.0, n - k).survivalProbability(f);
        return new Table(
                between, k - 1, within, n - k, TestResult.of(name, f, p, k - 1.0, (double) n - k));
    }

    private static double between(List<Moments> groups, int n) {
        // Against the first mean, as the digits that all means share would drown their differences.
        var first = groups.getFirst();
        double grand = 0;
        for (var group : groups) {
            grand += (double) group.n() / n * group.minus(first);
        }
        double squares = 0;
        for (var group : groups) {
            double deviation = group.minus(first) - grand;
            squares += group.n() * deviation * deviation;
        }
        return squares;
    }
}
