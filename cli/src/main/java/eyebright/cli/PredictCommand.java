package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.prediction.Predicted;
import eyebright.prediction.PredictedJson;
import eyebright.prediction.PredictedText;
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

/// Prints the models behind a study's predictions, and how good they are.
@Command(
        name = "predict",
        description =
                "The models behind the predictions: how good they are, and their coefficients.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--json",
            description = "One JSON object, without times, with the chances of every row.")
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
        Predicted predicted =
                Predicted.of(
                        folder.get().study(),
                        folder.get().scales(),
                        folder.get().feedback(),
                        folder.get().population(),
                        frame.get());
        var out = spec.commandLine().getOut();
        out.println(json ? PredictedJson.write(predicted) : PredictedText.of(predicted));
        out.flush();
        return Exit.FINE;
    }
}
