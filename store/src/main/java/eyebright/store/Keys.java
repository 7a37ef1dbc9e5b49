package eyebright.store;

import eyebright.database.Folders;
import eyebright.database.StoreException;
import eyebright.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret keys of a data folder, in a file that a backup keeps apart from the database.
///
/// Without them the codes of respondents open nothing; with the database alone nobody finds a code.
public final class Keys {

    /// The name of the key under which codes are kept.
    public static final String CODE = "code";

    /// The name of the key that signs cookies and forms.
    public static final String COOKIE = "cookie";

    private static final int LENGTH = 32;
    private static final int FINGERPRINT_LENGTH = 16;
    private static final long MOST_BYTES = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, byte[]> byName;

    private Keys(Map<String, byte[]> byName) {
        this.byName = byName;
    }

    /// Where the keys of a data folder are.
    public static Path file(Path folder) {
        return folder.resolve("keys").resolve("eyebright.keys");
    }

    static StoreException missing(Path folder) {
        return new StoreException(
                "%s: is missing, and without it no respondent's code opens anything; restore it from its own backup"
                        .formatted(file(folder)));
    }

    /// Makes the file, if there is none, readable by its owner alone.
    static void create(Path folder) throws IOException {
        Path file = file(folder);
        if (Files.exists(file)) {
            return;
        }
        Folders.create(folder.resolve("keys"));
        var random = new SecureRandom();
        var lines = new StringBuilder();
        for (String name : new String[] {CODE, COOKIE}) {
            var key = new byte[LENGTH];
            random.nextBytes(key);
            lines.append(name).append(' ').append(Base64.getEncoder().encodeToString(key));
            lines.append('\n');
        }
        Folders.write(file, lines.toString());
    }

    static Keys read(Path folder) throws IOException {
        return readFile(file(folder));
    }

    /// The keys that a file holds, such as a copy of [#file] that was kept apart.
    ///
    /// @throws StoreException if it holds none
    public static Keys readFile(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw broken(file, "is longer than any key file");
        }
        var keys = new LinkedHashMap<String, byte[]>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.strip().split(" ", 2);
            if (parts.length == 2) {
                keys.put(parts[0], decoded(file, parts[1]));
            }
        }
        for (String name : new String[] {CODE, COOKIE}) {
            if (!keys.containsKey(name)) {
                throw broken(file, "has no key \"%s\"".formatted(name));
            }
        }
        return new Keys(keys);
    }

    private static byte[] decoded(Path file, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw broken(file, "holds a key that is not base64");
        }
        throw broken(file, "holds a key that is not 32 bytes");
    }

    private static StoreException broken(Path file, String what) {
        return new StoreException(
                "%s: the key file %s; restore it from its own backup".formatted(file, what));
    }

    /// A copy of the key of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public byte[] key(String name) {
        byte[] key = byName.get(name);
        if (key == null) {
            throw new IllegalArgumentException(
                    "no key \"%s\"; there are %s".formatted(name, byName.keySet()));
        }
        return key.clone();
    }

    /// HMAC-SHA256 of the message under the key of that name.
    ///
    /// @throws IllegalArgumentException if there is no such key
    public byte[] sign(String name, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(name), ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has " + ALGORITHM, absent);
        }
    }

    /// By what these keys are known again, without a hint at what they are: 32 hexadecimal digits of hashes under both.
    public String fingerprint() {
        MessageDigest both = Sha256.digest();
        for (String name : new String[] {CODE, COOKIE}) {
            both.update(sign(name, "fingerprint".getBytes(StandardCharsets.UTF_8)));
        }
        return Sha256.hex(Arrays.copyOf(both.digest(), FINGERPRINT_LENGTH));
    }

    byte[] sign(Code code) {
        return sign(CODE, code.text().getBytes(StandardCharsets.UTF_8));
    }
}
