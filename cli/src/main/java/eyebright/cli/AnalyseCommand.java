package eyebright.cli;

import eyebright.analysis.Findings;
import eyebright.analysis.FindingsJson;
import eyebright.article.FindingsText;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.freeze.Begun;
import eyebright.freeze.Standing;
import eyebright.recompute.RScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a plan says about data.
@Command(
        name = "analyse",
        description = "Findings: what the plan says about the answers.",
        mixinStandardHelpOptions = true)
final class AnalyseCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--r",
            paramLabel = "DIR",
            description =
                    "Also write an R script that recomputes every finding from the table, with the"
                            + " table and these findings beside it.")
    private @Nullable Path script;

    @Option(names = "--json", description = "One JSON object, without times.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<StudyFolder> folder = StudyArgument.read(study, spec.commandLine().getErr());
        if (folder.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Optional<Frame> frame =
                DataArgument.read(data.path(), folder.get().study(), spec.commandLine());
        if (frame.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Findings findings =
                Findings.of(
                        folder.get().study(),
                        folder.get().scales(),
                        folder.get().plan(),
                        standing(folder.get()),
                        frame.get());
        if (script != null) {
            RScript.write(
                    folder.get().study(),
                    folder.get().scales(),
                    folder.get().plan(),
                    frame.get(),
                    findings,
                    script);
            spec.commandLine()
                    .getErr()
                    .printf(
                            "Rscript %s compares these findings with R%n",
                            script.resolve("recompute.R"));
        }
        var out = spec.commandLine().getOut();
        out.println(json ? FindingsJson.write(findings) : FindingsText.of(findings));
        out.flush();
        return Exit.FINE;
    }

    /// How the plan stands to what was frozen. A store knows when its people began, and so does a table that was
    /// exported from one; another table does not.
    private Optional<Standing> standing(StudyFolder folder) throws IOException {
        Optional<Standing> standing = folder.standing();
        if (standing.isEmpty()) {
            return standing;
        }
        Optional<List<Begun.Run>> begun =
                Files.isDirectory(data.path())
                        ? Optional.of(DataArgument.begun(data.path(), folder.study()))
                        : DataArgument.begunBeside(data.path(), spec.commandLine());
        return begun.isEmpty()
                ? standing
                : standing.map(frozen -> frozen.with(Begun.of(begun.get(), frozen.planHash())));
    }
}
