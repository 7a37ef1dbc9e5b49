package eyebright.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads the files of a study folder, which may come from anywhere: sizes are bounded, links are not
/// followed, nothing outside the folder is opened, and nothing is run.
public final class FolderReader {

    /// The most bytes of one file.
    public static final int MOST_BYTES = 1_000_000;

    /// The most bytes of [#REHEARSAL], which nobody types.
    public static final int MOST_REHEARSAL_BYTES = 8_000_000;

    static final int MOST_ENTRIES = 200;

    /// The files that are read, in the order in which problems name them.
    public static final List<String> KNOWN =
            List.of(
                    "study.yaml",
                    "questions.yaml",
                    "scales.yaml",
                    "published.yaml",
                    "plan.yaml",
                    "population.yaml",
                    "feedback.yaml",
                    "references.bib",
                    "article.md",
                    "review.md",
                    "reporting.yaml");

    /// The folder of what was frozen: entries named by their numbers, `0001` the first.
    public static final String FROZEN = "frozen";

    /// The time stamp of an entry, which is no text: the one file that is kept in Base64.
    public static final String TIME_STAMP = "time-stamp.tsr";

    /// The links of an entry.
    public static final String LINKS = "links.txt";

    private static final Set<String> REQUIRED = Set.of("study.yaml", "questions.yaml");

    /// What `eyebright rehearse --save` writes. It is made of the others, so it is no text of the study.
    public static final String REHEARSAL = "rehearsal.json";

    /// Allowed beside them and not read with them.
    private static final Set<String> BESIDE =
            Set.of("README.md", "data", FROZEN, "texts", REHEARSAL);

    private FolderReader() {}

    /// The texts of a folder; what cannot be read is a problem.
    ///
    /// @throws IOException if the disk fails; whatever the folder holds, it is a problem
    public static Sources read(Path folder, Problems problems) throws IOException {
        // The root of a disk has no name.
        String name = Objects.toString(folder.toAbsolutePath().normalize().getFileName(), "");
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            problems.add(
                    Rule.MISSING_FILE,
                    Place.start("study.yaml"),
                    Files.exists(folder)
                            ? "\"%s\" is a file, not a folder".formatted(name)
                            : "there is no folder \"%s\" here".formatted(name),
                    "name a folder that holds study.yaml and questions.yaml");
            return new Sources(name, files);
        }
        if (!Files.isReadable(folder)) {
            problems.add(
                    Rule.MISSING_FILE,
                    Place.start("study.yaml"),
                    "the folder \"%s\" may not be read by you".formatted(name),
                    "change its permissions");
            return new Sources(name, files);
        }
        List<Path> entries = entries(folder);
        if (entries.size() > MOST_ENTRIES) {
            problems.add(
                    Rule.TOO_LARGE,
                    Place.start("study.yaml"),
                    "a study folder must hold at most %d files".formatted(MOST_ENTRIES),
                    "move what is not of the study elsewhere");
            return new Sources(name, files);
        }
        for (String file : KNOWN) {
            Path path = folder.resolve(file);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                text(path, file, MOST_BYTES, problems).ifPresent(text -> files.put(file, text));
            } else if (REQUIRED.contains(file)) {
                problems.add(
                        Rule.MISSING_FILE,
                        Place.start(file),
                        "the folder has no %s".formatted(file),
                        "write it, or begin with: eyebright new NAME");
            }
        }
        for (Path entry : entries) {
            String file = entry.getFileName().toString();
            if (!KNOWN.contains(file) && !BESIDE.contains(file) && !file.startsWith(".")) {
                problems.add(
                        Rule.UNKNOWN_FILE,
                        Place.start(Characters.visible(file)),
                        "nothing reads \"%s\"".formatted(Characters.visible(file)),
                        Nearest.to(file, KNOWN)
                                .map(near -> "rename it to " + near + ", or move it elsewhere")
                                .orElse("move it elsewhere; read are " + String.join(", ", KNOWN)));
            }
        }
        FrozenFolder.read(folder, files, problems);
        return new Sources(name, files);
    }

    /// The rehearsal that was saved in a folder, within the limits of the other files; empty if there is none, or it
    /// cannot be read.
    ///
    /// @throws IOException if the disk fails
    public static Optional<String> rehearsal(Path folder, Problems problems) throws IOException {
        Path path = folder.resolve(REHEARSAL);
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? text(path, REHEARSAL, MOST_REHEARSAL_BYTES, problems)
                : Optional.empty();
    }

    static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.limit(MOST_ENTRIES + 1L).sorted().toList();
        }
    }

    /// The text of a file of the folder, of which nothing is believed.
    static Optional<String> text(Path path, String file, Problems problems) throws IOException {
        return text(path, file, MOST_BYTES, problems);
    }

    private static Optional<String> text(Path path, String file, int most, Problems problems)
            throws IOException {
        Optional<byte[]> bytes = bytes(path, file, most, problems);
        return bytes.isEmpty() ? Optional.empty() : decoded(bytes.get(), file, problems);
    }

    /// The bytes of a file of the folder, as far as files may be long.
    static Optional<byte[]> bytes(Path path, String file, Problems problems) throws IOException {
        return bytes(path, file, MOST_BYTES, problems);
    }

    private static Optional<byte[]> bytes(Path path, String file, int most, Problems problems)
            throws IOException {
        Place start = Place.start(file);
        if (Files.isSymbolicLink(path)) {
            problems.add(
                    Rule.OUTSIDE_PATH,
                    start,
                    "%s is a symbolic link, which may lead out of the folder".formatted(file),
                    "put the file itself here");
            return Optional.empty();
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(
                    Rule.WRONG_KIND, start, "%s is not a file".formatted(file), "make it a text");
            return Optional.empty();
        }
        if (!Files.isReadable(path)) {
            problems.add(
                    Rule.MISSING_FILE,
                    start,
                    "%s may not be read by you".formatted(file),
                    "change its permissions");
            return Optional.empty();
        }
        long bytes = Files.size(path);
        if (bytes > most) {
            problems.add(
                    Rule.TOO_LARGE,
                    start,
                    String.format(
                            Locale.ROOT,
                            "%s must have at most %,d bytes, not %,d",
                            file,
                            most,
                            bytes),
                    "make it shorter");
            return Optional.empty();
        }
        // Bounded and without links once more: the file may have changed since it was looked at.
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(most));
        }
    }

    /// UTF-8, without a byte order mark, and without characters that no text has.
    private static Optional<String> decoded(byte[] bytes, String file, Problems problems) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException notUtf8) {
            problems.add(
                    Rule.NOT_TEXT,
                    Place.start(file),
                    "%s is not UTF-8 text".formatted(file),
                    "save it as UTF-8");
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int line = 1;
        int column = 1;
        for (int c : text.codePoints().toArray()) {
            if (c == '\n') {
                line++;
                column = 1;
                continue;
            }
            if (!Characters.belongsInText(c)) {
                Characters.problem(c, new Place(file, line, column), problems);
                return Optional.empty();
            }
            column++;
        }
        return Optional.of(text);
    }
}
