package eyebright.retention;

import eyebright.database.Failures;
import eyebright.database.Folders;
import eyebright.study.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The file `retention.txt` of a data folder: on which days the clock was seen near the end of a retention, and what was
/// deleted. It names nobody, and anybody can read it. Safe for many threads, and read anew each time, since with
/// PostgreSQL two servers may share the folder.
///
/// A line is `seen STUDY END DAY`, or `deleted STUDY END DAY RESPONDENTS`; lines that begin with `#` are remarks.
/// A line that does not read is left out: then the clock is believed later, never earlier.
public final class RetentionLog {

    private static final String HEAD =
            """
            # Days on which the clock of this machine was seen near the end of a retention, and what was deleted.
            # Written by eyebright. Deleting this file makes it wait longer before it deletes.
            """;

    private final Path file;

    private RetentionLog(Path file) {
        this.file = file;
    }

    /// What was deleted once.
    ///
    /// @param end the last day on which it could be kept
    /// @param day on which it was deleted
    public record Deletion(String study, LocalDate end, LocalDate day, int respondents) {

        /// @throws IllegalArgumentException if that is not the name of a study, or nobody's answers were deleted
        public Deletion {
            if (!Names.isAddress(study) || respondents < 1) {
                throw new IllegalArgumentException(
                        "study must be a name and respondents 1 or more, not \"%s\" and %d"
                                .formatted(study, respondents));
            }
        }

        private String line() {
            return "deleted %s %s %s %d".formatted(study, end, day, respondents);
        }
    }

    /// The file of a data folder; it need not be there. Every method throws [eyebright.database.StoreException] if it cannot be
    /// read or written.
    public static RetentionLog of(Path data) {
        return new RetentionLog(data.resolve("retention.txt"));
    }

    /// The days on which the clock was seen near that end.
    public synchronized SortedSet<LocalDate> seen(String study, LocalDate end) {
        var days = new TreeSet<LocalDate>();
        String before = "seen %s %s ".formatted(study, end);
        for (String line : lines()) {
            if (line.startsWith(before)) {
                try {
                    days.add(LocalDate.parse(line.substring(before.length())));
                } catch (DateTimeException unreadable) {
                    // Not seen, then.
                }
            }
        }
        return Collections.unmodifiableSortedSet(days);
    }

    /// Notes that the clock was seen on a day. Days after it are taken back: the clock was wrong then. On the disk when this
    /// comes back.
    public synchronized void see(String study, LocalDate end, LocalDate day) {
        SortedSet<LocalDate> seen = seen(study, end);
        if (!seen.isEmpty() && seen.last().equals(day)) {
            return;
        }
        List<String> lines = lines();
        lines.removeIf(
                line ->
                        seen.tailSet(day).stream()
                                .anyMatch(
                                        later ->
                                                line.equals(
                                                        "seen %s %s %s"
                                                                .formatted(study, end, later))));
        lines.add("seen %s %s %s".formatted(study, end, day));
        write(lines);
    }

    /// Takes back all days that were seen near that end: the clock is far from it now, so it was wrong then.
    public synchronized void forget(String study, LocalDate end) {
        String seen = "seen %s %s ".formatted(study, end);
        List<String> lines = lines();
        if (lines.removeIf(line -> line.startsWith(seen))) {
            write(lines);
        }
    }

    /// Notes a deletion; the days that led to it go.
    public synchronized void deleted(Deletion deletion) {
        String seen = "seen %s %s ".formatted(deletion.study(), deletion.end());
        List<String> lines = lines();
        lines.removeIf(line -> line.startsWith(seen));
        lines.add(deletion.line());
        write(lines);
    }

    /// Writes the file that takes this one's place where a folder is restored: what stands here, and what was deleted
    /// elsewhere. Days that were seen elsewhere are not among it: another clock has shown them.
    ///
    /// @param folder that is to be this one; nothing is made in it where there is nothing to say
    public synchronized void write(Path folder, Collection<Deletion> elsewhere) {
        List<String> lines = lines();
        for (Deletion each : elsewhere) {
            if (!lines.contains(each.line())) {
                lines.add(each.line());
            }
        }
        if (!lines.isEmpty()) {
            of(folder).write(lines);
        }
    }

    /// What was deleted of a study, the earliest first.
    public List<Deletion> deletions(String study) {
        return deletions().stream().filter(each -> each.study().equals(study)).toList();
    }

    /// What was deleted of all studies, the earliest first.
    public synchronized List<Deletion> deletions() {
        var deletions = new ArrayList<Deletion>();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            if (words.length == 5 && words[0].equals("deleted")) {
                try {
                    deletions.add(
                            new Deletion(
                                    words[1],
                                    LocalDate.parse(words[2]),
                                    LocalDate.parse(words[3]),
                                    Integer.parseInt(words[4])));
                } catch (DateTimeException | IllegalArgumentException unreadable) {
                    // Said by nobody, then.
                }
            }
        }
        return deletions;
    }

    private List<String> lines() {
        try {
            return Files.exists(file)
                    ? new ArrayList<>(Files.readAllLines(file))
                    : new ArrayList<>();
        } catch (IOException failed) {
            throw Failures.ofFolder(file, failed);
        }
    }

    private void write(List<String> lines) {
        if (lines.stream().noneMatch(line -> line.startsWith("#"))) {
            lines.addAll(0, HEAD.lines().toList());
        }
        try {
            Folders.write(file, String.join("\n", lines) + "\n");
        } catch (IOException failed) {
            throw Failures.ofFolder(file, failed);
        }
    }
}
