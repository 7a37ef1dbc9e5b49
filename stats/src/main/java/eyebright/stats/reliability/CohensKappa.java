package eyebright.stats.reliability;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.table.ContingencyTable;

/// Cohen's kappa: how far two raters agree beyond what their own frequencies would give by chance.
///
/// ```
/// kappa = (po - pe) / (1 - pe),   po = sum(w_ij p_ij),   pe = sum(w_ij p_i. p_.j)
/// w: 1 if i = j, else 0 (none) · 1 - |i - j| / (c - 1) (linear) · 1 - (i - j)² / (c - 1)² (quadratic)
/// n var = sum(p_ij (w_ij (1 - pe) - (u_i + v_j)(1 - po))²) - (po pe - 2 pe + po)²,  over (1 - pe)⁴
/// u_i = sum(w_ij p_.j),  v_j = sum(w_ij p_i.)
/// ```
///
/// The interval is kappa ± z times the large-sample standard error of Fleiss, Cohen & Everitt (1969),
/// cut at 1.
///
/// Shape: a square table of counts, the categories of both raters in the same order; counts merge by
/// adding. Unit: none; at most 1, 0 for agreement by chance. Missing values: only what both rated.
/// Edge cases: nobody rated, or both raters used only one and the same category, is not estimable; full
/// agreement has the interval from 1 to 1, which says nothing of how sure it is. Errors: a table that is
/// not square, a level not between 0 and 1.
///
/// Weighted kappas take categories to be equally spaced; quadratic weights make it an intraclass
/// correlation. R: `psych::cohen.kappa`, whose weights are quadratic; its interval is not cut. SPSS
/// (CROSSTABS) gives the unweighted one and prints as T the error under kappa = 0.
///
/// Sources: Cohen (1960) <https://doi.org/10.1177/001316446002000104>; Cohen (1968)
/// <https://doi.org/10.1037/h0026256>; Fleiss, Cohen & Everitt (1969)
/// <https://doi.org/10.1037/h0028106>. Checked against psych, see `CohensKappaTest`.
public final class CohensKappa {

    private CohensKappa() {}

    /// How much a disagreement counts.
    public enum Weights {
        /// Every disagreement alike, for categories without order.
        NONE,
        /// By how many steps apart.
        LINEAR,
        /// By the square of the steps apart.
        QUADRATIC;

        private double agreement(int i, int j, int categories) {
            double apart = Math.abs(i - j) / (categories - 1.0);
            return switch (this) {
                case NONE -> i == j ? 1 : 0;
                case LINEAR -> 1 - apart;
                case QUADRATIC -> 1 - apart * apart;
            };
        }
    }

    /// Kappa of a table.
    ///
    /// @param table first rater in rows, second in columns
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the table is not square or the level is out of range
    public static Estimate of(ContingencyTable table, Weights weights, double level) {
        Interval.requireLevel(level);
        int c = table.counts().size();
        if (table.counts().getFirst().size() != c) {
            throw new IllegalArgumentException(
                    "table must be square, not %d x %d"
                            .formatted(c, table.counts().getFirst().size()));
        }
        double n = 0;
        var first = new double[c];
        var second = new double[c];
        for (int i = 0; i < c; i++) {
            for (int j = 0; j < c; j++) {
                double count = table.counts().get(i).get(j);
                first[i] += count;
                second[j] += count;
                n += count;
            }
        }
        if (n == 0) {
            return new NotEstimable("nobody was rated by both");
        }
        var u = new double[c];
        var v = new double[c];
        double po = 0;
        double pe = 0;
        for (int i = 0; i < c; i++) {
            for (int j = 0; j < c; j++) {
                double w = weights.agreement(i, j, c);
                u[i] += w * second[j] / n;
                v[j] += w * first[i] / n;
                po += w * table.counts().get(i).get(j) / n;
                pe += w * first[i] / n * (second[j] / n);
            }
        }
        if (!(1 - pe > 1e-14)) {
            return new NotEstimable("both raters used only one category");
        }
        double sum = 0;
        for (int i = 0; i < c; i++) {
            for (int j = 0; j < c; j++) {
                double each = weights.agreement(i, j, c) * (1 - pe) - (u[i] + v[j]) * (1 - po);
                sum += table.counts().get(i).get(j) / n * each * each;
            }
        }
        double middle = po * pe - 2 * pe + po;
        double variance = Math.max(0, sum - middle * middle) / n / Math.pow(1 - pe, 4);
        double kappa = Math.min(1, (po - pe) / (1 - pe));
        double reach = Quantiles.normal(level) * Math.sqrt(variance);
        return Known.of(
                kappa, new Interval(kappa - reach, Math.min(1, kappa + reach), level), (int) n);
    }
}
