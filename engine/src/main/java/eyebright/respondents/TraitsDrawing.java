package eyebright.respondents;

import eyebright.latent.Gauss;
import eyebright.latent.PointTable;
import eyebright.latent.Stairs;
import java.util.ArrayList;
import java.util.List;

/// Ratings that show traits: each item is its trait times a loading and noise of its own, turned into points
/// by its table.
final class TraitsDrawing implements Drawing {

    private final List<One> traits;

    TraitsDrawing(List<One> traits) {
        this.traits = List.copyOf(traits);
    }

    /// One trait.
    static final class One {
        private final List<Variate> roots;
        private final double[] weights;
        private final Predictor predictor;
        private final double mean;
        private final List<Item> items;

        /// @param roots the independent numbers of the traits before it, and its own
        /// @param weights of each of them
        /// @param predictor moves the trait
        /// @param mean of what moves it
        One(
                List<Variate> roots,
                double[] weights,
                Predictor predictor,
                double mean,
                List<Item> items) {
            this.roots = List.copyOf(roots);
            this.weights = weights.clone();
            this.predictor = predictor;
            this.mean = mean;
            this.items = List.copyOf(items);
        }

        /// The trait in some rows: mean 0, variance 1.
        ///
        /// @param normals by root, its normal numbers
        private double[] values(Draws draws, List<double[]> normals, int[] rows, int count) {
            double[] values = new double[count];
            if (!predictor.isEmpty()) {
                predictor.fill(draws, rows, count, values);
                for (int i = 0; i < count; i++) {
                    values[i] -= mean;
                }
            }
            for (int root = 0; root < weights.length; root++) {
                double[] normal = normals.get(root);
                double weight = weights[root];
                for (int i = 0; weight != 0 && i < count; i++) {
                    values[i] += weight * normal[i];
                }
            }
            return values;
        }
    }

    /// One item of a trait.
    ///
    /// @param loading on the trait: below 0 where it is keyed the other way
    /// @param rest how much of its noise it has
    /// @param table the chances of its points
    /// @param stairs where they lie along the latent number
    record Item(
            Noise noise, int slot, double loading, double rest, PointTable table, Stairs stairs) {

        Item(Noise noise, int slot, double loading, double rest, PointTable table) {
            this(noise, slot, loading, rest, table, Stairs.of(table));
        }

        Item with(Noise other) {
            return new Item(other, slot, loading, rest, table, stairs);
        }

        void draw(Draws draws, int attempt, double[] trait, int[] rows, int count) {
            double[] units = draws.units();
            noise.fill(draws, attempt, rows, count, units);
            double[] numbers = draws.numbers(slot);
            Gauss.quick(units, count);
            for (int i = 0; i < count; i++) {
                units[i] = loading * trait[i] + rest * units[i];
            }
            stairs.read(units, rows, count, numbers);
        }
    }

    /// The independent normal numbers of which the traits are made: each drawn once, though the traits after it
    /// have it as well.
    private List<double[]> normals(Draws draws, int[] rows, int count) {
        var normals = new ArrayList<double[]>();
        for (One trait : traits) {
            for (Variate root : trait.roots.subList(normals.size(), trait.roots.size())) {
                long[] bits = draws.bits(root, 0, rows, count);
                double[] normal = new double[count];
                for (int i = 0; i < count; i++) {
                    normal[i] = Chance.unit(bits[i]);
                }
                Gauss.quick(normal, count);
                normals.add(normal);
            }
        }
        return normals;
    }

    /// The traits in some rows, as they are before items show them.
    List<double[]> values(Draws draws, int[] rows) {
        var values = new ArrayList<double[]>();
        List<double[]> normals = normals(draws, rows, rows.length);
        traits.forEach(trait -> values.add(trait.values(draws, normals, rows, rows.length)));
        return values;
    }

    /// Gives another item for one.
    interface Changing {

        /// The other item.
        ///
        /// @param trait the place of its trait
        Item of(int trait, Item item);
    }

    /// The same with other items.
    TraitsDrawing with(Changing changing) {
        var changed = new ArrayList<One>();
        for (int t = 0; t < traits.size(); t++) {
            One one = traits.get(t);
            int trait = t;
            changed.add(
                    new One(
                            one.roots,
                            one.weights,
                            one.predictor,
                            one.mean,
                            one.items.stream().map(item -> changing.of(trait, item)).toList()));
        }
        return new TraitsDrawing(changed);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        List<double[]> normals = normals(draws, rows, count);
        for (One trait : traits) {
            double[] values = trait.values(draws, normals, rows, count);
            for (Item item : trait.items) {
                item.draw(draws, attempt, values, rows, count);
            }
        }
    }
}
