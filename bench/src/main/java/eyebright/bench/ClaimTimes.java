package eyebright.bench;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.Cores;
import eyebright.analysis.Depth;
import eyebright.analysis.Summary;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// How long the findings of the tears plan take, part by part, and each of its analyses.
/// `scripts/bench.sh claims [RESPONDENTS [RUNS [SHOWN]]]` prints milliseconds of the processor on one thread,
/// the median of the runs after as many to warm up.
public final class ClaimTimes {

    private static final double MEGABYTE = 1 << 20;

    /// With more respondents, imputation would take all the time there is.
    private static final int MOST_IMPUTED = 100_000;

    private static final int OFTEN = 10;

    private ClaimTimes() {}

    /// Milliseconds of one analysis.
    ///
    /// @param reading the rows of those who count
    /// @param deciding from there to values, tests and plain limits
    /// @param beyond what is added for a reader: profile limits and cross-validation
    private record Time(
            String name, Analysis analysis, double reading, double deciding, double beyond) {

        double whole() {
            return reading + deciding + beyond;
        }

        boolean isImputed() {
            return analysis instanceof Analysis.Imputed;
        }

        boolean isModel() {
            return switch (analysis) {
                case Analysis.Regression _,
                        Analysis.Stacked _,
                        Analysis.Matched _,
                        Analysis.Reliability _ ->
                        true;
                case Analysis.Share _,
                        Analysis.WeightedShare _,
                        Analysis.Shares _,
                        Analysis.SideBySide _,
                        Analysis.Paired _,
                        Analysis.Compare _,
                        Analysis.CrossTable _,
                        Analysis.MeanOf _,
                        Analysis.Correlate _,
                        Analysis.Imputed _,
                        Analysis.NotYet _ ->
                        false;
            };
        }
    }

    /// Prints the tables.
    ///
    /// @param arguments how many respondents, 684 if left out; how many runs, 20 if left out; how many analyses
    ///   are listed, all if left out
    public static void main(String[] arguments) {
        int respondents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 684;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int shown = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        Tears tears = Tears.read();
        Frame frame = tears.frame(respondents);
        System.gc();
        print("%,d respondents in memory: %,.0f MB".formatted(respondents, megabytes()));
        List<Time> times = times(tears, tears.prepared(frame), runs);
        // After the analyses, and often: what takes a millisecond is long in being translated.
        int often = OFTEN * runs;
        double preparing = ProcessorTime.median(often, () -> tears.prepared(frame));
        double hashing = ProcessorTime.median(often, frame::hash);
        double compiling =
                ProcessorTime.median(often, tears::compiled)
                        + ProcessorTime.median(often, () -> tears.folder().plan().hash());
        double reading = sum(times, _ -> true, Time::reading);
        double tables = sum(times, each -> !each.isModel() && !each.isImputed(), Time::deciding);
        double models = sum(times, Time::isModel, Time::deciding);
        double beyond = sum(times, each -> !each.isImputed(), Time::beyond);
        double imputing = sum(times, Time::isImputed, Time::deciding);
        print("%-60s %12s".formatted("part", "milliseconds"));
        part("scales and numbers of the plan", preparing);
        part("hash of the data", hashing);
        part("compiling the plan, and its hash", compiling);
        part("reading the rows", reading);
        part("shares, tables, means, correlations", tables);
        part("models", models);
        part("together", preparing + hashing + compiling + reading + tables + models);
        part("together by the clock, on all cores", together(tears, frame, runs));
        part("profile limits and cross-validation", beyond);
        if (respondents <= MOST_IMPUTED) {
            part("imputation, twenty times", imputing);
            part("everything by the clock, on all cores", clock(tears, frame, runs));
        }
        print("most memory in use: %,.0f MB of %,.0f".formatted(peak(), most()));
        print("");
        print("%-36s %9s %9s %9s".formatted("analysis", "reading", "deciding", "beyond"));
        times.stream()
                .sorted(Comparator.comparingDouble(Time::whole).reversed())
                .limit(shown)
                .forEach(
                        time ->
                                print(
                                        "%-36s %9.2f %9.2f %9.2f"
                                                .formatted(
                                                        time.name(),
                                                        time.reading(),
                                                        time.deciding(),
                                                        time.beyond())));
    }

    private static List<Time> times(Tears tears, Frame prepared, int runs) {
        var times = new ArrayList<Time>();
        tears.analyses().stream()
                .filter(claim -> prepared.size() <= MOST_IMPUTED || !isImputed(claim))
                .forEach(claim -> times.add(time(claim, prepared, runs)));
        return times;
    }

    private static Time time(CompiledClaim claim, Frame prepared, int runs) {
        double reading = ProcessorTime.median(runs, () -> claim.summarise(prepared));
        Summary summary = claim.summarise(prepared);
        double deciding = ProcessorTime.median(runs, () -> claim.estimate(summary, Depth.VERDICT));
        double beyond =
                knowsDepth(claim)
                        ? ProcessorTime.median(runs, () -> claim.estimate(summary, Depth.FULL))
                                - deciding
                        : 0;
        return new Time(claim.claim().id(), claim.claim().analysis(), reading, deciding, beyond);
    }

    private static boolean isImputed(CompiledClaim claim) {
        return claim.claim().analysis() instanceof Analysis.Imputed;
    }

    private static boolean knowsDepth(CompiledClaim claim) {
        return claim.claim().analysis() instanceof Analysis.Regression
                || claim.claim().analysis() instanceof Analysis.Matched;
    }

    /// The median by the clock of as many runs of what is listed together, the analyses and the hash beside each
    /// other.
    private static double together(Tears tears, Frame frame, int runs) {
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            Frame prepared = tears.prepared(frame);
            var parts = new ArrayList<Runnable>();
            parts.add(frame::hash);
            tears.analyses().stream()
                    .filter(claim -> !isImputed(claim))
                    .forEach(
                            claim ->
                                    parts.add(
                                            () ->
                                                    claim.estimate(
                                                            claim.summarise(prepared),
                                                            Depth.VERDICT)));
            Cores.ALL.run(parts);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    /// The median of as many runs of the whole, imputation and hash included, after the parts have warmed it up.
    private static double clock(Tears tears, Frame frame, int runs) {
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            times[i] = tears.findings(frame, Cores.ALL).findings().size();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    private static double sum(
            List<Time> times, Predicate<Time> which, ToDoubleFunction<Time> part) {
        return times.stream().filter(which).mapToDouble(part).sum();
    }

    private static double megabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /// The sum of what each part of the heap held at most: not less than was ever in use at once.
    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEGABYTE;
    }

    private static double most() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    private static void part(String name, double milliseconds) {
        print("%-60s %12.2f".formatted(name, milliseconds));
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
