package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.frame.AnswersJson;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.sav.SavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the answers of a store as a file that other programs read.
@Command(
        name = "export",
        description = "The answers a server keeps: as a table, for SPSS, or as JSON.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /// What can be written.
    enum Format {
        csv,
        sav,
        json
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
    private Format format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
    private Path out;

    @Mixin private final DataFolderOption data = new DataFolderOption();

    @Override
    public Integer call() throws IOException {
        Optional<StudyFolder> folder = StudyArgument.read(study, spec.commandLine().getErr());
        if (folder.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Optional<Frame> answers =
                DataArgument.store(data.withAnswers(), folder.get().study(), spec.commandLine());
        if (answers.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Frame frame = answers.get();
        switch (format) {
            case csv -> {
                TableFiles.write(folder.get().study(), frame, out);
                TableFiles.writePlans(DataArgument.begun(data.path(), folder.get().study()), out);
            }
            case sav -> {
                var dataset = Dataset.of(folder.get().study(), frame);
                WholeFile.writeBytes(out, stream -> SavFile.write(dataset, stream));
            }
            case json -> {
                var dataset = Dataset.of(folder.get().study(), frame);
                WholeFile.write(out, writer -> AnswersJson.write(dataset, writer));
            }
        }
        int excluded = frame.excluded().values().stream().mapToInt(Integer::intValue).sum();
        spec.commandLine()
                .getErr()
                .printf(
                        "%,d respondents in %s%s; %,d more do not count%n",
                        frame.size(),
                        out,
                        format == Format.csv ? ", its codebook and plans beside" : "",
                        excluded);
        return Exit.FINE;
    }
}
