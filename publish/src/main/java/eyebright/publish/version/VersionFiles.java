package eyebright.publish.version;

import eyebright.publish.cite.BibTex;
import eyebright.publish.cite.CslJson;
import eyebright.publish.cite.Ris;
import eyebright.publish.cite.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of a published folder that say which version it is and how it is cited.
final class VersionFiles {

    private final Path folder;
    private final List<Written> written = new ArrayList<>();

    private VersionFiles(Path folder) {
        this.folder = folder;
    }

    /// A file that was written.
    ///
    /// @param is what it holds, in a few words
    record Written(String path, String is) {}

    /// Writes `version.json` and `cite/`.
    static List<Written> write(Path folder, Version version, Work article, Work data)
            throws IOException {
        var files = new VersionFiles(folder);
        files.one(
                Version.FILE,
                "which version this is, and what changed since the one before",
                VersionJson.write(version));
        Files.createDirectories(folder.resolve("cite"));
        files.cite("article", article);
        files.cite("data", data);
        return List.copyOf(files.written);
    }

    private void cite(String name, Work work) throws IOException {
        one(
                "cite/" + name + ".bib",
                "how the %s is cited, as BibTeX".formatted(name),
                BibTex.of(work));
        one("cite/" + name + ".ris", "the same as RIS", Ris.of(work));
        one("cite/" + name + ".json", "the same as CSL-JSON", CslJson.of(work));
    }

    private void one(String path, String is, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
        written.add(new Written(path, is));
    }
}
