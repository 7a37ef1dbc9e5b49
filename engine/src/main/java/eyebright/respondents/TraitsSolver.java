package eyebright.respondents;

import eyebright.latent.Gauss;
import eyebright.latent.Grid;
import eyebright.latent.Latent;
import eyebright.latent.MomentTable;
import eyebright.latent.Newton;
import eyebright.latent.PointTable;
import eyebright.population.Correlation;
import eyebright.population.Effect;
import eyebright.population.Entry;
import eyebright.population.Trait;
import eyebright.respondents.TraitsDrawing.Item;
import eyebright.respondents.TraitsDrawing.One;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Solves traits: the mean and deviation of each item, the loading by which each alpha is observed, the
/// correlations of the traits by which those of the scores are, and what effects make of them.
final class TraitsSolver {

    private static final int KNOTS = 161;
    private static final double REACH = 4;
    private static final double NEAR = 5e-3;
    private static final int MOST_SHRINKS = 200;

    private final Draws draws;
    private final List<Gap> gaps;
    private final Function<String, Grid> grids;
    private final List<Solved> traits = new ArrayList<>();

    /// @param grids the numbers of an item
    TraitsSolver(Draws draws, List<Gap> gaps, Function<String, Grid> grids) {
        this.draws = draws;
        this.gaps = gaps;
        this.grids = grids;
    }

    /// One trait as far as it stands by itself.
    ///
    /// @param r the latent correlation of each two of its items
    /// @param deviation of its score as observed
    record Solved(
            Trait trait,
            Map<String, PointTable> tables,
            Latent.Items items,
            double r,
            double deviation) {

        double sign(String item) {
            return trait.reversed().contains(item) ? -1 : 1;
        }
    }

    /// The traits of an entry, each by itself.
    private void solve(Trait trait) {
        var tables = new LinkedHashMap<String, PointTable>();
        var latents = new ArrayList<Latent>();
        var signs = new ArrayList<Integer>();
        trait.items()
                .forEach(
                        (item, moments) -> {
                            MomentTable.Solved solved =
                                    MomentTable.of(grids.apply(item))
                                            .solve(MomentTable.Shape.NORMAL, moments);
                            if (!solved.meets(moments)) {
                                gaps.add(
                                        new Gap(
                                                item,
                                                "deviation",
                                                moments.deviation(),
                                                solved.deviation()));
                            }
                            tables.put(item, solved.table());
                            latents.add(Latent.of(solved.table()));
                            signs.add(trait.reversed().contains(item) ? -1 : 1);
                        });
        var items = new Latent.Items(latents, signs);
        double r = items.latent(trait.alpha());
        if (Math.abs(items.alpha(r) - trait.alpha()) > NEAR) {
            gaps.add(new Gap(trait.name(), "alpha", trait.alpha(), items.alpha(r)));
        }
        double deviation = StrictMath.sqrt(items.variance(r)) / latents.size();
        traits.add(new Solved(trait, tables, items, r, deviation));
    }

    /// The drawing of all traits of an entry.
    ///
    /// @param roots the independent numbers of each trait
    /// @param noises the noise of an item and what it repeats
    TraitsDrawing solve(Entry.Traits entry, List<Variate> roots, Noises noises) {
        entry.traits().forEach(this::solve);
        double[][] wished = wished(entry);
        var movers = new ArrayList<Mover>();
        traits.forEach(trait -> movers.add(new Mover(trait)));
        double[][] weights = weights(wished, movers, entry);
        var drawn = new ArrayList<One>();
        for (int t = 0; t < traits.size(); t++) {
            Solved trait = traits.get(t);
            Mover mover = movers.get(t);
            double loading = StrictMath.sqrt(trait.r());
            double rest = StrictMath.sqrt(1 - trait.r());
            var items = new ArrayList<Item>();
            trait.tables()
                    .forEach(
                            (item, table) ->
                                    items.add(
                                            new Item(
                                                    noises.of(item),
                                                    draws.slots().of(item),
                                                    trait.sign(item) * loading,
                                                    rest,
                                                    table)));
            drawn.add(
                    new One(
                            roots.subList(0, t + 1),
                            weights[t],
                            new Predictor(mover.readings, mover.coefficients),
                            mover.mean(),
                            items));
        }
        return new TraitsDrawing(drawn);
    }

    /// Gives the noise of an item.
    interface Noises {
        Noise of(String item);
    }

    /// What is solved of the traits, in their order.
    List<Solved> solved() {
        return List.copyOf(traits);
    }

    private double[][] wished(Entry.Traits entry) {
        int n = traits.size();
        double[][] wished = new double[n][n];
        for (double[] row : wished) {
            java.util.Arrays.fill(row, Double.NaN);
        }
        for (Correlation correlation : entry.correlations()) {
            int one = place(correlation.one());
            int other = place(correlation.other());
            Solved a = traits.get(one);
            Solved b = traits.get(other);
            double r = a.items().latent(b.items(), a.r(), b.r(), correlation.value());
            double possible = Math.max(-Latent.MOST, Math.min(Latent.MOST, r));
            double observed = a.items().observed(b.items(), a.r(), b.r(), possible);
            if (Math.abs(observed - correlation.value()) > NEAR) {
                gaps.add(
                        new Gap(
                                correlation.one(),
                                "correlation with " + correlation.other(),
                                correlation.value(),
                                observed));
            }
            wished[one][other] = possible;
            wished[other][one] = possible;
        }
        return wished;
    }

    private int place(String name) {
        for (int t = 0; t < traits.size(); t++) {
            if (traits.get(t).trait().name().equals(name)) {
                return t;
            }
        }
        throw new IllegalStateException("no trait " + name);
    }

    /// By trait, the weights of the independent numbers that leave to what effects do not make of it.
    private double[][] weights(double[][] wished, List<Mover> movers, Entry.Traits entry) {
        int n = wished.length;
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double moved = Sums.covariance(movers.get(i).sums(), movers.get(j).sums());
                if (i == j) {
                    left[i][j] = Math.max(1e-4, 1 - moved);
                } else {
                    left[i][j] = Double.isNaN(wished[i][j]) ? 0 : wished[i][j] - moved;
                }
            }
        }
        double part = 1;
        for (int shrink = 0; shrink < MOST_SHRINKS; shrink++) {
            double[][] weights = root(left, part);
            if (weights.length > 0) {
                if (part < 1 && !entry.correlations().isEmpty()) {
                    Correlation first = entry.correlations().getFirst();
                    gaps.add(
                            new Gap(
                                    first.one(),
                                    "correlations of traits together",
                                    first.value(),
                                    first.value() * part));
                }
                return weights;
            }
            part -= 1.0 / MOST_SHRINKS;
        }
        return root(left, 0);
    }

    /// The lower triangle whose square is the matrix, its correlations taken in part; nothing where there is
    /// none.
    private static double[][] root(double[][] matrix, double part) {
        int n = matrix.length;
        double[][] root = new double[n][];
        for (int i = 0; i < n; i++) {
            root[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? matrix[i][j] : part * matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    if (sum < 1e-6) {
                        return new double[0][];
                    }
                    root[i][j] = StrictMath.sqrt(sum);
                } else {
                    root[i][j] = sum / root[j][j];
                }
            }
        }
        return root;
    }

    /// What effects make of one trait.
    private final class Mover {
        private final Solved solved;
        private final List<Reading> readings = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final double[] coefficients;

        Mover(Solved solved) {
            this.solved = solved;
            List<Effect> effects = solved.trait().effects();
            int[] rows = draws.all();
            for (Effect effect : effects) {
                Reading reading = Reading.of(effect.term(), draws);
                readings.add(reading);
                values.add(reading.values(draws, rows));
            }
            this.coefficients = effects.isEmpty() ? new double[0] : solve(effects);
        }

        double[] sums() {
            return sums(coefficients);
        }

        double mean() {
            return Sums.mean(sums());
        }

        private double[] sums(double[] tried) {
            double[] sums = new double[draws.size()];
            for (int j = 0; j < tried.length; j++) {
                double[] x = values.get(j);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += tried[j] * x[i];
                }
            }
            return sums;
        }

        private double[] solve(List<Effect> effects) {
            double[][] slopes = Regression.weights(values);
            double[] start = new double[effects.size()];
            for (int j = 0; j < start.length; j++) {
                double value = effects.get(j).value();
                start[j] =
                        switch (effects.get(j).measure()) {
                            case SLOPE -> value / solved.deviation();
                            case R -> value / Math.max(1e-9, Sums.deviation(values.get(j)));
                            case D, ODDS, RATE, POINTS -> value;
                        };
            }
            Newton.Found found =
                    Newton.solve(tried -> off(effects, slopes, tried), start, 1e-3, 1e-6);
            double[] off = off(effects, slopes, found.at());
            for (int j = 0; j < off.length; j++) {
                if (Math.abs(off[j]) > NEAR) {
                    Effect effect = effects.get(j);
                    gaps.add(
                            new Gap(
                                    solved.trait().name(),
                                    OddsSolver.said(effect),
                                    effect.value(),
                                    effect.value() + off[j]));
                }
            }
            return found.at();
        }

        /// How far the effects on the score are from what is wished.
        private double[] off(List<Effect> effects, double[][] slopes, double[] tried) {
            double[] sums = sums(tried);
            double mean = Sums.mean(sums);
            double[] score = expected(sums, mean, Sums.covariance(sums, sums));
            double total = solved.deviation() * solved.deviation();
            double[] off = new double[effects.size()];
            for (int j = 0; j < off.length; j++) {
                Effect effect = effects.get(j);
                double[] x = values.get(j);
                off[j] =
                        switch (effect.measure()) {
                            case R ->
                                    Sums.covariance(x, score)
                                                    / Math.max(
                                                            1e-12,
                                                            solved.deviation() * Sums.deviation(x))
                                            - effect.value();
                            case SLOPE ->
                                    (Regression.slope(slopes[j], score) - effect.value())
                                            * Sums.deviation(x)
                                            / solved.deviation();
                            case D, ODDS, RATE, POINTS -> {
                                double share = Sums.mean(x);
                                double apart = Sums.difference(x, score);
                                double within = total - share * (1 - share) * apart * apart;
                                yield Regression.slope(slopes[j], score)
                                                / StrictMath.sqrt(Math.max(1e-12, within))
                                        - effect.value();
                            }
                        };
            }
            return off;
        }

        /// The mean score of each respondent, given what moves the trait: over what is left of the trait and
        /// over the noise of items.
        private double[] expected(double[] sums, double mean, double moved) {
            double r = solved.r();
            double spread = StrictMath.sqrt(Math.max(1e-6, 1 - r * Math.min(1, moved)));
            double loading = StrictMath.sqrt(r);
            double[] knots = new double[KNOTS];
            for (Map.Entry<String, PointTable> item : solved.tables().entrySet()) {
                PointTable table = item.getValue();
                double sign = solved.sign(item.getKey());
                double[] thresholds = table.thresholds();
                for (int k = 0; k < KNOTS; k++) {
                    double at = sign * loading * (2 * REACH * k / (KNOTS - 1) - REACH);
                    double value = table.grid().value(0);
                    for (int t = 0; t < thresholds.length; t++) {
                        value +=
                                (table.grid().value(t + 1) - table.grid().value(t))
                                        * Gauss.quickCumulative((at - thresholds[t]) / spread);
                    }
                    knots[k] += sign * value / solved.tables().size();
                }
            }
            double[] score = new double[sums.length];
            for (int i = 0; i < score.length; i++) {
                double place =
                        (Math.max(-REACH, Math.min(REACH, sums[i] - mean)) + REACH)
                                * (KNOTS - 1)
                                / (2 * REACH);
                int knot = Math.min(KNOTS - 2, (int) place);
                score[i] = knots[knot] + (place - knot) * (knots[knot + 1] - knots[knot]);
            }
            return score;
        }
    }
}
