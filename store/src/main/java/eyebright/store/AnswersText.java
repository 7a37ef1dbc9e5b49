package eyebright.store;

import eyebright.source.Sources;
import eyebright.study.Answer;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers, names and the texts of a study as JSON text: equal content gives equal text.
///
/// ```
/// {"age":{"number":42},"cried":{"one":"yes"},"felt":{"several":["touched"]},"why":{"words":"…"}}
/// ```
///
/// Names stand in the order of their characters; numbers are exact decimals.
final class AnswersText {

    private static final JsonFactory JSON = new JsonFactory();

    /// More digits than any question can ask for.
    private static final int MOST_DIGITS = 60;

    private AnswersText() {}

    static String of(Map<String, Answer> answers) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            new TreeMap<>(answers).forEach((variable, answer) -> write(json, variable, answer));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String variable, Answer answer) {
        json.writeObjectPropertyStart(Texts.name("variable", variable));
        switch (answer) {
            case Answer.One(String code) ->
                    json.writeStringProperty("one", Texts.whole(variable, code));
            case Answer.Several(List<String> codes) -> {
                json.writeArrayPropertyStart("several");
                codes.forEach(code -> json.writeString(Texts.whole(variable, code)));
                json.writeEndArray();
            }
            case Answer.Amount(BigDecimal value) -> {
                json.writeName("number");
                json.writeNumber(plain(variable, value));
            }
            case Answer.Words(String words) ->
                    json.writeStringProperty("words", Texts.whole(variable, words));
        }
        json.writeEndObject();
    }

    /// The number with its decimals as given, and without an exponent.
    private static String plain(String variable, BigDecimal value) {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "%s must have at most %d digits".formatted(variable, MOST_DIGITS));
        }
        return value.toPlainString();
    }

    static String ofNames(Collection<String> names) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            names.forEach(name -> json.writeString(Texts.name("asked", name)));
            json.writeEndArray();
        }
        return text.toString();
    }

    static String ofSources(Sources sources) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("name", sources.name());
            json.writeObjectPropertyStart("files");
            new TreeMap<>(sources.files()).forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    static Sources sources(String text) {
        var files = new LinkedHashMap<String, String>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            json.nextToken();
            json.nextToken();
            String name = json.getString();
            json.nextToken();
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String file = json.currentName();
                json.nextToken();
                files.put(file, json.getString());
            }
            return new Sources(name, files);
        }
    }

    static List<String> names(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            return strings(json);
        }
    }

    static Map<String, Answer> answers(String text) {
        var answers = new LinkedHashMap<String, Answer>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String variable = json.currentName();
                json.nextToken();
                answers.put(variable, answer(json));
            }
        }
        return answers;
    }

    private static Answer answer(JsonParser json) {
        json.nextToken();
        String kind = json.currentName();
        json.nextToken();
        Answer answer =
                switch (kind) {
                    case "one" -> new Answer.One(json.getString());
                    case "several" -> new Answer.Several(strings(json));
                    case "number" -> new Answer.Amount(new BigDecimal(json.getString()));
                    case "words" -> new Answer.Words(json.getString());
                    default ->
                            throw new IllegalStateException(
                                    "kind of answer must be one, several, number or words, not "
                                            + kind);
                };
        json.nextToken();
        return answer;
    }

    private static List<String> strings(JsonParser json) {
        var strings = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(json.getString());
        }
        return strings;
    }
}
