package eyebright.store;

import eyebright.database.Failures;
import eyebright.database.Link;
import eyebright.database.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;

/// Holds the key files of all servers of one PostgreSQL to be the same: a code that one of them gave must open with every
/// other.
final class KeyCheck {

    private static final byte[] CHECKED =
            "the key of this database".getBytes(StandardCharsets.UTF_8);

    private KeyCheck() {}

    /// The keys of the folder, which are those of the database; made for a new one. On the thread that writes.
    ///
    /// @throws StoreException if the folder has none, or others
    static Keys agreed(Link link, Path folder) throws SQLException {
        Optional<byte[]> known =
                link.query(
                        "SELECT signature FROM key_check",
                        rows -> rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty());
        // After a restore the signature is gone and the codes are there.
        boolean hasCodes = known.isPresent() || link.any("SELECT 1 FROM respondent LIMIT 1");
        if (hasCodes && !Files.exists(Keys.file(folder))) {
            throw Keys.missing(folder);
        }
        Keys keys = keys(folder);
        byte[] ours = keys.sign(Keys.CODE, CHECKED);
        if (known.isEmpty()) {
            link.update("INSERT INTO key_check (signature) VALUES (?)", (Object) ours);
        } else if (!MessageDigest.isEqual(known.get(), ours)) {
            throw new StoreException(
                    "%s: is not the key file of this database, so that codes given by one server would not open at another; copy the one of the other server here, or restore it from its own backup"
                            .formatted(Keys.file(folder)));
        }
        return keys;
    }

    private static Keys keys(Path folder) {
        try {
            Keys.create(folder);
            return Keys.read(folder);
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }
}
