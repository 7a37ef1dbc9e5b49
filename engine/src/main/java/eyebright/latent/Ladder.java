package eyebright.latent;

import java.util.Arrays;

/// A variable that takes a few values, from the lowest to the highest: what two of them can have in common
/// at most.
///
/// The largest covariance of two variables is that of their quantiles, when both rise together, and the
/// smallest when one falls as the other rises (Hoeffding 1940; Fréchet 1951). Immutable.
public final class Ladder {

    private final double[] values;
    private final double[] below;

    /// @param below the chance of lying below each value, and 1 at the end
    private Ladder(double[] values, double[] below) {
        this.values = values;
        this.below = below;
    }

    /// Something that is so (1) with that chance, or not (0).
    public static Ladder of(double share) {
        return new Ladder(new double[] {0, 1}, new double[] {0, 1 - share, 1});
    }

    /// A number with these chances.
    public static Ladder of(PointTable table) {
        int size = table.grid().size();
        double[] values = new double[size];
        double[] below = new double[size + 1];
        for (int cell = 0; cell < size; cell++) {
            values[cell] = table.grid().value(cell);
            below[cell + 1] = table.below(cell + 1);
        }
        return new Ladder(values, below);
    }

    /// The same with its sign changed.
    public Ladder turned() {
        int size = values.length;
        double[] turned = new double[size];
        double[] chances = new double[size + 1];
        for (int i = 0; i < size; i++) {
            turned[i] = -values[size - 1 - i];
            chances[i + 1] = 1 - below[size - 1 - i];
        }
        return new Ladder(turned, chances);
    }

    /// The mean.
    double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * (below[i + 1] - below[i]);
        }
        return sum;
    }

    /// The variance of the population.
    double variance() {
        return highestCovariance(this);
    }

    /// The covariance when both rise together.
    double highestCovariance(Ladder other) {
        double sum = 0;
        double at = 0;
        int one = 0;
        int two = 0;
        double mean = mean();
        double otherMean = other.mean();
        while (one < values.length && two < other.values.length) {
            double next = Math.min(below[one + 1], other.below[two + 1]);
            sum += (next - at) * (values[one] - mean) * (other.values[two] - otherMean);
            at = next;
            boolean isOneDone = below[one + 1] <= next;
            if (other.below[two + 1] <= next) {
                two++;
            }
            if (isOneDone) {
                one++;
            }
        }
        return sum;
    }

    /// The highest correlation; of two that vary.
    public double highest(Ladder other) {
        return highestCovariance(other) / StrictMath.sqrt(variance() * other.variance());
    }

    /// The lowest correlation; of two that vary.
    public double lowest(Ladder other) {
        return -highest(other.turned());
    }

    /// Cronbach's alpha of some items if all rose together: the highest that they can have.
    public static double highestAlpha(Ladder... items) {
        double own = Arrays.stream(items).mapToDouble(Ladder::variance).sum();
        double all = own;
        for (int i = 0; i < items.length; i++) {
            for (int j = 0; j < i; j++) {
                all += 2 * items[i].highestCovariance(items[j]);
            }
        }
        double k = items.length;
        return k / (k - 1) * (1 - own / all);
    }
}
