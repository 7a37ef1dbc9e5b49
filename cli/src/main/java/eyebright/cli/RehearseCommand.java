package eyebright.cli;

import eyebright.analysis.Findings;
import eyebright.analysis.FindingsJson;
import eyebright.article.FindingsText;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.population.Scenario;
import eyebright.rehearsal.Rehearsable;
import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.RehearsalJson;
import eyebright.rehearsal.RehearsalText;
import eyebright.rehearsal.SavedRehearsal;
import eyebright.rehearsal.Settings;
import eyebright.source.FolderReader;
import eyebright.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Rehearses a whole study.
@Command(
        name = "rehearse",
        description =
                "The whole study on made-up respondents, again and again: how often each claim would come out"
                        + " how, and how many respondents would mend it.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    private static final int UNPLANNED = 100;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "Only this one, such as as-published, half, nothing or at-the-margin.CLAIM; may be given"
                            + " more than once. Default: all.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--respondents",
            paramLabel = "N",
            description = "In each replicate. Default: as many as the plan waits for.")
    private @Nullable Integer respondents;

    @Option(
            names = "--replications",
            defaultValue = "1000",
            paramLabel = "R",
            description = "How many replicates of each scenario. Default: ${DEFAULT-VALUE}.")
    private int replications;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "The same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description =
                    "How many work at once; the bytes do not depend on it. Default: all cores.")
    private @Nullable Integer threads;

    @Option(
            names = "--no-curve",
            description = "Not with more and fewer respondents: half as long.")
    private boolean noCurve;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Keep in FILE how far it got, and go on from there if it was stopped before.")
    private @Nullable Path resume;

    @Option(
            names = "--save",
            description = "Write rehearsal.json into the study folder, for its page.")
    private boolean save;

    @Option(
            names = "--replicate",
            paramLabel = "K",
            description = "Run replicate K alone and print its findings.")
    private @Nullable Long replicate;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "With --replicate: also its respondents as a table.")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object, without times.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<StudyFolder> folder = StudyArgument.read(study, spec.commandLine().getErr());
        if (folder.isEmpty()) {
            return Exit.PROBLEMS;
        }
        if (out != null && replicate == null) {
            throw wrongUse("--out goes with --replicate K");
        }
        Rehearsable rehearsable = folder.get().rehearsable();
        Settings settings = settings(rehearsable);
        return replicate == null
                ? rehearse(rehearsable, settings)
                : alone(rehearsable, settings, replicate);
    }

    private Settings settings(Rehearsable rehearsable) {
        List<String> all = rehearsable.scenarios().stream().map(Scenario::word).toList();
        for (String scenario : scenarios) {
            if (!all.contains(scenario)) {
                throw wrongUse(
                        "--scenario must be one of %s, not \"%s\""
                                .formatted(String.join(", ", all), scenario));
            }
        }
        int planned = rehearsable.plan().respondents();
        int number = respondents == null ? (planned > 0 ? planned : UNPLANNED) : respondents;
        requireRange("--respondents", number);
        requireRange("--replications", replications);
        if (threads != null && (threads < 1 || threads > 1_000)) {
            throw wrongUse("--threads must be 1 to 1,000, not %,d".formatted(threads));
        }
        return new Settings(
                scenarios.isEmpty() ? all : scenarios.stream().distinct().toList(),
                number,
                replications,
                seed,
                Settings.CENSUS,
                noCurve ? Settings.Curve.WITHOUT : Settings.Curve.WITH);
    }

    private void requireRange(String option, int number) {
        if (number < 1 || number > Settings.MOST) {
            throw wrongUse("%s must be 1 to %,d, not %,d".formatted(option, Settings.MOST, number));
        }
    }

    private ParameterException wrongUse(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private int rehearse(Rehearsable rehearsable, Settings settings) throws IOException {
        var problems = new Problems();
        Optional<Rehearsal> before =
                resume != null && Files.exists(resume)
                        ? SavedRehearsal.resumed(
                                resume.toString(),
                                Files.readString(resume),
                                rehearsable,
                                settings,
                                problems)
                        : Optional.empty();
        if (problems.hasErrors()) {
            problems.inFileOrder().forEach(spec.commandLine().getErr()::println);
            return Exit.PROBLEMS;
        }
        var progress = new RehearsalProgress(spec.commandLine().getErr(), settings, resume);
        Rehearsal rehearsal =
                rehearsable.rehearse(
                        settings,
                        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                        before,
                        progress::tell);
        progress.done(rehearsal);
        rehearsal.gaps().forEach(spec.commandLine().getErr()::println);
        String written = RehearsalJson.write(rehearsal);
        if (save) {
            Path file = StudyArgument.folder(study).resolve(FolderReader.REHEARSAL);
            String kept = RehearsalJson.write(rehearsal.kept());
            WholeFile.write(file, to -> to.write(kept));
            spec.commandLine().getErr().printf("%s is written%n", file);
        }
        var to = spec.commandLine().getOut();
        if (json) {
            to.print(written);
        } else {
            to.println(RehearsalText.of(rehearsal));
        }
        to.flush();
        return Exit.FINE;
    }

    private int alone(Rehearsable rehearsable, Settings settings, long number) throws IOException {
        if (number < 1 || number > Settings.MOST) {
            throw wrongUse(
                    "--replicate must be 1 to %,d, not %,d".formatted(Settings.MOST, number));
        }
        if (settings.scenarios().size() > 1 && !scenarios.isEmpty()) {
            throw wrongUse("--replicate takes one --scenario");
        }
        Scenario scenario = rehearsable.scenario(settings.scenarios().getFirst()).orElseThrow();
        Frame frame = rehearsable.replicate(scenario, seed, number, settings.respondents());
        if (out != null) {
            TableFiles.write(rehearsable.study(), frame, out);
        }
        Findings findings =
                Findings.of(rehearsable.study(), rehearsable.scales(), rehearsable.plan(), frame);
        var to = spec.commandLine().getOut();
        to.println(json ? FindingsJson.write(findings) : FindingsText.of(findings));
        to.flush();
        return Exit.FINE;
    }
}
