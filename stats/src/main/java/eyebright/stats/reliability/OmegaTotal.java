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

    private static final NotEstimable NO_FACTOR =
            new NotEstimable("no single factor fits the items with an error in each");

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
        return of(ItemCovariances.of(names, answers), level, answers);
    }

    /// Omega with its interval, of answers whose covariances are there.
    ///
    /// @param items of those answers
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the answers are not as many as items, or the level is out of range
    public static Estimate of(ItemCovariances items, double level, double[]... answers) {
        Interval.requireLevel(level);
        if (answers.length != items.size()) {
            throw new IllegalArgumentException(
                    "answers must be of %d items, not %d".formatted(items.size(), answers.length));
        }
        Optional<NotEstimable> lacking = whyNot(items);
        if (lacking.isPresent()) {
            return lacking.get();
        }
        double[][] covariances = covariances(items);
        double[][] correlations = correlations(covariances);
        var model = OneFactorModel.of(correlations);
        if (model.isEmpty()) {
            return NO_FACTOR;
        }
        double omega = omega(model.get(), covariances);
        Optional<double[][]> slopes = slopes(model.get(), covariances, correlations);
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
        Optional<NotEstimable> lacking = whyNot(items);
        if (lacking.isPresent()) {
            return lacking.get();
        }
        double[][] covariances = covariances(items);
        return OneFactorModel.of(correlations(covariances))
                .<Estimate>map(model -> Known.bare(omega(model, covariances), items.n()))
                .orElse(NO_FACTOR);
    }

    private static Optional<NotEstimable> whyNot(ItemCovariances items) {
        int k = items.size();
        if (k < 3) {
            return Optional.of(new NotEstimable("omega needs 3 items or more, not " + k));
        }
        if (items.n() <= k) {
            return Optional.of(
                    new NotEstimable(
                            "%d respondents are too few for %d items".formatted(items.n(), k)));
        }
        if (!items.areFinite()) {
            return Optional.of(new NotEstimable("the answers are too large to be squared"));
        }
        for (int i = 0; i < k; i++) {
            if (items.covariance(i, i) == 0) {
                return Optional.of(
                        new NotEstimable(
                                "all answers to %s are equal".formatted(items.names().get(i))));
            }
        }
        return Optional.empty();
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

    /// The derivative of omega by each covariance of the items in units of their standard deviations, which
    /// stay as they are; i, j and j, i move together.
    private static Optional<double[][]> slopes(
            OneFactorModel model, double[][] covariances, double[][] correlations) {
        int k = covariances.length;
        double common = 0;
        double unique = 0;
        for (int i = 0; i < k; i++) {
            common += model.loading(i) * Math.sqrt(covariances[i][i]);
            unique += model.uniqueness(i) * covariances[i][i];
        }
        double whole = common * common + unique;
        var figure = new double[2 * k];
        for (int i = 0; i < k; i++) {
            figure[i] = 2 * common * unique / whole / whole * Math.sqrt(covariances[i][i]);
            figure[k + i] = -common * common / whole / whole * covariances[i][i];
        }
        return model.slopes(figure, correlations);
    }

    /// The standard error: of the mean of how much each respondent moves omega.
    private static double error(ItemCovariances items, double[][] slopes, double[][] answers) {
        int k = items.size();
        int n = items.n();
        double expected = 0;
        var deviations = new double[k];
        for (int i = 0; i < k; i++) {
            deviations[i] = Math.sqrt(items.covariance(i, i));
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                slopes[i][j] /= deviations[i] * deviations[j];
                expected += slopes[i][j] * items.covariance(i, j);
            }
        }
        double squares = 0;
        var centred = new double[k];
        for (int row = 0; row < n; row++) {
            double influence = -expected;
            for (int i = 0; i < k; i++) {
                centred[i] = answers[i][row] - items.mean(i);
                double along = 0;
                for (int j = 0; j <= i; j++) {
                    along += slopes[i][j] * centred[j];
                }
                influence += centred[i] * along;
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
