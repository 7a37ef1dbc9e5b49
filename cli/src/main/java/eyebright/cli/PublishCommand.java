package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.publish.OutputFolder;
import eyebright.publish.PublicAnswers;
import eyebright.publish.PublishedFolder;
import eyebright.publish.data.About;
import eyebright.publish.data.Author;
import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Licence;
import java.io.IOException;
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
            defaultValue = "1.0.0",
            paramLabel = "VERSION",
            description = "The version that is published. Default: ${DEFAULT-VALUE}.")
    private String release;

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
        About about = about();
        Optional<Frame> frame =
                DataArgument.read(data.path(), folder.get().study(), spec.commandLine());
        if (frame.isEmpty()) {
            return Exit.PROBLEMS;
        }
        return switch (PublicAnswers.of(
                folder.get().study(), folder.get().publicData(), frame.get())) {
            case PublicAnswers.Refused(String reason) -> {
                spec.commandLine().getErr().println("not published: " + reason);
                yield Exit.PROBLEMS;
            }
            case PublicAnswers.Allowed allowed ->
                    publish(folder.get(), place, frame.get(), allowed, about);
        };
    }

    private About about() {
        try {
            return new About(
                    release,
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

    private int publish(
            StudyFolder folder,
            OutputFolder place,
            Frame frame,
            PublicAnswers.Allowed allowed,
            About about)
            throws IOException {
        var going = PublishedFolder.of(folder, frame, allowed, about);
        var files = new ArrayList<FileFacts>();
        place.write(into -> files.addAll(going.write(into)));
        boolean hasArticle = going.hasArticle();
        var told = new Published(going.release(), hasArticle, files);
        var stdout = spec.commandLine().getOut();
        stdout.print(json ? told.json() : told.text());
        stdout.flush();
        var stderr = spec.commandLine().getErr();
        if (!hasArticle) {
            stderr.println("there is no article.md, so pictures and data went out, and no article");
        }
        stderr.printf(
                "Rscript %s computes every number again%n",
                out.resolve(PublishedFolder.DATA_PACKAGE).resolve("analysis.R"));
        return Exit.FINE;
    }
}
