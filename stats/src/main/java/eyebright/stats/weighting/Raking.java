package eyebright.stats.weighting;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.RowPatterns;
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
        var cells = new Cells(n, margins);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int margin = 0; margin < margins.size(); margin++) {
                cells.meet(margin);
            }
            cells.trim(largest);
            if (cells.farthest() < SETTLED) {
                return new Fitted<>(new Weights(cells.weights(), List.copyOf(margins)));
            }
        }
        return new NotFitted<>(
                Double.isFinite(largest)
                        ? "no weights of at most %s meet all margins".formatted(largest)
                        : "no weights meet all margins together");
    }

    /// One weight for all respondents of a cell: those who are of the same category of every margin.
    private static final class Cells {

        private final int n;
        private final List<Margin> margins;
        private final RowPatterns patterns;
        private final double[] sizes;
        private final double[] weights;
        private final int[][] codes;

        Cells(int n, List<Margin> margins) {
            this.n = n;
            this.margins = margins;
            this.patterns =
                    RowPatterns.of(
                            n,
                            margins.stream()
                                    .map(
                                            margin ->
                                                    margin.codes().stream()
                                                            .mapToDouble(Integer::doubleValue)
                                                            .toArray())
                                    .toArray(double[][]::new));
            this.sizes = patterns.counts();
            this.weights = new double[sizes.length];
            Arrays.fill(weights, 1);
            int[] firsts = patterns.firsts();
            this.codes = new int[margins.size()][];
            for (int margin = 0; margin < codes.length; margin++) {
                List<Integer> of = margins.get(margin).codes();
                codes[margin] = Arrays.stream(firsts).map(of::get).toArray();
            }
        }

        void meet(int margin) {
            double[] sums = sums(margin);
            List<Double> shares = margins.get(margin).shares();
            for (int cell = 0; cell < weights.length; cell++) {
                int code = codes[margin][cell];
                weights[cell] *= shares.get(code) * n / sums[code];
            }
        }

        void trim(double largest) {
            for (int cell = 0; cell < weights.length; cell++) {
                weights[cell] = Math.min(weights[cell], largest);
            }
        }

        /// How far the share of a category is off, at most.
        double farthest() {
            double farthest = 0;
            for (int margin = 0; margin < codes.length; margin++) {
                double[] sums = sums(margin);
                for (int code = 0; code < sums.length; code++) {
                    double share = margins.get(margin).shares().get(code);
                    farthest = Math.max(farthest, Math.abs(sums[code] / n - share));
                }
            }
            return farthest;
        }

        private double[] sums(int margin) {
            var sums = new double[margins.get(margin).shares().size()];
            for (int cell = 0; cell < weights.length; cell++) {
                sums[codes[margin][cell]] += sizes[cell] * weights[cell];
            }
            return sums;
        }

        double[] weights() {
            return patterns.spread(weights);
        }
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
