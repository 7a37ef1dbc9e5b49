package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import java.util.Arrays;
import java.util.List;

/// How the slope of one predictor depends on another, the moderator, in a model with their interaction.
///
/// ```
/// slope of a at b = m:  w(m) = b_a + m b_ab        se² = V_a + 2 m V_a,ab + m² V_ab
/// ```
///
/// Works on the coefficients of any model that has `a` and `a:b`: slopes are in the unit of its linear
/// predictor (log odds for logistic regression). For a categorical moderator name the column of a level:
/// the slope at 0 is that of the reference, at 1 that of the level. Where the two take part in further
/// interactions, slopes are those at 0 of the others. Robust coefficients give robust slopes.
///
/// Shape: one slope for each value of the moderator. Missing values: those of the model. Edge cases: a
/// slope without a standard error is not estimable. Errors: a model without the coefficients, a value that
/// is not finite.
/// Summary: the coefficients with their covariance.
///
/// Source: Aiken & West (1991); Bauer & Curran (2005)
/// <https://doi.org/10.1207/s15327906mbr4003_5>. R: `emmeans::emtrends`; SPSS: the macro PROCESS.
/// Checked against refitted models, see `ModerationTest`.
///
/// @param coefficients those of the model
/// @param predictor the column whose slope is asked for
/// @param interaction the column of the product with the moderator
public record Moderation(Coefficients coefficients, String predictor, String interaction) {

    /// @throws IllegalArgumentException if the model has no such coefficients
    public Moderation {
        coefficients.indexOf(predictor);
        coefficients.indexOf(interaction);
    }

    /// The moderation of the slope of one column by another.
    ///
    /// @throws IllegalArgumentException if the model has no coefficient of the predictor or of the product,
    ///   which may be called `a:b` or `b:a`
    public static Moderation of(Coefficients coefficients, String predictor, String moderator) {
        String turned = moderator + ":" + predictor;
        return new Moderation(
                coefficients,
                predictor,
                coefficients.names().contains(turned) ? turned : predictor + ":" + moderator);
    }

    /// The slope of the predictor where the moderator has a value.
    ///
    /// @param at a value of the moderator; finite
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public Estimate slopeAt(double at, double level) {
        if (!Double.isFinite(at)) {
            throw new IllegalArgumentException("at must be finite, not " + at);
        }
        Interval.requireLevel(level);
        return coefficients.combination(weights(at), level);
    }

    private double[] weights(double at) {
        var weights = new double[coefficients.names().size()];
        weights[coefficients.indexOf(predictor)] = 1;
        weights[coefficients.indexOf(interaction)] = at;
        return weights;
    }

    /// Simple slopes at chosen values of the moderator, such as 2, 5 and 8 on a scale to 10.
    ///
    /// @throws IllegalArgumentException as [#slopeAt]
    public List<SimpleSlope> slopesAt(List<Double> values, double level) {
        return values.stream().map(at -> new SimpleSlope(at, slopeAt(at, level))).toList();
    }

    /// Simple slopes at the mean of the moderator and one standard deviation below and above.
    ///
    /// A value that lies outside what respondents answered says nothing about anybody: where the
    /// distribution is skewed, choose values.
    ///
    /// @param moderator its values, 2 or more, not all equal
    /// @throws IllegalArgumentException if there are fewer, or they do not differ
    public List<SimpleSlope> slopesAtMeanAndSd(double[] moderator, double level) {
        double mean = Arrays.stream(moderator).average().orElse(0);
        double squares = 0;
        for (double value : moderator) {
            squares += (value - mean) * (value - mean);
        }
        if (moderator.length < 2 || squares == 0) {
            throw new IllegalArgumentException(
                    "moderator must have 2 or more values that differ, not "
                            + Arrays.toString(moderator));
        }
        double sd = Math.sqrt(squares / (moderator.length - 1));
        return slopesAt(List.of(mean - sd, mean, mean + sd), level);
    }

    /// The values of the moderator at which the interval of the slope leaves out 0.
    ///
    /// @param level coverage of that interval: above 0 and below 1
    public JohnsonNeyman johnsonNeyman(double level) {
        var error = coefficients.combination(weightsOf(interaction), level);
        return switch (error) {
            case Known(double value, var interval, int _) -> {
                double reach = interval.map(each -> each.high() - value).orElse(0.0);
                double quantile = reach / coefficients.standardError(interaction);
                yield JohnsonNeyman.of(this, quantile, level);
            }
            case Estimate.NotEstimable(String reason) -> new JohnsonNeyman.Unknown(reason, level);
        };
    }

    private double[] weightsOf(String name) {
        var weights = new double[coefficients.names().size()];
        weights[coefficients.indexOf(name)] = 1;
        return weights;
    }

    /// The slope of a predictor at one value of its moderator.
    ///
    /// @param at the value of the moderator
    /// @param slope the slope there, with its interval
    public record SimpleSlope(double at, Estimate slope) {}
}
