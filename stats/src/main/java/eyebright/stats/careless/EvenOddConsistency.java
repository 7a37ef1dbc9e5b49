package eyebright.stats.careless;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.List;
import java.util.OptionalDouble;

/// How well one respondent's answers to the even items of each scale go with those to its odd items.
///
/// ```
/// r = correlation over scales of (mean of odd items, mean of even items);   value = 2 r / (1 + r), at least -1
/// ```
///
/// The step from r to the value is that of Spearman and Brown, as half of each scale is used.
///
/// Shape: one respondent's answers to each of several scales, in the order of the scale and turned where
/// keyed the other way, all scales with the same categories; one number from -1 to 1. Missing values:
/// left out of the means; a scale with an empty half is left out. Edge cases: not estimable with fewer
/// than 3 scales left, or where one half has the same mean in every scale, as with one answer to all.
/// Errors: none.
///
/// Low values are those of who did not read, but also of who has the same standing on every trait. R:
/// `careless::evenodd` gives the value with its sign turned from version 1.2.0 on, so that high is
/// careless.
/// Summary: none, each respondent stands alone.
///
/// Sources: Johnson (2005) <https://doi.org/10.1016/j.jrp.2004.09.009>; Meade & Craig (2012)
/// <https://doi.org/10.1037/a0028085>.
public final class EvenOddConsistency {

    /// How many scales it needs: two points lie on a line whatever they are.
    public static final int FEWEST_SCALES = 3;

    private EvenOddConsistency() {}

    /// The consistency over these scales; `n` is how many of them count.
    ///
    /// @param scales the respondent's answers to each scale
    public static Estimate of(List<Answers> scales) {
        var used =
                scales.stream()
                        .filter(
                                scale ->
                                        !Double.isNaN(scale.meanOfEverySecond(0))
                                                && !Double.isNaN(scale.meanOfEverySecond(1)))
                        .toList();
        if (used.size() < FEWEST_SCALES) {
            return new NotEstimable(
                    "it needs 3 scales with answers in both halves; there are " + used.size());
        }
        double[] odd = used.stream().mapToDouble(scale -> scale.meanOfEverySecond(0)).toArray();
        double[] even = used.stream().mapToDouble(scale -> scale.meanOfEverySecond(1)).toArray();
        OptionalDouble r = Correlation.of(odd, even);
        if (r.isEmpty()) {
            return new NotEstimable("one half has the same mean in every scale");
        }
        double correlation = r.getAsDouble();
        // At -1/3 it is -1; below it falls without bound, and says no more.
        return Known.bare(
                correlation <= -1.0 / 3 ? -1 : 2 * correlation / (1 + correlation), used.size());
    }
}
