package eyebright.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The `eyebright` command. Data go to stdout, talk to stderr; exit 0 fine, 1 problems found, 2 wrong use,
/// 3 failure.
@Command(
        name = "eyebright",
        description = "A survey study as one folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Eyebright implements Runnable {

    /// The commands in the order in which help lists them.
    private static final Map<String, Supplier<Callable<Integer>>> COMMANDS = commands();

    @Spec private CommandSpec spec;

    private Eyebright() {}

    private static Map<String, Supplier<Callable<Integer>>> commands() {
        var commands = new LinkedHashMap<String, Supplier<Callable<Integer>>>();
        commands.put("serve", ServeCommand::new);
        commands.put("new", NewCommand::new);
        commands.put("schemas", SchemasCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("simulate", SimulateCommand::new);
        commands.put("analyse", AnalyseCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        commands.put("predict", PredictCommand::new);
        commands.put("freeze", FreezeCommand::new);
        commands.put("publish", PublishCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("researcher", ResearcherCommand::new);
        commands.put("delete-answers", DeleteAnswersCommand::new);
        return commands;
    }

    /// Runs one command and ends the process with its exit code. Numbers read alike in every country.
    public static void main(String... arguments) {
        Locale.setDefault(Locale.ROOT);
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            Thread.ofPlatform().daemon().name("second compiler").start(SecondCompiler::stepBack);
            OldGeneration.watch();
        }
        System.exit(run(arguments));
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        return line(arguments)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    /// The command line for these arguments. Where the first names a command, only that one is set up:
    /// looking through the options of all takes longer than checking a study.
    static CommandLine line(String... arguments) {
        var line = new CommandLine(new Eyebright());
        boolean isNamed = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        COMMANDS.forEach(
                (name, command) -> {
                    if (!isNamed || name.equals(arguments[0])) {
                        line.addSubcommand(name, command.get());
                    }
                });
        line.registerConverter(LocalDate.class, Eyebright::day);
        return line;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(
                    "a day must be such as 2026-11-22, not \"%s\"".formatted(typed));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
