package eyebright.desk;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that an app on a phone shows anew every 30 seconds (RFC 6238, with SHA-1, which is what all such
/// apps understand; it is HMAC, for which SHA-1 is still sound).
public final class Totp {

    /// Bytes of a secret: as many as a hash has.
    static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    /// How many steps the clock of a phone may be wrong.
    private static final int AWAY = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private Totp() {}

    /// The code of a secret at a time.
    public static String code(byte[] secret, Instant time) {
        try {
            Key key = new SecretKeySpec(secret, "RAW");
            int code = CODES.generateOneTimePassword(key, time);
            return "0".repeat(DIGITS - Integer.toString(code).length()) + code;
        } catch (InvalidKeyException unusable) {
            throw new IllegalStateException("every secret is a key of HMAC", unusable);
        }
    }

    /// The step whose code was typed: that of this time, the one before or the one after, if it is later than the last
    /// that was used.
    ///
    /// @param typed six digits, perhaps with blanks between
    /// @param lastStep the step of the last code that was accepted: no code is accepted twice
    static OptionalLong step(byte[] secret, String typed, Instant time, long lastStep) {
        byte[] given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long now = Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
        OptionalLong found = OptionalLong.empty();
        // All three are compared whatever the first comes to.
        for (long step = now - AWAY; step <= now + AWAY; step++) {
            Instant then = Instant.ofEpochSecond(step * STEP.toSeconds());
            byte[] right = code(secret, then).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given) && step > lastStep && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The secret as people type it into an app: base32 in groups of four.
    public static String base32(byte[] secret) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            bits = ((bits & 0xff) << 8) | (each & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt((bits >> held) & 31));
            }
        }
        if (held > 0) {
            text.append(BASE32.charAt((bits << (5 - held)) & 31));
        }
        return text.toString().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// What an app reads from the picture: the key URI that all of them understand.
    ///
    /// @param site as the app names it
    public static String uri(String site, String email, byte[] secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(
                        encoded(site),
                        encoded(email),
                        base32(secret).replace(" ", ""),
                        encoded(site));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
