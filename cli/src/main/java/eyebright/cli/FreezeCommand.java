package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.freeze.Authorities;
import eyebright.freeze.Begun;
import eyebright.freeze.Freeze;
import eyebright.freeze.FreezeFiles;
import eyebright.freeze.Freezing;
import eyebright.freeze.FrozenReader;
import eyebright.freeze.FrozenText;
import eyebright.freeze.TimeStamp;
import eyebright.freeze.TimeStamps;
import eyebright.source.FolderReader;
import eyebright.source.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Freezes a plan with its questionnaire, and adds to what was frozen what others say of it.
@Command(
        name = "freeze",
        description = "Writes plan and questionnaire down for good: appended, never replaced.",
        mixinStandardHelpOptions = true)
final class FreezeCommand implements Callable<Integer> {

    /// The longest note; more belongs into the plan.
    private static final int LONGEST_NOTE = 2000;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Option(
            names = "--after-data",
            paramLabel = "N",
            description = "Freeze although N people have answered already; the entry says so.")
    private @Nullable Integer afterData;

    @Mixin private final DataFolderOption data = new DataFolderOption();

    @Option(
            names = "--notes",
            paramLabel = "WORDS",
            description = "What to write beside it, such as why it is frozen again.")
    private @Nullable String notes;

    @Option(
            names = "--timestamp",
            paramLabel = "FILE.tsr",
            description = "Attach a time stamp (RFC 3161) to the latest entry; freezes nothing.")
    private @Nullable Path timeStamp;

    @Option(
            names = "--link",
            paramLabel = "ADDRESS",
            description =
                    "Attach the address of a registration (OSF, Zenodo) to the latest entry; not"
                            + " looked up. Freezes nothing.")
    private @Nullable String link;

    @Option(names = "--show", description = "Print what was frozen and what has changed since.")
    private boolean show;

    @Option(
            names = "--ca",
            paramLabel = "FILE.pem",
            description = "Certificates you trust, with --show or --timestamp.")
    private @Nullable Path trusted;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Write the plan in the shapes of OSF and AsPredicted, and the questionnaire as a"
                            + " page to print. Freezes nothing.")
    private @Nullable Path export;

    @Override
    public Integer call() throws IOException {
        Path folder = StudyArgument.folder(study);
        Optional<StudyFolder> read = StudyArgument.read(study, spec.commandLine().getErr());
        if (read.isEmpty()) {
            return Exit.PROBLEMS;
        }
        if (isAddingOrShowing()) {
            return addAndShow(folder, read.get());
        }
        return freeze(folder, read.get());
    }

    private boolean isAddingOrShowing() {
        boolean is = show || timeStamp != null || link != null || export != null;
        if (is && (afterData != null || notes != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--after-data and --notes are for freezing; --show, --timestamp, --link and"
                            + " --export freeze nothing");
        }
        if (trusted != null && !show && timeStamp == null) {
            throw new ParameterException(
                    spec.commandLine(), "--ca goes with --show or --timestamp");
        }
        return is;
    }

    private int freeze(Path folder, StudyFolder read) throws IOException {
        if (notes != null && (notes.isBlank() || notes.length() > LONGEST_NOTE)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--notes must be 1 to %,d characters".formatted(LONGEST_NOTE));
        }
        int answers =
                DataArgument.begun(data.path(), read.study()).stream()
                        .mapToInt(Begun.Run::people)
                        .sum();
        PrintWriter err = spec.commandLine().getErr();
        return switch (Freezing.of(
                read.frozen(),
                read.study(),
                read.plan(),
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC),
                answers,
                afterData == null ? OptionalInt.empty() : OptionalInt.of(afterData),
                Optional.ofNullable(notes))) {
            case Freezing.Outcome.Refused(List<String> reasons) -> {
                reasons.forEach(reason -> err.println("not frozen: " + reason));
                yield Exit.PROBLEMS;
            }
            case Freezing.Outcome.Ready(Freeze freeze, List<String> advice) -> {
                Path entry = FreezeFiles.append(folder, freeze);
                spec.commandLine().getOut().print(FrozenText.made(freeze));
                spec.commandLine().getOut().flush();
                advice.forEach(err::println);
                err.printf(
                        "Kept in %s. To have the date confirmed: openssl ts -query -digest %s"
                                + " -sha256 -cert -out query.tsq, send query.tsq to a time stamp"
                                + " authority, and attach what it answers with --timestamp.%n",
                        entry, freeze.hash());
                yield Exit.FINE;
            }
        };
    }

    private int addAndShow(Path folder, StudyFolder read) throws IOException {
        Authorities authorities =
                trusted == null ? Authorities.NONE : TimeStamps.authorities(trusted);
        if (timeStamp != null && !stamp(folder, read, timeStamp, authorities)) {
            return Exit.PROBLEMS;
        }
        if (link != null) {
            if (!FrozenReader.isLink(link)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--link must be an address such as https://osf.io/abcde");
            }
            FreezeFiles.link(folder, last(read), link);
            spec.commandLine().getErr().printf("attached %s; nobody has looked it up%n", link);
        }
        if (export != null) {
            RegistrationFiles.write(read, export).forEach(spec.commandLine().getErr()::println);
        }
        if (show) {
            Optional<StudyFolder> now = StudyArgument.read(study, spec.commandLine().getErr());
            if (now.isEmpty()) {
                return Exit.PROBLEMS;
            }
            var frozen = FrozenReader.read(now.get().sources(), authorities, new Problems());
            spec.commandLine()
                    .getOut()
                    .print(FrozenText.of(frozen, now.get().plan(), now.get().study()));
            spec.commandLine().getOut().flush();
        }
        return Exit.FINE;
    }

    private boolean stamp(Path folder, StudyFolder read, Path file, Authorities authorities)
            throws IOException {
        Freeze last = last(read);
        PrintWriter err = spec.commandLine().getErr();
        if (Files.size(file) > FolderReader.MOST_BYTES) {
            err.printf("not attached: %s is too large for a time stamp%n", file);
            return false;
        }
        if (last.stamp().isPresent()) {
            err.printf(
                    "not attached: %s has a time stamp already%n",
                    FreezeFiles.folder(last.number()));
            return false;
        }
        byte[] token = Files.readAllBytes(file);
        return switch (TimeStamps.read(token, last.entry().text(), authorities)) {
            case TimeStamps.Reading.Invalid(String why) -> {
                err.println("not attached: " + why);
                yield false;
            }
            case TimeStamps.Reading.Valid(TimeStamp stamp) -> {
                FreezeFiles.stamp(folder, last, token);
                err.println(stamp.inWords());
                yield true;
            }
        };
    }

    private Freeze last(StudyFolder read) {
        return read.frozen()
                .last()
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "%s has frozen nothing yet; first: eyebright freeze %s"
                                                .formatted(read.study().name(), study)));
    }
}
