package eyebright.server.answering;

import eyebright.server.page.Fielded;
import eyebright.server.page.KindPage;
import eyebright.server.page.Requests;
import java.util.List;
import org.springframework.web.servlet.ModelAndView;

/// What somebody meets who had begun and comes too late to go on.
public final class LatePage {

    private LatePage() {}

    /// The page.
    public static ModelAndView of(Visit visit, Doors doors, Requests requests) {
        Fielded fielded = visit.fielded();
        return requests.kind(
                fielded,
                "Nothing more is taken",
                List.of(
                        doors.lateBecause(visit),
                        doors.mayUse(visit)
                                ? "With your code you can still have your answers deleted before their day."
                                : "They are out of use and will be deleted. You can have yours deleted now."),
                KindPage.Link.other("/" + fielded.name() + "/withdraw", "Delete my answers"),
                KindPage.Link.other("/" + fielded.name(), "About the study"));
    }
}
