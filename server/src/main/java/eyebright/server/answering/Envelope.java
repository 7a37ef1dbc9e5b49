package eyebright.server.answering;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Hides short texts from everybody who has not the key of this site: AES-256-GCM, with a fresh nonce for
/// each, and each as long as the next.
final class Envelope {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LENGTH = 188;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /// Ciphers that nobody uses now: looking for who offers the algorithm takes longer than opening an envelope. As many as were
    /// used at once.
    private final Deque<Cipher> idle = new ConcurrentLinkedDeque<>();

    /// @param key from which that of the cipher is derived, so that one key need not serve two ends
    Envelope(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            this.key =
                    new SecretKeySpec(
                            mac.doFinal("envelope".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The text, hidden; only to be opened for the same purpose.
    ///
    /// @throws IllegalArgumentException if the text has more than 188 bytes
    String close(String purpose, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LENGTH) {
            throw new IllegalArgumentException(
                    "text must be at most %d bytes, not %d".formatted(LENGTH, bytes.length));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
            byte[] hidden = cipher.doFinal(Arrays.copyOf(bytes, LENGTH));
            idle.push(cipher);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, all, NONCE_BYTES, hidden.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The text that was hidden for that purpose; nothing if this is no envelope of ours, or was changed.
    Optional<String> open(String purpose, String closed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(closed);
            if (all.length != NONCE_BYTES + LENGTH + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), purpose);
            byte[] bytes = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            // One that has refused what it was given is not used again.
            idle.push(cipher);
            String padded = new String(bytes, StandardCharsets.UTF_8);
            int end = padded.indexOf('\0');
            return Optional.of(end < 0 ? padded : padded.substring(0, end));
        } catch (IllegalArgumentException | GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher used = idle.poll();
        Cipher cipher = used == null ? Cipher.getInstance(CIPHER) : used;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
