package eyebright.server;

import eyebright.desk.Researchers;
import eyebright.desk.Totp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A researcher with a browser, a password and a phone, at a clock that is moved by hand.
public final class Seat {

    public static final String ADA = "ada@example.org";
    public static final String PASSWORD = "violet ladder morning tram";

    private static final Pattern KEY = Pattern.compile("<strong class=\"code\">([A-Z2-7 ]+)<");
    private static final Pattern CODE = Pattern.compile("<li>([a-z0-9-]{19})</li>");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// A clock whose hands are moved.
    public static final class Hands implements InstantSource {
        private volatile Instant now = Instant.parse("2027-03-01T12:00:00Z");

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Walk walk;
    private final Hands hands;
    private final byte[] secret;
    private final List<String> recovery;

    private Seat(Walk walk, Hands hands, byte[] secret) {
        this.walk = walk;
        this.hands = hands;
        this.secret = secret;
        this.recovery = CODE.matcher(walk.text()).results().map(found -> found.group(1)).toList();
    }

    /// The address that a new account is set up at.
    public static String link(Path data, String email, InstantSource clock) {
        try (Researchers researchers = Researchers.open(data, clock)) {
            return "/desk/set-up/" + researchers.add(email).orElseThrow().text();
        }
    }

    /// A researcher who has just set up their account: the recovery codes are shown.
    public static Seat taken(RunningSite site, Path data, Hands hands) {
        Walk walk = Walk.at(site, link(data, ADA, hands));
        byte[] secret = secret(walk.text());
        walk.press(
                "go",
                "on",
                "password",
                PASSWORD,
                "again",
                PASSWORD,
                "code",
                Totp.code(secret, hands.instant()));
        return new Seat(walk, hands, secret);
    }

    public Walk walk() {
        return walk;
    }

    public List<String> recovery() {
        return recovery;
    }

    /// The code of the phone, one that was not used: time passes.
    public String freshCode() {
        hands.pass(Duration.ofSeconds(30));
        return code();
    }

    /// The code of the phone now.
    public String code() {
        return Totp.code(secret, hands.instant());
    }

    /// Types address and password on that browser.
    public static Walk enter(Walk browser, String password) {
        return browser.open("/desk/log-in").press("go", "on", "email", ADA, "password", password);
    }

    /// The key that a page of setting up shows.
    public static byte[] secret(String page) {
        Matcher key = KEY.matcher(page);
        if (key.find()) {
            return decoded(key.group(1).replace(" ", ""));
        }
        throw new AssertionError("no key on\n" + page);
    }

    private static byte[] decoded(String base32) {
        var bytes = new byte[base32.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < base32.length(); i++) {
            bits = (bits << 5 | BASE32.indexOf(base32.charAt(i))) & 0xfff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        return bytes;
    }
}
