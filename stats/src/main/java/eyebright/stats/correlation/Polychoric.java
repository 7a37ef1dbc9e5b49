package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Root;
import eyebright.stats.table.ContingencyTable;
import java.util.stream.IntStream;

/// The correlation of two normal variables of which only ordered categories were asked; of two
/// yes-or-no answers it is called tetrachoric.
///
/// ```
/// thresholds a(i) = Φ⁻¹(share of respondents up to category i), b(j) likewise
/// π(i, j) = probability of the rectangle a(i-1) to a(i), b(j-1) to b(j) under correlation rho
/// rho: the one that makes sum count(i, j) ln π(i, j) largest, thresholds fixed (two-step)
/// interval: tanh(atanh(rho) ± z se / (1 - rho²)),  se² = sum count ψ² / n²,  ψ the influence of one respondent
/// ```
///
/// ψ contains what a respondent does to the thresholds too, so that the error is that of the two steps
/// together; it holds even if the variables behind the answers are not quite normal, for whatever rho then is.
///
/// Shape: a table of counts with ordered rows and columns, 2 or more each way. Unit: that of a correlation.
/// Missing values: not in the table. Edge cases: empty rows and columns do not matter; a table whose
/// likelihood still rises at ±0.9999, such as a 2 x 2 table with an empty cell, is not estimable. Errors: a
/// level not between 0 and 1. Summary: the counts.
///
/// R: `polycor::polychor(t)` (two-step by default, ML if asked; its standard error takes the thresholds for
/// known, its rho is off by up to about 1e-4), `psych::polychoric`, which adds 1/2 to empty cells; nothing is
/// added here. SPSS needs an extension; JASP and jamovi use lavaan.
///
/// Sources: Olsson (1979) <https://doi.org/10.1007/BF02296207>; error: Jöreskog (1994),
/// Psychometrika 59, 381-389. Checked against polycor and a computation in Python, see
/// `PolychoricTest`.
public final class Polychoric {

    private static final double LARGEST = 0.9999;

    /// Below this a probability is mostly rounding.
    private static final double LOST = 1e-14;

    private final double[][] shares;
    private final double[] a;
    private final double[] b;

    private Polychoric(ContingencyTable table) {
        double n = table.total();
        shares =
                IntStream.range(0, table.rows())
                        .mapToObj(
                                i ->
                                        IntStream.range(0, table.columns())
                                                .mapToDouble(j -> table.count(i, j) / n)
                                                .toArray())
                        .toArray(double[][]::new);
        a = JointNormal.thresholds(IntStream.range(0, table.rows()).map(table::rowTotal).toArray());
        b =
                JointNormal.thresholds(
                        IntStream.range(0, table.columns()).map(table::columnTotal).toArray());
    }

    /// The correlation with its interval.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @return not estimable if an answer has one category only or the likelihood has no maximum
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate of(ContingencyTable table, double level) {
        Interval.requireLevel(level);
        if (table.total() == 0) {
            return new NotEstimable("nobody answered both");
        }
        var filled = table.withoutEmptyMargins();
        var reason = filled.whyNotTestable();
        if (reason.isPresent()) {
            return new NotEstimable(reason.get());
        }
        return new Polychoric(filled).estimate(filled.total(), level);
    }

    private Estimate estimate(int n, double level) {
        if (score(-LARGEST) <= 0 || score(LARGEST) >= 0) {
            return new NotEstimable(
                    "the answers go together so closely that the correlation has no bound below 1");
        }
        double rho = Root.between(-LARGEST, LARGEST, this::score);
        double error = Math.sqrt(variance(rho) / n) / ((1 - rho) * (1 + rho));
        return Known.of(rho, FisherZ.interval(rho, error, level), n);
    }

    /// The derivative of the mean log-likelihood by rho.
    private double score(double rho) {
        var joint = new JointNormal(rho);
        double[][] corners = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                corners[i][j] = joint.cumulative(a[i], b[j]);
            }
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares[i].length; j++) {
                if (shares[i][j] == 0) {
                    continue;
                }
                double probability =
                        corners[i + 1][j + 1]
                                - corners[i][j + 1]
                                - corners[i + 1][j]
                                + corners[i][j];
                if (probability < LOST) {
                    // So unlikely an answer was given: rho is much nearer to 0.
                    return -Math.copySign(1 / LOST, rho);
                }
                sum += shares[i][j] * rectangle(joint::density, i, j) / probability;
            }
        }
        return sum;
    }

    private interface Corner {
        double at(double a, double b);
    }

    private double rectangle(Corner f, int i, int j) {
        return f.at(a[i + 1], b[j + 1])
                - f.at(a[i], b[j + 1])
                - f.at(a[i + 1], b[j])
                + f.at(a[i], b[j]);
    }

    /// The mean square of the influence that one respondent has on rho.
    private double variance(double rho) {
        var joint = new JointNormal(rho);
        int rows = shares.length;
        int columns = shares[0].length;
        double[][] scores = new double[rows][columns];
        double slope = 0;
        double[] byA = new double[a.length];
        double[] byB = new double[b.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (shares[i][j] == 0) {
                    continue;
                }
                double probability = rectangle(joint::cumulative, i, j);
                double score = rectangle(joint::density, i, j) / probability;
                double weight = shares[i][j] / probability;
                scores[i][j] = score;
                slope +=
                        weight * rectangle(joint::densityByRho, i, j)
                                - shares[i][j] * score * score;
                for (int side = 0; side <= 1; side++) {
                    double sign = side == 1 ? weight : -weight;
                    byA[i + side] +=
                            sign
                                    * (side(joint::densityByFirst, a[i + side], b[j], b[j + 1])
                                            - score
                                                    * side(
                                                            joint::cumulativeByFirst,
                                                            a[i + side],
                                                            b[j],
                                                            b[j + 1]));
                    byB[j + side] +=
                            sign
                                    * (side(joint::densityByFirst, b[j + side], a[i], a[i + 1])
                                            - score
                                                    * side(
                                                            joint::cumulativeByFirst,
                                                            b[j + side],
                                                            a[i],
                                                            a[i + 1]));
                }
            }
        }
        double[] ofRow = thresholdInfluence(a, byA);
        double[] ofColumn = thresholdInfluence(b, byB);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double influence = (scores[i][j] + ofRow[i] + ofColumn[j]) / slope;
                sum += shares[i][j] * influence * influence;
            }
        }
        return sum;
    }

    private static double side(Corner f, double at, double from, double to) {
        return f.at(at, to) - f.at(at, from);
    }

    /// What a respondent of each category does to the score by moving the thresholds of that answer.
    private static double[] thresholdInfluence(double[] thresholds, double[] slopes) {
        double[] influence = new double[thresholds.length - 1];
        for (int k = 1; k < thresholds.length - 1; k++) {
            double share = JointNormal.lower(thresholds[k]);
            double factor = slopes[k] / JointNormal.marginalDensity(thresholds[k]);
            for (int category = 0; category < influence.length; category++) {
                influence[category] += factor * ((category < k ? 1 : 0) - share);
            }
        }
        return influence;
    }
}
