package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.Optional;

/// What a correlation of two scales would be if both measured without error.
///
/// ```
/// corrected = r / sqrt(reliability of x · reliability of y)        both limits divided likewise
/// ```
///
/// Shape: a correlation with its interval and two reliabilities. Unit: that of a correlation. Missing
/// values: of no concern here. Edge cases: limits beyond ±1 are cut there; a corrected correlation beyond
/// ±1 means that the reliabilities are too low for this correlation, or estimated badly, and is not
/// estimable. Errors: a reliability not above 0 or above 1.
///
/// The reliabilities are taken as known: that they are estimates too is not in the interval, which is
/// therefore somewhat too narrow. A Wald or bootstrap of the whole would need the items. The corrected
/// correlation is about the traits; claims about the scales rest on the uncorrected one.
///
/// R: `psych::correct.cor` (no interval). SPSS, JASP and jamovi have none.
///
/// Source: Spearman (1904) <https://doi.org/10.2307/1412159>; interval: Hunter & Schmidt (2004), Methods of
/// Meta-Analysis, chapter 3.
public final class Disattenuated {

    private Disattenuated() {}

    /// The corrected correlation.
    ///
    /// @param correlation of the scores
    /// @param reliabilityX of the first scale, such as its omega: above 0, at most 1
    /// @param reliabilityY of the second scale; 1 for what is measured without error
    /// @return the corrected correlation with an interval if the correlation has one; not estimable if it
    ///   is not, or would lie beyond ±1
    /// @throws IllegalArgumentException if a reliability is out of range
    public static Estimate of(Estimate correlation, double reliabilityX, double reliabilityY) {
        requireReliability("reliabilityX", reliabilityX);
        requireReliability("reliabilityY", reliabilityY);
        double divisor = Math.sqrt(reliabilityX) * Math.sqrt(reliabilityY);
        return switch (correlation) {
            case NotEstimable none -> none;
            case Known known -> corrected(known, divisor);
        };
    }

    private static Estimate corrected(Known known, double divisor) {
        double value = known.value() / divisor;
        if (!(Math.abs(value) <= 1)) {
            return new NotEstimable(
                    "the reliabilities are too low for this correlation: corrected it would be %.2f"
                            .formatted(value));
        }
        Optional<Interval> interval =
                known.interval()
                        .map(
                                raw ->
                                        new Interval(
                                                Math.max(-1, raw.low() / divisor),
                                                Math.min(1, raw.high() / divisor),
                                                raw.level()));
        return new Known(value, interval, known.n());
    }

    private static void requireReliability(String name, double reliability) {
        if (!(reliability > 0 && reliability <= 1)) {
            throw new IllegalArgumentException(
                    "%s must be above 0 and at most 1, not %s".formatted(name, reliability));
        }
    }
}
