package eyebright.server;

import eyebright.check.StudyFolder;
import eyebright.server.page.Mode;
import eyebright.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Sites with the study of `src/test/resources/studies/garden`, which has every kind of question.
public final class Gardens {

    public static final Path FOLDER = folder();

    private Gardens() {}

    /// The study as it is read.
    public static StudyFolder read() {
        try {
            return ((StudyFolder.Reading.Valid) StudyFolder.read(FOLDER)).folder();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /// Collects into that folder, at a free port.
    public static RunningSite collecting(Path data) {
        return start(new Mode.Collecting(), data, FOLDER, Clock.systemUTC(), Optional.empty());
    }

    /// Collects for a study folder made for a test.
    public static RunningSite collecting(Path data, Path study) {
        return start(new Mode.Collecting(), data, study, Clock.systemUTC(), Optional.empty());
    }

    public static RunningSite start(
            Mode mode, Path data, Path study, InstantSource clock, Optional<URI> publicUrl) {
        try {
            return Site.start(
                    new SiteSettings(List.of(study), "127.0.0.1", 0, publicUrl, data, mode), clock);
        } catch (NotReadyException | PortTakenException | IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// A copy of the study with one text changed.
    public static Path edited(Path parent, String file, String from, String to) {
        try {
            Path copy = Files.createDirectories(parent.resolve("garden"));
            for (String name :
                    List.of("study.yaml", "questions.yaml", "plan.yaml", "published.yaml")) {
                String text = Files.readString(FOLDER.resolve(name));
                if (name.equals(file)) {
                    if (!text.contains(from)) {
                        throw new IllegalArgumentException("no \"%s\" in %s".formatted(from, file));
                    }
                    text = text.replace(from, to);
                }
                Files.writeString(copy.resolve(name), text);
            }
            return copy;
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /// A copy of the study that gives something back.
    public static Path giving(Path parent) {
        Path copy = edited(parent, "study.yaml", "", "");
        try {
            Files.copy(
                    FOLDER.resolveSibling("giving").resolve("feedback.yaml"),
                    copy.resolve("feedback.yaml"));
            return copy;
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /// How many rows of answers a store holds of each respondent, as a reader beside the site sees it.
    public static List<eyebright.store.Respondent> respondents(Path data) {
        try (Store store = Store.read(data)) {
            return store.respondents("garden");
        }
    }

    /// A walk that has passed the first page.
    public static Walk eligible(RunningSite site) {
        return Walk.begun(site, "garden").on("adult", "yes", "tends", "yes");
    }

    /// Goes on from the page after eligibility to the review, skipping everything.
    public static Walk toReview(Walk walk) {
        for (int pages = 0; pages < 10 && !walk.path().endsWith("/review"); pages++) {
            walk.on();
        }
        return walk;
    }

    private static Path folder() {
        try {
            return Path.of(Gardens.class.getResource("/studies/garden").toURI());
        } catch (java.net.URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
