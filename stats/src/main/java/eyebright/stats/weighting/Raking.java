package eyebright.stats.weighting;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Weights that meet several margins of the population at once, such as sex and schooling, where their
/// joint cells are not known (iterative proportional fitting).
///
/// ```
/// round after round, margin after margin:  w = w · share in the population / weighted share in the sample
/// ```
///
/// until no share is off by more than 1e-12. Of all weights that meet the margins these are the nearest
/// to 1 in the sense of w ln w. Trimmed, weights above the bound are set to it after each round, and the
/// margins are met by the others.
///
/// Shape: margins of the same respondents; its summary are the counts of the cells that occur. Missing
/// values: a respondent without a category cannot be weighted. Edge cases: a category that nobody is in,
/// margins that cannot be met together, and a trim that leaves no room are reasons. Errors: no margin,
/// lengths that differ, a bound of 1 or less.
///
/// R: `survey::calibrate(calfun = "raking")`; `survey::rake` stops earlier (1 in all). SPSS has the
/// extension RAKE.
///
/// Sources: Deming & Stephan (1940) <https://doi.org/10.1214/aoms/1177731829>; Deville, Särndal &
/// Sautory (1993) <https://doi.org/10.1080/01621459.1993.10476369>. Checked against survey, see
/// `WeightingReferenceTest`.
public final class Raking {

    private static final int MOST_ROUNDS = 2_000;
    private static final double SETTLED = 1e-12;

    private Raking() {}

    /// The weights, none larger than the margins ask for.
    ///
    /// @throws IllegalArgumentException if there is no margin, names repeat or lengths differ
    public static Fitting<Weights> of(List<Margin> margins) {
        return raked(margins, Double.POSITIVE_INFINITY);
    }

    /// The weights, none above a bound.
    ///
    /// @param largest how many times the average one respondent may count: above 1, such as 5
    /// @throws IllegalArgumentException if the bound is not above 1 or margins do not fit together
    public static Fitting<Weights> trimmed(List<Margin> margins, double largest) {
        if (!(largest > 1 && Double.isFinite(largest))) {
            throw new IllegalArgumentException(
                    "largest must be finite and above 1, not " + largest);
        }
        return raked(margins, largest);
    }

    private static Fitting<Weights> raked(List<Margin> margins, double largest) {
        int n = requireMargins(margins);
        for (Margin margin : margins) {
            var used = new HashSet<>(margin.codes());
            for (int code = 0; code < margin.shares().size(); code++) {
                if (!used.contains(code)) {
                    return new NotFitted<>(PostStratification.empty(margin, code));
                }
            }
        }
        var values = new double[n];
        Arrays.fill(values, 1);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (Margin margin : margins) {
                meet(margin, values);
            }
            for (int row = 0; row < n; row++) {
                values[row] = Math.min(values[row], largest);
            }
            if (farthest(margins, values) < SETTLED) {
                return new Fitted<>(new Weights(values, List.copyOf(margins)));
            }
        }
        return new NotFitted<>(
                Double.isFinite(largest)
                        ? "no weights of at most %s meet all margins".formatted(largest)
                        : "no weights meet all margins together");
    }

    private static void meet(Margin margin, double[] values) {
        double[] sums = sums(margin, values);
        for (int row = 0; row < values.length; row++) {
            int code = margin.codes().get(row);
            values[row] *= margin.shares().get(code) * values.length / sums[code];
        }
    }

    /// How far the share of a category is off, at most.
    private static double farthest(List<Margin> margins, double[] values) {
        double farthest = 0;
        for (Margin margin : margins) {
            double[] sums = sums(margin, values);
            for (int code = 0; code < sums.length; code++) {
                farthest =
                        Math.max(
                                farthest,
                                Math.abs(sums[code] / values.length - margin.shares().get(code)));
            }
        }
        return farthest;
    }

    private static double[] sums(Margin margin, double[] values) {
        var sums = new double[margin.shares().size()];
        for (int row = 0; row < values.length; row++) {
            sums[margin.codes().get(row)] += values[row];
        }
        return sums;
    }

    private static int requireMargins(List<Margin> margins) {
        if (margins.isEmpty() || margins.getFirst().codes().isEmpty()) {
            throw new IllegalArgumentException(
                    "margins must be 1 or more, of 1 respondent or more, not " + margins);
        }
        int n = margins.getFirst().codes().size();
        for (Margin margin : margins) {
            if (margin.codes().size() != n) {
                throw new IllegalArgumentException(
                        "%s must have %d codes, not %d"
                                .formatted(margin.name(), n, margin.codes().size()));
            }
        }
        return n;
    }
}
