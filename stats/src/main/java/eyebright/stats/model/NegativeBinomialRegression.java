package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.NewtonAscent.Peak;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Negative binomial regression: a count whose logarithm of the rate is a sum of predictors, and whose
/// variance grows with the square of its mean.
///
/// ```
/// log(m / exposure) = xᵀb        variance = m + a m²,  a = 1 / theta > 0
/// deviance = 2 Σ [y log(y / m) - (y + theta) log((y + theta) / (m + theta))]
/// ```
///
/// Both b and theta by maximum likelihood. Shape, unit: [CountRegression]. Missing values: none are
/// accepted. Edge cases: what [PoissonRegression] refuses; counts that vary no more than a Poisson model
/// expects, for which a would be 0: the reason says so. Standard errors are those of the expected
/// information, in which b and theta do not depend on each other.
///
/// R: `MASS::glm.nb`, whose theta is good to about 6 digits because it stops early; its `confint` holds
/// theta as known. SPSS: GENLIN with a free parameter. Sources: Lawless (1987)
/// <https://doi.org/10.2307/3314912>; Cameron & Trivedi (2013), chapter 3
/// <https://doi.org/10.1017/CBO9781139013567>. Summary: the rows.
public final class NegativeBinomialRegression implements CountRegression {

    private final GeneralizedFit fit;
    private final double alpha;
    private final double logLikelihood;
    private final Optional<Peak> peak;

    private NegativeBinomialRegression(GeneralizedFit fit, Dispersion found) {
        this.fit = fit;
        this.alpha = found.best();
        this.logLikelihood = found.likelihood(alpha, fit.likelihood());
        this.peak = found.peak();
    }

    /// The regression of counts that were all collected over the same time.
    ///
    /// @param counts whole, 0 or more, one for each respondent
    /// @throws IllegalArgumentException if sizes differ or a count is out of range
    public static Fitting<NegativeBinomialRegression> of(Design design, double[] counts) {
        return of(design, counts, CountInput.same(counts.length));
    }

    /// The regression of counts over different exposures.
    ///
    /// @param counts whole, 0 or more, one for each respondent
    /// @param exposure above 0, one for each respondent
    /// @throws IllegalArgumentException if sizes differ or a count or exposure is out of range
    public static Fitting<NegativeBinomialRegression> of(
            Design design, double[] counts, double[] exposure) {
        return of(CountInput.of(design, counts, exposure));
    }

    /// The regression of counts on columns, one of them usually a constant 1.
    ///
    /// @param names one for each column
    /// @param counts whole, 0 or more, one for each row
    /// @param exposure above 0, one for each row
    /// @throws IllegalArgumentException if sizes differ or a count or exposure is out of range
    public static Fitting<NegativeBinomialRegression> of(
            List<String> names, Matrix x, double[] counts, double[] exposure) {
        return of(CountInput.of(names, x, counts, exposure));
    }

    private static Fitting<NegativeBinomialRegression> of(ModelInput input) {
        Optional<NegativeBinomialRegression> plain = plain(input);
        if (plain.isPresent()) {
            return new Fitted<>(plain.get());
        }
        return switch (PoissonRegression.of(input)) {
            case Fitted<PoissonRegression>(PoissonRegression poisson) -> of(poisson);
            case NotFitted<PoissonRegression>(String reason) -> new NotFitted<>(reason);
        };
    }

    /// The regression where the counts plainly vary more than Poisson's model expects; none where that, or
    /// whether there is a model, is to be told by the longer way.
    static Optional<NegativeBinomialRegression> plain(ModelInput input) {
        if (input.whyNotFitted().isPresent()) {
            return Optional.empty();
        }
        return Dispersion.plain(input)
                .flatMap(
                        found ->
                                found.fit() instanceof Fitted<GeneralizedFit>(GeneralizedFit fit)
                                        ? Optional.of(new NegativeBinomialRegression(fit, found))
                                        : Optional.empty());
    }

    static Fitting<NegativeBinomialRegression> of(PoissonRegression poisson) {
        return switch (Dispersion.of(poisson.fit())) {
            case NotFitted<Dispersion>(String reason) -> new NotFitted<>(reason);
            case Fitted<Dispersion>(Dispersion found) ->
                    switch (found.fit()) {
                        case NotFitted<GeneralizedFit>(String reason) -> new NotFitted<>(reason);
                        case Fitted<GeneralizedFit>(GeneralizedFit fit) ->
                                new Fitted<>(new NegativeBinomialRegression(fit, found));
                    };
        };
    }

    @Override
    public Coefficients coefficients() {
        return fit.coefficients();
    }

    /// The size of the distribution: the smaller, the more the counts vary.
    public double theta() {
        return 1 / alpha;
    }

    /// 1 / theta with its profile-likelihood interval, which starts at 0 where a Poisson model is not
    /// rejected.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public Estimate dispersion(double level) {
        double q = Quantiles.normal(level);
        double enough = logLikelihood - q * q / 2;
        var search = new Dispersion(fit);
        double low = ofPoisson() >= enough ? 0 : search.limit(alpha, peak, enough, 0.5);
        double high = search.limit(alpha, peak, enough, 2);
        return Known.of(alpha, new Interval(low, high, level), fit.input().n());
    }

    /// The likelihood-ratio test that the variance is the mean, against larger. Its p is half that of
    /// chi-squared with 1 df, since the variance cannot be smaller.
    public TestResult overdispersion() {
        double statistic = Math.max(0, 2 * (logLikelihood() - ofPoisson()));
        return TestResult.of(
                "likelihood-ratio test of overdispersion",
                statistic,
                ChiSquaredDistribution.of(1).survivalProbability(statistic) / 2,
                1.0);
    }

    /// The log-likelihood of Poisson's regression; of none, minus the largest double.
    private double ofPoisson() {
        return switch (PoissonRegression.of(fit.input())) {
            case Fitted<PoissonRegression>(PoissonRegression poisson) -> poisson.logLikelihood();
            case NotFitted<PoissonRegression> _ -> -Double.MAX_VALUE / 4;
        };
    }

    @Override
    public double logLikelihood() {
        return logLikelihood;
    }

    @Override
    public double aic() {
        return -2 * logLikelihood() + 2 * (fit.scaled().length + 1);
    }

    @Override
    public double deviance() {
        double[] counts = fit.input().answers();
        double[] expected = expectedCounts();
        double theta = theta();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double y = counts[i];
            sum +=
                    (y == 0 ? 0 : y * StrictMath.log(y / expected[i]))
                            - (y + theta)
                                    * StrictMath.log1p((y - expected[i]) / (expected[i] + theta));
        }
        return 2 * sum;
    }

    @Override
    public double[] expectedCounts() {
        return fit.fitted();
    }

    @Override
    public Fitting<Coefficients> clustered(int[] clusters, Adjustment adjustment) {
        return fit.clustered(clusters, adjustment);
    }

    @Override
    public Fitting<Coefficients> robust(Adjustment adjustment) {
        return fit.robust(adjustment);
    }

    @Override
    public Fitting<Coefficients> withFewEvents() {
        return BiasReduced.coefficients(fit);
    }

    /// How much the expected count changes with a predictor, on average.
    ///
    /// @param design what the regression was fitted to
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException as [AverageMarginalEffect#of]
    public List<AverageMarginalEffect> averageMarginalEffects(
            Design design, String predictor, double level) {
        return AverageMarginalEffect.of(fit, coefficients(), design, predictor, level);
    }
}
