package eyebright.server;

import eyebright.feedback.ClientPage;
import eyebright.frame.Frame;
import eyebright.frame.Response;
import eyebright.server.CodeEntry.Purpose;
import eyebright.server.GivingBack.Given;
import eyebright.server.Shell.Place;
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
    private final Respond respond;
    private final CodeEntry entry;
    private final GivingBack givingBack;

    YouPages(
            Studies studies,
            Visits visits,
            Respond respond,
            CodeEntry entry,
            GivingBack givingBack) {
        this.studies = studies;
        this.visits = visits;
        this.respond = respond;
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
        return respond.doors().mayUse(visit.get())
                ? you(visit.get(), given, like)
                : respond.late(visit.get());
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
                "clients",
                new Told(fielded, givingBack.shown())
                        .clients(respond.shells().of(fielded, Place.READING, page.title()), page));
    }

    private ModelAndView you(Visit visit, Given given, Optional<String> like) {
        Fielded fielded = visit.fielded();
        Frame me = givingBack.alone(fielded, new Response(visit.id(), visit.answers()));
        if (!visit.answers().sent() || me.size() == 0) {
            return respond.kind(
                    fielded,
                    "First your answers",
                    List.of(
                            "When you have sent your answers, you find here what they say about you."),
                    KindPage.Link.main(
                            "/" + fielded.name() + "/take-part", "Go on with the questions"));
        }
        return JteView.of(
                "you",
                new Told(fielded, givingBack.shown())
                        .you(
                                respond.shells()
                                        .of(fielded, Place.ANSWERING, "What your answers say"),
                                given,
                                me,
                                like,
                                respond.tokens().mark(fielded.name(), visit.id())));
    }
}
