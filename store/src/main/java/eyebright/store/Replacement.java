package eyebright.store;

import eyebright.database.Folders;
import eyebright.database.StoreException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a restored folder takes the place of what is there: all of it or nothing, whenever the process or the power ends.
///
/// It is made in a folder `restoring` inside the data folder, which counts for nothing. Renaming that to `restored` is
/// the moment from which on the new data count: whoever holds the lock then moves what is in it to its place, and does so
/// again from the beginning if they were interrupted. Inside, because a data folder may be where a disk is mounted,
/// and such a folder cannot be renamed.
public final class Replacement {

    private static final String MAKING = "restoring";
    private static final String READY = "restored";

    /// What SQLite keeps beside a database: of another database, it would be read into this one.
    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

    private Replacement() {}

    /// An empty folder to make the new data in; what an earlier try left there is deleted.
    ///
    /// @param folder the data folder, whose lock the caller has
    public static Path begin(Path folder) throws IOException {
        discard(folder);
        Path making = folder.resolve(MAKING);
        Folders.create(making);
        return making;
    }

    /// Deletes what was begun, if anything was.
    public static void discard(Path folder) throws IOException {
        delete(folder.resolve(MAKING));
    }

    /// Puts what was made in the place of what is there. What is there and has no successor stays.
    public static void commit(Path folder) throws IOException {
        Path making = folder.resolve(MAKING);
        syncAll(making);
        Files.move(making, folder.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(folder);
        finish(folder);
    }

    /// Whether somebody was interrupted while they put new data in place.
    private static boolean isReady(Path folder) {
        return Files.isDirectory(folder.resolve(READY), LinkOption.NOFOLLOW_LINKS);
    }

    /// Refuses a folder of which somebody was interrupted while they put new data in place.
    ///
    /// @throws StoreException if so
    public static void refuseUnfinished(Path folder) {
        if (isReady(folder)) {
            throw new StoreException(
                    "%s: a restore was interrupted at its end; start `eyebright serve` or run `eyebright restore` on the folder, which ends it"
                            .formatted(folder));
        }
    }

    /// Ends what [#commit] began, if it was interrupted.
    ///
    /// @param folder the data folder, whose lock the caller has
    public static void finish(Path folder) throws IOException {
        Path ready = folder.resolve(READY);
        if (!isReady(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> listed = Files.list(ready)) {
            all = listed.sorted().toList();
        }
        for (Path each : all) {
            String name = each.getFileName().toString();
            Path place = folder.resolve(name);
            for (String beside : BESIDE) {
                Files.deleteIfExists(folder.resolve(name + beside));
            }
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                delete(place);
            }
            Files.move(each, place, StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.sync(folder);
        delete(ready);
        Folders.sync(folder);
    }

    /// Has the names in all folders below on the disk; the files were synced by whoever wrote them.
    private static void syncAll(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.filter(Files::isDirectory).toList()) {
                Folders.sync(each);
            }
        }
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                place,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path each, @Nullable IOException failed) throws IOException {
                        if (failed != null) {
                            throw failed;
                        }
                        Files.delete(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
