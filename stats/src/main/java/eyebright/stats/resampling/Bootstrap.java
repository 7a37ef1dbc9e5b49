package eyebright.stats.resampling;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;

/// An estimate whose interval comes from drawing respondents again, with replacement.
///
/// ```
/// z0 = Φ⁻¹(share of resamples below the estimate, those equal to it half)
/// a  = sum(l³) / (6 sum(l²)^1.5),  l = mean of the jackknife values - each of them
/// limit = the resample at Φ(z0 + (z0 + z) / (1 - a (z0 + z))),  z = ∓Φ⁻¹((1 + level) / 2)
/// ```
///
/// The bias-corrected and accelerated (BCa) interval: it moves with the bias and the skew of the
/// statistic and does not depend on its scale. Between two resamples the limit is interpolated on the
/// normal scale.
///
/// Shape: rows 0 to n - 1, as many statistics as resamples, n more for the jackknife. Its summary is
/// the rows. Missing values: leave their rows out first. Edge cases: not estimable, with the reason, if
/// the statistic of all rows is not, if more than 1 % of the resamples have none (fewer are left out
/// and counted), if all resamples are equal or all lie on the same side of the estimate, or if a limit
/// lies beyond the outermost resample. Errors: counts below 1, a level not between 0 and 1.
///
/// Equal keys give equal bytes: resample i is drawn from the stream of (study, purpose, i).
///
/// R: `boot::boot.ci(type = "bca")` counts resamples equal to the estimate as above it, takes the
/// acceleration from a regression, and uses the outermost resample, with a warning, where a limit lies
/// beyond. SPSS BOOTSTRAP offers BCa.
///
/// Sources: Efron (1987) <https://doi.org/10.1080/01621459.1987.10478410>; Davison & Hinkley (1997),
/// sections 5.2.1 and 5.3.2 <https://doi.org/10.1017/CBO9780511802843>. Checked against boot 1.3-28,
/// see `BootstrapTest`.
///
/// @param estimate the statistic of all rows with its BCa interval
/// @param resamples how many times the rows were drawn
/// @param failed of how many of these the statistic could not be had
public record Bootstrap(Estimate estimate, int resamples, int failed) {

    /// More than this share of resamples without a statistic would make the rest a selection.
    private static final double MOST_FAILED = 0.01;

    /// @throws IllegalArgumentException if a count is out of range
    public Bootstrap {
        requirePositive("resamples", resamples);
        if (failed < 0 || failed > resamples) {
            throw new IllegalArgumentException(
                    "failed must be 0 to %d, not %d".formatted(resamples, failed));
        }
    }

    /// The statistic of n rows with its BCa interval.
    ///
    /// @param statistic the figure of any n, or n - 1, rows
    /// @param n how many rows: 1 or more
    /// @param resamples how many times to draw: 2,000 or more for a level of 0.95
    /// @param level coverage of the interval: above 0 and below 1
    /// @param study first part of the key of the streams
    /// @param purpose second part of the key, different for each analysis
    /// @throws IllegalArgumentException if a count or the level is out of range
    public static Bootstrap bca(
            Statistic statistic, int n, int resamples, double level, String study, String purpose) {
        requirePositive("n", n);
        requirePositive("resamples", resamples);
        Interval.requireLevel(level);
        Estimate all = statistic.of(IntStream.range(0, n).toArray());
        if (!(all instanceof Known observed)) {
            return new Bootstrap(all, resamples, 0);
        }
        var drawn = new double[resamples];
        int known = 0;
        var rows = new int[n];
        for (int i = 0; i < resamples; i++) {
            var stream = KeyedStream.of(study, purpose, i);
            Arrays.setAll(rows, _ -> stream.nextInt(n));
            if (statistic.of(rows) instanceof Known each) {
                drawn[known++] = each.value();
            }
        }
        int failed = resamples - known;
        if (failed > MOST_FAILED * resamples) {
            return new Bootstrap(
                    new NotEstimable(
                            "%d of %d resamples did not allow it".formatted(failed, resamples)),
                    resamples,
                    failed);
        }
        var left = new double[n];
        for (int i = 0; i < n; i++) {
            int out = i;
            int[] others = IntStream.range(0, n).filter(row -> row != out).toArray();
            if (!(n > 1 && statistic.of(others) instanceof Known each)) {
                return new Bootstrap(
                        new NotEstimable("it could not be had without one of the respondents"),
                        resamples,
                        failed);
            }
            left[i] = each.value();
        }
        var estimate =
                BcaInterval.of(
                        observed.value(), Arrays.copyOf(drawn, known), left, level, observed.n());
        return new Bootstrap(estimate, resamples, failed);
    }

    /// @throws IllegalArgumentException if the count is below 1
    static void requirePositive(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "%s must be 1 or more, not %d".formatted(name, count));
        }
    }
}
