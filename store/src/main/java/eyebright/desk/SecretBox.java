package eyebright.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Hides what the desk must be able to read again, and signs what it must not: AES-256-GCM and HMAC-SHA-256 under keys
/// that are derived from one of the key file. The database alone gives neither a code nor the key to one.
final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec hiding;
    private final SecretKeySpec signing;
    private final SecureRandom random;

    /// @param key 32 bytes that nobody else has
    SecretBox(byte[] key, SecureRandom random) {
        var given = new SecretKeySpec(key, HMAC);
        this.hiding = new SecretKeySpec(hmac(given, "desk: hide"), "AES");
        this.signing = new SecretKeySpec(hmac(given, "desk: sign"), HMAC);
        this.random = random;
    }

    /// The bytes, hidden: only to be opened for the same purpose.
    byte[] close(String purpose, byte[] bytes) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(bytes);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, all, NONCE_BYTES, hidden.length);
            return all;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// What was hidden for that purpose; nothing if it was changed, or hidden under another key.
    Optional<byte[]> open(String purpose, byte[] closed) {
        if (closed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE_BYTES), purpose)
                            .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    /// The signature of a text: 32 bytes that nobody can make who has not the key.
    byte[] sign(String text) {
        return hmac(signing, text);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, hiding, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + HMAC, missing);
        }
    }
}
