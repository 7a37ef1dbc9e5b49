package eyebright.cli;

import eyebright.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the schemas that editors read.
final class SchemaFiles {

    private SchemaFiles() {}

    /// Writes all of them into a folder, which is made where it is not there; those of another version are replaced, and
    /// what else is there stays.
    ///
    /// @return the files, in the order in which problems name what they are of
    static List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var written = new ArrayList<Path>();
        for (String file : Schemas.FILES) {
            Path schema = folder.resolve(Schemas.name(file));
            WholeFile.write(schema, out -> out.write(Schemas.text(file)));
            written.add(schema);
        }
        return written;
    }
}
