package eyebright.cli;

import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.TableReader;
import eyebright.freeze.Begun;
import eyebright.freeze.BegunTable;
import eyebright.method.Traffic;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Severity;
import eyebright.store.Counts;
import eyebright.store.Store;
import eyebright.store.StoredFrame;
import eyebright.study.Study;
import eyebright.visitors.Came;
import eyebright.visitors.VisitorDays;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The data a command works on: a folder is a store, a file is a table.
final class DataArgument {

    private static final int SHOWN = 20;

    private DataArgument() {}

    /// The answers there; empty if the table has errors, or those of a folder may not be used any more. Why is printed to `err`.
    static Optional<Frame> read(Path data, Study study, CommandLine command) throws IOException {
        if (Files.isDirectory(data)) {
            return store(data, study, command);
        }
        if (!Files.exists(data)) {
            throw new ParameterException(
                    command,
                    "there is no \"%s\". --data names a table (FILE.csv) or the data folder of"
                                    .formatted(data)
                            + " eyebright serve");
        }
        var problems = new Problems();
        Frame frame = TableReader.read(data, study, problems);
        print(problems.inFileOrder(), command.getErr());
        return problems.hasErrors() ? Optional.empty() : Optional.of(frame);
    }

    /// The answers a server keeps in that folder; empty if they may not be used any more. Why is printed to `err`.
    static Optional<Frame> store(Path folder, Study study, CommandLine command) throws IOException {
        try (Store store = Store.read(folder)) {
            return mayBeUsed(store, study, folder, command)
                    ? Optional.of(StoredFrame.of(store, study, new Origin.Real()).frame())
                    : Optional.empty();
        }
    }

    /// Whether the answers of a folder may still be used. If not, why is printed to `err`.
    static boolean mayBeUsed(Store store, Study study, Path folder, CommandLine command) {
        Optional<String> refusal = Keeping.refusal(store, study, folder, Instant.now());
        refusal.ifPresent(why -> command.getErr().println("eyebright: " + why));
        return refusal.isEmpty();
    }

    /// How many came to a study and began; empty of a table, which does not tell.
    static Optional<Traffic> traffic(Path data, String study) throws IOException {
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        try (Store store = Store.read(data)) {
            Counts counts = store.counts(study);
            Came came = VisitorDays.all(data, study);
            return Optional.of(
                    new Traffic(
                            came.site() == 0
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Traffic.Visitors(
                                                    came.site(),
                                                    Math.min(came.survey(), came.site()))),
                            counts.started(),
                            counts.sent()));
        }
    }

    /// Under which plans the people of a table began, in their order; empty where no file beside it says so, and where it
    /// does not read, which is printed to `err`.
    static Optional<List<Begun.Run>> begunBeside(Path table, CommandLine command)
            throws IOException {
        Path plans = TableFiles.plans(table);
        if (!Files.isRegularFile(plans)) {
            return Optional.empty();
        }
        var problems = new Problems();
        List<Begun.Run> runs = BegunTable.read(plans.toString(), Files.readString(plans), problems);
        print(problems.inFileOrder(), command.getErr());
        return problems.inFileOrder().isEmpty() ? Optional.of(runs) : Optional.empty();
    }

    /// Under which plans the people in that folder began, in their order; nobody where there is no store.
    static List<Begun.Run> begun(Path folder, Study study) {
        if (!Store.isIn(folder)) {
            return List.of();
        }
        try (Store store = Store.read(folder)) {
            return store.begun(study.name());
        }
    }

    private static void print(List<Problem> problems, PrintWriter err) {
        problems.stream().limit(SHOWN).forEach(err::println);
        if (problems.size() > SHOWN) {
            long errors =
                    problems.stream()
                            .skip(SHOWN)
                            .filter(problem -> problem.rule().severity() == Severity.ERROR)
                            .count();
            err.printf("… and %,d more, %,d of them errors%n", problems.size() - SHOWN, errors);
        }
    }
}
