package eyebright.bench;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.Summary;
import eyebright.frame.Frame;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// How long each claim of the tears plan takes, and each analysis beside it: to read the rows, and to
/// estimate from what was read. `scripts/bench.sh claims [RESPONDENTS [RUNS]]` prints the median of the
/// runs after as many to warm up, the slowest first. It is time of the processor, not of the clock: others
/// may work on the same machine.
public final class ClaimTimes {

    private static final double MILLION = 1e6;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ClaimTimes() {}

    private record Time(String claim, double reading, double estimating) {
        double whole() {
            return reading + estimating;
        }
    }

    /// @param arguments how many respondents, 684 if left out, and how many runs, 20 if left out
    public static void main(String[] arguments) {
        int respondents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 684;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        Tears tears = Tears.read();
        Frame frame = tears.different(respondents);
        var findings = tears.findings(frame);
        double whole = median(runs, () -> tears.findings(frame));
        double scores = median(runs, () -> tears.folder().scales().score(frame));
        double compiling = median(runs, () -> tears.compiled());
        Frame scored = tears.prepared(frame);
        var times = new ArrayList<Time>();
        for (CompiledClaim claim : tears.compiled().claims()) {
            times.add(time(claim.claim().id(), claim, scored, runs));
            claim.beside()
                    .forEach(
                            each ->
                                    times.add(
                                            time(
                                                    each.compiled().claim().id(),
                                                    each.compiled(),
                                                    scored,
                                                    runs)));
        }
        times.sort(Comparator.comparingDouble(Time::whole).reversed());
        print("%d respondents, %d claims".formatted(respondents, findings.findings().size()));
        print("all findings %.2f ms, of these".formatted(whole));
        print("scoring %.2f ms, compiling the plan %.2f ms".formatted(scores, compiling));
        print("%-36s %10s %10s".formatted("analysis", "reading", "estimating"));
        List<Time> shown = times.subList(0, Math.min(times.size(), 40));
        for (Time time : shown) {
            print("%-36s %10.2f %10.2f".formatted(time.claim(), time.reading(), time.estimating()));
        }
        print(
                "%-36s %10.2f %10.2f"
                        .formatted(
                                "all",
                                times.stream().mapToDouble(Time::reading).sum(),
                                times.stream().mapToDouble(Time::estimating).sum()));
    }

    private static Time time(String name, CompiledClaim claim, Frame frame, int runs) {
        double reading = median(runs, () -> claim.summarise(frame));
        Summary summary = claim.summarise(frame);
        return new Time(name, reading, median(runs, () -> claim.estimate(summary)));
    }

    /// Milliseconds.
    private static double median(int runs, Supplier<?> work) {
        var times = new double[runs];
        for (int i = 0; i < 2 * runs; i++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            Object result = work.get();
            times[i % runs] = (CLOCK.getCurrentThreadCpuTime() - start) / MILLION;
            if (result == times) {
                throw new IllegalStateException("the result must not be the clock");
            }
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
