package eyebright.server.reading;

import eyebright.method.Day;
import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Licence;
import eyebright.publish.version.KeptVersions.Kept;
import eyebright.publish.version.Version;
import eyebright.server.figures.Releases;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Shells;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The published versions of an article, as they were, and the data of the latest.
@Controller
final class VersionPages {

    private static final String ARTICLE = "article.html";

    /// How many sentences on what changed are read at once.
    private static final int FEW = 6;

    private static final String PACKAGE = "data-package/";

    private final Studies studies;
    private final Shells shells;
    private final Releases releases;
    private final Citings citings;

    VersionPages(Studies studies, Shells shells, Releases releases, Citings citings) {
        this.studies = studies;
        this.shells = shells;
        this.releases = releases;
        this.citings = citings;
    }

    @GetMapping("/{study}/article/versions")
    ModelAndView versions(@PathVariable String study, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        hide(fielded, response);
        return JteView.of(
                "reading/versions",
                new VersionsPage(
                        shells.of(fielded, Place.READING, "Versions"),
                        fielded.name(),
                        citings.isHidden(fielded),
                        releases.of(fielded).versions().reversed().stream()
                                .map(kept -> row(fielded, kept))
                                .toList()));
    }

    private static VersionsPage.Row row(Fielded fielded, Kept kept) {
        Version version = kept.version();
        var files = new ArrayList<Citing.Link>();
        link(fielded, kept, ARTICLE, "Read it", files);
        link(fielded, kept, "article.pdf", "PDF", files);
        link(fielded, kept, "article.docx", "Word", files);
        link(fielded, kept, PACKAGE + "README.txt", "Data", files);
        List<String> changed = version.changed();
        // A single sentence is not worth opening anything for.
        int shown = changed.size() <= FEW + 1 ? changed.size() : FEW;
        return new VersionsPage.Row(
                version.number(),
                basis(version),
                changed.subList(0, shown),
                changed.subList(shown, changed.size()),
                files);
    }

    private static void link(
            Fielded fielded, Kept kept, String path, String words, List<Citing.Link> into) {
        if (kept.files().containsKey(path)) {
            into.add(new Citing.Link(address(fielded, kept, path), words));
        }
    }

    private static String address(Fielded fielded, Kept kept, String path) {
        return "/%s/article/%d/%s".formatted(fielded.name(), kept.version().number(), path);
    }

    private static String basis(Version version) {
        int respondents = version.data().respondents();
        return "%s · %,d %s%s"
                .formatted(
                        Day.inWords(version.day()),
                        respondents,
                        version.data().isRehearsed() ? "rehearsed " : "",
                        respondents == 1 ? "respondent" : "respondents");
    }

    /// A version is read where its own links lead to its own files.
    @GetMapping("/{study}/article/{number:[1-9][0-9]{0,5}}")
    ModelAndView version(@PathVariable String study, @PathVariable int number) {
        Fielded fielded = studies.named(study);
        Kept kept = kept(fielded, number);
        if (!kept.files().containsKey(ARTICLE)) {
            throw new Stop.NothingHere();
        }
        return Requests.to(address(fielded, kept, ARTICLE));
    }

    @GetMapping("/{study}/article/{number:[1-9][0-9]{0,5}}/{*path}")
    ResponseEntity<Resource> file(
            @PathVariable String study, @PathVariable int number, @PathVariable String path) {
        Fielded fielded = studies.named(study);
        // The path is looked up in the list of the version's files, and never put behind a folder.
        String name = path.substring(1);
        Path file = kept(fielded, number).files().get(name);
        // Whoever put a link in the place of a file since then leads nowhere.
        if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Stop.NothingHere();
        }
        KeptFile sent = KeptFile.of(name);
        String saved =
                "%s-%d-%s"
                        .formatted(
                                fielded.name(), number, name.substring(name.lastIndexOf('/') + 1));
        var answer =
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(sent.type()))
                        .header("X-Content-Type-Options", "nosniff")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                (sent.isShown()
                                                ? ContentDisposition.inline()
                                                : ContentDisposition.attachment())
                                        .filename(saved)
                                        .build()
                                        .toString());
        if (sent.mayRun()) {
            answer.header("Content-Security-Policy", KeptFile.NOTHING_ELSE);
        }
        if (citings.isHidden(fielded)) {
            answer.header("X-Robots-Tag", "noindex");
        }
        return answer.body(new FileSystemResource(file));
    }

    private Kept kept(Fielded fielded, int number) {
        return releases.of(fielded).version(number).orElseThrow(Stop.NothingHere::new);
    }

    @GetMapping("/{study}/data")
    ModelAndView data(@PathVariable String study, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        hide(fielded, response);
        return JteView.of(
                "reading/data",
                new DataPage(
                        shells.of(fielded, Place.READING, "Data"),
                        fielded.name(),
                        citings.isHidden(fielded),
                        releases.of(fielded).latest().map(kept -> latest(fielded, kept))));
    }

    private DataPage.Latest latest(Fielded fielded, Kept kept) {
        Version version = kept.version();
        return new DataPage.Latest(
                "Version %d · %s".formatted(version.number(), basis(version)),
                licence(fielded, version.data().licence()),
                version.data()
                        .removed()
                        .map(text -> Arrays.asList(text.strip().split("\n\n", -1)))
                        .orElse(List.of()),
                citings.data(fielded, version),
                version.data().files().stream()
                        .filter(file -> kept.files().containsKey(PACKAGE + file.path()))
                        .map(file -> file(fielded, kept, file))
                        .toList());
    }

    private static DataPage.File file(Fielded fielded, Kept kept, FileFacts file) {
        return new DataPage.File(
                address(fielded, kept, PACKAGE + file.path()),
                file.path(),
                file.is(),
                file.bytes() < 1000
                        ? file.bytes() + " bytes"
                        : String.format(Locale.ROOT, "%,d kB", Math.round(file.bytes() / 1000.0)));
    }

    private static String licence(Fielded fielded, Optional<String> id) {
        return id.flatMap(
                        known ->
                                Arrays.stream(Licence.values())
                                        .filter(each -> each.id().equals(known))
                                        .findFirst())
                .map(each -> "%s (%s).".formatted(each.title(), each.id()))
                .orElseGet(
                        () ->
                                "No licence was declared. Please ask before you use the data: %s."
                                        .formatted(fielded.study().consent().contact()));
    }

    private void hide(Fielded fielded, HttpServletResponse response) {
        if (citings.isHidden(fielded)) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
    }
}
