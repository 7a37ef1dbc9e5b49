package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.Optional;

/// How well a score tells those who have an outcome from those who have not: the area under the
/// receiver operating characteristic.
///
/// ```
/// AUC = P(score of one with > score of one without) + ½ P(equal)
/// DeLong: var = var(V₁)/m + var(V₀)/n,  V₁ = for each with, the share of those without whose score is lower
///         (ties half), V₀ = for each without, the share of those with whose score is higher
/// AUC ± z sqrt(var), cut at 0 and 1
/// ```
///
/// Shape: a score and a yes or no for each respondent. Unit: none, ½ (no better than chance) to 1. Missing
/// values: none are accepted. Edge cases: only one of the two outcomes is not estimable; fewer than two of
/// one, or scores that tell without error, leave the area without an interval. Summary: the rows.
///
/// R: `pROC::ci.auc`. SPSS (ROC) uses another error, Hanley & McNeil's. Source: DeLong, DeLong &
/// Clarke-Pearson (1988) <https://doi.org/10.2307/2531595>; midranks: Sun & Xu (2014)
/// <https://doi.org/10.1109/LSP.2014.2337313>.
public final class AreaUnderCurve {

    private AreaUnderCurve() {}

    /// The area with DeLong's interval.
    ///
    /// @param scores finite, higher where the outcome is more likely
    /// @param events 1 with the outcome, 0 without, one for each score
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if lengths differ, a score is not finite, an event is not 0 or 1,
    ///   or the level is out of range
    public static Estimate of(double[] scores, double[] events, double level) {
        return of(RocCurve.sorted(scores, events), scores.length, level);
    }

    /// The area under a curve of so many respondents.
    static Estimate of(RocCurve curve, int n, double level) {
        Interval.requireLevel(level);
        double with = curve.with();
        double without = curve.without();
        if (with == 0 || without == 0) {
            return new NotEstimable(
                    with == 0 ? "no one has the outcome" : "everyone has the outcome");
        }
        double area = 0;
        for (int i = 0; i < curve.size(); i++) {
            area += curve.withAt(i) * curve.withoutBelow(i) / without;
        }
        area /= with;
        if (with < 2 || without < 2) {
            return Known.bare(area, n);
        }
        double squaresWith = 0;
        double squaresWithout = 0;
        for (int i = 0; i < curve.size(); i++) {
            double lower = curve.withoutBelow(i) / without - area;
            double higher = curve.withAbove(i) / with - area;
            squaresWith += curve.withAt(i) * lower * lower;
            squaresWithout += curve.withoutAt(i) * higher * higher;
        }
        double variance =
                squaresWith / (with - 1) / with + squaresWithout / (without - 1) / without;
        double reach = Quantiles.normal(level) * Math.sqrt(variance);
        return new Known(
                area,
                Optional.of(
                                new Interval(
                                        Math.max(0, area - reach),
                                        Math.min(1, area + reach),
                                        level))
                        .filter(_ -> variance > 0),
                n);
    }
}
