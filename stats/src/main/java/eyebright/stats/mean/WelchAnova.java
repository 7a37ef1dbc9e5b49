package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/// Welch's test that independent groups have the same mean, whatever their variances.
///
/// ```
/// w = n / variance,  W = sum of w,  m = sum of w mean / W,  c = sum of (1 - w / W)² / (n - 1)
/// F = (sum of w (mean - m)² / (k - 1)) / (1 + 2 (k - 2) c / (k² - 1)),  F(k - 1, (k² - 1) / (3 c))
/// ```
///
/// Shape: the moments of 2 or more groups, which merge. Unit: none. Missing values: left out before the
/// moments are made. Edge cases: groups without values are left out; fewer than 2 groups, or a group of 1
/// value or of equal values, cannot be tested and says which. Errors: a level not between 0 and 1. With
/// 2 groups F is the square of [WelchTTest]'s t, and the df are the same.
///
/// Omega squared is (F - 1) df1 / ((F - 1) df1 + N): where variances are equal, that of the analysis of variance;
/// where they are not, differences count by the variance of their group. R: `oneway.test(y ~ g)`;
/// `effectsize::F_to_omega2` of that test takes df1 + df2 + 1 for N, which the df of Welch do not add up to,
/// and prints shares several times as large. SPSS (ONEWAY) calls it the robust test of equality of means and
/// gives no effect size.
///
/// Source: Welch (1951) <https://doi.org/10.1093/biomet/38.3-4.330>; of the effect size: Kulinskaya & Staudte
/// (2006), British Journal of Mathematical and Statistical Psychology 59, 97-111. Checked against R 4.2.2, see
/// `AnovaReferenceTest`.
///
/// @param omegaSquared share of variance between the groups by [OmegaSquared] of this F
/// @param test F, its two df and p; there exactly if omega squared is known
public record WelchAnova(Estimate omegaSquared, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public WelchAnova {
        TRatio.requireBoth("omega squared", omegaSquared, test);
    }

    /// The test of the groups.
    ///
    /// @param level coverage of the interval of omega squared: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static WelchAnova of(List<Moments> groups, double level) {
        Interval.requireLevel(level);
        int k = 0;
        int n = 0;
        double weights = 0;
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (group.n() == 0) {
                continue;
            }
            if (group.squares() == 0) {
                return none(
                        (group.n() == 1
                                        ? "group %d has only 1 value"
                                        : "no value differs in group %d")
                                .formatted(i + 1));
            }
            if (group.squares() < Moments.SMALLEST) {
                return none("the values of group %d hardly differ".formatted(i + 1));
            }
            if (!Double.isFinite(group.squares())) {
                return none(Moments.TOO_FAR_APART);
            }
            k++;
            n = Math.addExact(n, group.n());
            weights += weight(group);
        }
        if (k < 2) {
            return none(k == 0 ? "no group has values" : "only 1 group has values");
        }
        double f = between(groups, weights) / (k - 1);
        double c = correction(groups, weights);
        double squared = (double) k * k - 1;
        f /= 1 + 2 * (k - 2) * c / squared;
        double df2 = squared / (3 * c);
        if (!Double.isFinite(f) || !Double.isFinite(df2)) {
            return none("the variances of the groups differ too much in size");
        }
        double p = FDistribution.of(k - 1.0, df2).survivalProbability(f);
        return new WelchAnova(
                OmegaSquared.of(f, k - 1.0, df2, n, level),
                Optional.of(TestResult.of("Welch's ANOVA", f, p, k - 1.0, df2)));
    }

    private static double weight(Moments group) {
        return group.n() / group.variance();
    }

    private static double between(List<Moments> groups, double weights) {
        // Against the first mean, as the digits that all means share would drown their differences.
        var filled = groups.stream().filter(group -> group.n() > 0).toList();
        var first = filled.getFirst();
        double middle = 0;
        for (var group : filled) {
            middle += weight(group) / weights * group.minus(first);
        }
        double squares = 0;
        for (var group : filled) {
            double deviation = group.minus(first) - middle;
            squares += weight(group) * deviation * deviation;
        }
        return squares;
    }

    private static double correction(List<Moments> groups, double weights) {
        double sum = 0;
        for (var group : groups) {
            if (group.n() > 0) {
                double rest = 1 - weight(group) / weights;
                sum += rest * rest / (group.n() - 1);
            }
        }
        return sum;
    }

    private static WelchAnova none(String reason) {
        return new WelchAnova(new NotEstimable(reason), Optional.empty());
    }
}
