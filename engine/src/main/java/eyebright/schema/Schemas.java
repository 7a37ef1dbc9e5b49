package eyebright.schema;

import eyebright.source.FolderReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// JSON Schemas (draft 2020-12) of the YAML files of a study folder. An editor that has them offers the keys that can stand
/// where the author is, says what each means, and underlines what cannot be read.
///
/// They are written by hand and a test holds them to the readers. What depends on other files, such as the name of a
/// question in a condition, is not in them.
public final class Schemas {

    /// Where in a study folder [#line] points to. Like every hidden name it is no file of the study.
    public static final String FOLDER = ".schemas";

    /// The files that have one, in the order in which problems name them. What `eyebright` alone writes has none, such as
    /// `frozen/`.
    public static final List<String> FILES =
            FolderReader.KNOWN.stream().filter(file -> file.endsWith(".yaml")).toList();

    private Schemas() {}

    /// What the schema of a file is called, such as `plan.schema.json`.
    ///
    /// @throws IllegalArgumentException if the file is none of [#FILES]
    public static String name(String file) {
        if (!FILES.contains(file)) {
            throw new IllegalArgumentException(
                    "file must be one of %s, not %s".formatted(String.join(", ", FILES), file));
        }
        return file.replace(".yaml", ".schema.json");
    }

    /// The schema of a file, as JSON.
    ///
    /// @throws IllegalArgumentException if the file is none of [#FILES]
    public static String text(String file) {
        try (InputStream schema =
                Objects.requireNonNull(Schemas.class.getResourceAsStream(name(file)))) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The comment by which the YAML language server, and so most editors, finds the schema of a file in [#FOLDER] beside
    /// it. It is to be the first line of the file, and ends with a line feed.
    ///
    /// @throws IllegalArgumentException if the file is none of [#FILES]
    public static String line(String file) {
        return "# yaml-language-server: $schema=%s/%s\n".formatted(FOLDER, name(file));
    }
}
