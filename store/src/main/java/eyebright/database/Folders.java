package eyebright.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Folders and files that only their owner may read, where the file system knows owners.
public final class Folders {

    private Folders() {}

    /// Makes a folder that only its owner may read, unless it is there.
    public static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder, only(folder, "rwx------"));
        sync(folder.resolve(".."));
    }

    /// Makes an empty file that only its owner may read, unless it is there. SQLite takes over its rights for
    /// the files it keeps beside it, also in a folder that others may read.
    public static void createFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, only(file, "rw-------"));
        }
    }

    /// What a file will hold.
    @FunctionalInterface
    public interface Content {
        /// Writes it.
        void write(OutputStream out) throws IOException;
    }

    /// Writes a file that is there whole or not at all, also if the power fails.
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes a file that only its owner may read, and that is there whole or not at all, also if the power fails.
    public static void write(Path file, Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            writeNew(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(file.resolveSibling("."));
    }

    /// Writes a file that only its owner may read and that is not there yet; it is on the disk afterwards.
    public static void writeNew(Path file, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        only(file, "rw-------"))) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.write(out);
            out.flush();
            channel.force(true);
        }
    }

    /// Has the names in a folder on the disk, where the system lets us open a folder.
    public static void sync(Path folder) throws IOException {
        if (knowsOwners(folder) && Files.isReadable(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// What makes a new file or folder readable to its owner alone: `rw-------`, `rwx------`.
    public static FileAttribute<?>[] only(Path file, String permissions) {
        return knowsOwners(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
