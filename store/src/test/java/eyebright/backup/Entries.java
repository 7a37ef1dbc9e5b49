package eyebright.backup;

import eyebright.source.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A backup taken apart and put together again, as whoever means harm does.
final class Entries {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Entries() {}

    static Map<String, byte[]> of(Path backup) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (InputStream file = Files.newInputStream(backup);
                var zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    static void write(Path backup, Map<String, byte[]> entries) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    static ObjectNode manifest(Map<String, byte[]> entries) {
        return (ObjectNode) MAPPER.readTree(entries.get(Manifest.ENTRY));
    }

    static void manifest(Map<String, byte[]> entries, JsonNode manifest) {
        entries.put(Manifest.ENTRY, MAPPER.writeValueAsBytes(manifest));
    }

    /// Has a table's rows, and the manifest say so.
    static void rows(Map<String, byte[]> entries, String path, String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        entries.put(path, bytes);
        ObjectNode manifest = manifest(entries);
        for (JsonNode database : manifest.get("databases")) {
            for (JsonNode table : database.get("tables")) {
                if (table.get("path").stringValue().equals(path)) {
                    ((ObjectNode) table)
                            .put("rows", lines.lines().count())
                            .put("bytes", bytes.length)
                            .put("sha256", Sha256.hex(Sha256.digest().digest(bytes)));
                }
            }
        }
        manifest(entries, manifest);
    }

    /// Adds a published file, and has the manifest say so.
    static void published(Map<String, byte[]> entries, String path, byte[] bytes) {
        entries.put(path, bytes);
        ObjectNode manifest = manifest(entries);
        manifest.withArray("files")
                .addObject()
                .put("path", path)
                .put("bytes", bytes.length)
                .put("sha256", Sha256.hex(Sha256.digest().digest(bytes)));
        manifest(entries, manifest);
    }
}
