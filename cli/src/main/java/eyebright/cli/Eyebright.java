package eyebright.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `eyebright` command. Data go to stdout, talk to stderr; exit 0 fine, 1 problems found, 2 wrong use,
/// 3 failure.
@Command(
        name = "eyebright",
        description = "A survey study as one folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            NewCommand.class,
            CheckCommand.class,
            SimulateCommand.class,
            AnalyseCommand.class,
            ExportCommand.class
        })
public final class Eyebright implements Runnable {

    @Spec private CommandSpec spec;

    /// Made by picocli.
    public Eyebright() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        return new CommandLine(new Eyebright())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
