package eyebright.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.Supplier;

/// How long the processor worked for this thread, in milliseconds: others may work on the same machine, which
/// the clock would count.
final class ProcessorTime {

    private static final double MILLION = 1e6;
    private static final double WARM = 200;
    private static final double LONG = 1000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /// Nanoseconds that it has worked for this thread so far.
    static long now() {
        return CLOCK.getCurrentThreadCpuTime();
    }

    /// The median of so many runs, after as many to warm up, or more of them if they are short: a compiler
    /// translates what has run for a while. What takes more than a second is warm at its end, and its first run
    /// counts.
    static double median(int runs, Supplier<?> work) {
        var times = new double[runs];
        times[0] = once(work);
        int done = times[0] > LONG ? 1 : 0;
        double warm = times[0];
        for (int i = 1; done == 0 && (i < runs || warm < WARM); i++) {
            warm += once(work);
        }
        for (int i = done; i < runs; i++) {
            times[i] = once(work);
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    /// One run.
    static double once(Supplier<?> work) {
        long start = CLOCK.getCurrentThreadCpuTime();
        Object result = work.get();
        try {
            return (CLOCK.getCurrentThreadCpuTime() - start) / MILLION;
        } finally {
            // Or a compiler may leave the work out.
            Reference.reachabilityFence(result);
        }
    }
}
