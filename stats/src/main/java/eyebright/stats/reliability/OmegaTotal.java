package eyebright.stats.reliability;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.List;
import java.util.Optional;

/// McDonald's omega of a scale: the share of the variance of the sum score that one common factor
/// gives.
///
/// ```
/// omega = (sum of λ_i s_i)² / ((sum of λ_i s_i)² + sum of ψ_i s_i²)
/// ```
///
/// with loadings λ and uniquenesses ψ of the one-factor model of the correlations, by maximum
/// likelihood, and s the standard deviations of the items. Items may load differently, unlike in
/// [CronbachAlpha].
///
/// The interval is that of the delta method on the scale ln(omega / (1 - omega)), with the covariances'
/// own sampling errors as the answers show them (asymptotically distribution-free): it needs neither
/// normal answers nor a model that fits exactly, which answers in categories never have, nor chance, and
/// it costs one pass over the rows, where a bootstrap would fit a thousand models for the same result
/// to its Monte Carlo error. With fewer than some 100 respondents it is somewhat too narrow.
///
/// Shape: k items of n respondents; its summary is the rows, or their covariances where only the value
/// is asked for. Unit: none, 0 to 1. Missing values: only respondents with every item. Edge cases: not
/// estimable, with the reason, with fewer than 3 items, no more respondents than items, an item whose
/// answers are all equal, or no proper solution (a Heywood case: an item without error). Errors: a
/// level not between 0 and 1; names and answers that do not fit together.
///
/// R: `psych::omega` with one factor uses minimum residuals of the correlations, not of the
/// covariances, and bounds uniquenesses where this says that there is no solution; `factanal(d, 1)`
/// gives the same model. JASP and jamovi give omega with a normal-theory or bootstrap interval. SPSS has
/// it from version 28.
///
/// Sources: McDonald (1999), Test theory; Browne (1984)
/// <https://doi.org/10.1111/j.2044-8317.1984.tb00789.x>; Maydeu-Olivares, Coffman & Hartmann (2007)
/// <https://doi.org/10.1037/1082-989X.12.2.157>. Checked against R 4.2.2, see `OmegaTotalTest`.
public final class OmegaTotal {

    /// Half the width of the differences, in standard deviations: their error is its square.
    private static final double STEP = 1e-4;

    private OmegaTotal() {}

    /// Omega with its interval.
    ///
    /// @param names of the items
    /// @param level coverage of the interval: above 0 and below 1
    /// @param answers one array for each item, of the same respondents in the same order
    /// @throws IllegalArgumentException if names and answers do not fit together, a value is not finite
    ///   or the level is out of range
    public static Estimate of(List<String> names, double level, double[]... answers) {
        Interval.requireLevel(level);
        var items = ItemCovariances.of(names, answers);
        Estimate value = value(items);
        if (!(value instanceof Known known)) {
            return value;
        }
        double omega = known.value();
        Optional<double[][]> slopes = slopes(items);
        if (slopes.isEmpty() || !(omega > 0 && omega < 1)) {
            return new NotEstimable("the one-factor model has no interval near a limit of omega");
        }
        double error = error(items, slopes.get(), answers) / (omega * (1 - omega));
        double reach = Quantiles.normal(level) * error;
        double middle = Math.log(omega / (1 - omega));
        return Known.of(
                omega,
                new Interval(inverse(middle - reach), inverse(middle + reach), level),
                items.n());
    }

    /// Omega without an interval, from what merges.
    public static Estimate value(ItemCovariances items) {
        int k = items.size();
        if (k < 3) {
            return new NotEstimable("omega needs 3 items or more, not " + k);
        }
        if (items.n() <= k) {
            return new NotEstimable(
                    "%d respondents are too few for %d items".formatted(items.n(), k));
        }
        if (!items.areFinite()) {
            return new NotEstimable("the answers are too large to be squared");
        }
        for (int i = 0; i < k; i++) {
            if (items.covariance(i, i) == 0) {
                return new NotEstimable(
                        "all answers to %s are equal".formatted(items.names().get(i)));
            }
        }
        double[][] covariances = covariances(items);
        return OneFactorModel.of(correlations(covariances))
                .<Estimate>map(model -> Known.bare(omega(model, covariances), items.n()))
                .orElseGet(
                        () ->
                                new NotEstimable(
                                        "no single factor fits the items with an error in each"));
    }

    /// Whether the reliability is shown to be at least this: the lower limit is.
    ///
    /// @param omega as [#of] gives it
    /// @param bound such as 0.7, which Nunnally (1978) asked of early research
    public static boolean isAtLeast(Estimate omega, double bound) {
        return omega instanceof Known(double _, Optional<Interval> interval, int _)
                && interval.isPresent()
                && interval.get().low() >= bound;
    }

    /// The derivative of omega by each covariance, of which i, j and j, i move together.
    private static Optional<double[][]> slopes(ItemCovariances items) {
        double[][] covariances = covariances(items);
        var model = OneFactorModel.of(correlations(covariances));
        int k = items.size();
        var slopes = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double step = STEP * Math.sqrt(covariances[i][i]) * Math.sqrt(covariances[j][j]);
                double change = 0;
                for (int side = -1; side <= 1; side += 2) {
                    double[][] moved = covariances(items);
                    moved[i][j] += side * step;
                    moved[j][i] = moved[i][j];
                    var next =
                            model.flatMap(from -> OneFactorModel.from(from, correlations(moved)));
                    if (next.isEmpty()) {
                        return Optional.empty();
                    }
                    change += side * omega(next.get(), moved);
                }
                slopes[i][j] = change / (2 * step);
            }
        }
        return Optional.of(slopes);
    }

    /// The standard error: of the mean of how much each respondent moves omega.
    private static double error(ItemCovariances items, double[][] slopes, double[][] answers) {
        int k = items.size();
        int n = items.n();
        double squares = 0;
        for (int row = 0; row < n; row++) {
            double influence = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j <= i; j++) {
                    double product =
                            (answers[i][row] - items.mean(i)) * (answers[j][row] - items.mean(j));
                    influence += slopes[i][j] * (product - items.covariance(i, j));
                }
            }
            squares += influence * influence;
        }
        return Math.sqrt(squares / (n - 1.0) / n);
    }

    private static double omega(OneFactorModel model, double[][] covariances) {
        double common = 0;
        double unique = 0;
        for (int i = 0; i < covariances.length; i++) {
            common += model.loading(i) * Math.sqrt(covariances[i][i]);
            unique += model.uniqueness(i) * covariances[i][i];
        }
        return common * common / (common * common + unique);
    }

    private static double[][] covariances(ItemCovariances items) {
        var covariances = new double[items.size()][items.size()];
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                covariances[i][j] = items.covariance(i, j);
            }
        }
        return covariances;
    }

    private static double[][] correlations(double[][] covariances) {
        var correlations = new double[covariances.length][covariances.length];
        for (int i = 0; i < covariances.length; i++) {
            for (int j = 0; j < covariances.length; j++) {
                correlations[i][j] =
                        i == j
                                ? 1
                                : covariances[i][j]
                                        / Math.sqrt(covariances[i][i])
                                        / Math.sqrt(covariances[j][j]);
            }
        }
        return correlations;
    }

    private static double inverse(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
