package eyebright.backup;

import eyebright.source.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads a backup that may be damaged, or made by somebody who means harm: what is in it must be what its manifest says, no
/// more and no less, and no longer than a backup can be.
final class BackupReader implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 16 << 20;

    /// Rows and published files shrink to a fifth or a tenth. What grows two-hundredfold is made to fill a disk.
    private static final long MOST_GROWTH = 200;

    /// Below that a high ratio can do no harm.
    private static final long HARMLESS_BYTES = 16 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        Map<String, ZipEntry> entries = entries();
        try {
            this.manifest = ManifestJson.read(manifestBytes(entries));
        } catch (IllegalArgumentException wrong) {
            throw refused(String.valueOf(wrong.getMessage()), wrong);
        }
        compare(entries);
    }

    /// Opens a backup and looks at everything but the rows and the files themselves.
    ///
    /// @throws BackupException if it is none that this Eyebright can restore
    static BackupReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("%s: is not there".formatted(file));
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException damaged) {
            throw new BackupException(
                    "%s: is no backup of Eyebright, or cut off (%s); take another"
                            .formatted(file, damaged.getMessage()),
                    damaged);
        }
        boolean opened = false;
        try {
            var reader = new BackupReader(file, zip);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    private Map<String, ZipEntry> entries() {
        var entries = new HashMap<String, ZipEntry>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entries.put(entry.getName(), entry) != null) {
                throw refused(
                        "it holds \"%s\" twice".formatted(ManifestJson.shown(entry.getName())));
            }
        }
        return entries;
    }

    private byte[] manifestBytes(Map<String, ZipEntry> entries) throws IOException {
        ZipEntry entry = entries.get(Manifest.ENTRY);
        if (entry == null) {
            throw refused("it holds no " + Manifest.ENTRY);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_MANIFEST + 1);
            var check = new CRC32();
            check.update(bytes);
            if (bytes.length > LONGEST_MANIFEST || check.getValue() != entry.getCrc()) {
                throw refused("its %s is damaged".formatted(Manifest.ENTRY));
            }
            return bytes;
        } catch (ZipException | EOFException damaged) {
            throw refused("its %s is damaged".formatted(Manifest.ENTRY), damaged);
        }
    }

    private void compare(Map<String, ZipEntry> entries) {
        var left = new HashMap<>(entries);
        left.remove(Manifest.ENTRY);
        for (Manifest.Content content : manifest.contents()) {
            ZipEntry entry = left.remove(content.path());
            String shown = ManifestJson.shown(content.path());
            if (entry == null) {
                throw refused("it does not hold \"%s\", or names it twice".formatted(shown));
            }
            if (entry.getSize() != content.bytes()) {
                throw refused(
                        "\"%s\" is %,d bytes long and should be %,d"
                                .formatted(shown, entry.getSize(), content.bytes()));
            }
            if (content.bytes() > HARMLESS_BYTES
                    && content.bytes() / MOST_GROWTH > entry.getCompressedSize()) {
                throw refused(
                        "\"%s\" would grow from %,d bytes to %,d, as no backup does"
                                .formatted(shown, entry.getCompressedSize(), content.bytes()));
            }
        }
        comparePublished();
        if (manifest.databases().stream().noneMatch(each -> each.part() == Part.ANSWERS)) {
            throw refused("it holds no answers");
        }
        if (!left.isEmpty()) {
            throw refused(
                    "it holds \"%s\", of which its manifest says nothing"
                            .formatted(ManifestJson.shown(left.keySet().iterator().next())));
        }
    }

    private void comparePublished() {
        var paths = new HashSet<String>();
        for (Manifest.Content each : manifest.files()) {
            if (!PublishedFiles.isOne(each.path())) {
                throw refused(
                        "\"%s\" is no place for a file of a published version"
                                .formatted(ManifestJson.shown(each.path())));
            }
            paths.add(each.path());
        }
        for (String path : paths) {
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                if (paths.contains(path.substring(0, end))) {
                    throw refused(
                            "it holds \"%s\" as a file and as a folder"
                                    .formatted(ManifestJson.shown(path.substring(0, end))));
                }
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// What reads an entry.
    @FunctionalInterface
    interface Body {
        /// Reads all of it.
        void read(InputStream in) throws IOException, SQLException;
    }

    /// Gives an entry to whoever reads it, who must read all of it.
    ///
    /// @throws BackupException if it is not what the manifest says; what was read of it must then count for nothing
    void read(Manifest.Content content, Body body) throws IOException, SQLException {
        String shown = ManifestJson.shown(content.path());
        try (InputStream in = zip.getInputStream(zip.getEntry(content.path()))) {
            var counted = new Counted(in, content.bytes(), Sha256.digest());
            body.read(new BufferedInputStream(counted, 1 << 16));
            if (counted.left != 0
                    || in.read() >= 0
                    || !Sha256.hex(counted.digest.digest()).equals(content.sha256())) {
                throw refused("\"%s\" is damaged or was changed".formatted(shown));
            }
        } catch (ZipException | EOFException damaged) {
            throw refused("\"%s\" is damaged".formatted(shown), damaged);
        } catch (IllegalArgumentException wrong) {
            throw refused("of \"%s\" %s".formatted(shown, wrong.getMessage()), wrong);
        }
    }

    /// @param what is wrong with it: a clause
    BackupException refused(String what) {
        return new BackupException(
                "%s: cannot be restored: %s. Nothing was changed; take another backup"
                        .formatted(file, what));
    }

    private BackupException refused(String what, Exception cause) {
        BackupException refused = refused(what);
        refused.initCause(cause);
        return refused;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Hashes what is read, and ends where the manifest says that it ends.
    private static final class Counted extends FilterInputStream {
        private final MessageDigest digest;
        private long left;

        Counted(InputStream in, long bytes, MessageDigest digest) {
            super(in);
            this.left = bytes;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(b, from, (int) Math.min(length, left));
            if (read > 0) {
                digest.update(b, from, read);
                left -= read;
            }
            return read;
        }
    }
}
