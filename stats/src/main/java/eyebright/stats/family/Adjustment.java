package eyebright.stats.family;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How the p values of a family of tests are raised because there is more than one.
///
/// ```
/// p(1) <= … <= p(m), the m p values in ascending order; each result at most 1
/// Bonferroni           m p(i)
/// Holm                 largest over j <= i of (m - j + 1) p(j)
/// Hochberg             smallest over j >= i of (m - j + 1) p(j)
/// Benjamini-Hochberg   smallest over j >= i of (m / j) p(j)
/// Benjamini-Yekutieli  smallest over j >= i of (1 + 1/2 + … + 1/m) (m / j) p(j)
/// ```
///
/// The first three hold the chance of even one false claim: Bonferroni and Holm whatever the tests have
/// to do with each other (Holm is never above Bonferroni), Hochberg if they are independent or positively
/// dependent. The last two hold the share of false claims among those made: Benjamini-Hochberg under the
/// same condition as Hochberg, Benjamini-Yekutieli always.
///
/// Shape: any number of p values, in any order; the result has their order. Unit: probability. Missing
/// values: a test of the declared family that could not be made has no p; it still counts if the size of
/// the family is given, which is the same as a p of 1. Edge cases: equal p stay equal; one p is not
/// changed; no p give none. Errors: a p not from 0 to 1, a family smaller than its p values. Summary: the
/// p values themselves.
///
/// R: `p.adjust(p, method, n)`. SPSS, JASP and jamovi adjust within one procedure, such as post-hoc tests,
/// never over the analyses of a plan.
///
/// Sources: Holm (1979) <https://www.jstor.org/stable/4615733>; Hochberg (1988)
/// <https://doi.org/10.1093/biomet/75.4.800>; Benjamini & Hochberg (1995)
/// <https://doi.org/10.1111/j.2517-6161.1995.tb02031.x>; Benjamini & Yekutieli (2001)
/// <https://doi.org/10.1214/aos/1013699998>. Checked against R 4.2.2, see `AdjustmentTest`.
public enum Adjustment {
    /// Step-down: the usual choice for the primary claims of a plan.
    HOLM,
    /// Step-up; never above Holm.
    HOCHBERG,
    /// The share of false claims among those made.
    BENJAMINI_HOCHBERG,
    /// The same, whatever the dependence of the tests.
    BENJAMINI_YEKUTIELI,
    /// Each p times their number.
    BONFERRONI;

    /// The adjusted p values, in the order of those given.
    ///
    /// @param p the p values of the whole family: each 0 to 1
    /// @throws IllegalArgumentException if a p is not from 0 to 1; the message names its place
    public List<Double> adjust(List<Double> p) {
        return adjust(p, p.size());
    }

    /// The adjusted p values of a family of which some tests could not be made.
    ///
    /// @param p the p values there are: each 0 to 1
    /// @param size how many tests the family was declared with: as many as `p` or more
    /// @throws IllegalArgumentException if a p is not from 0 to 1, or the family is smaller than that
    public List<Double> adjust(List<Double> p, int size) {
        for (int i = 0; i < p.size(); i++) {
            if (!(p.get(i) >= 0 && p.get(i) <= 1)) {
                throw new IllegalArgumentException(
                        "p[%d] must be from 0 to 1, not %s".formatted(i, p.get(i)));
            }
        }
        if (size < p.size()) {
            throw new IllegalArgumentException(
                    "size must be at least the %d p values, not %d".formatted(p.size(), size));
        }
        List<Integer> ascending =
                IntStream.range(0, p.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(p::get))
                        .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(p.size(), 1.0));
        boolean down = this == HOLM;
        double bound = down ? 0 : 1;
        for (int i = 0; i < p.size(); i++) {
            int rank = down ? i + 1 : p.size() - i;
            int place = ascending.get(rank - 1);
            double raised = Math.min(1, factor(rank, size) * p.get(place));
            // A p is not adjusted below a smaller one, nor above a larger one.
            bound =
                    switch (this) {
                        case HOLM -> Math.max(bound, raised);
                        case HOCHBERG, BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI ->
                                Math.min(bound, raised);
                        case BONFERRONI -> raised;
                    };
            adjusted.set(place, bound);
        }
        return List.copyOf(adjusted);
    }

    private double factor(int rank, int size) {
        return switch (this) {
            case HOLM, HOCHBERG -> size - rank + 1.0;
            case BENJAMINI_HOCHBERG -> (double) size / rank;
            case BENJAMINI_YEKUTIELI -> harmonic(size) * size / rank;
            case BONFERRONI -> size;
        };
    }

    private static double harmonic(int size) {
        double sum = 0;
        for (int i = size; i >= 1; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
