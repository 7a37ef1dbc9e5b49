package eyebright.publish.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A file of the package as it was written.
///
/// @param path below the package, with slashes
/// @param is what it holds, in a plain sentence
/// @param bytes how long it is
/// @param hash SHA-256, 64 hex digits
public record FileFacts(String path, String is, long bytes, String hash) {

    /// Reads a file that was written.
    public static FileFacts of(Path folder, String path, String is) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new FileFacts(path, is, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// The same file, told from further up.
    ///
    /// @param part the folder that its path begins in
    public FileFacts below(String part) {
        return new FileFacts(part + "/" + path, is, bytes, hash);
    }

    /// What follows the last dot.
    String format() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// A name of small letters, digits and hyphens.
    String name() {
        return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    boolean isText() {
        return !format().equals("sav");
    }

    String mediaType() {
        return switch (format()) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "sav" -> "application/x-spss-sav";
            default -> "text/plain";
        };
    }
}
