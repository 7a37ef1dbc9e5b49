package eyebright.population;

import eyebright.source.Place;

/// The correlation of two scores as it is observed.
///
/// @param value above -1 and below 1
public record Correlation(String one, String other, double value, Place place) {

    public Correlation {
        if (!(value > -1 && value < 1)) {
            throw new IllegalArgumentException(
                    "correlation of %s and %s must be above -1 and below 1, not %s"
                            .formatted(one, other, value));
        }
    }
}
