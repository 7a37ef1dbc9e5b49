package eyebright.bench.coverage;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.correlation.PearsonCorrelation;
import eyebright.stats.replication.NormalEstimate;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How often intervals of Pearson's correlation hold it, by what the answers look like: that of Fisher's z of normal
/// answers beside that of [eyebright.stats.correlation.CorrelationError]. Sample i of a setting has a stream of its
/// own, so that the table is the same on any number of threads.
public final class CorrelationStudy {

    private static final double LEVEL = 0.95;

    /// The level of the interval that two one-sided tests look at.
    private static final double NARROW = 0.9;

    private static final double[] CORRELATIONS = {0, 0.1, 0.15, 0.3, 0.5};
    private static final int[] RESPONDENTS = {25, 60, 200, 684};
    private static final int SAMPLES = 20_000;

    private static final Answered NORMAL = new Answered("a normal number", List.of());
    private static final Answered RATING =
            new Answered("a high rating", List.of(0.03, 0.07, 0.15, 0.3, 0.45));
    private static final Answered EVEN_RATING =
            new Answered("an even rating", List.of(0.1, 0.2, 0.4, 0.2, 0.1));

    private CorrelationStudy() {}

    private record Pair(Answered x, Answered y) {
        String said() {
            return "%s, %s".formatted(x.said(), y.said());
        }
    }

    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        pairs.add(new Pair(NORMAL, NORMAL));
        pairs.add(new Pair(EVEN_RATING, EVEN_RATING));
        for (int percent : new int[] {50, 72, 90, 95}) {
            pairs.add(
                    new Pair(
                            RATING,
                            new Answered(
                                    "yes of %d %%".formatted(percent),
                                    List.of(1 - percent / 100.0, percent / 100.0))));
        }
        pairs.add(new Pair(Answered.count(1, 0.5), Answered.count(2, 0.7)));
        return pairs;
    }

    /// Prints the table.
    ///
    /// @param arguments how many samples each cell has, 20,000 if left out
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SAMPLES;
        System.out.println(
                """
                | answers | r | n | held by Fisher's z | held | too low / too high at 90 %, Fisher's z | too low / too high at 90 % | width | none |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|""");
        try (var workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var coming = new ArrayList<Future<String>>();
            for (Pair pair : pairs()) {
                for (double r : CORRELATIONS) {
                    OptionalDouble behind = Answered.behind(pair.x(), pair.y(), r);
                    if (behind.isPresent()) {
                        for (int n : RESPONDENTS) {
                            coming.add(
                                    workers.submit(
                                            () -> row(pair, r, behind.getAsDouble(), n, samples)));
                        }
                    }
                }
            }
            for (Future<String> each : coming) {
                System.out.println(each.get());
                System.out.flush();
            }
        }
    }

    /// How often an interval of 95 % held, and one of 90 % lay below and above.
    private static final class Held {
        private int held;
        private int below;
        private int above;
        private double width;

        void add(double truth, Interval wide, Interval narrow) {
            held += wide.contains(truth) ? 1 : 0;
            below += narrow.high() < truth ? 1 : 0;
            above += narrow.low() > truth ? 1 : 0;
            width += wide.high() - wide.low();
        }
    }

    private static String row(Pair pair, double truth, double behind, int n, int samples) {
        var fisher = new Held();
        var ours = new Held();
        int known = 0;
        String name = "%s, %s, %d".formatted(pair.said(), truth, n);
        for (int i = 0; i < samples; i++) {
            KeyedStream chance = KeyedStream.of("correlations", name, i);
            double[][] both = Answered.draw(chance, pair.x(), pair.y(), n, behind);
            PearsonCorrelation wide = PearsonCorrelation.of(both[0], both[1], LEVEL);
            PearsonCorrelation narrow = PearsonCorrelation.of(both[0], both[1], NARROW);
            if (wide.r() instanceof Known(double r, var limits, _)
                    && narrow.r() instanceof Known(_, var inner, _)) {
                known++;
                ours.add(truth, limits.orElseThrow(), inner.orElseThrow());
                NormalEstimate z = NormalEstimate.ofCorrelation(r, n);
                fisher.add(truth, back(z.interval(LEVEL)), back(z.interval(NARROW)));
            }
        }
        double all = Math.max(1, known);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %s | %.1f / %.1f | %.1f / %.1f | %.2f | %s |",
                pair.said(),
                truth,
                n,
                share(fisher.held / all),
                share(ours.held / all),
                100 * fisher.below / all,
                100 * fisher.above / all,
                100 * ours.below / all,
                100 * ours.above / all,
                ours.width / fisher.width,
                known == samples ? "" : "%,d".formatted(samples - known));
    }

    private static Interval back(Interval z) {
        return new Interval(Math.tanh(z.low()), Math.tanh(z.high()), z.level());
    }

    private static String share(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        return share < 0.94 || share > 0.96 ? "**%s**".formatted(text) : text;
    }
}
