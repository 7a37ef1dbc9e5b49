package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.population.Scenario;
import eyebright.rehearsal.Rehearsable;
import eyebright.respondents.Respondents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes rehearsed respondents as a table.
@Command(
        name = "simulate",
        description = "Rehearsed respondents, made up from population.yaml, as a table.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Option(names = "--respondents", required = true, paramLabel = "N", description = "How many.")
    private int respondents;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "The same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--scenario",
            defaultValue = "as-published",
            paramLabel = "NAME",
            description = "The world they live in. Default: ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The table.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (respondents < 1 || respondents > MOST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--respondents must be 1 to %,d, not %,d".formatted(MOST, respondents));
        }
        Optional<StudyFolder> folder = StudyArgument.read(study, spec.commandLine().getErr());
        if (folder.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Respondents made = folder.get().respondents(scenario(folder.get()));
        made.gaps().forEach(gap -> spec.commandLine().getErr().println(gap.says()));
        Frame frame = made.frame(seed, 0, respondents);
        TableFiles.write(folder.get().study(), frame, out);
        spec.commandLine()
                .getErr()
                .printf(
                        "%,d rehearsed respondents in %s, its codebook beside%n",
                        frame.size(), out);
        return Exit.FINE;
    }

    private Scenario scenario(StudyFolder folder) {
        Rehearsable rehearsable = folder.rehearsable();
        return rehearsable
                .scenario(scenario)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "no scenario \"%s\"; there are %s"
                                                .formatted(
                                                        scenario,
                                                        rehearsable.scenarios().stream()
                                                                .map(Scenario::word)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
