package eyebright.frame;

import eyebright.study.Option;
import eyebright.study.Study;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a frame as a table (CSV) that [TableReader] reads back as an equal frame.
///
/// A line a respondent, by RFC 4180 with LF: `respondent`; `rehearsed` with the mark, in rehearsed tables
/// only; `excluded`, only where somebody was; then one column a variable in the order of the
/// questionnaire, and for a several-of question one an option (`felt.sadness`, 1 or 0). Cells without an
/// answer hold a token: `(skipped)`, `(not shown)`, `(not reached)`, `(unreadable)`, `(withheld)`. Texts that begin a
/// formula get an apostrophe before them.
///
/// Who does not count has a line with the reason in `excluded` and nothing else: neither an id nor
/// answers, so that the table gives the same counts and no more. Scales are not written, they are
/// computed.
public final class TableWriter {

    static final String RESPONDENT = "respondent";
    static final String REHEARSED = "rehearsed";
    static final String EXCLUDED = "excluded";

    private final Frame frame;
    private final CsvWriter csv;
    private final String mark;
    private final List<Map.Entry<String, Column>> columns = new ArrayList<>();

    private TableWriter(Frame frame, Study study, Writer out) {
        this.frame = frame;
        this.csv = new CsvWriter(out);
        this.mark =
                switch (frame.origin()) {
                    case Origin.Real _ -> "";
                    case Origin.Rehearsed(String name) -> name;
                };
        for (String variable : study.variables().keySet()) {
            columns.add(Map.entry(variable, frame.column(variable)));
        }
    }

    /// Writes the frame; `out` is flushed and left open.
    ///
    /// @param study whose variables are the columns
    /// @throws java.util.NoSuchElementException if the frame lacks a variable of the study
    public static void write(Frame frame, Study study, Writer out) throws IOException {
        new TableWriter(frame, study, out).write();
        out.flush();
    }

    private void write() throws IOException {
        header();
        for (int row = 0; row < frame.size(); row++) {
            begin(frame.respondents().get(row), "");
            for (Map.Entry<String, Column> column : columns) {
                cells(column.getValue(), row);
            }
            csv.end();
        }
        for (Map.Entry<String, Integer> excluded : frame.excluded().entrySet()) {
            for (int i = 0; i < excluded.getValue(); i++) {
                begin("", excluded.getKey());
                for (Map.Entry<String, Column> column : columns) {
                    for (int cell = 0; cell < width(column.getValue()); cell++) {
                        csv.cell("");
                    }
                }
                csv.end();
            }
        }
    }

    private void header() throws IOException {
        csv.cell(RESPONDENT);
        if (isRehearsed()) {
            csv.cell(REHEARSED);
        }
        if (!frame.excluded().isEmpty()) {
            csv.cell(EXCLUDED);
        }
        for (Map.Entry<String, Column> column : columns) {
            if (column.getValue() instanceof Column.Sets sets) {
                for (Option option : sets.options()) {
                    csv.cell(column.getKey() + "." + option.code());
                }
            } else {
                csv.cell(column.getKey());
            }
        }
        csv.end();
    }

    private void begin(String respondent, String excluded) throws IOException {
        if (respondent.isEmpty()) {
            csv.cell("");
        } else {
            csv.text(respondent);
        }
        if (isRehearsed()) {
            csv.text(mark);
        }
        if (!frame.excluded().isEmpty()) {
            csv.cell(excluded);
        }
    }

    private boolean isRehearsed() {
        return frame.origin() instanceof Origin.Rehearsed;
    }

    private static int width(Column column) {
        return column instanceof Column.Sets sets ? sets.options().size() : 1;
    }

    private void cells(Column column, int row) throws IOException {
        if (column.status(row) != Status.ANSWERED) {
            for (int cell = 0; cell < width(column); cell++) {
                csv.cell(CellText.token(column.status(row)));
            }
            return;
        }
        switch (column) {
            case Column.Choices choices ->
                    csv.cell(choices.options().get(choices.index(row)).code());
            case Column.Numbers numbers -> csv.cell(number(numbers.value(row)));
            case Column.Words words -> csv.text(words.text(row));
            case Column.Sets sets -> {
                for (int option = 0; option < sets.options().size(); option++) {
                    csv.cell(sets.names(row, option) ? "1" : "0");
                }
            }
        }
    }

    /// The shortest decimal that is this number, without an exponent.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
