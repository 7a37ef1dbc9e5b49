package eyebright.feedback;

import eyebright.plan.Published;
import java.util.Optional;

/// How common the outcome is before there are answers: the prior of the intercept.
///
/// The intercept is solved so that the chance, averaged over those the model is fitted to, is `rate`: of
/// [Outcome.Yes] that it is so, of [Outcome.Times] that it happened on at least one of the respondent's own
/// occasions, of [Outcome.First] that it has happened by now.
///
/// @param rate above 0 and below 1
/// @param published the figure it is, absent where it is assumed
/// @param assumed why it is what it is, or why the published figure may serve here
/// @param offBy above 1: the odds here may be so many times higher or lower than published, with 95 %
///   certainty
public record Base(
        double rate, Optional<Published> published, Optional<String> assumed, double offBy) {

    private static final double Z = 1.959963984540054;

    public Base {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be above 0 and below 1, not " + rate);
        }
        if (!(offBy > 1) || !Double.isFinite(offBy)) {
            throw new IllegalArgumentException("offBy must be above 1, not " + offBy);
        }
        if (published.isEmpty() && assumed.isEmpty()) {
            throw new IllegalArgumentException("a base rate must be published or assumed");
        }
    }

    /// The standard deviation of the intercept's normal prior, on the scale of the model.
    public double sd() {
        return StrictMath.log(offBy) / Z;
    }
}
