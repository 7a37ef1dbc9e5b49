package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.manuscript.Author;
import eyebright.publish.Gathered;
import eyebright.publish.OutputFolder;
import eyebright.publish.PublicAnswers;
import eyebright.publish.PublishedFolder;
import eyebright.publish.cite.Home;
import eyebright.publish.data.About;
import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Licence;
import eyebright.publish.version.Edition;
import eyebright.publish.version.KeptVersions;
import eyebright.publish.version.Version;
import eyebright.publish.version.VersionJson;
import eyebright.source.Characters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes what leaves the house.
@Command(
        name = "publish",
        description =
                "A folder that others read, cite and check: the article, its pictures, the package of data.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    /// What others may do with the data.
    enum Rights {
        cc0(Licence.CC0),
        cc_by(Licence.CC_BY);

        private final Licence licence;

        Rights(Licence licence) {
            this.licence = licence;
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "A folder, or the name of one in studies/.")
    private Path study;

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or one that was published of this study before.")
    private Path out;

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            description =
                    "What the package of data is called. Unless given, version 2 is called 2.0.0.")
    private @Nullable String release;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Where people will find it: citations then hold the address.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            description = "The day of the version; today unless given.")
    private @Nullable LocalDate day;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description =
                    "Who made the study, more than once for more than one; the authors of article.md unless given.")
    private List<String> authors = new ArrayList<>();

    @Option(
            names = "--licence",
            paramLabel = "cc0|cc-by",
            description =
                    "What others may do with the data; as article.md says of itself unless given, and else not"
                            + " declared.")
    private @Nullable Rights licence;

    @Option(names = "--json", description = "One JSON object: the files with their checksums.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<StudyFolder> folder = StudyArgument.read(study, spec.commandLine().getErr());
        if (folder.isEmpty()) {
            return Exit.PROBLEMS;
        }
        var place = OutputFolder.of(out, folder.get().study().name());
        Optional<String> refusal = place.refusal();
        if (refusal.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out must be a new folder, not \"%s\": %s".formatted(out, refusal.get()));
        }
        Optional<Version> before = before();
        About about = about(Edition.number(before));
        Home home = home();
        Optional<Publishable> rows =
                Publishable.read(data.path(), folder.get(), spec.commandLine());
        if (rows.isEmpty()) {
            return Exit.PROBLEMS;
        }
        return switch (rows.get().allowed(before)) {
            case PublicAnswers.Refused(String reason) -> refused(reason);
            case PublicAnswers.Allowed allowed -> {
                Optional<String> notKept = rows.get().keep(allowed);
                if (notKept.isPresent()) {
                    yield refused(notKept.get());
                }
                yield publish(
                        place,
                        Edition.of(
                                folder.get(),
                                new Gathered(
                                        allowed.answers(),
                                        allowed,
                                        DataArgument.traffic(
                                                data.path(), folder.get().study().name())),
                                about,
                                home,
                                Edition.number(before),
                                before));
            }
        };
    }

    private int refused(String reason) {
        spec.commandLine().getErr().println("not published: " + reason);
        return Exit.PROBLEMS;
    }

    /// The version that stands in the folder.
    private Optional<Version> before() throws IOException {
        return switch (KeptVersions.read(out)) {
            case VersionJson.Reading.None _ -> Optional.empty();
            case VersionJson.Reading.Read(Version version) -> Optional.of(version);
            case VersionJson.Reading.Fault(String why) ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "--out must hold a %s that reads, or none: %s"
                                    .formatted(Version.FILE, why));
        };
    }

    private Home home() {
        try {
            return new Home(Optional.ofNullable(publicUrl));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(), "--public-url: " + wrong.getMessage(), wrong);
        }
    }

    private About about(int number) {
        try {
            return new About(
                    release == null ? Edition.release(number) : release,
                    day == null
                            ? LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
                            : day,
                    authors.stream().map(Author::of).toList(),
                    Optional.empty(),
                    Optional.ofNullable(licence).map(rights -> rights.licence));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int publish(OutputFolder place, Edition edition) throws IOException {
        var files = new ArrayList<FileFacts>();
        place.write(into -> files.addAll(edition.write(into)));
        boolean hasArticle = edition.hasArticle();
        var told = new Published(edition, hasArticle, files);
        var stdout = spec.commandLine().getOut();
        stdout.print(json ? told.json() : told.text());
        stdout.flush();
        var stderr = spec.commandLine().getErr();
        if (!hasArticle) {
            stderr.println("there is no article.md, so checklists, pictures and data went out");
        }
        stderr.printf("version %d%n", edition.version().number());
        // Each on a line of its own, whatever the version before calls its figures.
        edition.version()
                .changed()
                .forEach(each -> stderr.println("  " + Characters.visible(each)));
        stderr.printf(
                "Rscript %s computes every number again%n",
                out.resolve(PublishedFolder.DATA_PACKAGE).resolve("analysis.R"));
        return Exit.FINE;
    }
}
