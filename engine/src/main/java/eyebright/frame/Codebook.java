package eyebright.frame;

import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;

/// Writes what the columns of a table mean, as a table that stands beside it: `variable`, `label`, `kind`,
/// `code`, `meaning`, `from`, `to`, `unit`.
///
/// A variable with options has a line a code; the columns of the table itself and the tokens of statuses
/// come first, the latter as variable `*`.
public final class Codebook {

    private final CsvWriter csv;

    private Codebook(Writer out) {
        this.csv = new CsvWriter(out);
    }

    /// Writes the codebook of a study; `out` is flushed and left open.
    public static void write(Study study, Writer out) throws IOException {
        write(study.variables().values(), out);
    }

    /// Writes the codebook of those variables; `out` is flushed and left open.
    public static void write(Collection<Variable> variables, Writer out) throws IOException {
        new Codebook(out).write(variables);
        out.flush();
    }

    private void write(Collection<Variable> variables) throws IOException {
        for (String head :
                List.of("variable", "label", "kind", "code", "meaning", "from", "to", "unit")) {
            csv.cell(head);
        }
        csv.end();
        line(TableWriter.RESPONDENT, "random id of the respondent", "id", "", "");
        line(TableWriter.REHEARSED, "mark of rehearsed respondents", "mark", "", "");
        line(TableWriter.EXCLUDED, "why the respondent does not count", "reason", "", "");
        for (Status status : Status.values()) {
            if (status != Status.ANSWERED) {
                line("*", "any column", "status", status.token(), status.meaning());
            }
        }
        for (Variable variable : variables) {
            lines(variable);
        }
    }

    private void lines(Variable variable) throws IOException {
        String name = variable.name();
        String label = variable.label();
        switch (variable.kind()) {
            case Kind.Choice(List<Option> options) -> {
                for (Option option : options) {
                    line(name, label, "one of", option.code(), option.label());
                }
            }
            case Kind.Choices(List<Option> options) -> {
                for (Option option : options) {
                    String column = name + "." + option.code();
                    line(column, label, "several of", "1", option.label());
                    line(column, label, "several of", "0", "not named: " + option.label());
                }
            }
            case Kind.Numeric numeric ->
                    range(
                            name,
                            label,
                            "number",
                            numeric.from().toPlainString(),
                            numeric.to().toPlainString(),
                            numeric.unit());
            case Kind.Text text ->
                    range(name, label, "words", "0", Integer.toString(text.upTo()), "characters");
        }
    }

    private void line(String variable, String label, String kind, String code, String meaning)
            throws IOException {
        csv.cell(variable);
        texts(label);
        csv.cell(kind);
        csv.cell(code);
        texts(meaning);
        csv.cell("");
        csv.cell("");
        csv.cell("");
        csv.end();
    }

    private void range(
            String variable, String label, String kind, String from, String to, String unit)
            throws IOException {
        csv.cell(variable);
        texts(label);
        csv.cell(kind);
        csv.cell("");
        csv.cell("");
        csv.cell(from);
        csv.cell(to);
        texts(unit);
        csv.end();
    }

    private void texts(String text) throws IOException {
        if (text.isEmpty()) {
            csv.cell("");
        } else {
            csv.text(text);
        }
    }
}
