package eyebright.cli;

import eyebright.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The folder in which answers are kept.
final class DataFolderOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "DIR",
            description =
                    "The data folder, where eyebright serve keeps answers. Default: ./${DEFAULT-VALUE}.")
    private Path path = Path.of("data");

    /// The folder, which need not be there.
    Path path() {
        return path;
    }

    /// The folder, which is there.
    ///
    /// @throws ParameterException if it is not
    Path there() {
        if (!Files.isDirectory(path)) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no data folder \"%s\"; name the one of eyebright serve by --data"
                            .formatted(path));
        }
        return path;
    }

    /// The folder, which keeps answers or once did.
    ///
    /// @throws ParameterException if it is not there, or nothing was ever kept in it
    Path withAnswers() {
        if (!Store.isIn(there())) {
            throw new ParameterException(
                    command.commandLine(),
                    "the folder \"%s\" holds no answers; name the data folder of eyebright serve by --data"
                            .formatted(path));
        }
        return path;
    }
}
