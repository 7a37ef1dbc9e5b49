package eyebright.cli;

import eyebright.backup.Restore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings a backup back, but for what may not come back.
@Command(
        name = "restore",
        description = {
            "A data folder from a backup, all of it or nothing; eyebright serve must not run on it.",
            "Whoever has withdrawn since stays withdrawn."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Mixin private final DataFolderOption data = new DataFolderOption();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "The PostgreSQL to restore into, which the data folder remembers.")
    private @Nullable String database;

    @Option(
            names = "--replace",
            description =
                    "Replace what is in the data folder: it is deleted and cannot be had back.")
    private boolean replace;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The copy of the keys that backup --keys made, where the folder has none.")
    private @Nullable Path keys;

    @Option(
            names = "--withdrawn",
            paramLabel = "FILE",
            description = "Leave out whom backup --withdrawn wrote down since.")
    private @Nullable Path withdrawn;

    @Option(
            names = "--sha256",
            paramLabel = "HASH",
            description = "What backup printed: any other file is refused.")
    private @Nullable String sha256;

    @Override
    public Integer call() throws IOException {
        var wish =
                new Restore.Wish(
                        replace ? Restore.Present.REPLACED : Restore.Present.NONE,
                        Optional.ofNullable(keys),
                        Optional.ofNullable(withdrawn),
                        Optional.ofNullable(sha256),
                        DatabaseOption.url(database, spec.commandLine()));
        Restore.Done done = Restore.of(file, data.path(), wish, InstantSource.system());
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%s: restored from a backup of %s: %s%n",
                data.path(), done.holdings().day(), BackupCommand.said(done.holdings()));
        if (done.withdrawn() > 0) {
            err.printf(
                    "%s withdrawn since, and did not come back%n",
                    done.withdrawn() == 1
                            ? "1 respondent has"
                            : "%,d respondents have".formatted(done.withdrawn()));
        }
        if (done.deleted() > 0) {
            err.printf(
                    "%s deleted since, and did not come back%n",
                    done.deleted() == 1
                            ? "1 comment was"
                            : "%,d comments were".formatted(done.deleted()));
        }
        if (done.desk() == Restore.Desk.KEPT) {
            err.println(
                    "The desk was kept as it is. To have that of the backup, move desk.db away first, or drop the schema desk.");
        }
        if (done.versions() > 0) {
            err.printf(
                    "%s kept that the backup does not have%n",
                    done.versions() == 1
                            ? "1 published version was"
                            : "%,d published versions were".formatted(done.versions()));
        }
        if (!done.keys()) {
            err.println(
                    "There are no keys. `serve` starts once they are in keys/eyebright.keys of the folder.");
        }
        return Exit.FINE;
    }
}
