package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import eyebright.stats.model.Scoring.Estimator;
import java.util.List;
import java.util.Optional;

/// Poisson regression: a count whose logarithm of the rate is a sum of predictors, and whose variance is
/// its mean.
///
/// ```
/// log(m / exposure) = xᵀb        deviance = 2 Σ [y log(y / m) - (y - m)]        dispersion = Σ (y - m)² / m / (n - k)
/// ```
///
/// Shape, unit: [CountRegression]. Missing values: none are accepted. Edge cases: counts that are all 0,
/// predictors that repeat others, and predictors that tell without error who has a count above 0
/// ([Separation]) give the reason and no model; an exposure of 0 is a fault of the caller, since nothing
/// can be counted where nobody looked. Where the dispersion is above 1 the standard errors are too small:
/// use [#robust] or [NegativeBinomialRegression].
///
/// R: `glm(family = poisson)` with `offset(log(exposure))`; SPSS: GENLIN. Sources: McCullagh & Nelder
/// (1989), chapter 6; robust errors: Gourieroux, Monfort & Trognon (1984)
/// <https://doi.org/10.2307/1913472>. Summary: patterns of predictors and exposure with how many
/// respondents and the sum of their counts; the rows for robust errors.
public final class PoissonRegression implements CountRegression {

    private static final Response.Count RESPONSE = new Response.Count();

    private final GeneralizedFit fit;
    private final Optional<String> why;

    private PoissonRegression(GeneralizedFit fit, Optional<String> why) {
        this.fit = fit;
        this.why = why;
    }

    /// The regression of counts that were all collected over the same time.
    ///
    /// @param counts whole, 0 or more, one for each respondent
    /// @throws IllegalArgumentException if sizes differ or a count is out of range
    public static Fitting<PoissonRegression> of(Design design, double[] counts) {
        return of(design, counts, CountInput.same(counts.length));
    }

    /// The regression of counts over different exposures.
    ///
    /// @param counts whole, 0 or more, one for each respondent
    /// @param exposure above 0, one for each respondent
    /// @throws IllegalArgumentException if sizes differ or a count or exposure is out of range
    public static Fitting<PoissonRegression> of(Design design, double[] counts, double[] exposure) {
        return of(CountInput.of(design, counts, exposure));
    }

    /// The regression of counts on columns, one of them usually a constant 1.
    ///
    /// @param names one for each column
    /// @param counts whole, 0 or more, one for each row
    /// @param exposure above 0, one for each row
    /// @throws IllegalArgumentException if sizes differ or a count or exposure is out of range
    public static Fitting<PoissonRegression> of(
            List<String> names, Matrix x, double[] counts, double[] exposure) {
        return of(CountInput.of(names, x, counts, exposure));
    }

    static Fitting<PoissonRegression> of(ModelInput input) {
        boolean none = true;
        for (double count : input.answers()) {
            none &= count == 0;
        }
        if (none) {
            return new NotFitted<>("every count is 0");
        }
        return switch (GeneralizedFit.of(input, RESPONSE, Estimator.LIKELIHOOD)) {
            case Fitted<GeneralizedFit>(GeneralizedFit fit) ->
                    new Fitted<>(new PoissonRegression(fit, Optional.empty()));
            case NotFitted<GeneralizedFit>(String reason) -> new NotFitted<>(reason);
        };
    }

    /// The same, with the reason why it stands in for a negative binomial regression.
    PoissonRegression because(String reason) {
        return new PoissonRegression(fit, Optional.of(reason));
    }

    /// Why there is no negative binomial regression in its place, where one was asked for.
    public Optional<String> whyPoisson() {
        return why;
    }

    @Override
    public Coefficients coefficients() {
        return fit.coefficients();
    }

    /// A coefficient with its profile-likelihood interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such name or the level is out of range
    public Estimate profile(String name, double level) {
        return fit.profile(name, level);
    }

    @Override
    public double logLikelihood() {
        return fit.likelihood() - CountInput.logFactorials(fit.input().answers());
    }

    @Override
    public double aic() {
        return -2 * logLikelihood() + 2 * fit.scaled().length;
    }

    @Override
    public double deviance() {
        double[] counts = fit.input().answers();
        double[] expected = expectedCounts();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double y = counts[i];
            sum += (y == 0 ? 0 : y * StrictMath.log(y / expected[i])) - (y - expected[i]);
        }
        return 2 * sum;
    }

    /// The deviance of the intercept alone.
    public double nullDeviance() {
        return deviance() + 2 * (fit.likelihood() - fit.nullLikelihood());
    }

    /// Pearson's chi-squared: the squared residuals as multiples of their expected variance; the largest
    /// double if it is beyond.
    public double pearson() {
        double[] counts = fit.input().answers();
        double[] expected = expectedCounts();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double missed = counts[i] - expected[i];
            sum += missed * (missed / expected[i]);
        }
        return Math.min(Double.MAX_VALUE, sum);
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

    /// What the model rests on.
    GeneralizedFit fit() {
        return fit;
    }
}
