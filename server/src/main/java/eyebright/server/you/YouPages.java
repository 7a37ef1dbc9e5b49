package eyebright.server.you;

import eyebright.feedback.ClientPage;
import eyebright.frame.Frame;
import eyebright.frame.Response;
import eyebright.server.answering.CodeEntry;
import eyebright.server.answering.CodeEntry.Purpose;
import eyebright.server.answering.Doors;
import eyebright.server.answering.LatePage;
import eyebright.server.answering.Visit;
import eyebright.server.answering.Visits;
import eyebright.server.figures.GivingBack;
import eyebright.server.figures.GivingBack.Given;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a study gives back: to who answered, and to those they work with.
///
/// A respondent's page is reached by the code alone, typed into a form or kept in the cookie; no address tells whose
/// it is.
@Controller
final class YouPages {

    private final Studies studies;
    private final Visits visits;
    private final Requests requests;
    private final Doors doors;
    private final CodeEntry entry;
    private final GivingBack givingBack;

    YouPages(
            Studies studies,
            Visits visits,
            Requests requests,
            Doors doors,
            CodeEntry entry,
            GivingBack givingBack) {
        this.studies = studies;
        this.visits = visits;
        this.requests = requests;
        this.doors = doors;
        this.entry = entry;
        this.givingBack = givingBack;
    }

    @GetMapping("/{study}/you")
    ModelAndView you(
            @PathVariable String study,
            @RequestParam Optional<String> like,
            HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Given given = givingBack.of(fielded).orElseThrow(Stop.NothingHere::new);
        Optional<Visit> visit = visits.of(request, fielded);
        if (visit.isEmpty()) {
            return entry.ask(fielded, Purpose.YOU);
        }
        return doors.mayUse(visit.get())
                ? you(visit.get(), given, like)
                : LatePage.of(visit.get(), doors, requests);
    }

    @PostMapping("/{study}/you")
    ModelAndView code(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        if (givingBack.of(fielded).isEmpty()) {
            throw new Stop.NothingHere();
        }
        return entry.enter(fielded, Purpose.YOU, request, response, "/" + study + "/you");
    }

    @GetMapping("/{study}/clients")
    ModelAndView clients(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        ClientPage page = fielded.folder().feedback().clients().orElseThrow(Stop.NothingHere::new);
        return JteView.of(
                "you/clients",
                new GivenBack(fielded, givingBack.shown())
                        .clients(requests.shells().of(fielded, Place.READING, page.title()), page));
    }

    private ModelAndView you(Visit visit, Given given, Optional<String> like) {
        Fielded fielded = visit.fielded();
        Frame me = givingBack.alone(fielded, new Response(visit.id(), visit.answers()));
        if (!visit.answers().sent() || me.size() == 0) {
            return requests.kind(
                    fielded,
                    "First your answers",
                    List.of(
                            "When you have sent your answers, you find here what they say about you."),
                    KindPage.Link.main(
                            "/" + fielded.name() + "/take-part", "Go on with the questions"));
        }
        return JteView.of(
                "you/you",
                new GivenBack(fielded, givingBack.shown())
                        .you(
                                requests.shells()
                                        .of(fielded, Place.ANSWERING, "What your answers say"),
                                given,
                                me,
                                like,
                                requests.tokens().mark(fielded.name(), visit.id())));
    }
}
