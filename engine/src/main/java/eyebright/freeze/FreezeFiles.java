package eyebright.freeze;

import eyebright.source.FolderReader;
import eyebright.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes entries of `frozen/`: a folder each, named by its number, never replaced.
///
/// `entry.yaml` is what is stamped, `entry.sha256` its hash as `sha256sum -c` reads it, `plan.txt` and
/// `questionnaire.txt` the canonical texts whose hashes stand in the entry. All can be checked without
/// Eyebright.
public final class FreezeFiles {

    static final String ENTRY = "entry.yaml";
    static final String IMPRINT = "entry.sha256";
    static final String PLAN = "plan.txt";
    static final String QUESTIONNAIRE = "questionnaire.txt";

    private FreezeFiles() {}

    /// The folder of an entry, as problems name it: `frozen/0001`.
    public static String folder(int number) {
        return "%s/%04d".formatted(FolderReader.FROZEN, number);
    }

    /// The file of an entry, as problems name it.
    static String file(int number, String file) {
        return folder(number) + "/" + file;
    }

    /// What stands in the file that says the hash of an entry.
    static String imprint(FreezeEntry entry) {
        return "%s  %s\n".formatted(entry.hash(), ENTRY);
    }

    /// Writes an entry, whole or not at all.
    ///
    /// @param study the folder of the study
    /// @return the folder of the entry
    /// @throws FileAlreadyExistsException if there is an entry of that number
    public static Path append(Path study, Freeze freeze) throws IOException {
        Path folder = study.resolve(folder(freeze.number()));
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Files.createDirectories(folder.getParent());
        // A name that begins with a point is not read: what is half written is no entry.
        Path half = folder.resolveSibling(".half-" + folder.getFileName());
        Files.createDirectories(half);
        write(half.resolve(ENTRY), freeze.entry().text());
        write(half.resolve(IMPRINT), imprint(freeze.entry()));
        write(half.resolve(PLAN), freeze.plan());
        write(half.resolve(QUESTIONNAIRE), freeze.questionnaire());
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }

    /// Puts a time stamp beside an entry.
    ///
    /// @param token the bytes of a time stamp that [TimeStamps#read] has found to be of this entry
    /// @throws FileAlreadyExistsException if it has one
    public static Path stamp(Path study, Freeze freeze, byte[] token) throws IOException {
        return Files.write(
                study.resolve(file(freeze.number(), FolderReader.TIME_STAMP)),
                token,
                StandardOpenOption.CREATE_NEW);
    }

    /// Adds a link to an entry.
    public static Path link(Path study, Freeze freeze, String link) throws IOException {
        return Files.writeString(
                study.resolve(file(freeze.number(), FolderReader.LINKS)),
                link + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// The hash of a text of the folder, as it was written: line ends that a version control changed do
    /// not count.
    static String hash(String text) {
        return Sha256.hex(text.replace("\r\n", "\n"));
    }
}
