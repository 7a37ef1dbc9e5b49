package eyebright.backup;

import eyebright.source.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the entries of a backup one after another, and says of each how long it is and its hash.
final class BackupWriter implements AutoCloseable {

    private final MessageDigest whole = Sha256.digest();
    private final ZipOutputStream zip;

    /// @param out is left open
    BackupWriter(OutputStream out) {
        zip = new ZipOutputStream(new DigestOutputStream(new LeftOpen(out), whole));
    }

    /// What an entry will hold.
    @FunctionalInterface
    interface Body {
        /// Writes it.
        void write(OutputStream out) throws IOException;
    }

    /// Adds an entry.
    Manifest.Content add(String path, Body body) throws IOException {
        var entry = new ZipEntry(path);
        // No time: an equal folder gives an equal file on any day but for the day it says.
        entry.setTime(0);
        zip.putNextEntry(entry);
        var counted = new Counted(zip, Sha256.digest());
        var buffered = new BufferedOutputStream(counted, 1 << 16);
        body.write(buffered);
        buffered.flush();
        zip.closeEntry();
        return new Manifest.Content(path, counted.bytes, Sha256.hex(counted.digest.digest()));
    }

    /// Adds the manifest, and ends the file.
    ///
    /// @return the hash of the whole file
    String end(Manifest manifest) throws IOException {
        add(
                Manifest.ENTRY,
                out -> out.write(ManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8)));
        zip.finish();
        return Sha256.hex(whole.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Is not closed with what writes to it.
    private static class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            out.write(b, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /// Counts and hashes what goes through.
    private static final class Counted extends LeftOpen {
        private final MessageDigest digest;
        private long bytes;

        Counted(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            super.write(b, from, length);
            digest.update(b, from, length);
            bytes += length;
        }
    }
}
