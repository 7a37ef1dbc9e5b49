package eyebright.retention;

import eyebright.sqlite.Failures;
import eyebright.sqlite.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The file `retention.txt` of a data folder: on which days the clock was seen near the end of a retention, and what was
/// deleted. It names nobody, and anybody can read it. Safe for many threads of the process that writes to the folder.
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
    private final List<String> lines;

    private RetentionLog(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /// What was deleted once.
    ///
    /// @param end the last day on which it could be kept
    /// @param day on which it was deleted
    public record Deletion(String study, LocalDate end, LocalDate day, int respondents) {}

    /// Reads the file of a data folder; it need not be there.
    ///
    /// @throws eyebright.sqlite.StoreException if it cannot be read
    public static RetentionLog read(Path data) {
        Path file = data.resolve("retention.txt");
        try {
            return new RetentionLog(
                    file,
                    Files.exists(file)
                            ? new ArrayList<>(Files.readAllLines(file))
                            : new ArrayList<>());
        } catch (IOException failed) {
            throw new Failures(file).of(failed);
        }
    }

    /// The days on which the clock was seen near that end.
    public synchronized SortedSet<LocalDate> seen(String study, LocalDate end) {
        var days = new TreeSet<LocalDate>();
        String before = "seen %s %s ".formatted(study, end);
        for (String line : lines) {
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
        lines.removeIf(
                line ->
                        seen.tailSet(day).stream()
                                .anyMatch(
                                        later ->
                                                line.equals(
                                                        "seen %s %s %s"
                                                                .formatted(study, end, later))));
        lines.add("seen %s %s %s".formatted(study, end, day));
        write();
    }

    /// Takes back all days that were seen near that end: the clock is far from it now, so it was wrong then.
    public synchronized void forget(String study, LocalDate end) {
        String seen = "seen %s %s ".formatted(study, end);
        if (lines.removeIf(line -> line.startsWith(seen))) {
            write();
        }
    }

    /// Notes a deletion; the days that led to it go.
    public synchronized void deleted(Deletion deletion) {
        String seen = "seen %s %s ".formatted(deletion.study(), deletion.end());
        lines.removeIf(line -> line.startsWith(seen));
        lines.add(
                "deleted %s %s %s %d"
                        .formatted(
                                deletion.study(),
                                deletion.end(),
                                deletion.day(),
                                deletion.respondents()));
        write();
    }

    /// What was deleted of a study, the earliest first.
    public synchronized List<Deletion> deletions(String study) {
        var deletions = new ArrayList<Deletion>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == 5 && words[0].equals("deleted") && words[1].equals(study)) {
                try {
                    deletions.add(
                            new Deletion(
                                    study,
                                    LocalDate.parse(words[2]),
                                    LocalDate.parse(words[3]),
                                    Integer.parseInt(words[4])));
                } catch (DateTimeException | NumberFormatException unreadable) {
                    // Said by nobody, then.
                }
            }
        }
        return deletions;
    }

    private void write() {
        if (lines.stream().noneMatch(line -> line.startsWith("#"))) {
            lines.addAll(0, HEAD.lines().toList());
        }
        try {
            Folders.write(file, String.join("\n", lines) + "\n");
        } catch (IOException failed) {
            throw new Failures(file).of(failed);
        }
    }
}
