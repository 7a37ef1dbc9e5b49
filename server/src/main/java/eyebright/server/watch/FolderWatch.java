package eyebright.server.watch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells when somebody has written in one of several folders, on a thread of its own.
///
/// The system is asked to say so at once. Since it does not for every disk (shared folders, containers), cannot for a
/// folder that is not there yet, and has a limit on how many it tells, a look every half second finds what it did
/// not tell. A change is told once the folder has been left alone for a moment: editors write in several steps, by
/// another name and a renaming.
public final class FolderWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());

    private static final long LOOK_MILLIS = 500;
    private static final long QUIET_MILLIS = 60;

    /// Who writes without a pause is not waited for.
    private static final int MOST_WAITS = 30;

    private static final int PATIENCE_MILLIS = 5_000;

    private final List<Path> folders;
    private final Consumer<Path> changed;
    private final Map<Path, FolderTrace> traces = new HashMap<>();
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Optional<WatchService> service = service();
    private final Thread thread;
    private volatile boolean closed;

    /// Begins to watch.
    ///
    /// @param changed told the folder, on the thread that watches; what it throws is logged
    public FolderWatch(List<Path> folders, Consumer<Path> changed) {
        this.folders = List.copyOf(folders);
        this.changed = changed;
        this.folders.forEach(folder -> traces.put(folder, FolderTrace.of(folder)));
        thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
    }

    /// Tells from now on, also of what changed since it was made.
    public void begin() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        service.ifPresent(FolderWatch::close);
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                folders.forEach(this::listen);
                for (Path folder : folders) {
                    look(folder);
                }
                await();
            }
        } catch (InterruptedException | ClosedWatchServiceException ended) {
            // The site closes.
        }
    }

    private void look(Path folder) throws InterruptedException {
        FolderTrace now = FolderTrace.of(folder);
        if (now.equals(traces.get(folder))) {
            return;
        }
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            Thread.sleep(QUIET_MILLIS);
            FolderTrace later = FolderTrace.of(folder);
            if (later.equals(now)) {
                break;
            }
            now = later;
        }
        // Kept before the folder is read: what is written meanwhile is found at the next look.
        traces.put(folder, now);
        try {
            changed.accept(folder);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, folder + " could not be read again", fault);
        }
    }

    /// Until the system tells of something, half a second at most.
    private void await() throws InterruptedException {
        if (service.isEmpty()) {
            Thread.sleep(LOOK_MILLIS);
            return;
        }
        WatchKey told = service.get().poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        while (told != null) {
            told.pollEvents();
            told.reset();
            told = service.get().poll();
        }
    }

    /// Asks the system to tell of a folder, once more if it was deleted and made again.
    private void listen(Path folder) {
        WatchKey key = keys.get(folder);
        if (service.isEmpty() || (key != null && key.isValid()) || !Files.isDirectory(folder)) {
            return;
        }
        try {
            keys.put(
                    folder,
                    folder.register(
                            service.get(),
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException | UnsupportedOperationException untold) {
            // The looks find it.
            LOG.log(Level.DEBUG, "the system does not tell of changes", untold);
        }
    }

    private static Optional<WatchService> service() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException left) {
            LOG.log(Level.DEBUG, "the watch could not be closed", left);
        }
    }
}
