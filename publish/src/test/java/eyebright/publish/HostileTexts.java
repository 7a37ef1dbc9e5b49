package eyebright.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts that would like to be something else, which every writer of the house goes through.
public final class HostileTexts {

    private static final Path FILE =
            Path.of("../engine/src/test/resources/eyebright/hostile/texts.json");

    private HostileTexts() {}

    /// All of them.
    public static List<String> all() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(FILE))
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
