package eyebright.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, which every Java has: the hash of questionnaires, plans, data and saved pages.
public final class Sha256 {

    /// Never fed: copying it takes less than looking for who offers the algorithm.
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /// A digest to be fed piece by piece.
    public static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException other) {
            // Of another provider than java's own, whose digests need not be copied.
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    /// The hash of a text in UTF-8, as 64 hexadecimal digits.
    public static String hex(String text) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A hash as hexadecimal digits.
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
