package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import java.util.List;

/// Logistic regression by Firth's penalised likelihood: finite where predictors tell the outcome without
/// error, and less biased where the outcome is rare.
///
/// ```
/// maximise  Σ [y log P + (1 - y) log(1 - P)] + ½ log |XᵀWX|      W = P (1 - P)
/// ```
///
/// Standard errors are those of the inverse information at the estimate; intervals should be those of the
/// profile of the penalised likelihood ([LogisticRegression#profile]). Shape, unit, missing values: as
/// [LogisticRegression]. Edge cases: finite for every sample with both outcomes and predictors that do not
/// repeat each other. With Firth the mean of the predicted probabilities is not the share with the
/// outcome: it is drawn towards one half.
/// Summary: that of logistic regression.
///
/// R: `brglm2::brglmFit(type = "MPL_Jeffreys")`, `logistf`, which agree; SPSS has it as an extension.
/// Sources: Firth (1993) <https://doi.org/10.1093/biomet/80.1.27>; Heinze & Schemper (2002)
/// <https://doi.org/10.1002/sim.1047>.
public final class FirthRegression {

    private FirthRegression() {}

    /// Firth's regression on the columns of a design.
    ///
    /// @param events 1 with the outcome, 0 without, one for each respondent
    /// @throws IllegalArgumentException if there are not as many events as respondents or one is not 0 or 1
    public static Fitting<LogisticRegression> of(Design design, double[] events) {
        return LogisticRegression.firth(ModelInput.of(design, events));
    }

    /// Firth's regression on columns, one of them usually a constant 1.
    ///
    /// @param names one for each column
    /// @param events 1 with the outcome, 0 without, one for each row
    /// @throws IllegalArgumentException if sizes differ or an event is not 0 or 1
    public static Fitting<LogisticRegression> of(List<String> names, Matrix x, double[] events) {
        return LogisticRegression.firth(ModelInput.of(names, x, events, new double[events.length]));
    }
}
