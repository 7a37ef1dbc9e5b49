package eyebright.server;

import eyebright.chart.Origin;
import eyebright.manuscript.Article;
import eyebright.server.KindPage.Link;
import eyebright.server.Shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What readers must be told of a study, by the checklists of the field.
@Controller
final class ReportPages {

    private final Studies studies;
    private final Publishing publishing;
    private final Shells shells;
    private final Reports reports;

    ReportPages(Studies studies, Publishing publishing, Shells shells, Reports reports) {
        this.studies = studies;
        this.publishing = publishing;
        this.shells = shells;
        this.reports = reports;
    }

    @GetMapping("/{study}/reporting")
    ModelAndView reporting(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        Reports.Report report = reports.of(fielded, publishing.of(fielded));
        Article article = report.article();
        var sentences = new ArrayList<String>();
        article.front().summary().ifPresent(sentences::add);
        if (article.origin() == Origin.REHEARSED) {
            sentences.add("Filled with rehearsed respondents: our own counts are about nobody.");
        }
        return JteView.of(
                "kind",
                new KindPage(
                        shells.of(fielded, Place.READING, "What is reported"),
                        "What is reported",
                        sentences,
                        report.html(),
                        Optional.empty(),
                        ways(fielded)));
    }

    private static List<Link> ways(Fielded fielded) {
        return fielded.named().article()
                ? List.of(Link.other("/" + fielded.name() + "/article", "The article"))
                : List.of(Link.other("/" + fielded.name() + "/findings", "The findings"));
    }
}
