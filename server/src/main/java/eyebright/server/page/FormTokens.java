package eyebright.server.page;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Ties a form to the respondent it was made for, so that no other site and no other respondent can send
/// it. Each differs, also for one respondent: nothing of it can be guessed from compressed lengths.
public final class FormTokens {

    /// Who has no cookie yet.
    public static final String NOBODY = "";

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

    private final Seal seal;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /// @param seal signs them
    public FormTokens(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /// A token for a form of that study and respondent.
    public String make(String study, String respondent) {
        String head = nonce() + "." + clock.instant().getEpochSecond();
        return head + "." + seal.of("form", study, respondent, head);
    }

    /// Whether the token was made for them, at most seven days ago.
    public boolean accepts(String token, String study, String respondent) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !SECONDS.matcher(parts[1]).matches()) {
            return false;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(parts[1]);
        return age >= -60
                && age <= LIFE.toSeconds()
                && seal.holds(parts[2], "form", study, respondent, parts[0] + "." + parts[1]);
    }

    /// How long ago an accepted token was made.
    public Duration age(String token) {
        long made = Long.parseLong(token.split("\\.", -1)[1]);
        return Duration.ofSeconds(clock.instant().getEpochSecond() - made);
    }

    /// Something random: 16 hex digits.
    String nonce() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// A name for what a browser keeps of that respondent: it tells nobody who that is.
    public String mark(String study, String respondent) {
        return seal.of("mark", study, respondent);
    }

    /// The id of one save, rendered into a form: 32 hex digits.
    public String saveId() {
        return nonce() + nonce();
    }
}
