package eyebright.server.watch;

import eyebright.source.FolderReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What can be seen of a folder without reading its files: two traces are equal as long as nobody has written there.
///
/// @param entries one for each file, by name; none of a folder that is not there
record FolderTrace(List<Entry> entries) {

    /// More than a study folder may hold: what is beyond changes nothing of what is wrong with it.
    private static final int MOST_ENTRIES = 300;

    /// The folders below that are read; in others, such as `data`, may be what changes all the time.
    private static final Set<String> READ = Set.of(FolderReader.FROZEN);

    /// A file or folder. A file that was moved into the place of another has another key.
    record Entry(String path, long bytes, long modified, String key) {}

    FolderTrace {
        entries = List.copyOf(entries);
    }

    /// The folder as it is now.
    static FolderTrace of(Path folder) {
        var entries = new ArrayList<Entry>();
        if (Files.isDirectory(folder)) {
            add(folder, "", entries);
        }
        return new FolderTrace(entries);
    }

    private static void add(Path folder, String before, List<Entry> entries) {
        for (Path path : list(folder)) {
            String name = path.getFileName().toString();
            // Of editors, and of systems.
            if (name.startsWith(".")) {
                continue;
            }
            boolean below = !before.isEmpty() || READ.contains(name);
            if (below && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                add(path, before + name + "/", entries);
            } else {
                entries.add(entry(path, before + name));
            }
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.limit(MOST_ENTRIES).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return List.of();
        }
    }

    private static Entry entry(Path path, String name) {
        try {
            var attributes =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                return new Entry(name, 0, 0, "");
            }
            return new Entry(
                    name,
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attributes.fileKey()));
        } catch (IOException gone) {
            return new Entry(name, -1, 0, "");
        }
    }
}
