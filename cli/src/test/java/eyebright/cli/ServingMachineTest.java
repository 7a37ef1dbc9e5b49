package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The options that `./eyebright serve` gives java.
final class ServingMachineTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// Many requests wait below a call by reflection, which is how the framework calls a page, for one that comes after them.
    static final class Waiting {

        private static final int MANY = 100;
        private static final CountDownLatch LAST = new CountDownLatch(1);

        private Waiting() {}

        static void await() throws InterruptedException {
            LAST.await();
        }

        static void main() throws ReflectiveOperationException, InterruptedException {
            Method await = Waiting.class.getDeclaredMethod("await");
            var requests = new ArrayList<Thread>();
            for (int i = 0; i < MANY; i++) {
                requests.add(Thread.startVirtualThread(() -> call(await)));
            }
            requests.add(Thread.startVirtualThread(LAST::countDown));
            for (Thread request : requests) {
                request.join();
            }
            System.out.println("all were answered");
        }

        private static void call(Method method) {
            try {
                method.invoke(null);
            } catch (ReflectiveOperationException fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    /// Those that wait must not hold the few threads that all share.
    @Test
    void aRequestIsAnsweredWhileManyWait() throws IOException, InterruptedException {
        var options = new ArrayList<>(options());
        options.add("-Djdk.virtualThreadScheduler.parallelism=2");
        options.add("-Djdk.virtualThreadScheduler.maxPoolSize=2");
        Process process =
                new ProcessBuilder(OwnJava.command(Waiting.class, options))
                        .redirectErrorStream(true)
                        .start();
        boolean isOver = process.waitFor(30, TimeUnit.SECONDS);
        String printed = isOver ? printed(process) : "nothing within half a minute";
        process.destroyForcibly();
        assertThat(printed).isEqualTo("all were answered\n");
    }

    private static List<String> options() throws IOException {
        Process shell =
                new ProcessBuilder(
                                "sh",
                                "-eu",
                                "-c",
                                ". scripts/machine.sh; find_machine serve .; echo $machine")
                        .directory(ROOT.toFile())
                        .start();
        return List.of(printed(shell).strip().split(" ", -1));
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
