package eyebright.cli;

import eyebright.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Writes what editors need to complete and check the files of a study.
@Command(
        name = "schemas",
        description = "What editors need to complete and check the files of a study: JSON Schemas.",
        mixinStandardHelpOptions = true)
final class SchemasCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "Where to; STUDY/"
                            + Schemas.FOLDER
                            + " for one study. Schemas that are there are replaced.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out must be a folder, and \"%s\" is a file".formatted(out));
        }
        SchemaFiles.write(out).forEach(spec.commandLine().getOut()::println);
        spec.commandLine()
                .getErr()
                .printf(
                        "Written. In STUDY/%s, the first line of each file names its own, such as%n%s",
                        Schemas.FOLDER, Schemas.line("plan.yaml"));
        return Exit.FINE;
    }
}
