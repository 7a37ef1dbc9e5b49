package eyebright.frame;

import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes a dataset as one JSON object: what the variables mean, and the respondents, an object each.
///
/// ```
/// {"study": "tears", "title": …, "data": {"kind": "real", "mark": null, "respondents": 2, "excluded": {"not eligible": 1}},
///  "statuses": {"(skipped)": "the page was saved without an answer to this", …},
///  "variables": [{"name": "felt", "label": …, "kind": "several of", "options": [{"code": "joy", "label": "Joy"}]},
///                {"name": "age", "label": …, "kind": "number", "from": 18, "to": 100, "decimals": 0, "unit": "years"}],
///  "respondents": [{"id": "a1", "answers": {"felt": ["joy"], "age": 42}, "none": {"word": "(skipped)"}}]}
/// ```
///
/// An answer is the code of an option, a list of codes, a number, or a text. A variable without an answer
/// stands in `none` with the token of its status. There are no times; equal answers give equal bytes, a
/// respondent a line.
public final class AnswersJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Dataset dataset;
    private final Frame frame;
    private final JsonGenerator json;

    private AnswersJson(Dataset dataset, JsonGenerator json) {
        this.dataset = dataset;
        this.frame = dataset.frame();
        this.json = json;
    }

    /// Writes the dataset; `out` is flushed and left open.
    public static void write(Dataset dataset, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new AnswersJson(dataset, json).write();
        }
        out.write('\n');
        out.flush();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("study", dataset.study().name());
        json.writeStringProperty("title", dataset.study().title());
        data();
        json.writeName("statuses");
        json.writeStartObject();
        for (Status status : Status.values()) {
            if (status != Status.ANSWERED) {
                json.writeStringProperty(status.token(), status.meaning());
            }
        }
        json.writeEndObject();
        json.writeName("variables");
        json.writeStartArray();
        for (Variable variable : dataset.variables()) {
            json.writeRaw("\n");
            variable(variable);
        }
        json.writeEndArray();
        json.writeName("respondents");
        json.writeStartArray();
        for (int row = 0; row < frame.size(); row++) {
            json.writeRaw("\n");
            respondent(row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void data() {
        json.writeName("data");
        json.writeStartObject();
        json.writeStringProperty("kind", frame.origin().kind());
        switch (frame.origin()) {
            case Origin.Real _ -> json.writeNullProperty("mark");
            case Origin.Rehearsed(String mark) -> json.writeStringProperty("mark", mark);
        }
        json.writeNumberProperty("respondents", frame.size());
        json.writeName("excluded");
        json.writeStartObject();
        frame.excluded().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void variable(Variable variable) {
        json.writeStartObject();
        json.writeStringProperty("name", variable.name());
        json.writeStringProperty("label", variable.label());
        switch (variable.kind()) {
            case Kind.Choice(var options) -> options("one of", options);
            case Kind.Choices(var options) -> options("several of", options);
            case Kind.Numeric(BigDecimal from, BigDecimal to, int decimals, String unit) -> {
                json.writeStringProperty("kind", "number");
                json.writeNumberProperty("from", plain(from));
                json.writeNumberProperty("to", plain(to));
                json.writeNumberProperty("decimals", decimals);
                json.writeStringProperty("unit", unit);
            }
            case Kind.Text(int upTo) -> {
                json.writeStringProperty("kind", "words");
                json.writeNumberProperty("up_to", upTo);
            }
        }
        json.writeEndObject();
    }

    private void options(String kind, List<Option> options) {
        json.writeStringProperty("kind", kind);
        json.writeName("options");
        json.writeStartArray();
        for (Option option : options) {
            json.writeStartObject();
            json.writeStringProperty("code", option.code());
            json.writeStringProperty("label", option.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void respondent(int row) {
        json.writeStartObject();
        json.writeStringProperty("id", frame.respondents().get(row));
        json.writeName("answers");
        json.writeStartObject();
        for (Variable variable : dataset.variables()) {
            Column column = frame.column(variable.name());
            if (column.isAnswered(row)) {
                json.writeName(variable.name());
                answer(column, row);
            }
        }
        json.writeEndObject();
        json.writeName("none");
        json.writeStartObject();
        for (Variable variable : dataset.variables()) {
            Column column = frame.column(variable.name());
            if (!column.isAnswered(row)) {
                json.writeStringProperty(variable.name(), column.status(row).token());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void answer(Column column, int row) {
        switch (column) {
            case Column.Choices choices ->
                    json.writeString(choices.options().get(choices.index(row)).code());
            case Column.Numbers numbers -> json.writeNumber(plain(numbers.value(row)));
            case Column.Words words -> json.writeString(words.text(row));
            case Column.Sets sets -> {
                json.writeStartArray();
                for (int option = 0; option < sets.options().size(); option++) {
                    if (sets.names(row, option)) {
                        json.writeString(sets.options().get(option).code());
                    }
                }
                json.writeEndArray();
            }
        }
    }

    /// As the table writes it: the shortest decimal without an exponent.
    private static BigDecimal plain(double number) {
        return new BigDecimal(TableWriter.number(number));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
