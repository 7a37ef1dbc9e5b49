package eyebright.stats.family;

import eyebright.stats.Interval;

/// The level each of several intervals needs so that all of them together hold the truth as often as one
/// interval of the wanted level does.
///
/// ```
/// Bonferroni  1 - (1 - level) / k        Šidák  level^(1 / k)
/// ```
///
/// Bonferroni holds whatever the estimates have to do with each other. Šidák is exact for independent ones,
/// a little narrower, and holds for the shares of one several-answers question and for correlated means;
/// not always else. Shape: a level and how many intervals. Unit: none. Missing values: an interval that
/// was planned and could not be had counts. Summary: how many there are. Edge cases: one interval keeps its level; where
/// the level of each would round to 1 it is the largest number below. Errors: a level not between 0 and 1,
/// fewer than one interval.
///
/// R: no function of its own; `emmeans` has both as `adjust = "bonferroni"` and `"sidak"`.
///
/// Source: Šidák (1967) <https://doi.org/10.1080/01621459.1967.10482935>.
public enum SimultaneousIntervals {
    /// Always valid.
    BONFERRONI,
    /// Exact for independent estimates.
    SIDAK;

    /// The level of each of `k` intervals.
    ///
    /// @param level how often all `k` together are to hold the truth: above 0 and below 1
    /// @param k how many intervals there are: 1 or more
    /// @throws IllegalArgumentException if the level or `k` is out of range
    public double levelOfEach(double level, int k) {
        Interval.requireLevel(level);
        if (k < 1) {
            throw new IllegalArgumentException("k must be 1 or more, not " + k);
        }
        if (k == 1) {
            return level;
        }
        double each =
                switch (this) {
                    case BONFERRONI -> 1 - (1 - level) / k;
                    case SIDAK -> StrictMath.exp(StrictMath.log(level) / k);
                };
        return Math.min(each, Math.nextDown(1.0));
    }
}
