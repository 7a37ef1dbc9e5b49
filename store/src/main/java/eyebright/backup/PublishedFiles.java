package eyebright.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The published versions of a data folder: `published/STUDY/NUMBER/…`. A version is written beside and moved to its place
/// when it is whole, and never changes; what has another name than a number is not one.
final class PublishedFiles {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final int DEEPEST = 12;

    /// Bytes that every file system takes for a name.
    private static final int LONGEST_NAME = 255;

    private PublishedFiles() {}

    /// Every file of every version that is there, by what a backup calls it. Links are not followed.
    static SortedMap<String, Path> of(Path data) throws IOException {
        var files = new TreeMap<String, Path>();
        for (Path study : folders(data.resolve(Manifest.PUBLISHED))) {
            for (Path version : folders(study)) {
                if (NUMBER.matcher(version.getFileName().toString()).matches()) {
                    add(data, version, files);
                }
            }
        }
        return files;
    }

    private static void add(Path data, Path version, SortedMap<String, Path> files)
            throws IOException {
        try (Stream<Path> below = Files.walk(version)) {
            for (Path file : below.filter(PublishedFiles::isFile).toList()) {
                files.put(data.relativize(file).toString().replace('\\', '/'), file);
            }
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /// The folder of the version that a file is of: `published/tears/2`.
    ///
    /// @param path a path that [#isOne] takes
    static String version(String path) {
        String[] names = path.split("/", -1);
        return String.join("/", List.of(names).subList(0, 3));
    }

    /// Whether a path from elsewhere is one of a file of a version, and leads nowhere else on any system.
    static boolean isOne(String path) {
        String[] names = path.split("/", -1);
        if (names.length < 4 || names.length > DEEPEST || !names[0].equals(Manifest.PUBLISHED)) {
            return false;
        }
        for (String name : names) {
            boolean leadsElsewhere =
                    name.isBlank()
                            || name.equals(".")
                            || name.equals("..")
                            || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                            || name.chars().anyMatch(c -> c < ' ' || "\\:*?\"<>|".indexOf(c) >= 0);
            if (leadsElsewhere) {
                return false;
            }
        }
        return NUMBER.matcher(names[2]).matches();
    }
}
