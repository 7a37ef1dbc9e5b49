package eyebright.stats.careless;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// How far a respondent's answers as a whole lie from those of everyone.
///
/// ```
/// D² = (x - mean)ᵀ S⁻¹ (x - mean),   p = P(chi-squared with k df > D²)
/// ```
///
/// with means and covariances S of all complete respondents, the one in question among them.
///
/// Shape: k items of all respondents for the centre, then one number a respondent; its summary are means
/// and covariances. Unit: none, 0 or more. Missing values: a respondent who lacks an answer has no
/// distance and does not count for the centre. Edge cases: no distances, with the reason, with no more
/// complete respondents than items, or where one item follows from others. Errors: respondents whose
/// numbers of items differ.
///
/// p holds for normal answers; with categories use it to sort, with a small bound such as .001. R:
/// `mahalanobis(x, colMeans(x), cov(x))`. SPSS (REGRESSION, SAVE MAHAL) gives the same D².
///
/// Sources: Mahalanobis (1936); Meade & Craig (2012) <https://doi.org/10.1037/a0028085>. Checked against
/// R 4.2.2, see `MahalanobisDistanceTest`.
public final class MahalanobisDistance {

    private final int n;
    private final double[] means;
    private final double[] units;
    private final Optional<Cholesky> covariances;
    private final String reason;

    private MahalanobisDistance(
            int n, double[] means, double[] units, Optional<Cholesky> covariances, String reason) {
        this.n = n;
        this.means = means;
        this.units = units;
        this.covariances = covariances;
        this.reason = reason;
    }

    /// The centre of all complete respondents.
    ///
    /// @param respondents answers to the same items in the same order
    /// @throws IllegalArgumentException if numbers of items differ
    public static MahalanobisDistance among(List<Answers> respondents) {
        int k = respondents.isEmpty() ? 0 : respondents.getFirst().size();
        for (Answers each : respondents) {
            if (each.size() != k) {
                throw new IllegalArgumentException(
                        "respondents must have %d items, not %d".formatted(k, each.size()));
            }
        }
        var complete = respondents.stream().filter(each -> each.answered() == k).toList();
        int n = complete.size();
        if (k == 0 || n <= k) {
            return none("only %d respondents answered all %d items".formatted(n, k));
        }
        var means = new double[k];
        var units = new double[k];
        var columns = new double[k][];
        for (int j = 0; j < k; j++) {
            int item = j;
            double[] values = complete.stream().mapToDouble(each -> each.value(item)).toArray();
            if (Arrays.stream(values).allMatch(value -> value == values[0])) {
                return none("all answers to item %d are equal".formatted(j + 1));
            }
            // Divided first: the sum of large answers may not be a number where their mean is.
            double mean = Arrays.stream(values).map(value -> value / n).sum();
            means[j] = mean;
            units[j] = Arrays.stream(values).map(x -> Math.abs(x - mean)).max().orElseThrow();
            if (!Double.isFinite(units[j])) {
                return none("the answers are too large to be squared");
            }
            double unit = units[j];
            columns[j] = Arrays.stream(values).map(x -> (x - mean) / unit).toArray();
        }
        var covariances = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int row = 0; row < n; row++) {
                    covariances[i][j] += columns[i][row] * columns[j][row];
                }
                covariances[i][j] /= n - 1;
            }
        }
        var root = Cholesky.of(Matrix.ofColumns(covariances));
        return root.isEmpty()
                ? none("the answers to one item follow from those to others")
                : new MahalanobisDistance(n, means, units, root, "");
    }

    private static MahalanobisDistance none(String reason) {
        return new MahalanobisDistance(0, new double[0], new double[0], Optional.empty(), reason);
    }

    /// D² of one respondent; `n` is how many respondents the centre rests on.
    public Estimate of(Answers answers) {
        if (covariances.isEmpty()) {
            return new NotEstimable(reason);
        }
        requireItems(answers);
        if (answers.answered() < means.length) {
            return new NotEstimable(
                    "%d of %d items were not answered"
                            .formatted(means.length - answers.answered(), means.length));
        }
        var deviations = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            deviations[i] = (answers.value(i) - means[i]) / units[i];
        }
        double squares = 0;
        for (double each : covariances.get().halfSolve(deviations)) {
            squares += each * each;
        }
        return Double.isFinite(squares)
                ? Known.bare(squares, n)
                : new NotEstimable("the answers are too far out for a number");
    }

    /// The probability of a distance above this respondent's, if answers are normal; none if there is no
    /// distance.
    public OptionalDouble p(Answers answers) {
        return of(answers) instanceof Known known
                ? OptionalDouble.of(
                        ChiSquaredDistribution.of(means.length).survivalProbability(known.value()))
                : OptionalDouble.empty();
    }

    private void requireItems(Answers answers) {
        if (answers.size() != means.length) {
            throw new IllegalArgumentException(
                    "answers must be to %d items, not %d".formatted(means.length, answers.size()));
        }
    }
}
