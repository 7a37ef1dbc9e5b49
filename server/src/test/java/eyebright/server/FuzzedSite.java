package eyebright.server;

import eyebright.desk.Totp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody who fuzzes a site knows of it: its routes, the forms on its pages with their fields and tokens, and the
/// cookies of a respondent and of a researcher. All of it is made anew each round, so that no request
/// is spared because an earlier one withdrew or logged out.
final class FuzzedSite {

    private static final Pattern FORM =
            Pattern.compile("(?s)<form method=\"post\" action=\"([^\"]+)\".*?</form>");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea|button|select)[^>]* name=\"([^\"]+)\"([^>]*)>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    /// Pages with forms, beside those a respondent passes.
    private static final List<String> WITH_FORMS =
            List.of(
                    "/garden/resume",
                    "/garden/you",
                    "/garden/withdraw",
                    "/garden/save-and-leave",
                    "/garden/discussion/write?about=article",
                    "/desk/log-in");

    private static final List<String> OF_THE_DESK =
            List.of("/desk", "/desk/account", "/desk/garden/discussion", "/desk/garden/versions");

    private final RunningSite site;
    private final Path data;
    private final Seat.Hands hands;
    private int rounds;

    /// @param hands the clock of the site
    FuzzedSite(RunningSite site, Path data, Seat.Hands hands) {
        this.site = site;
        this.data = data;
        this.hands = hands;
    }

    /// What is known in one round.
    ///
    /// @param forms fields with their values, by the address they are sent to
    /// @param cookies whole headers
    /// @param addresses of pages, as a link would name them
    record Known(Map<String, List<Field>> forms, List<String> cookies, List<String> addresses) {}

    /// A field of a form.
    record Field(String name, String value) {}

    /// A new respondent somewhere in the questionnaire, another who has sent, a new researcher; an hour later than before.
    Known round() {
        rounds++;
        hands.pass(Duration.ofMinutes(61));
        var forms = new TreeMap<String, List<Field>>();
        var cookies = new ArrayList<String>();
        var addresses = new ArrayList<String>();
        Walk stranger = Walk.at(site, "/garden/take-part");
        harvest(stranger, forms);
        WITH_FORMS.forEach(address -> harvest(stranger.open(address), forms));

        Walk sent = Gardens.toReview(Gardens.eligible(site));
        sent.press("go", "send");
        cookies.add(cookie(sent));
        harvest(sent.open("/garden/withdraw"), forms);

        Walk walk = Walk.begun(site, "garden");
        harvest(walk, forms);
        walk.on("adult", "yes", "tends", "yes");
        for (int pages = rounds % 6; pages > 0 && !walk.path().endsWith("/review"); pages--) {
            harvest(walk, forms);
            addresses.add(walk.path());
            walk.on();
        }
        harvest(walk, forms);
        addresses.add(walk.path());
        cookies.add(cookie(walk));

        Walk desk = researcher();
        for (String address : OF_THE_DESK) {
            harvest(desk.open(address), forms);
            addresses.add(address);
        }
        cookies.add(cookie(desk));
        forms.keySet().forEach(addresses::add);
        return new Known(forms, cookies, List.copyOf(addresses));
    }

    private Walk researcher() {
        String link = Seat.link(data, "r%d@example.org".formatted(rounds), hands);
        Walk walk = Walk.at(site, link);
        byte[] secret = Seat.secret(walk.text());
        return walk.press(
                "go",
                "on",
                "password",
                Seat.PASSWORD,
                "again",
                Seat.PASSWORD,
                "code",
                Totp.code(secret, hands.instant()));
    }

    private static void harvest(Walk walk, Map<String, List<Field>> forms) {
        Matcher form = FORM.matcher(walk.text());
        while (form.find()) {
            var fields = new ArrayList<Field>();
            Matcher field = FIELD.matcher(form.group());
            while (field.find()) {
                Matcher value = VALUE.matcher(field.group(2));
                fields.add(new Field(field.group(1), value.find() ? value.group(1) : ""));
            }
            forms.put(form.group(1), List.copyOf(fields));
        }
    }

    private static String cookie(Walk walk) {
        return walk.cookie().getName() + "=" + walk.cookie().getValue();
    }
}
