package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Test of Cochran and Armitage that a share rises or falls with the score of its group.
///
/// ```
/// p(i) = x(i) / n(i),  p = sum x / n,  s the mean score of all respondents,  S = sum n(i) (s(i) - s)²
/// slope = sum n(i) (s(i) - s) p(i) / S = sum w(i) p(i)
/// X² = slope² S / (p (1 - p))        df = 1
/// low  = slope - sqrt(sum of (w (p(i) - l(i)))² where w > 0 and (w (u(i) - p(i)))² where w < 0), high likewise
/// ```
///
/// with Wilson's limits l(i), u(i) of each share (MOVER): for two groups with scores 0 and 1, slope and
/// interval are those of [ProportionDifference].
///
/// Shape: successes and sizes of k ordered groups with their scores. Unit: of the slope, share for one unit
/// of score. Missing values: not in the counts. Edge cases: groups of nobody do not matter; if all
/// respondents have one score the slope is not estimable; if all or none are successes it is known and
/// there is no test. Errors: counts out of range, lists of different length, a score that is not finite.
/// Summary: the counts.
///
/// R: `prop.trend.test(x, n, score)`, which has no slope. X² is n / (n - 1) times Mantel's M²
/// ([LinearByLinear]), which SPSS prints.
///
/// Sources: Armitage (1955) <https://doi.org/10.2307/3001775>; interval: Zou, Huang & Zhang (2009)
/// <https://doi.org/10.1016/j.csda.2008.09.033>. Checked against R 4.2.2, see `TrendTest`.
///
/// @param slope how much the share rises with one unit of score, with its interval
/// @param test X², its df and p
public record CochranArmitage(Estimate slope, Optional<TestResult> test) {

    /// The test with scores 1, 2, 3, …
    ///
    /// @param successes of each group in order
    /// @param sizes respondents of each group
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the lists differ in length, or a count or the level is out of
    ///   range
    public static CochranArmitage of(List<Integer> successes, List<Integer> sizes, double level) {
        return of(successes, sizes, Scores.equallySpaced(sizes.size()), level);
    }

    /// The test with the given scores.
    ///
    /// @param successes of each group in order
    /// @param sizes respondents of each group
    /// @param scores of each group
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the lists differ in length, a count or the level is out of
    ///   range, or a score is not finite
    public static CochranArmitage of(
            List<Integer> successes, List<Integer> sizes, List<Double> scores, double level) {
        Interval.requireLevel(level);
        requireGroups(successes, sizes);
        Scores.require("scores", scores, sizes.size());
        // From 0 to 1: a large common part of the scores would cost the digits of their
        // differences.
        double[] unit = Scores.toUnit(scores);
        int n = 0;
        int x = 0;
        double mean = 0;
        for (int i = 0; i < sizes.size(); i++) {
            n = Math.addExact(n, sizes.get(i));
            x += successes.get(i);
            mean += sizes.get(i) * unit[i];
        }
        if (n == 0) {
            return new CochranArmitage(Proportion.nobody(), Optional.empty());
        }
        if (distinctScores(sizes, scores) == 1) {
            return new CochranArmitage(
                    new NotEstimable("all %d respondents have one score".formatted(n)),
                    Optional.empty());
        }
        mean /= n;
        double squares = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double deviation = unit[i] - mean;
            squares += sizes.get(i) * deviation * deviation;
        }
        double slope = 0;
        double below = 0;
        double above = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int size = sizes.get(i);
            if (size == 0) {
                continue;
            }
            double weight = size * (unit[i] - mean) / squares;
            double share = (double) successes.get(i) / size;
            Interval wilson = Proportion.wilsonInterval(successes.get(i), size, level);
            double down = weight * (share - wilson.low());
            double up = weight * (wilson.high() - share);
            slope += weight * share;
            below = Math.hypot(below, weight > 0 ? down : up);
            above = Math.hypot(above, weight > 0 ? up : down);
        }
        return new CochranArmitage(
                perScore(slope, slope - below, slope + above, level, scores, n),
                test(slope, squares, x, n));
    }

    /// The slope for one unit of score, from that for the whole range of scores.
    private static Estimate perScore(
            double slope, double low, double high, double level, List<Double> scores, int n) {
        double range = Scores.range(scores);
        double largest = Math.max(Math.abs(low), Math.abs(high)) / range;
        if (!Double.isFinite(range) || !Double.isFinite(largest)) {
            return new NotEstimable("the scores are too close together or too far apart");
        }
        return Known.of(slope / range, new Interval(low / range, high / range, level), n);
    }

    private static Optional<TestResult> test(double slope, double squares, int x, int n) {
        if (x == 0 || x == n) {
            return Optional.empty();
        }
        double share = (double) x / n;
        double rest = ((double) n - x) / n;
        double scaled = slope * Math.sqrt(squares);
        double statistic = scaled * scaled / (share * rest);
        return Optional.of(
                TestResult.of(
                        "Cochran-Armitage test for trend",
                        statistic,
                        ChiSquaredTest.upperTail(statistic, 1),
                        1.0));
    }

    private static long distinctScores(List<Integer> sizes, List<Double> scores) {
        return IntStream.range(0, sizes.size())
                .filter(i -> sizes.get(i) > 0)
                .mapToDouble(scores::get)
                .distinct()
                .count();
    }

    private static void requireGroups(List<Integer> successes, List<Integer> sizes) {
        if (successes.size() != sizes.size()) {
            throw new IllegalArgumentException(
                    "successes and sizes must be of one length, not %d and %d"
                            .formatted(successes.size(), sizes.size()));
        }
        for (int i = 0; i < sizes.size(); i++) {
            if (successes.get(i) < 0 || successes.get(i) > sizes.get(i)) {
                throw new IllegalArgumentException(
                        "successes[%d] must be 0 to %d, not %d"
                                .formatted(i, sizes.get(i), successes.get(i)));
            }
        }
    }
}
