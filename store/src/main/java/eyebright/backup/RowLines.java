package eyebright.backup;

import eyebright.database.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Rows as text, a JSON object a line: text as strings, whole numbers as numbers, bytes in base64, nothing as null.
///
/// ```
/// {"sequence":1,"respondent":"5f…","kind":"page","save_id":"a1","content":"q83v…","day":20780}
/// ```
final class RowLines {

    /// Longer than any row: the texts of a whole study are one.
    static final int LONGEST = 64 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .rootValueSeparator("\n")
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LONGEST)
                                    .maxNestingDepth(2)
                                    .build())
                    .build();

    private final List<Table.Column> columns;

    RowLines(List<Table.Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /// Gives rows away.
    @FunctionalInterface
    interface Source<X extends Exception> {
        /// Gives each to the taker.
        ///
        /// @return how many there were
        long giveTo(Table.Rows taker) throws X;
    }

    /// Writes rows, and leaves the stream open.
    ///
    /// @return how many there were
    <X extends Exception> long write(OutputStream out, Source<X> rows) throws X, IOException {
        long count;
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            count = rows.giveTo(values -> write(json, values));
        }
        if (count > 0) {
            out.write('\n');
        }
        return count;
    }

    private void write(JsonGenerator json, @Nullable Object[] values) {
        json.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            json.writeName(columns.get(i).name());
            switch (values[i]) {
                case null -> json.writeNull();
                case String text -> json.writeString(text);
                case Long number -> json.writeNumber(number);
                case byte[] bytes -> json.writeBinary(bytes);
                default ->
                        throw new IllegalArgumentException(
                                "value must be text, a whole number, bytes or null, not "
                                        + values[i]);
            }
        }
        json.writeEndObject();
    }

    /// Reads all lines.
    ///
    /// @return how many there were
    /// @throws IllegalArgumentException if a line is no such row; the message ends a sentence
    long read(InputStream in, Table.Rows taker) throws IOException, SQLException {
        var line = new ByteArrayOutputStream();
        long count = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                count++;
                taker.take(values(line.toByteArray(), count));
                line.reset();
            } else if (line.size() == LONGEST) {
                throw new IllegalArgumentException(
                        "its line %d is longer than any row".formatted(count + 1));
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            throw new IllegalArgumentException("its last line is cut off");
        }
        return count;
    }

    private @Nullable Object[] values(byte[] line, long number) {
        var values = new @Nullable Object[columns.size()];
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            boolean fits = json.nextToken() == JsonToken.START_OBJECT;
            for (int i = 0; fits && i < values.length; i++) {
                fits =
                        json.nextToken() == JsonToken.PROPERTY_NAME
                                && json.currentName().equals(columns.get(i).name());
                if (fits) {
                    values[i] = value(json, columns.get(i).kind());
                }
            }
            if (fits && json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null) {
                return values;
            }
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "its line %d is no row of that table".formatted(number), wrong);
        }
        throw new IllegalArgumentException("its line %d is no row of that table".formatted(number));
    }

    private static @Nullable Object value(JsonParser json, Table.Kind kind) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        JsonToken wanted =
                kind == Table.Kind.INTEGER ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING;
        if (token != wanted) {
            throw new IllegalArgumentException("value must be %s, not %s".formatted(wanted, token));
        }
        return switch (kind) {
            case TEXT -> json.getString();
            case INTEGER -> json.getLongValue();
            case BYTES -> json.getBinaryValue();
        };
    }
}
