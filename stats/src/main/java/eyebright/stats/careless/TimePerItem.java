package eyebright.stats.careless;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;

/// How long a respondent took for each item answered.
///
/// ```
/// seconds / items answered
/// ```
///
/// Shape: two numbers of one respondent and page. Unit: seconds an item. Missing values: items that were
/// not answered do not count, though their reading took time too. Edge cases: no item answered is not
/// estimable. Errors: a time that is negative or not finite, a negative count.
///
/// Faster than 2 seconds an item nobody reads, say Huang and others; slow ones may have had a break.
/// Summary: none, each respondent stands alone. R needs no function for it.
///
/// Source: Huang, Curran, Keeney, Poposki & DeShon (2012)
/// <https://doi.org/10.1007/s10869-011-9231-8>.
public final class TimePerItem {

    private TimePerItem() {}

    /// The seconds for each item.
    ///
    /// @param seconds from seeing the items to sending them: 0 or more
    /// @param answered how many items were answered: 0 or more
    /// @throws IllegalArgumentException if a number is out of range
    public static Estimate of(double seconds, int answered) {
        if (!(seconds >= 0 && Double.isFinite(seconds))) {
            throw new IllegalArgumentException(
                    "seconds must be finite and 0 or more, not " + seconds);
        }
        if (answered < 0) {
            throw new IllegalArgumentException("answered must be 0 or more, not " + answered);
        }
        return answered == 0
                ? new NotEstimable("none of the items was answered")
                : Known.bare(seconds / answered, answered);
    }
}
