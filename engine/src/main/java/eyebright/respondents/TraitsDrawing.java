package eyebright.respondents;

import eyebright.latent.Gauss;
import eyebright.latent.PointTable;
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

        /// @param roots the independent numbers of this trait and those before it
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
        private double[] values(Draws draws, int[] rows, int count) {
            double[] values = new double[count];
            if (!predictor.isEmpty()) {
                predictor.fill(draws, rows, count, values);
                for (int i = 0; i < count; i++) {
                    values[i] -= mean;
                }
            }
            for (int root = 0; root < weights.length; root++) {
                if (weights[root] == 0) {
                    continue;
                }
                long[] bits = draws.bits(roots.get(root), 0, rows, count);
                for (int i = 0; i < count; i++) {
                    values[i] += weights[root] * Gauss.quick(Chance.unit(bits[i]));
                }
            }
            return values;
        }
    }

    /// One item of a trait.
    ///
    /// @param loading on the trait: below 0 where it is keyed the other way
    /// @param rest how much of its noise it has
    record Item(Noise noise, int slot, double loading, double rest, PointTable table) {

        Item with(Noise other) {
            return new Item(other, slot, loading, rest, table);
        }

        void draw(Draws draws, int attempt, double[] trait, int[] rows, int count) {
            double[] units = draws.units();
            noise.fill(draws, attempt, rows, count, units);
            double[] numbers = draws.numbers(slot);
            for (int i = 0; i < count; i++) {
                numbers[rows[i]] =
                        table.at(
                                Gauss.quickCumulative(
                                        loading * trait[i] + rest * Gauss.quick(units[i])));
            }
        }
    }

    /// The traits in some rows, as they are before items show them.
    List<double[]> values(Draws draws, int[] rows) {
        var values = new ArrayList<double[]>();
        traits.forEach(trait -> values.add(trait.values(draws, rows, rows.length)));
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
        for (One trait : traits) {
            double[] values = trait.values(draws, rows, count);
            for (Item item : trait.items) {
                item.draw(draws, attempt, values, rows, count);
            }
        }
    }
}
