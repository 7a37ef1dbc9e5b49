package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Holds a table to its Table Schema, cell by cell, as a validator of Frictionless Data does.
final class FrictionlessTable {

    private FrictionlessTable() {}

    /// Fails where a cell is not what its field says.
    ///
    /// @param lines the cells of each line, the header first
    static void holds(JsonNode schema, List<List<String>> lines) {
        List<JsonNode> fields = schema.get("fields").valueStream().toList();
        assertThat(fields.stream().map(field -> field.get("name").asString()))
                .containsExactlyElementsOf(lines.getFirst());
        Set<String> missing = new HashSet<>();
        schema.get("missingValues")
                .valueStream()
                .forEach(each -> assertThat(missing.add(each.asString())).isTrue());
        for (int i = 0; i < fields.size(); i++) {
            var seen = new ArrayList<String>();
            for (List<String> line : lines.subList(1, lines.size())) {
                assertThat(line).hasSize(fields.size());
                if (!missing.contains(line.get(i))) {
                    cell(fields.get(i), line.get(i));
                    seen.add(line.get(i));
                }
            }
            if (fields.get(i).path("constraints").path("unique").asBoolean(false)) {
                assertThat(seen).doesNotHaveDuplicates();
            }
        }
    }

    private static void cell(JsonNode field, String cell) {
        JsonNode constraints = field.path("constraints");
        switch (field.get("type").asString()) {
            case "string" -> {
                if (constraints.has("enum")) {
                    assertThat(constraints.get("enum").valueStream().map(JsonNode::asString))
                            .contains(cell);
                    assertThat(
                                    field.get("categories")
                                            .valueStream()
                                            .map(each -> each.get("value").asString()))
                            .contains(cell);
                }
            }
            case "boolean" -> assertThat(cell).isIn("0", "1");
            case "integer", "number" -> {
                var number = new BigDecimal(cell);
                if (field.get("type").asString().equals("integer")) {
                    assertThat(cell).matches("-?[0-9]+");
                }
                assertThat(number)
                        .isBetween(
                                constraints.get("minimum").decimalValue(),
                                constraints.get("maximum").decimalValue());
            }
            default -> throw new AssertionError("no type " + field.get("type"));
        }
    }

    /// The cells of a table, by RFC 4180.
    static List<List<String>> cells(String table) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (isQuoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < table.length() && table.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    isQuoted = false;
                }
            } else if (c == '"') {
                isQuoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(cell).isEmpty();
        return lines;
    }
}
