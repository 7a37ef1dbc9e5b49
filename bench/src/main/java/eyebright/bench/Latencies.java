package eyebright.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How long each of many requests took, and all of them together.
final class Latencies {

    private static final double MILLION = TimeUnit.MILLISECONDS.toNanos(1);

    /// Nanoseconds of each, the shortest first.
    private final long[] sorted;

    private final double seconds;

    private Latencies(long[] sorted, double seconds) {
        this.sorted = sorted;
        this.seconds = seconds;
    }

    /// Puts together what several threads measured.
    ///
    /// @param parts nanoseconds
    /// @param seconds from the first to the last of all threads
    static Latencies of(List<long[]> parts, double seconds) {
        long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Latencies(all, seconds);
    }

    /// From the first to the last of all threads.
    double seconds() {
        return seconds;
    }

    int count() {
        return sorted.length;
    }

    double perSecond() {
        return count() / seconds;
    }

    /// Milliseconds that this share does not exceed.
    double milliseconds(double share) {
        return count() == 0
                ? 0
                : sorted[Math.max(0, (int) Math.ceil(share * count()) - 1)] / MILLION;
    }

    /// A row of the table under [#HEAD].
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-42s %9.0f %8.1f %8.1f %8.1f %8.1f",
                name,
                perSecond(),
                milliseconds(0.5),
                milliseconds(0.95),
                milliseconds(0.99),
                milliseconds(1));
    }

    /// The head of the rows.
    static final String HEAD =
            String.format(
                    Locale.ROOT,
                    "%-42s %9s %8s %8s %8s %8s",
                    "",
                    "a second",
                    "p50 ms",
                    "p95",
                    "p99",
                    "most");
}
