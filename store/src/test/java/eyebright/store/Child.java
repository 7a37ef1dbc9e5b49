package eyebright.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What tests run in a process of its own.
public final class Child {

    private Child() {}

    /// Starts a Java with the class path of the tests; what it says to standard error is ours.
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// What starts it.
    static List<String> command(Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Prints the names of the files of a folder that hold one of some texts.
    public static final class FindText {

        private FindText() {}

        /// Arguments: folder, text, and further texts.
        public static void main(String[] arguments) throws IOException {
            try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes =
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    if (Stream.of(arguments).skip(1).anyMatch(bytes::contains)) {
                        System.out.println(file.getFileName());
                    }
                }
            }
        }
    }

    /// Saves page after page, and prints the respondent and the number of each once it is kept.
    static final class SavePages {

        private SavePages() {}

        // Arguments: folder.
        public static void main(String[] arguments) throws InterruptedException {
            try (Store store = Store.open(Path.of(arguments[0]), InstantSource.system())) {
                store.addVersion(
                        StoreContract.version(StoreContract.QUESTIONNAIRE, StoreContract.PLAN, ""));
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    threads.add(Thread.ofPlatform().start(() -> save(store)));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }

        private static void save(Store store) {
            while (true) {
                RespondentId id =
                        store.start(
                                        StoreContract.STUDY,
                                        StoreContract.QUESTIONNAIRE,
                                        StoreContract.PLAN)
                                .id();
                for (int i = 0; i < 20; i++) {
                    String number = Integer.toString(i);
                    store.save(
                            StoreContract.page(
                                    id,
                                    "page-" + number,
                                    number,
                                    List.of("v" + number),
                                    Map.of("v" + number, StoreContract.words("x" + number))));
                    synchronized (System.out) {
                        System.out.println(id + " " + number);
                        System.out.flush();
                    }
                }
            }
        }
    }

    /// Opens a folder to write, says so, and holds it until its input ends.
    static final class HoldFolder {

        private HoldFolder() {}

        // Arguments: folder.
        public static void main(String[] arguments) throws IOException {
            try (Store store = Store.open(Path.of(arguments[0]), InstantSource.system())) {
                System.out.println("holds " + store.counts(StoreContract.STUDY).started());
                System.out.flush();
                System.in.read();
            } catch (StoreLockedException locked) {
                System.out.println("locked by " + locked.pid());
            }
        }
    }
}
