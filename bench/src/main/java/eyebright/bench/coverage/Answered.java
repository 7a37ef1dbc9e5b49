package eyebright.bench.coverage;

import eyebright.stats.distribution.BivariateNormal;
import eyebright.stats.distribution.Root;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Answers on points, or a normal number, of which two are normal behind: a point is given between two places of it.
///
/// @param said what is answered
/// @param shares how many give each point, from 0 on; none for a normal number
record Answered(String said, List<Double> shares) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Normal answers behind that go together more closely than this are the same.
    private static final double CLOSEST = 0.99;

    Answered {
        shares = List.copyOf(shares);
    }

    /// A negative binomial count, up to where next to nobody counts.
    static Answered count(double mean, double size) {
        double p = size / (size + mean);
        double[] shares = new double[60];
        double left = 1;
        double share = StrictMath.pow(p, size);
        for (int k = 0; k < shares.length; k++) {
            shares[k] = k == shares.length - 1 ? left : share;
            left -= share;
            share *= (k + size) / (k + 1) * (1 - p);
        }
        return new Answered("a count", Arrays.stream(shares).boxed().toList());
    }

    private boolean isNormal() {
        return shares.isEmpty();
    }

    /// The places between the points.
    private double[] cuts() {
        double[] cuts = new double[shares.size() - 1];
        double below = 0;
        for (int i = 0; i < cuts.length; i++) {
            below += shares.get(i);
            cuts[i] = NORMAL.inverseCumulativeProbability(Math.min(1, below));
        }
        return cuts;
    }

    private double sd() {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < shares.size(); i++) {
            mean += i * shares.get(i);
            square += i * i * shares.get(i);
        }
        return Math.sqrt(square - mean * mean);
    }

    /// What the normal answers behind must have for two answers to correlate so; empty where they cannot.
    static OptionalDouble behind(Answered x, Answered y, double r) {
        if (x.isNormal() && y.isNormal()) {
            return OptionalDouble.of(r);
        }
        double[] first = x.cuts();
        double[] second = y.cuts();
        double root = x.sd() * y.sd();
        return observed(first, second, root, CLOSEST) < r
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Root.between(0, CLOSEST, rho -> observed(first, second, root, rho) - r));
    }

    /// Covariances of "above this place" over all pairs of places.
    private static double observed(double[] x, double[] y, double root, double rho) {
        double sum = 0;
        for (double a : x) {
            for (double b : y) {
                sum +=
                        BivariateNormal.cumulative(-a, -b, rho)
                                - NORMAL.cumulativeProbability(-a)
                                        * NORMAL.cumulativeProbability(-b);
            }
        }
        return sum / root;
    }

    /// The two answers of n respondents.
    static double[][] draw(KeyedStream chance, Answered x, Answered y, int n, double rho) {
        double[][] both = Draw.pair(chance, n, rho);
        x.answer(both[0]);
        y.answer(both[1]);
        return both;
    }

    private void answer(double[] normals) {
        if (isNormal()) {
            return;
        }
        double[] cuts = cuts();
        for (int i = 0; i < normals.length; i++) {
            int point = 0;
            while (point < cuts.length && normals[i] > cuts[point]) {
                point++;
            }
            normals[i] = point;
        }
    }
}
