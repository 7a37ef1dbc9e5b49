package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A java process of a test's own, for what an option or a system call changes for all of a process.
final class OwnJava {

    private OwnJava() {}

    /// The lines that a program prints.
    ///
    /// @param program its main class
    /// @param options of java
    static List<String> run(Class<?> program, String... options)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(program, List.of(options)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.lines().toList();
    }

    /// What starts a program that the tests can see.
    ///
    /// @param program its main class
    /// @param options of java
    static List<String> command(Class<?> program, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return command;
    }
}
