package eyebright.server.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs texts with a key that only this site has: HMAC-SHA-256, cut to 128 bits.
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    /// Has the key and was never fed: each signature is made by a copy, since looking for who offers the algorithm takes
    /// longer than signing. Copying reads alone, so any thread may.
    private final Mac fresh;

    /// @param key secret: who has it can sign
    public Seal(byte[] key) {
        try {
            fresh = Mac.getInstance(ALGORITHM);
            fresh.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The signature of these texts, in this order; no two lists of texts have the same by concatenation.
    public String of(String... texts) {
        try {
            Mac mac = (Mac) fresh.clone();
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            byte[] half = java.util.Arrays.copyOf(mac.doFinal(), BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException(
                    "this Java's %s cannot be copied".formatted(ALGORITHM), other);
        }
    }

    /// Whether that is their signature, in a time that does not tell how near it was.
    public boolean holds(String seal, String... texts) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(texts).getBytes(StandardCharsets.UTF_8));
    }
}
