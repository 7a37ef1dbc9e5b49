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
public final class VersionFiles {

    private VersionFiles() {}

    /// Writes `version.json` and `cite/`.
    ///
    /// @return the paths of the files, below the folder
    public static List<String> write(Path folder, Version version, Work article, Work data)
            throws IOException {
        var paths = new ArrayList<String>();
        Files.writeString(folder.resolve(Version.FILE), VersionJson.write(version));
        paths.add(Version.FILE);
        Files.createDirectories(folder.resolve("cite"));
        cite(folder, "article", article, paths);
        cite(folder, "data", data, paths);
        return List.copyOf(paths);
    }

    private static void cite(Path folder, String name, Work work, List<String> paths)
            throws IOException {
        one(folder, "cite/" + name + ".bib", BibTex.of(work), paths);
        one(folder, "cite/" + name + ".ris", Ris.of(work), paths);
        one(folder, "cite/" + name + ".json", CslJson.of(work), paths);
    }

    private static void one(Path folder, String path, String text, List<String> paths)
            throws IOException {
        Files.writeString(folder.resolve(path), text);
        paths.add(path);
    }
}
