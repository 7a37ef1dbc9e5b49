package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import java.util.Optional;

/// A model of how often: the logarithm of a rate is a sum of predictors.
///
/// ```
/// log(expected count / exposure) = xᵀb        e^b is a rate ratio
/// ```
///
/// Shape: one row of predictors, one whole count and, where respondents were observed for different times,
/// one exposure above 0 for each respondent.
public sealed interface CountRegression permits PoissonRegression, NegativeBinomialRegression {

    /// The same as below, everybody observed for the same time.
    ///
    /// @throws IllegalArgumentException if sizes differ or a count is out of range
    static Fitting<CountRegression> of(Design design, double[] counts) {
        return of(design, counts, CountInput.same(counts.length));
    }

    /// The negative binomial regression if the counts vary more than a Poisson model expects, else the
    /// Poisson regression, which then says so ([PoissonRegression#whyPoisson]).
    ///
    /// @param counts whole, 0 or more, one for each respondent
    /// @param exposure above 0, one for each respondent
    /// @throws IllegalArgumentException if sizes differ or a count or exposure is out of range
    static Fitting<CountRegression> of(Design design, double[] counts, double[] exposure) {
        ModelInput input = CountInput.of(design, counts, exposure);
        Optional<NegativeBinomialRegression> plain = NegativeBinomialRegression.plain(input);
        if (plain.isPresent()) {
            return new Fitted<>(plain.get());
        }
        return switch (PoissonRegression.of(input)) {
            case NotFitted<PoissonRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<PoissonRegression>(PoissonRegression poisson) ->
                    switch (NegativeBinomialRegression.of(poisson)) {
                        case Fitted<NegativeBinomialRegression>(var model) -> new Fitted<>(model);
                        case NotFitted<NegativeBinomialRegression>(String reason) ->
                                new Fitted<>(poisson.because(reason));
                    };
        };
    }

    /// Coefficients in log rates, with the covariance of the inverse expected information.
    Coefficients coefficients();

    /// The log-likelihood.
    double logLikelihood();

    /// Akaike's criterion.
    double aic();

    /// Twice the log-likelihood by which the model falls short of one that fits every count.
    double deviance();

    /// The expected count of each respondent, in their order.
    double[] expectedCounts();

    /// The coefficients with a covariance that holds although respondents within a cluster are alike.
    ///
    /// @param clusters the cluster of each respondent, any numbers
    /// @return the reason where there is only one cluster
    /// @throws IllegalArgumentException if there are not as many as respondents
    Fitting<Coefficients> clustered(int[] clusters, Adjustment adjustment);

    /// The coefficients with a covariance that holds although the variance is not the model's.
    Fitting<Coefficients> robust(Adjustment adjustment);

    /// The coefficients with errors that hold although the variance is not the model's, and with few respondents or few
    /// events too: HC3, with Student's t and the degrees of freedom that respondents show
    /// ([eyebright.stats.distribution.SquaresDf]). With several hundred respondents they are nearly those of [#robust].
    ///
    /// @return the reason where one respondent alone decides a coefficient
    Fitting<Coefficients> withFewEvents();

    /// A rate ratio with its Wald interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such name or the level is out of range
    default Estimate rateRatio(String name, double level) {
        return ExponentialEstimate.of(coefficients().estimate(name, level));
    }
}
