package eyebright.cli;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Java's second compiler, which makes fast code of what runs often. While a server starts on few processors it takes as much of
/// them as the server itself, for code that then rests.
///
/// Java can only give both its compilers another precedence, and the first is wanted at once. So this asks the system, where that
/// is Linux.
final class SecondCompiler {

    /// What stands behind others who want the processor too gets a third of what each of them has, and all of it once they rest.
    static final int NICE = 5;

    private static final Path THREADS = Path.of("/proc/self/task");

    /// What Linux keeps of the name that java gives the thread: fifteen characters.
    private static final String NAME = "C2 CompilerThre";

    /// `PRIO_PROCESS` of setpriority(2), which Linux takes for one thread.
    private static final int THREAD = 0;

    private SecondCompiler() {}

    /// Has it stand behind others, for as long as the process lives: to step forward again takes a right that servers should
    /// not have. Changes nothing where threads are not those of Linux, or this java has no such compiler.
    static void stepBack() {
        if (!Files.isDirectory(THREADS)) {
            return;
        }
        // Also where no such thread will be found: while java writes down what a server is to
        // remember there is none, and what calls the system is much to load.
        Optional<MethodHandle> setPriority = setPriority();
        if (setPriority.isEmpty()) {
            return;
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                if (Files.readString(thread.resolve("comm")).strip().equals(NAME)) {
                    stepBack(setPriority.get(), Integer.parseInt(thread.getFileName().toString()));
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // A thread has ended meanwhile: a start that is slower is no reason not to start.
        }
    }

    @SuppressWarnings(
            "restricted") // whoever starts a server lets it call the system, for SQLite as well
    private static Optional<MethodHandle> setPriority() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(
                        function ->
                                linker.downcallHandle(
                                        function,
                                        FunctionDescriptor.of(
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_INT)));
    }

    private static void stepBack(MethodHandle setPriority, int thread) {
        try {
            // Where it is refused, all stays as it was.
            int _ = (int) setPriority.invokeExact(THREAD, thread, NICE);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
