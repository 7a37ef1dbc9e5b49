package eyebright.publish.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An attribute or key as the tables of the models write it: `name`, `name!`, `name=type`, `name!=type`.
///
/// @param isNeeded whether it must be there
record KeyRule(String name, boolean isNeeded, String type) {

    /// The lines of a table that are rules.
    static List<String> lines(String table) {
        try (InputStream in =
                KeyRule.class.getResourceAsStream("/eyebright/publish/models/" + table)) {
            if (in == null) {
                throw new AssertionError("there is no table " + table);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The keys of a line, by their names.
    static Map<String, KeyRule> of(String line) {
        var keys = new LinkedHashMap<String, KeyRule>();
        for (String word : line.strip().split(" +", -1)) {
            if (!word.isEmpty()) {
                int at = word.indexOf('=');
                String name = at < 0 ? word : word.substring(0, at);
                String type = at < 0 ? "text" : word.substring(at + 1);
                boolean isNeeded = name.endsWith("!");
                String bare = isNeeded ? name.substring(0, name.length() - 1) : name;
                keys.put(bare, new KeyRule(bare, isNeeded, type));
            }
        }
        return keys;
    }
}
