package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor.Numeric;
import java.util.Arrays;
import java.util.List;

/// Whether what was foretold with a chance of so much happens so often: the intercept and the slope of a logistic
/// regression of the events on the log odds of the chances.
///
/// ```
/// ln(P / (1 - P)) = intercept + l,     l = ln(chance / (1 - chance))
/// ln(P / (1 - P)) = constant + slope l
/// ```
///
/// Unit: log odds; none for the slope. An intercept above 0 says that it happens more often than foretold on the whole; a slope below 1 that
/// the chances differ more from one another than they should, as those of a model that was fitted to noise.
/// Perfect are 0 and 1. The intervals are Wald's. Missing values: none are accepted. Edge cases: chances of exactly 0 or 1, events that
/// are the same for everyone or told without error have no figures, chances that are all the same no slope. Errors: lengths that differ, values out of range.
/// Summary: its rows. R: `glm(y ~ offset(l), binomial)` and `glm(y ~ l, binomial)`.
/// Sources: Cox (1958) Biometrika 45, 562-565; Van Calster and others (2019) <https://doi.org/10.1186/s12916-019-1466-7>.
///
/// @param intercept 0 where as many happen as were foretold
/// @param slope 1 where chances spread as they should
public record Calibration(Estimate intercept, Estimate slope) {

    /// The calibration of chances.
    ///
    /// @param chances 0 to 1, one or more
    /// @param events 1 or 0, one for each chance
    /// @param level of the intervals
    /// @throws IllegalArgumentException if there is none, lengths differ, or a value is out of range
    public static Calibration of(double[] chances, double[] events, double level) {
        BrierScore.of(chances, events);
        Interval.requireLevel(level);
        double[] logits =
                Arrays.stream(chances).map(p -> StrictMath.log(p) - StrictMath.log1p(-p)).toArray();
        if (!Arrays.stream(logits).allMatch(Double::isFinite)) {
            var none = new NotEstimable("a chance is 0 or 1");
            return new Calibration(none, none);
        }
        return new Calibration(
                estimate("event ~ offset(l)", "(intercept)", logits, events, level),
                estimate("event ~ l", "l", logits, events, level));
    }

    private static Estimate estimate(
            String formula, String name, double[] logits, double[] events, double level) {
        var design = Design.of(Formula.parse(formula), List.of(new Numeric("l", logits)));
        Fitting<LogisticRegression> fitting =
                switch (design) {
                    case Fitted<Design>(Design columns) ->
                            LogisticRegression.of(columns, events, WhenSeparated.REFUSE);
                    case NotFitted<Design>(String _) -> new NotFitted<>("all chances are the same");
                };
        return switch (fitting) {
            case Fitted<LogisticRegression>(LogisticRegression model) ->
                    model.coefficients().estimate(name, level);
            case NotFitted<LogisticRegression>(String reason) ->
                    new NotEstimable(reason.replace("l alone tells", "the chances tell"));
        };
    }
}
