package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.StudentizedRange;
import java.util.Optional;

/// The means of two of several groups, compared so that all pairs hold together.
///
/// The interval is simultaneous, and p is adjusted for all pairs: neither is adjusted again.
///
/// @param first index of the first group in the list that was compared: 0 or more
/// @param second index of the second group: above that of the first
/// @param difference mean of the first minus that of the second, with its simultaneous interval; n counts
///   both groups
/// @param test the studentized range q, its number of groups and df, and the adjusted p; there exactly if
///   the difference is known
public record GroupDifference(
        int first, int second, Estimate difference, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if the groups are not in order or only one part is known
    public GroupDifference {
        if (first < 0 || second <= first) {
            throw new IllegalArgumentException(
                    "second must be above first, and both 0 or more, not %d and %d"
                            .formatted(second, first));
        }
        TRatio.requireBoth("difference", difference, test);
    }

    static GroupDifference none(int first, int second, String reason) {
        return new GroupDifference(first, second, new NotEstimable(reason), Optional.empty());
    }

    /// The comparison by the studentized range.
    ///
    /// @param unit the standard deviation of which the range is a multiple: that of one mean
    /// @param range of how many groups, with how many degrees of freedom, at which level
    static GroupDifference of(
            String name, int first, int second, Moments a, Moments b, double unit, Range range) {
        double difference = a.minus(b);
        double q = Math.abs(difference) / unit;
        if (!Double.isFinite(q)) {
            return none(
                    first,
                    second,
                    "the values differ too little within their groups for a comparison");
        }
        double p = Math.clamp(StudentizedRange.survival(q, range.groups(), range.df()), 0, 1);
        double reach = range.critical() * unit;
        return new GroupDifference(
                first,
                second,
                Known.of(
                        difference,
                        new Interval(difference - reach, difference + reach, range.level()),
                        Math.addExact(a.n(), b.n())),
                Optional.of(TestResult.of(name, q, p, (double) range.groups(), range.df())));
    }

    /// Which studentized range a pair is held against.
    ///
    /// @param critical the range that is not passed with probability `level`
    record Range(int groups, double df, double level, double critical) {

        static Range of(int groups, double df, double level) {
            return new Range(groups, df, level, StudentizedRange.quantile(level, groups, df));
        }
    }
}
