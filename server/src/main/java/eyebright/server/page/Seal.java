package eyebright.server.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs texts with a key that only this site has: HMAC-SHA-256, cut to 128 bits.
public final class Seal {

    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /// @param key secret: who has it can sign
    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// The signature of these texts, in this order; no two lists of texts have the same by concatenation.
    public String of(String... texts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            byte[] half = java.util.Arrays.copyOf(mac.doFinal(), BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Whether that is their signature, in a time that does not tell how near it was.
    public boolean holds(String seal, String... texts) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(texts).getBytes(StandardCharsets.UTF_8));
    }
}
