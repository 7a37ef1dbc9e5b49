package eyebright.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `frozen/` of a study folder with the same distrust as the folder itself.
final class FrozenFolder {

    private static final Set<String> TEXTS =
            Set.of(
                    "entry.yaml",
                    "entry.sha256",
                    "plan.txt",
                    "questionnaire.txt",
                    FolderReader.LINKS);

    /// The most characters of all entries together.
    private static final int MOST_CHARACTERS = 20_000_000;

    private FrozenFolder() {}

    /// Adds its files to those of the folder, by names such as `frozen/0001/plan.txt`.
    static void read(Path study, Map<String, String> files, Problems problems) throws IOException {
        Path frozen = study.resolve(FolderReader.FROZEN);
        if (!Files.exists(frozen, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!isFolder(frozen, FolderReader.FROZEN, problems)) {
            return;
        }
        List<Path> entries = FolderReader.entries(frozen);
        if (isTooMany(entries, FolderReader.FROZEN, problems)) {
            return;
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            String shown = FolderReader.FROZEN + "/" + Characters.visible(name);
            if (name.startsWith(".")) {
                continue;
            }
            if (!name.matches("\\d{4}")) {
                unknown(shown, "what is frozen are folders such as frozen/0001", problems);
            } else if (isFolder(entry, shown, problems)) {
                entry(entry, shown, files, problems);
                if (isTooLarge(files, shown, problems)) {
                    return;
                }
            }
        }
    }

    private static boolean isTooLarge(Map<String, String> files, String shown, Problems problems) {
        long characters = files.values().stream().mapToLong(String::length).sum();
        if (characters <= MOST_CHARACTERS) {
            return false;
        }
        problems.add(
                Rule.TOO_LARGE,
                Place.start(shown),
                String.format(
                        Locale.ROOT,
                        "a study must have at most %,d characters with all that was frozen",
                        MOST_CHARACTERS),
                "move what was not frozen elsewhere");
        return true;
    }

    private static void entry(
            Path entry, String shown, Map<String, String> files, Problems problems)
            throws IOException {
        List<Path> parts = FolderReader.entries(entry);
        if (isTooMany(parts, shown, problems)) {
            return;
        }
        for (Path part : parts) {
            String name = part.getFileName().toString();
            String file = shown + "/" + Characters.visible(name);
            if (TEXTS.contains(name)) {
                FolderReader.text(part, file, problems).ifPresent(text -> files.put(file, text));
            } else if (name.equals(FolderReader.TIME_STAMP)) {
                Optional<byte[]> bytes = FolderReader.bytes(part, file, problems);
                bytes.ifPresent(
                        token -> files.put(file, Base64.getEncoder().encodeToString(token)));
            } else if (!name.startsWith(".")) {
                unknown(file, "nothing of what was frozen is in a file of this name", problems);
            }
        }
    }

    private static boolean isFolder(Path path, String shown, Problems problems) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (Files.isSymbolicLink(path)) {
            problems.add(
                    Rule.OUTSIDE_PATH,
                    Place.start(shown),
                    "%s is a symbolic link, which may lead out of the folder".formatted(shown),
                    "put the folder itself here");
        } else {
            problems.add(
                    Rule.WRONG_KIND,
                    Place.start(shown),
                    "%s must be a folder, not a file".formatted(shown),
                    "move the file elsewhere; eyebright freeze writes the folder");
        }
        return false;
    }

    private static boolean isTooMany(List<Path> entries, String shown, Problems problems) {
        if (entries.size() <= FolderReader.MOST_ENTRIES) {
            return false;
        }
        problems.add(
                Rule.TOO_LARGE,
                Place.start(shown),
                "%s must hold at most %d files".formatted(shown, FolderReader.MOST_ENTRIES),
                "move what was not frozen elsewhere");
        return true;
    }

    private static void unknown(String shown, String why, Problems problems) {
        problems.add(
                Rule.UNKNOWN_FILE,
                Place.start(shown),
                "nothing reads \"%s\": %s".formatted(shown, why),
                "move it elsewhere");
    }
}
