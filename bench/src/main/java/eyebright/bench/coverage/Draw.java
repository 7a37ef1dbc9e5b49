package eyebright.bench.coverage;

import eyebright.stats.resampling.KeyedStream;

/// Draws from the distributions that the settings need.
final class Draw {

    private Draw() {}

    /// How many of n have an outcome of that chance.
    static int binomial(KeyedStream chance, int n, double p) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += chance.nextDouble() < p ? 1 : 0;
        }
        return count;
    }

    /// How many of n fall in each category.
    static int[] multinomial(KeyedStream chance, int n, double... shares) {
        var counts = new int[shares.length];
        for (int i = 0; i < n; i++) {
            counts[category(chance, shares)]++;
        }
        return counts;
    }

    /// A category, from 0.
    static int category(KeyedStream chance, double... shares) {
        double left = chance.nextDouble();
        for (int i = 0; i < shares.length - 1; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    /// Normal values.
    static double[] normal(KeyedStream chance, int n, double mean, double sd) {
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + sd * chance.nextGaussian();
        }
        return values;
    }

    /// Exponential values of mean 1: skewness 2.
    static double[] exponential(KeyedStream chance, int n) {
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = exponential(chance);
        }
        return values;
    }

    /// An exponential value of mean 1.
    static double exponential(KeyedStream chance) {
        return -StrictMath.log1p(-chance.nextDouble());
    }

    /// Two normal variables of that correlation.
    static double[][] pair(KeyedStream chance, int n, double correlation) {
        double rest = Math.sqrt(1 - correlation * correlation);
        double[] x = normal(chance, n, 0, 1);
        double[] y = normal(chance, n, 0, 1);
        for (int i = 0; i < n; i++) {
            y[i] = correlation * x[i] + rest * y[i];
        }
        return new double[][] {x, y};
    }

    /// A Poisson count, by how many exponential waits fit into the mean.
    static int poisson(KeyedStream chance, double mean) {
        int count = 0;
        double waited = exponential(chance);
        while (waited < mean) {
            count++;
            waited += exponential(chance);
        }
        return count;
    }

    /// A negative binomial count of dispersion 1: Poisson with an exponential mean.
    static int geometric(KeyedStream chance, double mean) {
        return poisson(chance, mean * exponential(chance));
    }

    /// 1 with the chance of that log odds, else 0.
    static int yes(KeyedStream chance, double logit) {
        return chance.nextDouble() < 1 / (1 + StrictMath.exp(-logit)) ? 1 : 0;
    }
}
