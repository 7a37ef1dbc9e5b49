package eyebright.stats.model;

import eyebright.stats.matrix.RowPatterns;
import java.util.Arrays;
import java.util.List;

/// Clusters, numbered from 0 as they first come: those of several models one after another.
final class ClusterNumbers {

    private final int[] numbers;
    private final int found;

    private ClusterNumbers(int[] numbers, int found) {
        this.numbers = numbers;
        this.found = found;
    }

    /// @param clusters any numbers, those of each model
    static ClusterNumbers of(List<int[]> clusters) {
        int size = 0;
        for (int[] each : clusters) {
            size += each.length;
        }
        int[] all = new int[size];
        int next = 0;
        for (int[] each : clusters) {
            System.arraycopy(each, 0, all, next, each.length);
            next += each.length;
        }
        int most = 0;
        int least = 0;
        for (int cluster : all) {
            most = Math.max(most, cluster);
            least = Math.min(least, cluster);
        }
        // Small numbers, as of respondents in their order, are places of a table.
        return least == 0 && most < 4L * all.length ? ofPlaces(all, most) : ofAny(all);
    }

    private static ClusterNumbers ofPlaces(int[] all, int most) {
        var table = new int[most + 1];
        int found = 0;
        for (int i = 0; i < all.length; i++) {
            if (table[all[i]] == 0) {
                found++;
                table[all[i]] = found;
            }
            all[i] = table[all[i]] - 1;
        }
        return new ClusterNumbers(all, found);
    }

    private static ClusterNumbers ofAny(int[] all) {
        var patterns = RowPatterns.of(all.length, Arrays.stream(all).asDoubleStream().toArray());
        Arrays.setAll(all, patterns::at);
        return new ClusterNumbers(all, patterns.found());
    }

    /// How many clusters there are.
    int found() {
        return found;
    }

    /// How many members they have.
    int size() {
        return numbers.length;
    }

    /// The cluster of a place.
    int at(int place) {
        return numbers[place];
    }

    /// All places, those of one cluster beside each other, each cluster from its first place on.
    int[] order() {
        var next = new int[found + 1];
        for (int number : numbers) {
            next[number + 1]++;
        }
        for (int number = 0; number < found; number++) {
            next[number + 1] += next[number];
        }
        var order = new int[numbers.length];
        for (int place = 0; place < order.length; place++) {
            order[next[numbers[place]]++] = place;
        }
        return order;
    }
}
