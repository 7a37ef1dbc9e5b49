package eyebright.stats.table;

import eyebright.stats.distribution.Root;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// Fisher's noncentral hypergeometric distribution of the first cell of a 2 x 2 table, given its
/// margins.
///
/// ```
/// P(k) = C(first, k) C(second, drawn - k) odds^k / (the sum of these)
/// ```
///
/// @param first respondents in the first row
/// @param second respondents in the second row
/// @param drawn respondents in the first column: 0 to `first + second`
record NoncentralHypergeometric(int first, int second, int drawn) {

    /// As in R: what differs by rounding only is taken to be equally likely.
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    int smallest() {
        return Math.max(0, drawn - second);
    }

    int largest() {
        return Math.min(first, drawn);
    }

    /// The probability, at odds of 1, of all values that are no more likely than the one seen.
    double twoSided(int seen) {
        double[] weights = weights(0);
        double limit = weights[seen - smallest()] * EQUALLY_LIKELY;
        double within = 0;
        double all = 0;
        for (double weight : weights) {
            all += weight;
            within += weight <= limit ? weight : 0;
        }
        return Math.min(1, within / all);
    }

    /// The odds at which the mean is `seen`; it must lie inside the support, not at an end.
    double oddsWithMean(int seen) {
        return odds(seen, weights -> mean(weights) - seen);
    }

    /// The odds at which P(X >= seen) is `tail`.
    double oddsWithUpperTail(int seen, double tail) {
        return odds(seen, weights -> share(weights, seen - smallest(), weights.length) - tail);
    }

    /// The odds at which P(X <= seen) is `tail`.
    double oddsWithLowerTail(int seen, double tail) {
        return odds(seen, weights -> tail - share(weights, 0, seen - smallest() + 1));
    }

    /// The odds at which a function that rises with them is 0.
    private double odds(int seen, ToDoubleFunction<double[]> rising) {
        DoubleUnaryOperator f = logOdds -> rising.applyAsDouble(weights(logOdds));
        // The plain odds ratio, with a half in each cell, is near what is sought.
        double start =
                Math.log(
                        (seen + 0.5)
                                * (second - (drawn - seen) + 0.5)
                                / ((first - seen + 0.5) * (drawn - seen + 0.5)));
        double step = 1;
        double low = start - step;
        double high = start + step;
        while (f.applyAsDouble(low) > 0) {
            step *= 2;
            low -= step;
        }
        while (f.applyAsDouble(high) < 0) {
            step *= 2;
            high += step;
        }
        return Math.exp(Root.between(low, high, f));
    }

    /// Probabilities of the values from the smallest on, up to a common factor: 1 at the mode, from
    /// which each is stepped to the next, so that none overflows. Where one is 0, so are all behind it: of a
    /// million respondents few values have a chance that a double can hold.
    private double[] weights(double logOdds) {
        double odds = Math.exp(logOdds);
        double[] weights = new double[largest() - smallest() + 1];
        int mode = mode(odds);
        weights[mode] = 1;
        for (int i = mode + 1; i < weights.length && weights[i - 1] > 0; i++) {
            weights[i] = weights[i - 1] * ratio(i - 1, odds);
        }
        for (int i = mode - 1; i >= 0 && weights[i + 1] > 0; i--) {
            weights[i] = weights[i + 1] / ratio(i, odds);
        }
        return weights;
    }

    /// The index of the most likely value: the first after which probabilities fall.
    private int mode(double odds) {
        int low = 0;
        int high = largest() - smallest();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ratio(middle, odds) <= 1) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// How many times as likely the value of index i + 1 is as that of index i.
    private double ratio(int i, double odds) {
        double k = smallest() + (double) i;
        return odds * (first - k) * (drawn - k) / ((k + 1) * (second - drawn + k + 1));
    }

    private double mean(double[] weights) {
        double all = 0;
        double moment = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            moment += weights[i] * i;
        }
        return smallest() + moment / all;
    }

    private static double share(double[] weights, int from, int to) {
        double within = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            within += from <= i && i < to ? weights[i] : 0;
        }
        return within / all;
    }
}
