package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.MemoryPoolMXBean;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OldGenerationTest {

    /// Fills the old generation with what is of no use, and prints in MB what is in it, before a look and after.
    static final class Filling {

        private static final int MB = 1 << 20;

        private Filling() {}

        static void main(String... arguments) {
            MemoryPoolMXBean pool = Objects.requireNonNull(OldGeneration.find());
            for (int megabytes : new int[] {32, 48}) {
                // More than there is room for among what is new.
                for (int i = 0; i < megabytes / 8; i++) {
                    filled = new byte[8 * MB];
                }
                System.out.println(used(pool));
                OldGeneration.collectIfGrown(pool);
                System.out.println(used(pool));
            }
        }

        @SuppressWarnings("unused") // so that java cannot leave it out
        private static volatile byte[] filled = {};

        private static long used(MemoryPoolMXBean pool) {
            return pool.getUsage().getUsed() / MB;
        }
    }

    @Test
    void isLookedThroughOnceItHasGrown() throws IOException, InterruptedException {
        var megabytes =
                OwnJava.run(Filling.class, "-XX:+UseSerialGC", "-Xmx256m", "-Xmn8m").stream()
                        .map(Long::valueOf)
                        .toList();
        assertThat(megabytes.getFirst()).isGreaterThanOrEqualTo(32);
        assertThat(megabytes.get(1)).as("too little to look").isEqualTo(megabytes.getFirst());
        assertThat(megabytes.get(2)).isGreaterThanOrEqualTo(80);
        assertThat(megabytes.get(3)).as("what is of use").isBetween(8L, 24L);
    }

    /// Says whether there is one.
    static final class Looking {

        private Looking() {}

        static void main(String... arguments) {
            System.out.println(OldGeneration.find() != null);
        }
    }

    @Test
    void anotherCollectorIsLeftToItself() throws IOException, InterruptedException {
        assertThat(OwnJava.run(Looking.class, "-XX:+UseG1GC")).containsExactly("false");
    }
}
