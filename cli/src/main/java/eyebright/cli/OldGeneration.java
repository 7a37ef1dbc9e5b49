package eyebright.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What java keeps of a server for longer. Its serial collector looks through that only once all of the heap is full, and takes
/// memory from the system until then: a busy server came to hold 250 MB, of which 50 were of use.
///
/// So this has it look sooner. Other collectors do by themselves.
final class OldGeneration {

    /// In bytes, how much may come to what the last full collection left. A collection holds up everybody for a quarter of a
    /// second on a small machine; some 100,000 saves bring so much, or a few snapshots of thousands.
    static final long GROWTH = 64L << 20;

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    /// What java calls it.
    private static final String NAME = "Tenured Gen";

    private OldGeneration() {}

    /// Looks every ten seconds, for as long as the process lives.
    static void watch() {
        Thread.ofPlatform().daemon().name("old generation").start(OldGeneration::lookAgainAndAgain);
    }

    private static void lookAgainAndAgain() {
        try {
            // A start has other things to do than to load what tells of memory.
            Thread.sleep(BETWEEN);
            MemoryPoolMXBean pool = find();
            while (pool != null) {
                collectIfGrown(pool);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            // The process ends.
        }
    }

    /// None where java collects otherwise.
    static @Nullable MemoryPoolMXBean find() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals(NAME)) {
                return pool;
            }
        }
        return null;
    }

    static void collectIfGrown(MemoryPoolMXBean pool) {
        MemoryUsage left = pool.getCollectionUsage();
        if (pool.getUsage().getUsed() - left.getUsed() >= GROWTH) {
            System.gc();
        }
    }
}
