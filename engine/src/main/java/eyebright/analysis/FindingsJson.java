package eyebright.analysis;

import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Findings as JSON: what `analyse --json` prints and what a snapshot keeps.
///
/// The same findings give the same bytes: keys in one order, numbers with all their digits, line ends of
/// one character, no times. What could not be estimated has `not_estimable` with the reason instead of a
/// value. Reading gives back equal findings.
public final class FindingsJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private FindingsJson() {}

    /// One object, which ends with a line end.
    public static String write(Findings findings) {
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer()
                        .with(printer)
                        .writeValueAsString(FindingsWriter.tree(MAPPER, findings))
                + "\n";
    }

    /// Findings that [#write] wrote.
    ///
    /// @throws IllegalArgumentException if the text is something else; the message says what is missing
    public static Findings read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("json must be findings, not other text", notJson);
        }
        return FindingsParser.findings(root);
    }
}
