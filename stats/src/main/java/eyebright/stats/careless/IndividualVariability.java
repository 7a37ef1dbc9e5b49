package eyebright.stats.careless;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.mean.Moments;

/// The standard deviation of one respondent's answers over items (intra-individual response
/// variability): low for who stays in one place, high for who jumps about.
///
/// ```
/// sd = sqrt(sum((x - mean)²) / (answers - 1))
/// ```
///
/// Shape: the answers of one respondent to items with the same categories, as given and not turned, over
/// scales of different content and keys; one number. Unit: that of the answers. Missing values: left
/// out. Edge cases: fewer than 2 answers are not estimable; equal answers have 0. Errors: none.
/// R: `careless::irv`.
/// Summary: none, each respondent stands alone.
///
/// Source: Dunn, Heggestad, Shanock & Theilgard (2018)
/// <https://doi.org/10.1007/s10869-016-9479-0>.
public final class IndividualVariability {

    private IndividualVariability() {}

    /// The standard deviation.
    public static Estimate of(Answers answers) {
        int n = answers.answered();
        if (n < 2) {
            return new NotEstimable("fewer than 2 of the items were answered");
        }
        double[] values = answers.present();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return Known.bare(0, n);
        }
        double unit = largest > 1e100 || largest < 1e-100 ? largest : 1;
        for (int i = 0; i < n; i++) {
            values[i] /= unit;
        }
        double sd = Moments.of(values).sd() * unit;
        return Double.isFinite(sd)
                ? Known.bare(sd, n)
                : new NotEstimable("the answers are too large for a standard deviation");
    }
}
