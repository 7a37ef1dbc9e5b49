package eyebright.server.reading;

import eyebright.chart.Origin;
import eyebright.manuscript.Article;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.KindPage.Link;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What readers must be told of a study, by the checklists of the field.
@Controller
final class ChecklistPages {

    private final Studies studies;
    private final Publishing publishing;
    private final Shells shells;
    private final Checklists checklists;

    ChecklistPages(Studies studies, Publishing publishing, Shells shells, Checklists checklists) {
        this.studies = studies;
        this.publishing = publishing;
        this.shells = shells;
        this.checklists = checklists;
    }

    @GetMapping("/{study}/reporting")
    ModelAndView reporting(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        Checklists.Filled filled = checklists.of(fielded, publishing.of(fielded));
        Article article = filled.article();
        var sentences = new ArrayList<String>();
        article.front().summary().ifPresent(sentences::add);
        if (article.origin() == Origin.REHEARSED) {
            sentences.add("Filled with rehearsed respondents: our own counts are about nobody.");
        }
        return JteView.of(
                "page/kind",
                new KindPage(
                        shells.of(fielded, Place.READING, "What is reported"),
                        "What is reported",
                        sentences,
                        filled.html(),
                        Optional.empty(),
                        ways(fielded)));
    }

    private static List<Link> ways(Fielded fielded) {
        return fielded.named().article()
                ? List.of(Link.other("/" + fielded.name() + "/article", "The article"))
                : List.of(Link.other("/" + fielded.name() + "/findings", "The findings"));
    }
}
