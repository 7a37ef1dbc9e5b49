package eyebright.server.page;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a form sent: values by field, in the order they came.
public record Form(Map<String, List<String>> values) {

    /// The most fields that are read.
    static final int MOST_FIELDS = 2_000;

    public Form {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((field, all) -> copy.put(field, List.copyOf(all)));
        values = java.util.Collections.unmodifiableMap(copy);
    }

    /// Reads `application/x-www-form-urlencoded`.
    ///
    /// @return nothing if the bytes are no such form: broken escapes, no UTF-8, a NUL, too many fields
    static Optional<Form> parse(byte[] body) {
        var values = new LinkedHashMap<String, List<String>>();
        try {
            String text = strict(body);
            String[] pairs = text.isEmpty() ? new String[0] : text.split("&", -1);
            if (pairs.length > MOST_FIELDS) {
                return Optional.empty();
            }
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String field = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(field, _ -> new ArrayList<>()).add(value);
            }
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            return Optional.empty();
        }
        return Optional.of(new Form(values));
    }

    /// The first value of that field, or nothing.
    public String first(String field) {
        return values.getOrDefault(field, List.of("")).getFirst();
    }

    /// Whether the field came, if only empty.
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /// The same without that field and those below it (`field.item`).
    public Form without(String field) {
        var rest = new LinkedHashMap<>(values);
        rest.keySet().removeIf(name -> name.equals(field) || name.startsWith(field + "."));
        return new Form(rest);
    }

    private static String decoded(String text) throws CharacterCodingException {
        if (isPlain(text)) {
            return text;
        }
        // Latin-1 keeps the bytes; the second step reads them as UTF-8 and refuses what is none.
        String bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        String decoded = strict(bytes.getBytes(StandardCharsets.ISO_8859_1));
        if (decoded.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL in a form");
        }
        // Browsers send CR LF for every line end.
        return decoded.replace("\r\n", "\n");
    }

    /// Whether it stands for itself, as nearly all codes, names and numbers do.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '%' || c == '+') {
                return false;
            }
        }
        return true;
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
