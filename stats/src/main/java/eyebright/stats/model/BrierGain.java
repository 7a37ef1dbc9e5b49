package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;

/// How much nearer chances come to what happened than others do, such as those of a model than the base rate.
///
/// ```
/// gain = mean of (event - other)² - (event - chance)²,   error = sd / √n,   limits: gain ± z error
/// ```
///
/// Unit: squared probability, that of the [BrierScore]; above 0 where the chances are the better ones. Chances should be of respondents whom the
/// model has not seen. Missing values: none are accepted. Edge cases: of one respondent there is no error, and no estimate;
/// where both are the same the gain is 0 to 0. Errors: no respondent, lengths that differ, values out of range. Summary: the count, mean and
/// squares of the differences. R: `t.test` of the differences, with t in the place of z.
/// Source: Diebold & Mariano (1995) Journal of Business and Economic Statistics 13, 253-263.
public final class BrierGain {

    private BrierGain() {}

    /// The gain.
    ///
    /// @param chances 0 to 1
    /// @param others 0 to 1, one for each chance
    /// @param events 1 or 0, one for each chance
    /// @param level of the interval
    /// @throws IllegalArgumentException if there is none, lengths differ, or a value is out of range
    public static Estimate of(double[] chances, double[] others, double[] events, double level) {
        Interval.requireLevel(level);
        double gain = BrierScore.of(others, events) - BrierScore.of(chances, events);
        int n = events.length;
        if (n < 2) {
            return new NotEstimable("there is only one respondent");
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double other = events[i] - others[i];
            double own = events[i] - chances[i];
            double off = other * other - own * own - gain;
            squares += off * off;
        }
        double reach = Quantiles.normal(level) * Math.sqrt(squares / (n - 1.0) / n);
        return Known.of(gain, new Interval(gain - reach, gain + reach, level), n);
    }
}
