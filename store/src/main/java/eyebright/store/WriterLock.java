package eyebright.store;

import eyebright.database.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The one operating-system lock of whoever writes to a data folder. It goes with its process, however
/// that ends.
public final class WriterLock implements AutoCloseable {

    /// Folders that this process writes to. Asked first: on POSIX, closing any channel of the lock file
    /// would release the lock of the whole process.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /// Far behind the pid, so that others can read it where locks also keep readers out.
    private static final long LOCKED_BYTE = 1L << 30;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock.
    ///
    /// @throws StoreLockedException if somebody has it
    public static WriterLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw new StoreLockedException(folder, pid());
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel =
                    FileChannel.open(
                            real.resolve("writer.lock"),
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE),
                            Folders.only(real, "rw-------"));
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new StoreLockedException(folder, read(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
            taken = true;
            return new WriterLock(real, channel, lock);
        } finally {
            if (!taken) {
                release(real, channel);
            }
        }
    }

    private static void release(Path real, @Nullable FileChannel channel) throws IOException {
        HELD.remove(real);
        if (channel != null) {
            channel.close();
        }
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return pid.matches("[0-9]+") ? pid : "unknown";
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
        } finally {
            release(folder, channel);
        }
    }
}
