package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SecondCompilerTest {

    private static final Path THREADS = Path.of("/proc/self/task");

    /// Steps back and prints how nice each of its threads is, beside the name.
    static final class Compiling {

        private Compiling() {}

        static void main() throws IOException {
            SecondCompiler.stepBack();
            try (Stream<Path> threads = Files.list(THREADS)) {
                for (Path thread : threads.toList()) {
                    String stat = Files.readString(thread.resolve("stat"));
                    int end = stat.lastIndexOf(')');
                    // The nineteenth value of proc(5), of which the first two are the id and the
                    // name.
                    String nice = stat.substring(end + 2).split(" ", -1)[16];
                    System.out.println(stat.substring(stat.indexOf('(') + 1, end) + "\t" + nice);
                }
            }
        }
    }

    @Test
    void itAloneStandsBehindTheOthers() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(THREADS), "threads are not those of Linux");
        Map<String, Integer> all = niceness("-XX:TieredStopAtLevel=4");
        int others = Objects.requireNonNull(all.get("C1 CompilerThre"));
        assertThat(all).containsEntry("C2 CompilerThre", Math.max(others, SecondCompiler.NICE));
        assertThat(all).containsEntry("VM Thread", others);
    }

    @Test
    void whereThereIsNoneNothingChanges() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(THREADS), "threads are not those of Linux");
        Map<String, Integer> all = niceness("-XX:TieredStopAtLevel=1");
        assertThat(all).doesNotContainKey("C2 CompilerThre");
        assertThat(all.values()).containsOnly(all.get("VM Thread"));
    }

    private static Map<String, Integer> niceness(String compilers)
            throws IOException, InterruptedException {
        var niceness = new HashMap<String, Integer>();
        OwnJava.run(
                        Compiling.class,
                        "-XX:+UseSerialGC",
                        compilers,
                        "--enable-native-access=ALL-UNNAMED")
                .stream()
                .map(line -> line.split("\t", -1))
                .forEach(each -> niceness.put(each[0], Integer.parseInt(each[1])));
        return niceness;
    }
}
