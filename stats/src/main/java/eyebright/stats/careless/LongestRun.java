package eyebright.stats.careless;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;

/// The longest run of the same answer to items that follow each other on the screen (longstring).
///
/// ```
/// the largest k for which k items in a row were answered and answered alike
/// ```
///
/// Shape: the answers of one respondent to rating items, as they were given and not turned, in the
/// order in which they were displayed; one number. Unit: items. Missing values: an unanswered item ends a
/// run, and none goes across it. Edge cases: no answer at all is not estimable; one answer is a run of
/// 1. Errors: none.
///
/// It speaks only within items that are keyed both ways: where all items point the same way, a long run
/// may be a strong opinion. No bound holds everywhere; look at its distribution, and declare the bound
/// before the data. R: `careless::longstring` ends a run at a gap too.
/// Summary: none, each respondent stands alone.
///
/// Source: Johnson (2005) <https://doi.org/10.1016/j.jrp.2004.09.009>; Curran (2016)
/// <https://doi.org/10.1016/j.jesp.2015.07.006>.
public final class LongestRun {

    private LongestRun() {}

    /// The length of the longest run.
    ///
    /// @param displayed answers in displayed order
    public static Estimate of(Answers displayed) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < displayed.size(); i++) {
            boolean continues =
                    i > 0
                            && displayed.isThere(i)
                            && displayed.isThere(i - 1)
                            && displayed.value(i) == displayed.value(i - 1);
            run = continues ? run + 1 : displayed.isThere(i) ? 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest == 0
                ? new NotEstimable("none of the items was answered")
                : Known.bare(longest, displayed.answered());
    }
}
