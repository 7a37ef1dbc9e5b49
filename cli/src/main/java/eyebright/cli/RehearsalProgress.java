package eyebright.cli;

import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.RehearsalJson;
import eyebright.rehearsal.ScenarioRun;
import eyebright.rehearsal.Settings;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How far a rehearsal is: a bar on a terminal, and a file to go on from where one was named. Both at most every
/// now and then.
final class RehearsalProgress {

    private static final int BAR = 30;
    private static final long BAR_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FILE_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final PrintWriter err;
    private final Settings settings;
    private final @Nullable Path file;
    private final boolean isTerminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private long barAt = System.nanoTime();
    private long fileAt = System.nanoTime();

    /// @param file where it is kept; nowhere if absent
    RehearsalProgress(PrintWriter err, Settings settings, @Nullable Path file) {
        this.err = err;
        this.settings = settings;
        this.file = file;
    }

    /// What there is so far.
    void tell(Rehearsal soFar) {
        long now = System.nanoTime();
        if (isTerminal && now - barAt > BAR_EVERY) {
            barAt = now;
            err.print("\r" + bar(soFar));
            err.flush();
        }
        if (now - fileAt > FILE_EVERY) {
            fileAt = now;
            keep(soFar);
        }
    }

    /// What there is in the end.
    void done(Rehearsal rehearsal) {
        if (isTerminal) {
            err.print("\r" + " ".repeat(bar(rehearsal).length()) + "\r");
            err.flush();
        }
        keep(rehearsal);
    }

    private String bar(Rehearsal soFar) {
        long done = soFar.scenarios().stream().mapToLong(ScenarioRun::replicates).sum();
        long all = (long) settings.replications() * settings.scenarios().size();
        int filled = (int) (BAR * done / all);
        return "rehearsing [%s%s] %,d of %,d, %-40s"
                .formatted(
                        "=".repeat(filled),
                        " ".repeat(BAR - filled),
                        done,
                        all,
                        soFar.scenarios().getLast().scenario());
    }

    private void keep(Rehearsal rehearsal) {
        if (file == null) {
            return;
        }
        String written = RehearsalJson.write(rehearsal);
        try {
            WholeFile.write(file, to -> to.write(written));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
