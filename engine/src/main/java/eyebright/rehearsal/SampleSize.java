package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How many respondents give a claim a certain chance of support.
///
/// ```
/// Phi^-1(chance) = a + b sqrt(n)
/// ```
///
/// is fitted by weighted least squares to the sizes at which the chance lies between 5 and 99 %, where the line
/// holds for one-sided rules exactly and for others closely. The error comes from how often the same replicates were
/// supported at two sizes, since the smaller are the first rows of the larger. Nothing is told beyond the sizes that
/// were run. Source of the transform: Berkson (1955), Journal of the American Statistical Association, 50, 130 to
/// 162.
public sealed interface SampleSize {

    /// About so many.
    ///
    /// @param n respondents, not rounded
    /// @param error its standard error
    record About(double n, double error) implements SampleSize {}

    /// The smallest size that was run is enough.
    record AtMost(int n) implements SampleSize {}

    /// The largest size that was run is not enough.
    record MoreThan(int n) implements SampleSize {}

    /// The chance does not grow with the number of respondents, or no other sizes were run.
    record Unknown(String reason) implements SampleSize {}

    /// For a chance.
    ///
    /// @param chance above 0 and below 1, such as 0.8
    /// @param sizes those of the curve, growing
    /// @param respondents the one of them at which all replicates were run
    /// @param all how often the claim was supported there, among all replicates
    static SampleSize of(
            double chance, List<Integer> sizes, CurveRun curve, int respondents, Frequency all) {
        if (sizes.size() < 2 || curve.replicates() == 0) {
            return new Unknown("no other numbers of respondents were run");
        }
        var points = new ArrayList<Point>();
        for (int i = 0; i < sizes.size(); i++) {
            Frequency here = sizes.get(i) == respondents ? all : curve.at(i);
            points.add(new Point(i, sizes.get(i), here));
        }
        if (points.getFirst().chance.share() >= chance) {
            return new AtMost(sizes.getFirst());
        }
        if (points.stream().allMatch(each -> each.chance.share() < chance)) {
            return new MoreThan(sizes.getLast());
        }
        return Line.through(useful(points, chance), curve).at(chance);
    }

    /// The points between 5 and 99 %, and in any case the two between which the chance is passed.
    private static List<Point> useful(List<Point> points, double chance) {
        int above = 0;
        while (points.get(above).chance.share() < chance) {
            above++;
        }
        var useful = new ArrayList<Point>();
        for (int i = 0; i < points.size(); i++) {
            double share = points.get(i).chance.share();
            if (i == above || i == above - 1 || (share >= 0.05 && share <= 0.99)) {
                useful.add(points.get(i));
            }
        }
        return useful;
    }

    /// A size and what came out there.
    ///
    /// @param place among the sizes of the curve
    record Point(int place, int n, Frequency chance) {

        private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

        /// The share, half a replicate of either kind added: it is never 0 or 1.
        double share() {
            return (chance.count() + 0.5) / (chance.of() + 1);
        }

        double root() {
            return Math.sqrt(n);
        }

        double probit() {
            return NORMAL.inverseCumulativeProbability(share());
        }

        /// How fast the probit grows with the share.
        double slope() {
            return 1 / NORMAL.density(probit());
        }

        double weight() {
            return chance.of() / (share() * (1 - share()) * slope() * slope());
        }
    }

    /// The fitted line, with the covariance of its two numbers.
    record Line(double a, double b, double varA, double covAb, double varB) {

        static Line through(List<Point> points, CurveRun curve) {
            double w = 0;
            double wx = 0;
            double wxx = 0;
            for (Point point : points) {
                w += point.weight();
                wx += point.weight() * point.root();
                wxx += point.weight() * point.root() * point.root();
            }
            double determinant = w * wxx - wx * wx;
            double a = 0;
            double b = 0;
            double varA = 0;
            double covAb = 0;
            double varB = 0;
            for (Point point : points) {
                double toA = point.weight() * (wxx - wx * point.root()) / determinant;
                double toB = point.weight() * (w * point.root() - wx) / determinant;
                a += toA * point.probit();
                b += toB * point.probit();
                for (Point other : points) {
                    double otherA = other.weight() * (wxx - wx * other.root()) / determinant;
                    double otherB = other.weight() * (w * other.root() - wx) / determinant;
                    double covariance = covariance(point, other, curve);
                    varA += toA * otherA * covariance;
                    covAb += toA * otherB * covariance;
                    varB += toB * otherB * covariance;
                }
            }
            return new Line(a, b, varA, covAb, varB);
        }

        /// Of the probits at two sizes. What all replicates were run at has only a part of them in common with the
        /// others.
        private static double covariance(Point one, Point other, CurveRun curve) {
            double scale = one.slope() * other.slope();
            if (one.place == other.place) {
                return scale * one.share() * (1 - one.share()) / one.chance.of();
            }
            double together = (curve.both(one.place, other.place) + 0.5) / (curve.replicates() + 1);
            double shared = (double) curve.replicates() / one.chance.of() / other.chance.of();
            double own = curveShare(one, curve);
            double others = curveShare(other, curve);
            return scale * shared * (together - own * others);
        }

        private static double curveShare(Point point, CurveRun curve) {
            return (curve.at(point.place).count() + 0.5) / (curve.replicates() + 1);
        }

        SampleSize at(double chance) {
            if (!(b > 0)) {
                return new Unknown("the chance does not grow with the number of respondents");
            }
            double away = Point.NORMAL.inverseCumulativeProbability(chance) - a;
            double root = away / b;
            if (!(root > 0)) {
                return new Unknown("the chance does not grow with the number of respondents");
            }
            double byA = -2 * root / b;
            double byB = -2 * root * root / b;
            double variance = byA * byA * varA + 2 * byA * byB * covAb + byB * byB * varB;
            return new About(root * root, Math.sqrt(Math.max(0, variance)));
        }
    }
}
