package eyebright.cli;

import eyebright.backup.Backup;
import eyebright.backup.Holdings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes what a data folder holds into one file, beside the server.
@Command(
        name = "backup",
        description = {
            "Everything of a data folder but its keys in one file, also while eyebright serve runs.",
            "Prints the SHA-256 of the file."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The backup; must not be there yet.")
    private @Nullable Path file;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Copy the keys as well, or alone: to be kept apart from every backup.")
    private @Nullable Path keys;

    @Option(
            names = "--withdrawn",
            paramLabel = "FILE",
            description =
                    "Write down who has withdrawn, as random ids: lets a restore of an older backup leave them out.")
    private @Nullable Path withdrawn;

    @Mixin private final DataFolderOption data = new DataFolderOption();

    @Option(names = "--quiet", description = "Say nothing but what went wrong: for cron.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (file == null && keys == null && withdrawn == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "backup into which file? eyebright backup FILE; or --keys FILE, --withdrawn FILE");
        }
        if (file != null && keys != null && sameFolder(file, keys)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the keys must not lie beside the backup: whoever took the folder would have both");
        }
        PrintWriter err =
                quiet ? new PrintWriter(Writer.nullWriter()) : spec.commandLine().getErr();
        if (file != null) {
            Backup.Made made = Backup.write(data.withAnswers(), file, InstantSource.system());
            err.printf("%s: %s%n", file, said(made.holdings()));
            spec.commandLine().getOut().printf("%s  %s%n", made.sha256(), file);
        }
        if (keys != null) {
            Backup.writeKeys(data.there(), keys);
            err.printf("%s: the keys. Keep them where no backup is.%n", keys);
        }
        if (withdrawn != null) {
            int gone = Backup.writeWithdrawn(data.withAnswers(), withdrawn);
            err.printf("%s: %,d withdrawn or deleted%n", withdrawn, gone);
        }
        return Exit.FINE;
    }

    private static boolean sameFolder(Path one, Path other) {
        return Objects.equals(
                one.toAbsolutePath().normalize().getParent(),
                other.toAbsolutePath().normalize().getParent());
    }

    /// What a backup holds, in words.
    static String said(Holdings holdings) {
        return "%s, %s, %s, %s, %s"
                .formatted(
                        counted(holdings.respondents(), "respondent"),
                        counted(holdings.saves(), "save"),
                        counted(holdings.comments(), "comment"),
                        counted(holdings.accounts(), "account"),
                        counted(holdings.versions(), "published version"));
    }

    /// `1 respondent`, `2,000 respondents`.
    static String counted(long number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
