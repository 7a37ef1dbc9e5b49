package eyebright.cli;

import eyebright.schema.Schemas;
import eyebright.study.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a small study to start from, and beside its files, where no reader of studies looks, what editors need to complete and
/// check them.
@Command(
        name = "new",
        description = "A folder of about 15 lines to start from.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of("study.yaml", "questions.yaml", "plan.yaml");

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "Its name, also a path: lower-case letters, digits and hyphens.")
    private Path name;

    @Override
    public Integer call() throws IOException {
        String study = name.getFileName().toString();
        if (!Names.isAddress(study)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "NAME must be lower-case letters, digits and hyphens, not \"%s\""
                            .formatted(study));
        }
        if (Files.exists(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"%s\" is there already; choose another name".formatted(name));
        }
        Files.createDirectories(name);
        for (String file : FILES) {
            Files.writeString(
                    name.resolve(file), Schemas.line(file) + named(template(file), study));
        }
        SchemaFiles.write(name.resolve(Schemas.FOLDER));
        var out = spec.commandLine().getOut();
        FILES.forEach(file -> out.println(name.resolve(file)));
        spec.commandLine()
                .getErr()
                .printf(
                        "Written. Next: eyebright serve %s --preview, and eyebright check %s.%n",
                        name, name);
        return Exit.FINE;
    }

    /// The template under another name; the ids in it stay as they are.
    private static String named(String template, String study) {
        return template.replace("study: hello\n", "study: " + study + "\n")
                .replace("{plan: hello,", "{plan: " + study + ",");
    }

    private static String template(String file) throws IOException {
        try (InputStream template =
                Optional.ofNullable(NewCommand.class.getResourceAsStream("new/" + file))
                        .orElseThrow(
                                () -> new IllegalStateException("the jar lacks new/" + file))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
