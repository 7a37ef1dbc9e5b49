package eyebright.server.desk;

import eyebright.desk.FirstStep;
import eyebright.desk.PasswordRules;
import eyebright.desk.SecondStep;
import eyebright.desk.SetUp;
import eyebright.desk.SettingUp;
import eyebright.desk.Token;
import eyebright.desk.Totp;
import eyebright.server.page.Form;
import eyebright.server.page.FormFilter;
import eyebright.server.page.FormTokens;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Limits;
import eyebright.server.page.Requests;
import eyebright.server.page.Stop;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The ways to the desk: setting up by a link, logging in, and the way out.
@Controller
final class DeskEntry {

    private static final String CODE_FORM = "desk code";
    private static final String SET_UP_FORM = "desk set-up";

    private final DeskRoom room;
    private final DeskCookies cookies;
    private final DeskForms forms;
    private final Requests requests;

    DeskEntry(DeskRoom room, DeskCookies cookies, DeskForms forms, Requests requests) {
        this.room = room;
        this.cookies = cookies;
        this.forms = forms;
        this.requests = requests;
    }

    @GetMapping("/desk/log-in")
    ModelAndView askPassword() {
        return askPassword("", Optional.empty(), Optional.empty());
    }

    @PostMapping("/desk/log-in")
    ModelAndView password(HttpServletRequest request, HttpServletResponse response) {
        Form form = FormFilter.form(request);
        if (!requests.tokens().accepts(form.first("token"), DeskForms.DESK, FormTokens.NOBODY)) {
            throw new Stop.NotOurForm();
        }
        requests.limit(Limits.Act.LOG_IN, request);
        String email = form.first("email");
        return switch (room.desk().enter(email, form.first("password"))) {
            case FirstStep.CodeNext(Token token) -> {
                requests.giveBack(Limits.Act.LOG_IN, request);
                cookies.give(response, token);
                yield Requests.to("/desk/code");
            }
            case FirstStep.Wrong _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield askPassword(
                        email,
                        Optional.of("That e-mail address and that password do not go together."),
                        Optional.empty());
            }
            case FirstStep.Busy _ -> {
                requests.giveBack(Limits.Act.LOG_IN, request);
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield askPassword(
                        email,
                        Optional.of("Very many are logging in just now. Try again in ten seconds."),
                        Optional.empty());
            }
            case FirstStep.Wait(Duration time) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield askPassword(email, Optional.of(DeskForms.wait(time)), Optional.empty());
            }
        };
    }

    @GetMapping("/desk/code")
    ModelAndView askCode(HttpServletRequest request) {
        return cookies.of(request)
                .filter(room.desk()::waitsForCode)
                .map(token -> askCode(token, Optional.empty()))
                .orElseGet(() -> Requests.to("/desk"));
    }

    @PostMapping("/desk/code")
    ModelAndView code(HttpServletRequest request, HttpServletResponse response) {
        Form form = FormFilter.form(request);
        Optional<Token> found = cookies.of(request);
        if (found.isEmpty()) {
            return askPassword();
        }
        Token token = found.get();
        if (!requests.tokens().accepts(form.first("token"), CODE_FORM, token.text())) {
            throw new Stop.NotOurForm();
        }
        requests.limit(Limits.Act.LOG_IN, request);
        return switch (room.desk().confirm(token, form.first("code"))) {
            case SecondStep.Open(Token session) -> {
                requests.giveBack(Limits.Act.LOG_IN, request);
                cookies.give(response, session);
                yield Requests.to("/desk");
            }
            case SecondStep.Wrong _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield askCode(
                        token,
                        Optional.of(
                                "That code is wrong, or it was used already. Wait for the next one, or"
                                        + " take a recovery code."));
            }
            case SecondStep.Wait(Duration time) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield askCode(token, Optional.of(DeskForms.wait(time)));
            }
            // The cookie stays: pressed twice, the first press has put the session into it by now.
            case SecondStep.Anew _ ->
                    askPassword(
                            "",
                            Optional.empty(),
                            Optional.of(
                                    "That took more than ten minutes, or the button was pressed twice."
                                            + " Please begin again."));
        };
    }

    @PostMapping("/desk/log-out")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        var session = DeskDoor.session(request);
        forms.form(request, session);
        room.desk().leave(session);
        cookies.take(response);
        return askPassword("", Optional.empty(), Optional.of("You are logged out."));
    }

    /// Also what somebody gets whose password was changed.
    ModelAndView changed(HttpServletResponse response) {
        cookies.take(response);
        return askPassword(
                "",
                Optional.empty(),
                Optional.of("Your password is changed. Please log in with the new one."));
    }

    @GetMapping("/desk/set-up/{link}")
    ModelAndView askSetUp(@PathVariable String link, HttpServletResponse response) {
        Optional<Token> token = Token.read(link);
        return token.flatMap(room.desk()::settingUp)
                .map(offered -> askSetUp(token.get(), offered, Optional.empty()))
                .orElseGet(() -> gone(response));
    }

    @PostMapping("/desk/set-up/{link}")
    ModelAndView setUp(
            @PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        Form form = FormFilter.form(request);
        Optional<Token> token = Token.read(link);
        Optional<SettingUp> offered = token.flatMap(room.desk()::settingUp);
        if (token.isEmpty() || offered.isEmpty()) {
            return gone(response);
        }
        if (!requests.tokens().accepts(form.first("token"), SET_UP_FORM, link)) {
            throw new Stop.NotOurForm();
        }
        String password = form.first("password");
        Optional<String> complaint = PasswordRules.complaint(password, offered.get().email());
        if (complaint.isEmpty() && !password.equals(form.first("again"))) {
            complaint = Optional.of("The two passwords differ. Type them once more.");
        }
        if (complaint.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return askSetUp(token.get(), offered.get(), complaint);
        }
        return switch (room.desk().setUp(token.get(), password, form.first("code"))) {
            case SetUp.Done(Token session, List<String> recovery) -> {
                cookies.give(response, session);
                yield JteView.of(
                        "desk/recovery",
                        new DeskRecoveryPage(
                                requests.shells().desk("Your recovery codes"), recovery, false));
            }
            case SetUp.WrongCode _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield askSetUp(
                        token.get(),
                        offered.get(),
                        Optional.of(
                                "That is not the code that the phone shows for this key. Check that its clock"
                                        + " is right, and type the password and the next code."));
            }
            case SetUp.Gone _ -> gone(response);
        };
    }

    private ModelAndView askPassword(
            String email, Optional<String> complaint, Optional<String> notice) {
        return JteView.of(
                "desk/logIn",
                new DeskLogInPage(
                        requests.shells().desk("Log in"),
                        requests.tokens().make(DeskForms.DESK, FormTokens.NOBODY),
                        email,
                        complaint,
                        notice));
    }

    private ModelAndView askCode(Token token, Optional<String> complaint) {
        return JteView.of(
                "desk/code",
                new DeskCodePage(
                        requests.shells().desk("Your code"),
                        requests.tokens().make(CODE_FORM, token.text()),
                        complaint));
    }

    private ModelAndView askSetUp(Token link, SettingUp offered, Optional<String> complaint) {
        byte[] secret = offered.secret();
        String site = requests.publicUrl().map(URI::getHost).orElse("this machine");
        return JteView.of(
                "desk/setUp",
                new DeskSetUpPage(
                        requests.shells().desk("Set up your account"),
                        link.text(),
                        requests.tokens().make(SET_UP_FORM, link.text()),
                        offered.email(),
                        QrPicture.of(Totp.uri("Eyebright (" + site + ")", offered.email(), secret)),
                        Totp.base32(secret),
                        PasswordRules.LEAST,
                        complaint));
    }

    private ModelAndView gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return JteView.of(
                "page/kind",
                KindPage.of(
                        requests.shells().desk("This link does not work"),
                        "This link does not work",
                        List.of(
                                "It was used already, or it is older than a day, or it was cut short.",
                                "Whoever runs the site makes a new one with eyebright researcher reset."),
                        KindPage.Link.other("/desk/log-in", "Log in")));
    }
}
