package eyebright.stats.model;

/// How far predicted probabilities lie from what happened: the mean squared difference.
///
/// ```
/// 1/n Σ (event - probability)²
/// ```
///
/// Unit: squared probability, 0 (always right and sure) to 1; a probability of ½ for everyone gives ¼.
/// Missing values: none are accepted. Edge cases: one respondent is enough. Errors: no respondent, an
/// event that is not 0 or 1, a probability out of range. Computed on the respondents a model was fitted to it flatters the
/// model. R: `mean((y - fitted(m))^2)`. Source: Brier (1950)
/// <https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2>. Summary: sums, which add up.
public final class BrierScore {

    private BrierScore() {}

    /// The score.
    ///
    /// @param probabilities 0 to 1, one or more
    /// @param events 1 or 0, one for each probability
    /// @throws IllegalArgumentException if there is none, lengths differ, or a value is out of range
    public static double of(double[] probabilities, double[] events) {
        if (probabilities.length == 0 || probabilities.length != events.length) {
            throw new IllegalArgumentException(
                    "probabilities and events must be as many, 1 or more, not %d and %d"
                            .formatted(probabilities.length, events.length));
        }
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "probability of row %d must be from 0 to 1, not %s"
                                .formatted(i, probabilities[i]));
            }
            if (events[i] != 0 && events[i] != 1) {
                throw new IllegalArgumentException(
                        "event of row %d must be 0 or 1, not %s".formatted(i, events[i]));
            }
            double missed = events[i] - probabilities[i];
            sum += missed * missed;
        }
        return sum / events.length;
    }
}
