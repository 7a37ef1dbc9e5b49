package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Kendall's rank correlation tau-b: how much more often two respondents are in the same order on both
/// answers than in opposite order.
///
/// ```
/// S = pairs of respondents in the same order - pairs in opposite order
/// tau-b = S / sqrt((n0 - n1)(n0 - n2)),  n0 = n (n - 1) / 2,  n1, n2 = pairs equal on the first, second answer
/// z = S / sqrt(v),  v the variance of S without correlation, given the ties
/// interval: tanh(atanh(tau) ± z sqrt(0.437 / (n - 4)))
/// ```
///
/// Shape: [PairCounts] of n respondents, 5 or more; time n log n. Unit: none, -1 to 1; about two thirds of
/// Spearman's. Missing values: pairs that lack one are left out before. Edge cases: an answer that is the
/// same for all, or a tau of ±1, is not estimable. Errors: a level not between 0 and 1. p is two-sided and
/// approximate. The interval was made for answers without ties: with a few answer options it is rough.
/// Summary: counts of pairs.
///
/// R: `cor.test(method = "kendall", exact = FALSE)` gives tau-b and p and no interval. Without `exact =
/// FALSE` R's p is exact for fewer than 50 respondents without ties. SPSS gives the same.
///
/// Sources: Kendall (1945) <https://doi.org/10.2307/2332303>; interval: Fieller, Hartley & Pearson (1957)
/// <https://doi.org/10.1093/biomet/44.3-4.470>. Checked against R 4.2.2, see `CorrelationReferenceTest`.
///
/// @param tau tau-b with its interval
/// @param test of no correlation: z and p; there exactly if tau is known
public record KendallTau(Estimate tau, Optional<TestResult> test) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// @throws IllegalArgumentException if only one of the two parts is known
    public KendallTau {
        PearsonCorrelation.requireBoth("tau", tau, test);
    }

    /// The correlation, its interval and its test.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static KendallTau of(PairCounts pairs, double level) {
        Interval.requireLevel(level);
        int n = pairs.n();
        if (n < 5) {
            return none(CoMoments.tooFew(n, 5));
        }
        var first = pairs.first();
        var second = pairs.second();
        if (first.size() == 1 || second.size() == 1) {
            return none(CoMoments.allEqual(n, first.size() == 1));
        }
        double all = (double) n * (n - 1) / 2;
        double firstDiffers = all - first.ties(2) / 2;
        double secondDiffers = all - second.ties(2) / 2;
        double s = excess(pairs, second);
        if (Math.abs(s) == firstDiffers && firstDiffers == secondDiffers) {
            return none(
                    "all %d pairs are in %s order: the correlation is %d and its error unknown"
                            .formatted(n, s > 0 ? "the same" : "opposite", s > 0 ? 1 : -1));
        }
        double tau = s / (Math.sqrt(firstDiffers) * Math.sqrt(secondDiffers));
        double z = s / Math.sqrt(variance(n, first, second));
        double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
        return new KendallTau(
                Known.of(tau, FisherZ.interval(tau, Math.sqrt(0.437 / (n - 4)), level), n),
                Optional.of(TestResult.of("Kendall's tau-b", z, p)));
    }

    /// Pairs in the same order minus pairs in opposite order.
    private static double excess(PairCounts pairs, ValueCounts second) {
        var cells = pairs.cells();
        var seen = new RunningCounts(second.size());
        long sum = 0;
        int from = 0;
        for (int i = 0; i < cells.size(); i++) {
            // Those of equal x are compared with smaller x only, not with each other.
            if (cells.get(i).x() != cells.get(from).x()) {
                for (; from < i; from++) {
                    seen.add(second.place(cells.get(from).y()), cells.get(from).count());
                }
            }
            int place = second.place(cells.get(i).y());
            sum += cells.get(i).count() * (seen.below(place) - seen.above(place));
        }
        return sum;
    }

    private static double variance(double n, ValueCounts first, ValueCounts second) {
        double free = n * (n - 1) * (2 * n + 5) - first.tieVariance() - second.tieVariance();
        return free / 18
                + first.ties(2) * second.ties(2) / (2 * n * (n - 1))
                + first.ties(3) * second.ties(3) / (9 * n * (n - 1) * (n - 2));
    }

    private static KendallTau none(String reason) {
        return new KendallTau(new NotEstimable(reason), Optional.empty());
    }

    /// Counts of places, of which sums up to a place take few steps (a Fenwick tree).
    private static final class RunningCounts {

        private final long[] sums;
        private long all;

        RunningCounts(int places) {
            sums = new long[places + 1];
        }

        void add(int place, int count) {
            all += count;
            for (int i = place + 1; i < sums.length; i += i & -i) {
                sums[i] += count;
            }
        }

        long below(int place) {
            long sum = 0;
            for (int i = place; i > 0; i -= i & -i) {
                sum += sums[i];
            }
            return sum;
        }

        long above(int place) {
            return all - below(place + 1);
        }
    }
}
