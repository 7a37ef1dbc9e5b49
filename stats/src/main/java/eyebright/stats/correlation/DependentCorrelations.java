package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// The difference of two correlations of the same respondents.
///
/// ```
/// overlapping: r12 - r13, one answer in both        separate: r12 - r34, four answers
/// Williams t  = (r12 - r13) sqrt((n - 1)(1 + r23) / (2 |R| (n - 1)/(n - 3) + m² (1 - r23)³)),  df = n - 3
///               m = (r12 + r13) / 2,  |R| = 1 - r12² - r13² - r23² + 2 r12 r13 r23     (overlapping only)
/// Steiger z   = (atanh(first) - atanh(second)) sqrt(n - 3) / sqrt(2 - 2 c),  c at the mean of both
/// Zou         : low = d - sqrt((a - la)² + (ub - b)² - 2 c (a - la)(ub - b)), high likewise,
///               (la, ua), (lb, ub) the Fisher intervals of the correlations a and b
/// ```
///
/// where c is the large-sample correlation of the two estimates. That their intervals overlap, or that one
/// is "there" and the other not, says nothing about the difference.
///
/// Shape: correlations and n, 4 or more, all of the same complete respondents. Unit: of the difference, that
/// of a correlation, -2 to 2. Missing values: respondents who lack one of the answers are left out before.
/// Edge cases: a correlation of ±1, or answers that follow from each other, are not estimable. Errors: a
/// correlation beyond ±1, correlations that no answers can have, a level not between 0 and 1. p is two-sided.
/// Summary: the correlations and n.
///
/// R: `psych::r.test` (Williams; its Steiger z for four answers does not use the mean), `cocor` (all
/// three). SPSS, JASP and jamovi have none.
///
/// Sources: Williams (1959); Steiger (1980) <https://doi.org/10.1037/0033-2909.87.2.245>, equations 7, 14
/// and 15; Zou (2007) <https://doi.org/10.1037/1082-989X.12.4.399>. Checked against psych and
/// `more/correlation.R`, see `DependentCorrelationsTest`.
///
/// @param difference the first correlation minus the second, with Zou's interval
/// @param williams Williams's test; for overlapping correlations that are estimable
/// @param steiger Steiger's test; if they are estimable
public record DependentCorrelations(
        Estimate difference, Optional<TestResult> williams, Optional<TestResult> steiger) {

    private static final double ROUNDING = 1e-12;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// @throws IllegalArgumentException if there is a test of a difference that is not known, or none of
    ///   one that is
    public DependentCorrelations {
        PearsonCorrelation.requireBoth("difference", difference, steiger);
        if (williams.isPresent() && steiger.isEmpty()) {
            throw new IllegalArgumentException("williams must be absent, not " + williams);
        }
    }

    /// Whether answer 1 goes together more with answer 2 than with answer 3.
    ///
    /// @param r12 the first correlation
    /// @param r13 the second correlation
    /// @param r23 that of the two answers that are not shared
    /// @param n respondents
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if no three answers have these correlations, or the level is out
    ///   of range
    public static DependentCorrelations overlapping(
            double r12, double r13, double r23, int n, double level) {
        Interval.requireLevel(level);
        var reason = whyNot(n, r12, r13, r23);
        if (reason.isPresent()) {
            return none(reason.get());
        }
        double determinant = Determinants.ofThree(r12, r13, r23);
        requirePossible(determinant);
        if (determinant <= ROUNDING) {
            return none("the three answers follow from each other");
        }
        double mean = (r12 + r13) / 2;
        double ratio = (n - 1.0) / (n - 3.0);
        double t =
                (r12 - r13)
                        * Math.sqrt(
                                (n - 1)
                                        * (1 + r23)
                                        / (2 * ratio * determinant
                                                + mean * mean * Math.pow(1 - r23, 3)));
        double p = Math.min(1, 2 * TDistribution.of(n - 3.0).survivalProbability(Math.abs(t)));
        return new DependentCorrelations(
                zou(r12, r13, shared(r12, r13, r23), n, level),
                Optional.of(TestResult.of("Williams's test", t, p, n - 3.0)),
                Optional.of(steiger(r12, r13, shared(mean, mean, r23), n)));
    }

    /// Whether answers 1 and 2 go together more than answers 3 and 4, such as the same two in two settings.
    ///
    /// @param r12 the first correlation
    /// @param r34 the second correlation
    /// @param r13 the four others in order
    /// @param r14 of 1 with 4
    /// @param r23 of 2 with 3
    /// @param r24 of 2 with 4
    /// @param n respondents
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if no four answers have these correlations, or the level is out of
    ///   range
    public static DependentCorrelations separate(
            double r12,
            double r34,
            double r13,
            double r14,
            double r23,
            double r24,
            int n,
            double level) {
        Interval.requireLevel(level);
        var reason = whyNot(n, r12, r34, r13, r14, r23, r24);
        if (reason.isPresent()) {
            return none(reason.get());
        }
        double three =
                Math.min(
                        Math.min(
                                Determinants.ofThree(r12, r13, r23),
                                Determinants.ofThree(r12, r14, r24)),
                        Math.min(
                                Determinants.ofThree(r13, r14, r34),
                                Determinants.ofThree(r23, r24, r34)));
        double all = Math.min(three, Determinants.ofFour(r12, r13, r14, r23, r24, r34));
        requirePossible(all);
        if (all <= ROUNDING) {
            return none("the four answers follow from each other");
        }
        double mean = (r12 + r34) / 2;
        return new DependentCorrelations(
                zou(r12, r34, apart(r12, r34, r13, r14, r23, r24), n, level),
                Optional.empty(),
                Optional.of(steiger(r12, r34, apart(mean, mean, r13, r14, r23, r24), n)));
    }

    /// The correlation of the estimates r12 and r13.
    private static double shared(double r12, double r13, double r23) {
        double rest = 1 - r12 * r12 - r13 * r13;
        double covariance = r23 * rest - r12 * r13 * (rest - r23 * r23) / 2;
        return covariance / ((1 - r12 * r12) * (1 - r13 * r13));
    }

    /// The correlation of the estimates r12 and r34.
    private static double apart(
            double r12, double r34, double r13, double r14, double r23, double r24) {
        double squares = r13 * r13 + r14 * r14 + r23 * r23 + r24 * r24;
        double covariance =
                r12 * r34 * squares / 2
                        + r13 * r24
                        + r14 * r23
                        - (r12 * r13 * r14 + r12 * r23 * r24 + r13 * r23 * r34 + r14 * r24 * r34);
        return covariance / ((1 - r12 * r12) * (1 - r34 * r34));
    }

    private static TestResult steiger(double a, double b, double c, int n) {
        double z =
                (FisherZ.of(a) - FisherZ.of(b))
                        * Math.sqrt(n - 3.0)
                        / Math.sqrt(2 - 2 * Math.clamp(c, -1, 1 - ROUNDING));
        return TestResult.of(
                "Steiger's test", z, Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))));
    }

    private static Estimate zou(double a, double b, double c, int n, double level) {
        Interval first = FisherZ.interval(a, n, level);
        Interval second = FisherZ.interval(b, n, level);
        double correlation = Math.clamp(c, -1, 1);
        double low = third(a - first.low(), second.high() - b, correlation);
        double high = third(first.high() - a, b - second.low(), correlation);
        double d = a - b;
        return Known.of(d, new Interval(d - low, d + high, level), n);
    }

    /// The third side of a triangle whose other sides enclose an angle with cosine c.
    private static double third(double a, double b, double c) {
        return Math.sqrt(Math.max(0, a * a + b * b - 2 * c * a * b));
    }

    private static Optional<String> whyNot(int n, double... correlations) {
        boolean perfect = false;
        for (double r : correlations) {
            if (!(Math.abs(r) <= 1)) {
                throw new IllegalArgumentException("correlations must be from -1 to 1, not " + r);
            }
            perfect |= Math.abs(r) == 1;
        }
        if (n < 4) {
            return Optional.of("%d respondents are too few, 4 are needed".formatted(n));
        }
        return perfect
                ? Optional.of("two of the answers are the same but for scale")
                : Optional.empty();
    }

    private static void requirePossible(double determinant) {
        if (determinant < -ROUNDING) {
            throw new IllegalArgumentException(
                    "correlations must be of the same respondents; no answers have these (determinant %s)"
                            .formatted(determinant));
        }
    }

    private static DependentCorrelations none(String reason) {
        return new DependentCorrelations(
                new NotEstimable(reason), Optional.empty(), Optional.empty());
    }
}
