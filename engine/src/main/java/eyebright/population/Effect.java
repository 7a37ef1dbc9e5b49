package eyebright.population;

import eyebright.source.Place;

/// One effect of something drawn earlier, as a researcher says it.
///
/// @param measure what kind of number it is
/// @param value the number: a ratio above 0, a share from -1 to 1, a correlation within -1 and 1
/// @param term what it reads
/// @param place where the file says it
public record Effect(Measure measure, double value, Term term, Place place) {

    public Effect {
        if (!Double.isFinite(value) || (measure.isRatio() && !(value > 0))) {
            throw new IllegalArgumentException(
                    "%s of %s must be a number%s, not %s"
                            .formatted(
                                    measure.word(),
                                    term.text(),
                                    measure.isRatio() ? " above 0" : "",
                                    value));
        }
    }

    /// Half as strong, on the scale on which effects add.
    public Effect half() {
        return new Effect(measure, measure.half(value), term, place);
    }

    /// No effect at all.
    public Effect none() {
        return new Effect(measure, measure.none(), term, place);
    }
}
