package eyebright.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs scripts of this package in R, on one core.
final class R {

    private R() {}

    /// What a script printed, as cells of its lines; empty where Rscript is not installed.
    ///
    /// @param script the name of a file of this package
    /// @param folder where it is put and runs
    /// @throws IllegalStateException if the script stopped before its end
    static Optional<List<List<String>>> run(String script, Path folder, String... arguments)
            throws IOException, InterruptedException {
        Path file = folder.resolve(script);
        try (InputStream in = R.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the package lacks its file " + script);
            }
            Files.write(file, in.readAllBytes());
        }
        var command = new ArrayList<>(List.of("Rscript", "--vanilla", file.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process;
        try {
            process = builder.start();
        } catch (IOException _) {
            return Optional.empty();
        }
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("R stopped before its end: " + told);
        }
        return Optional.of(
                told.lines()
                        .map(line -> List.of(line.split(",", 4)))
                        .filter(cells -> cells.size() > 2)
                        .toList());
    }

    /// Takes a folder away, and the files in it.
    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
