package eyebright.stats.model;

import eyebright.stats.Interval;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;

/// The Johnson-Neyman region: the values of a moderator at which a slope can be told from 0, that is,
/// at which its interval leaves out 0.
///
/// ```
/// w(m)² = q² se(w(m))²        a quadratic in m: between its zeros, beyond them, or nowhere
/// ```
///
/// Never everywhere: a slope that changes is 0 somewhere. Unit: that of the moderator. Limits may lie
/// outside all answers; [#shareOf] says how many respondents the region holds. Missing values and summary:
/// those of the model. Edge cases: limits too far away to compute are unknown, with that as the reason.
/// Errors: a level not between 0 and 1. Each value is judged by itself at the level: that the region somewhere holds a
/// value is no test of the interaction.
///
/// Source: Johnson & Neyman (1936); Bauer & Curran (2005)
/// <https://doi.org/10.1207/s15327906mbr4003_5>. R: `interactions::johnson_neyman`; SPSS: PROCESS.
public sealed interface JohnsonNeyman {

    /// The level of the interval of the slope.
    double level();

    /// Whether the slope can be told from 0 at a value of the moderator.
    boolean contains(double moderator);

    /// The region lies between two values of the moderator.
    ///
    /// @param limits the two values, with the level of the slope's interval
    record Between(Interval limits) implements JohnsonNeyman {

        @Override
        public double level() {
            return limits.level();
        }

        @Override
        public boolean contains(double moderator) {
            return limits.low() < moderator && moderator < limits.high();
        }
    }

    /// The region lies below one value of the moderator and above another; from one to the other the
    /// slope cannot be told from 0.
    ///
    /// @param limits the two values, with the level of the slope's interval
    record Beyond(Interval limits) implements JohnsonNeyman {

        @Override
        public double level() {
            return limits.level();
        }

        @Override
        public boolean contains(double moderator) {
            return !limits.contains(moderator);
        }
    }

    /// The slope can be told from 0 at no value.
    record Nowhere(double level) implements JohnsonNeyman {

        @Override
        public boolean contains(double moderator) {
            return false;
        }
    }

    /// The region cannot be computed, and why.
    ///
    /// @param reason a clause that a psychologist understands; not blank
    record Unknown(String reason, double level) implements JohnsonNeyman {

        /// @throws IllegalArgumentException if the reason is blank
        public Unknown {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason must be a clause, not blank");
            }
        }

        @Override
        public boolean contains(double moderator) {
            return false;
        }
    }

    /// The share of respondents whose moderator lies in the region: 0 to 1; 0 of none.
    default double shareOf(double[] moderator) {
        return Arrays.stream(moderator).filter(this::contains).count()
                / (double) Math.max(1, moderator.length);
    }

    /// The region of a moderation.
    ///
    /// @param quantile how many standard errors the interval reaches
    static JohnsonNeyman of(Moderation moderation, double quantile, double level) {
        Coefficients coefficients = moderation.coefficients();
        int a = coefficients.indexOf(moderation.predictor());
        int ab = coefficients.indexOf(moderation.interaction());
        Matrix v = coefficients.covariance();
        double slope = coefficients.values()[a];
        double change = coefficients.values()[ab];
        // m = u + centre: at the centre the error of the slope is smallest, and even around it.
        double squared = v.at(ab, ab);
        double centre = -v.at(a, ab) / squared;
        double error = Math.max(0, v.at(a, a) + centre * v.at(a, ab));
        double there = slope + change * centre;
        double second = change * change - quantile * quantile * squared;
        double first = change * there;
        double rest = there * there - quantile * quantile * error;
        double inside = first * first - second * rest;
        if (inside < 0) {
            return new Nowhere(level);
        }
        // The larger zero without cancellation, the other from their product.
        double sum = -(first + Math.copySign(Math.sqrt(inside), first));
        double one = centre + sum / second;
        double other = centre + rest / sum;
        if (!Double.isFinite(one) || !Double.isFinite(other)) {
            return new Unknown("its limits are too far away to compute", level);
        }
        var limits = new Interval(Math.min(one, other), Math.max(one, other), level);
        return second > 0 ? new Beyond(limits) : new Between(limits);
    }
}
