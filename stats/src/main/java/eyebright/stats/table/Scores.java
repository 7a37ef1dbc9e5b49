package eyebright.stats.table;

import java.util.List;
import java.util.stream.IntStream;

/// Numbers that stand for the ordered categories of a table.
final class Scores {

    private Scores() {}

    /// 1, 2, 3, …
    static List<Double> equallySpaced(int categories) {
        return IntStream.rangeClosed(1, categories).mapToObj(i -> (double) i).toList();
    }

    /// @throws IllegalArgumentException if there are not so many scores, or one is not finite
    static void require(String name, List<Double> scores, int categories) {
        if (scores.size() != categories) {
            throw new IllegalArgumentException(
                    "%s must be %d scores, not %d".formatted(name, categories, scores.size()));
        }
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException(
                        "%s must be finite, not %s".formatted(name, score));
            }
        }
    }

    /// The largest score minus the smallest; infinite if that is no double.
    static double range(List<Double> scores) {
        return scores.stream().max(Double::compare).orElse(0.0)
                - scores.stream().min(Double::compare).orElse(0.0);
    }

    /// The scores moved and stretched to lie from 0 to 1, so that none is too large to be squared; all 0 if
    /// they are equal.
    static double[] toUnit(List<Double> scores) {
        double low = scores.stream().min(Double::compare).orElse(0.0);
        double high = scores.stream().max(Double::compare).orElse(0.0);
        if (low == high) {
            return new double[scores.size()];
        }
        // Halves first: the range of doubles is wider than a double.
        double range = high / 2 - low / 2;
        return scores.stream().mapToDouble(score -> (score / 2 - low / 2) / range).toArray();
    }
}
