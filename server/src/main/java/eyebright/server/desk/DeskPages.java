package eyebright.server.desk;

import eyebright.chart.Table;
import eyebright.desk.Action;
import eyebright.desk.PasswordRules;
import eyebright.desk.Session;
import eyebright.server.page.Form;
import eyebright.server.page.JteView;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The desk: studies in numbers, one's account, the log of actions.
@Controller
final class DeskPages {

    private static final int ACTIONS = 100;

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Studies studies;
    private final DeskNumbers numbers;
    private final DeskForms forms;
    private final DeskEntry entry;
    private final Shells shells;

    DeskPages(
            Studies studies, DeskNumbers numbers, DeskForms forms, DeskEntry entry, Shells shells) {
        this.studies = studies;
        this.numbers = numbers;
        this.forms = forms;
        this.entry = entry;
        this.shells = shells;
    }

    @GetMapping("/desk")
    ModelAndView desk(HttpServletRequest request) {
        Session session = DeskDoor.session(request);
        return JteView.of(
                "desk/desk",
                new DeskPage(
                        shells.desk("The desk"),
                        frame(session, "desk"),
                        studies.all().stream().map(numbers::of).toList()));
    }

    @GetMapping("/desk/account")
    ModelAndView account(HttpServletRequest request) {
        return account(DeskDoor.session(request), Optional.empty(), Optional.empty());
    }

    @PostMapping("/desk/account/password")
    ModelAndView password(HttpServletRequest request, HttpServletResponse response) {
        Session session = DeskDoor.session(request);
        Form form = forms.form(request, session);
        String password = form.first("password");
        Optional<String> complaint = PasswordRules.complaint(password, session.email());
        if (complaint.isEmpty() && !password.equals(form.first("again"))) {
            complaint = Optional.of("The two passwords differ. Type them once more.");
        }
        if (complaint.isEmpty()) {
            complaint = forms.refusal(form, session);
        }
        if (complaint.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return account(session, complaint, Optional.empty());
        }
        forms.desk().changePassword(session, password);
        return entry.changed(response);
    }

    @PostMapping("/desk/account/recovery")
    ModelAndView recovery(HttpServletRequest request, HttpServletResponse response) {
        Session session = DeskDoor.session(request);
        Form form = forms.form(request, session);
        Optional<String> complaint = forms.refusal(form, session);
        if (complaint.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return account(session, Optional.empty(), complaint);
        }
        return JteView.of(
                "desk/recovery",
                new DeskRecoveryPage(
                        shells.desk("Your recovery codes"),
                        forms.desk().renewRecovery(session),
                        true));
    }

    @GetMapping("/desk/log")
    ModelAndView log(HttpServletRequest request, @RequestParam(defaultValue = "") String before) {
        Session session = DeskDoor.session(request);
        List<Action> actions =
                forms.desk()
                        .actions(
                                before.matches("[0-9]{1,18}")
                                        ? Long.parseLong(before)
                                        : Long.MAX_VALUE,
                                ACTIONS);
        return JteView.of(
                "desk/log",
                new DeskLogPage(
                        shells.desk("What was done"),
                        frame(session, "log"),
                        new Table(
                                "What was done, the latest first",
                                List.of("When (UTC)", "Who did what"),
                                actions.stream().map(DeskPages::row).toList()),
                        actions.size() < ACTIONS
                                ? Optional.empty()
                                : Optional.of("/desk/log?before=" + actions.getLast().number())));
    }

    private ModelAndView account(
            Session session, Optional<String> complaint, Optional<String> codesComplaint) {
        return JteView.of(
                "desk/account",
                new DeskAccountPage(
                        shells.desk("Your account"),
                        frame(session, "account"),
                        forms.desk().recoveryLeft(session),
                        PasswordRules.LEAST,
                        complaint,
                        codesComplaint));
    }

    private DeskFrame frame(Session session, String here) {
        return forms.frame(session, here);
    }

    private static List<String> row(Action action) {
        String about =
                (action.about().isEmpty() ? "" : ", " + action.about())
                        + (action.study().isEmpty() ? "" : " (" + action.study() + ")");
        return List.of(WHEN.format(action.when()), action.who() + ": " + action.what() + about);
    }
}
