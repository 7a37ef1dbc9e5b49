package eyebright.stats.table;

import java.util.Arrays;

/// The ways by which the first columns of a table can have left the same respondents over: how unlikely
/// each is, and with which probability.
final class Paths {

    private long[] unlikeliness = new long[8];
    private double[] probability = new double[8];
    private int size;

    void add(long unlikely, double likely) {
        if (size == unlikeliness.length) {
            merge();
            if (size > unlikeliness.length / 2) {
                unlikeliness = Arrays.copyOf(unlikeliness, 2 * size);
                probability = Arrays.copyOf(probability, 2 * size);
            }
        }
        unlikeliness[size] = unlikely;
        probability[size] = likely;
        size++;
    }

    int size() {
        return size;
    }

    long unlikeliness(int i) {
        return unlikeliness[i];
    }

    double probability(int i) {
        return probability[i];
    }

    /// Makes one path of those that are equally unlikely, and puts them in ascending order.
    void merge() {
        long[] different = Arrays.stream(unlikeliness, 0, size).sorted().distinct().toArray();
        double[] sums = new double[different.length];
        for (int i = 0; i < size; i++) {
            sums[Arrays.binarySearch(different, unlikeliness[i])] += probability[i];
        }
        size = different.length;
        System.arraycopy(different, 0, unlikeliness, 0, size);
        System.arraycopy(sums, 0, probability, 0, size);
    }

    /// The place of the first path that is as unlikely as `least` or more; the size if there is none.
    int firstAtLeast(long least) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (unlikeliness[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The probability of the paths from each place to the end, and 0 for the end itself.
    double[] tails() {
        double[] tails = new double[size + 1];
        for (int i = size - 1; i >= 0; i--) {
            tails[i] = tails[i + 1] + probability[i];
        }
        return tails;
    }
}
