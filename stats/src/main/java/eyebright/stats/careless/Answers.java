package eyebright.stats.careless;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// What one respondent answered to some items, in the order that the index asks for.
///
/// A missing answer is one that is not there: no number stands for it. Immutable.
public final class Answers {

    private final double[] values;
    private final BitSet there;

    private Answers(double[] values, BitSet there) {
        this.values = values;
        this.there = there;
    }

    /// Answers of which some are there.
    ///
    /// @param values one for each item; read only where `there` is set
    /// @param there which items were answered
    /// @throws IllegalArgumentException if there are more answers than values, or one that is there is
    ///   not finite
    public static Answers of(double[] values, BitSet there) {
        if (there.length() > values.length) {
            throw new IllegalArgumentException(
                    "there must be at most %d answers, not %d"
                            .formatted(values.length, there.length()));
        }
        there.stream()
                .filter(i -> !Double.isFinite(values[i]))
                .findFirst()
                .ifPresent(
                        i -> {
                            throw new IllegalArgumentException(
                                    "answer %d must be finite, not %s".formatted(i, values[i]));
                        });
        return new Answers(values.clone(), (BitSet) there.clone());
    }

    /// Answers to every item.
    ///
    /// @throws IllegalArgumentException if one is not finite
    public static Answers complete(double... values) {
        var there = new BitSet();
        there.set(0, values.length);
        return of(values, there);
    }

    /// How many items, answered or not.
    public int size() {
        return values.length;
    }

    /// How many items were answered.
    public int answered() {
        return there.cardinality();
    }

    /// Whether an item, from 0, was answered.
    public boolean isThere(int item) {
        return there.get(item);
    }

    /// The answer to an item.
    ///
    /// @throws IllegalArgumentException if it was not answered
    public double value(int item) {
        if (!there.get(item)) {
            throw new IllegalArgumentException("item %d was not answered".formatted(item));
        }
        return values[item];
    }

    /// The answers that are there, in their order.
    double[] present() {
        return there.stream().mapToDouble(i -> values[i]).toArray();
    }

    /// The mean of the answers to every second item, from the first (0) or the second (1) on.
    ///
    /// @return not a number if none of them was answered; never leaves the package
    double meanOfEverySecond(int first) {
        return IntStream.range(0, values.length)
                .filter(i -> i % 2 == first && there.get(i))
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return IntStream.range(0, values.length)
                .mapToObj(i -> there.get(i) ? String.valueOf(values[i]) : "-")
                .toList()
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers
                && there.equals(answers.there)
                && values.length == answers.values.length
                && Arrays.equals(present(), answers.present());
    }

    @Override
    public int hashCode() {
        return 31 * there.hashCode() + Arrays.hashCode(present());
    }
}
