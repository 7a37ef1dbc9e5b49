package eyebright.rehearsal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rehearsals as JSON: what `rehearse --json` prints, what `rehearsal.json` and a file to go on from keep.
///
/// The same rehearsal gives the same bytes: keys in one order, numbers with all their digits, no times. Beside what was
/// counted stand the numbers for people, such as chances with their errors; reading takes the counts alone.
public final class RehearsalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RehearsalJson() {}

    /// One object, which ends with a line end.
    public static String write(Rehearsal rehearsal) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n"));
        return MAPPER.writer()
                        .with(printer)
                        .writeValueAsString(RehearsalWriter.tree(MAPPER, rehearsal))
                + "\n";
    }

    /// A rehearsal that [#write] wrote.
    ///
    /// @throws IllegalArgumentException if the text is something else; the message says what is wrong
    public static Rehearsal read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("it is not JSON", notJson);
        }
        return RehearsalParser.rehearsal(root);
    }
}
