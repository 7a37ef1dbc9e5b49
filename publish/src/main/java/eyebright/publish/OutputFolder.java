package eyebright.publish;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder that is there whole or not at all.
///
/// It is written beside its place and moved there when it is done. A folder that is in its place already is
/// replaced only if it is empty or an older one of the same study, which a file in it says: whatever else
/// somebody keeps is not touched.
public final class OutputFolder {

    /// The file that says whose folder it is, and nothing else.
    public static final String MARK = ".eyebright-published";

    private final Path folder;
    private final String study;

    private OutputFolder(Path folder, String study) {
        this.folder = folder.toAbsolutePath().normalize();
        this.study = study;
    }

    /// What a folder will hold.
    @FunctionalInterface
    public interface Content {
        /// Writes it.
        ///
        /// @param into a new folder
        void write(Path into) throws IOException;
    }

    /// The place for a folder of a study; nothing is written yet.
    public static OutputFolder of(Path folder, String study) {
        return new OutputFolder(folder, study);
    }

    /// Why the folder cannot go there, in words that end a sentence; empty if it can.
    public Optional<String> refusal() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("there is something of that name already that is no folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<String> other = marked();
        if (other.isEmpty()) {
            return Optional.of("the folder holds files that Eyebright did not publish");
        }
        return other.get().equals(study)
                ? Optional.empty()
                : Optional.of(
                        "the folder holds what was published of \"%s\"".formatted(other.get()));
    }

    /// The study of the folder that is there.
    private Optional<String> marked() throws IOException {
        Path mark = folder.resolve(MARK);
        return Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS) && Files.size(mark) < 1000
                ? Optional.of(Files.readString(mark).strip())
                : Optional.empty();
    }

    /// Writes the folder and puts it in its place.
    ///
    /// @throws IllegalStateException if it cannot go there: ask [#refusal()] first
    public void write(Content content) throws IOException {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            throw new IllegalStateException(folder + ": " + refusal.get());
        }
        Path parent = folder.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("folder must be below another, not " + folder);
        }
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, "." + folder.getFileName() + ".");
        Path old = half.resolveSibling(half.getFileName() + ".old");
        try {
            Path whole = Files.createDirectory(half.resolve("whole"));
            content.write(whole);
            Files.writeString(whole.resolve(MARK), study + "\n");
            replace(whole, old);
        } finally {
            discard(half);
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                discard(old);
            }
        }
    }

    /// What was there comes back if the new one cannot take its place.
    private void replace(Path whole, Path old) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(whole, folder);
            return;
        }
        Files.move(folder, old);
        try {
            Files.move(whole, folder);
        } catch (IOException failure) {
            Files.move(old, folder);
            throw failure;
        }
    }

    /// Deletes a folder of ours with everything in it, if it is there. Links are deleted, not followed.
    public static void discard(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
