package eyebright.server.desk;

import eyebright.desk.Session;
import eyebright.method.Day;
import eyebright.publish.version.KeptVersions.Kept;
import eyebright.publish.version.Version;
import eyebright.server.figures.Releases;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.JteView;
import eyebright.server.page.Requests;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where researchers publish a version of the article: they see what would change, and type a fresh code, since a version
/// stays for good.
@Controller
final class DeskVersions {

    private final Studies studies;
    private final Releases releases;
    private final DeskForms forms;
    private final Shells shells;
    private final InstantSource clock;

    DeskVersions(
            Studies studies,
            Releases releases,
            DeskForms forms,
            Shells shells,
            InstantSource clock) {
        this.studies = studies;
        this.releases = releases;
        this.forms = forms;
        this.shells = shells;
        this.clock = clock;
    }

    @GetMapping("/desk/{study}/versions")
    ModelAndView read(
            @PathVariable String study,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        Session session = DeskDoor.session(request);
        Fielded fielded = studies.named(study);
        return page(
                fielded,
                session,
                releases.preview(fielded, today()),
                done.isEmpty() ? Optional.empty() : Optional.of("The version is published."),
                Optional.empty());
    }

    @PostMapping("/desk/{study}/versions")
    ModelAndView publish(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Session session = DeskDoor.session(request);
        Form form = forms.form(request, session);
        Fielded fielded = studies.named(study);
        String basis = form.first("basis");
        Releases.Outcome preview = releases.preview(fielded, today());
        Optional<String> complaint =
                preview instanceof Releases.Outcome.Ready(Version version)
                                && Releases.basis(version).equals(basis)
                        ? forms.refusal(form, session)
                        : Optional.of(Releases.MOVED);
        if (complaint.isEmpty()) {
            switch (releases.publish(fielded, today(), basis)) {
                case Releases.Outcome.Ready(Version version) -> {
                    forms.desk()
                            .log(
                                    session,
                                    "published a version",
                                    study,
                                    "version " + version.number());
                    return Requests.to("/desk/%s/versions?done=yes".formatted(study));
                }
                case Releases.Outcome.Refused(String why) -> complaint = Optional.of(sentence(why));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(fielded, session, preview, Optional.empty(), complaint);
    }

    private ModelAndView page(
            Fielded fielded,
            Session session,
            Releases.Outcome preview,
            Optional<String> notice,
            Optional<String> complaint) {
        return JteView.of(
                "desk/versions",
                new DeskVersionsPage(
                        shells.desk("Versions"),
                        forms.frame(session, ""),
                        fielded.name(),
                        fielded.study().title(),
                        releases.of(fielded)
                                .latest()
                                .map(Kept::version)
                                .map(
                                        version ->
                                                "The latest is version %d of %s."
                                                        .formatted(
                                                                version.number(),
                                                                Day.inWords(version.day())))
                                .orElse("No version is published yet."),
                        preview instanceof Releases.Outcome.Ready(Version version)
                                ? Optional.of(next(version))
                                : Optional.empty(),
                        preview instanceof Releases.Outcome.Refused(String why)
                                ? sentence(why)
                                : "",
                        notice,
                        complaint));
    }

    private static DeskVersionsPage.Next next(Version version) {
        int respondents = version.data().respondents();
        return new DeskVersionsPage.Next(
                version.number(),
                Releases.basis(version),
                "It would rest on the answers of %,d respondent%s, those of the public pages."
                        .formatted(respondents, respondents == 1 ? "" : "s"),
                version.changed());
    }

    private static String sentence(String why) {
        String text = why.strip();
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH)
                + text.substring(1)
                + (text.matches("(?s).*[.!?]") ? "" : ".");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
