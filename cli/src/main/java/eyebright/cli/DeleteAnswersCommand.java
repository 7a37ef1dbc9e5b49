package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.desk.Researchers;
import eyebright.method.Day;
import eyebright.retention.RetentionLog;
import eyebright.store.Store;
import eyebright.store.StoreLockedException;
import eyebright.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Deletes all answers of a study, by hand and for good.
@Command(
        name = "delete-answers",
        description = "Deletes all answers of a study for good, when their day has come.",
        mixinStandardHelpOptions = true)
final class DeleteAnswersCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study = Path.of("");

    @Mixin private final DataFolderOption data = new DataFolderOption();

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "The name of the study, to say that you mean it.")
    private @Nullable String confirmed;

    @Option(
            names = "--early",
            description = "Also before the day that the consent names as the last of keeping.")
    private boolean early;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<StudyFolder> folder = StudyArgument.read(study, err);
        if (folder.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Study of = folder.get().study();
        try (Store store = Store.open(data.withAnswers(), Clock.systemUTC())) {
            return delete(of, store, err);
        } catch (StoreLockedException running) {
            err.println("eyebright: " + running.getMessage());
            return Exit.FAILURE;
        }
    }

    private int delete(Study of, Store store, PrintWriter err) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), of.zone());
        int respondents = store.started(of.name());
        String people = respondents == 1 ? "1 person" : "%,d people".formatted(respondents);
        Optional<LocalDate> end = of.consent().retentionEnd();
        boolean isEarly = end.isEmpty() || !today.isAfter(end.get());
        if (respondents == 0) {
            err.printf("%s holds no answers to %s.%n", data.path(), of.name());
            return Exit.FINE;
        }
        if (!of.name().equals(confirmed) || (isEarly && !early)) {
            err.printf(
                    "Nothing was deleted. %s holds the answers of %s to %s",
                    data.path(), people, of.name());
            err.printf(
                    "%s.%n",
                    end.map(day -> ", which may be kept until " + Day.inWords(day)).orElse(""));
            err.printf(
                    "To delete them for good: eyebright delete-answers %s --data %s --confirm %s%s%n",
                    study, data.path(), of.name(), isEarly ? " --early" : "");
            return Exit.WRONG_USE;
        }
        // Opened before, so that nothing is deleted of which its log could not tell.
        try (Researchers desk = Researchers.open(data.path(), InstantSource.system())) {
            store.deleteAnswers(of.name(), store.questionnaires(of.name()));
            RetentionLog.of(data.path())
                    .deleted(
                            new RetentionLog.Deletion(
                                    of.name(), end.orElse(today), today, respondents));
            desk.log(
                    "deleted the answers of "
                            + people
                            + end.map(", kept until %s"::formatted).orElse(""),
                    of.name());
        }
        err.printf(
                "The answers of %s to %s are deleted. Backups of %s and tables made of it are yours to delete.%n",
                people, of.name(), data.path());
        return Exit.FINE;
    }
}
