package eyebright.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where a command that reads answers finds them.
final class DataOption {

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "PATH",
            description =
                    "A table (FILE.csv), or the data folder of eyebright serve. Default:"
                            + " ./${DEFAULT-VALUE}.")
    private Path path;

    /// A table or a data folder.
    Path path() {
        return path;
    }
}
