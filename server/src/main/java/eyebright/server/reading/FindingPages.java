package eyebright.server.reading;

import eyebright.analysis.Finding;
import eyebright.discussion.Topic;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Drawings;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Shells;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import eyebright.server.talk.Talks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What a study has found, from the latest snapshot alone.
@Controller
final class FindingPages {

    private final Studies studies;
    private final Publishing publishing;
    private final Shells shells;
    private final Talks talks;
    private final Drawings drawings;

    FindingPages(
            Studies studies, Publishing publishing, Shells shells, Talks talks, Drawings drawings) {
        this.studies = studies;
        this.publishing = publishing;
        this.shells = shells;
        this.talks = talks;
        this.drawings = drawings;
    }

    @GetMapping("/{study}/findings")
    ModelAndView findings(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        var published = publishing.of(fielded);
        return drawings.page(
                "reading/findings",
                fielded,
                published,
                shells.of(fielded, Place.READING, "Findings"),
                () -> Cards.page(fielded, published));
    }

    @GetMapping("/{study}/findings/{claim}")
    ModelAndView finding(@PathVariable String study, @PathVariable String claim) {
        Fielded fielded = studies.named(study);
        var published = publishing.of(fielded);
        Finding finding =
                published.findings().findings().stream()
                        .filter(each -> each.id().equals(claim))
                        .findFirst()
                        .orElseThrow(Stop.NothingHere::new);
        return JteView.of(
                "reading/origin",
                Cards.origin(
                        fielded,
                        published,
                        finding,
                        shells.of(fielded, Place.READING, finding.question()),
                        talks.of(fielded, Topic.finding(fielded.name(), finding.id()))));
    }
}
