package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// Spearman's rank correlation: Pearson's, of midranks.
///
/// ```
/// rho = r of the ranks, equal values sharing the mean of their ranks
/// interval: tanh(atanh(rho) ± z sqrt((1 + rho² / 2) / (n - 3)))
/// t = rho sqrt((n - 2) / (1 - rho²)),  df = n - 2
/// ```
///
/// Shape: [PairCounts] of n pairs, 4 or more. Unit: none, -1 to 1; only the order of the values matters.
/// Missing values: pairs that lack one are left out before. Edge cases: an answer that is the same for all,
/// or pairs that are in the same (or opposite) order throughout, are not estimable. Errors: a level not
/// between 0 and 1. p is two-sided and approximate. Summary: counts of pairs.
///
/// R: `cor.test(method = "spearman", exact = FALSE)` gives rho and p and no interval. Without `exact =
/// FALSE` R's p is exact for up to 1,290 pairs without ties. SPSS gives the same p and
/// offers this interval as "Bonett and Wright" beside others.
///
/// Sources: Spearman (1904) <https://doi.org/10.2307/1412159>; interval: Bonett & Wright (2000)
/// <https://doi.org/10.1007/BF02294183>. Checked against R 4.2.2, see `CorrelationReferenceTest`.
///
/// @param rho the correlation with its interval
/// @param test of no correlation: t, df, p; there exactly if rho is known
public record SpearmanCorrelation(Estimate rho, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public SpearmanCorrelation {
        PearsonCorrelation.requireBoth("rho", rho, test);
    }

    /// The correlation, its interval and its test.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static SpearmanCorrelation of(PairCounts pairs, double level) {
        Interval.requireLevel(level);
        int n = pairs.n();
        if (n < 4) {
            return none(CoMoments.tooFew(n, 4));
        }
        var first = pairs.first();
        var second = pairs.second();
        if (first.size() == 1 || second.size() == 1) {
            return none(CoMoments.allEqual(n, first.size() == 1));
        }
        double[] firstRanks = first.rankDistances();
        double[] secondRanks = second.rankDistances();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (var cell : pairs.cells()) {
            double x = firstRanks[first.place(cell.x())];
            double y = secondRanks[second.place(cell.y())];
            xx += cell.count() * x * x;
            yy += cell.count() * y * y;
            xy += cell.count() * x * y;
        }
        double rho = xy / (Math.sqrt(xx) * Math.sqrt(yy));
        if (Math.abs(xy) == xx && xx == yy) {
            return none(
                    "all %d pairs are in %s order: the correlation is %d and its error unknown"
                            .formatted(n, xy > 0 ? "the same" : "opposite", xy > 0 ? 1 : -1));
        }
        double error = Math.sqrt((1 + rho * rho / 2) / (n - 3));
        return new SpearmanCorrelation(
                Known.of(rho, FisherZ.interval(rho, error, level), n),
                Optional.of(PearsonCorrelation.test("Spearman's rank correlation", rho, n)));
    }

    private static SpearmanCorrelation none(String reason) {
        return new SpearmanCorrelation(new NotEstimable(reason), Optional.empty());
    }
}
