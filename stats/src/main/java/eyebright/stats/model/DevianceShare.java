package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;

/// The share of what a base rate leaves unexplained that chances explain.
///
/// ```
/// 1 - D(chances) / D(others),   D = -2 Σ ln(chance of what happened)
/// ```
///
/// Unit: a share; at most 1, below 0 where the chances are the worse ones. Of respondents whom the model has not seen it is the
/// honest figure; of its own it flatters. Missing values: none are accepted. Edge cases: where the others foretold everything with certainty
/// nothing is left to explain; where a chance of 0 came true there is no figure. Errors: no respondent, lengths that differ, values out of range.
/// Summary: the two sums. R: by hand, from `dbinom(log = TRUE)`. Source: McFadden (1974), whose R² it is for a fitted model.
public final class DevianceShare {

    private DevianceShare() {}

    /// The share.
    ///
    /// @param chances 0 to 1
    /// @param others 0 to 1, one for each chance, such as the base rate
    /// @param events 1 or 0, one for each chance
    /// @throws IllegalArgumentException if there is none, lengths differ, or a value is out of range
    public static Estimate of(double[] chances, double[] others, double[] events) {
        BrierScore.of(chances, events);
        BrierScore.of(others, events);
        double left = surprise(chances, events) / surprise(others, events);
        return Double.isFinite(left)
                ? Known.bare(1 - left, events.length)
                : new NotEstimable("a chance of 0 came true, or nothing is left to explain");
    }

    private static double surprise(double[] chances, double[] events) {
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            sum -= StrictMath.log(events[i] == 1 ? chances[i] : 1 - chances[i]);
        }
        return sum;
    }
}
