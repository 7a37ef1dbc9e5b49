package eyebright.server.reading;

import eyebright.publish.cite.BibTex;
import eyebright.publish.cite.CslJson;
import eyebright.publish.cite.Ris;
import eyebright.publish.cite.Work;
import eyebright.publish.version.AtomFeed;
import eyebright.publish.version.KeptVersions.Kept;
import eyebright.server.figures.Releases;
import eyebright.server.page.Fielded;
import eyebright.server.page.Studies;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How an article is cited, for programs; and the feed of its versions.
@Controller
final class CitePages {

    private final Studies studies;
    private final Citings citings;
    private final Releases releases;

    CitePages(Studies studies, Citings citings, Releases releases) {
        this.studies = studies;
        this.citings = citings;
        this.releases = releases;
    }

    @GetMapping("/{study}/article.bib")
    ResponseEntity<byte[]> bibTex(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        Work work = citings.article(fielded);
        return file(fielded, KeptFile.BIBTEX, work.key() + ".bib", BibTex.of(work));
    }

    @GetMapping("/{study}/article.ris")
    ResponseEntity<byte[]> ris(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        Work work = citings.article(fielded);
        return file(fielded, KeptFile.RIS, work.key() + ".ris", Ris.of(work));
    }

    @GetMapping("/{study}/article.csl.json")
    ResponseEntity<byte[]> cslJson(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        Work work = citings.article(fielded);
        return file(
                fielded,
                "application/vnd.citationstyles.csl+json",
                work.key() + ".json",
                CslJson.of(work));
    }

    @GetMapping("/{study}/article.atom")
    ResponseEntity<byte[]> feed(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        String feed =
                AtomFeed.of(
                        citings.home(),
                        citings.article(fielded),
                        fielded.name(),
                        fielded.study().consent().controller(),
                        releases.of(fielded).versions().stream().map(Kept::version).toList());
        return answer(fielded, "application/atom+xml;charset=UTF-8").body(bytes(feed));
    }

    private ResponseEntity<byte[]> file(Fielded fielded, String type, String name, String text) {
        return answer(fielded, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes(text));
    }

    private ResponseEntity.BodyBuilder answer(Fielded fielded, String type) {
        var answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(type));
        return citings.isHidden(fielded) ? answer.header("X-Robots-Tag", "noindex") : answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
