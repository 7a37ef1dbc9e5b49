package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.source.Place;
import java.util.List;

/// What a prediction reads of a respondent, and how strongly it is expected to go with the outcome before
/// there are answers.
///
/// The predictor enters as x = (value - centre) / per, where a condition counts 1 or 0. Its coefficient has a
/// normal prior with [OddsRange#mean] and [OddsRange#sd] of [#range]. Centre and per are declared, not
/// worked out from answers, so that nothing has to be known of others.
///
/// @param of a number or a condition of the respondent's answers
/// @param counts which of the two
/// @param centre of a number a usual value, of a condition the share of those of whom it is so, 0 to 1
/// @param spread the standard deviation around the centre, above 0; of a condition that of its share. It
///   stands for what is not known where the respondent left it out
/// @param per for how much more of a number the range is said, above 0; of a condition 1
/// @param range the ratio of odds, or in [Outcome.First] of hazards, for `per` more
/// @param called as a sentence names it, such as `Your experience`
/// @param says what `per` more of it is, such as `ten more years of experience`
/// @param ground where the range comes from
/// @param reads every name it comes from, itself or by way of numbers and scales, each once
/// @param place where the file says what it is of
public record Effect(
        Expression of,
        Figures.Counts counts,
        double centre,
        double spread,
        double per,
        OddsRange range,
        String called,
        String says,
        Ground ground,
        List<String> reads,
        Place place) {

    public Effect {
        reads = List.copyOf(reads);
        if (!Double.isFinite(centre)) {
            throw new IllegalArgumentException("centre of %s must be finite".formatted(of));
        }
        if (!(spread > 0) || !Double.isFinite(spread)) {
            throw new IllegalArgumentException(
                    "spread of %s must be above 0, not %s".formatted(of, spread));
        }
        if (!(per > 0) || !Double.isFinite(per)) {
            throw new IllegalArgumentException(
                    "per of %s must be above 0, not %s".formatted(of, per));
        }
        if (counts == Figures.Counts.CONDITION && (per != 1 || !(centre > 0 && centre < 1))) {
            throw new IllegalArgumentException(
                    "a condition must have a centre above 0 and below 1 and per 1, not %s and %s"
                            .formatted(centre, per));
        }
    }

    /// A value on the scale of the coefficient.
    public double scaled(double value) {
        return (value - centre) / per;
    }
}
