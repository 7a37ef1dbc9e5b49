package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.source.Problem;
import eyebright.source.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints every problem of a study folder.
@Command(
        name = "check",
        description = "Every problem of a study folder, with its place and what to do.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Override
    public Integer call() throws IOException {
        Path folder = StudyArgument.folder(study);
        List<Problem> problems =
                switch (StudyFolder.read(folder)) {
                    case StudyFolder.Reading.Valid(_, List<Problem> warnings) -> warnings;
                    case StudyFolder.Reading.Invalid(List<Problem> all) -> all;
                };
        var out = spec.commandLine().getOut();
        problems.forEach(problem -> out.println(problem.print(folder.toString())));
        spec.commandLine().getErr().println(summary(folder, problems));
        return errors(problems) > 0 ? Exit.PROBLEMS : Exit.FINE;
    }

    private static long errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.rule().severity() == Severity.ERROR)
                .count();
    }

    /// One line that says how many problems a folder has.
    static String summary(Path folder, List<Problem> problems) {
        long errors = errors(problems);
        long warnings = problems.size() - errors;
        String said =
                errors == 0
                        ? "no errors"
                        : errors == 1 ? "1 error" : "%,d errors".formatted(errors);
        String also =
                warnings == 0
                        ? ""
                        : warnings == 1 ? ", 1 warning" : ", %,d warnings".formatted(warnings);
        return "%s: %s%s".formatted(folder, said, also);
    }
}
