package eyebright.rehearsal;

import eyebright.chart.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A rehearsal as plain text for a terminal: what the study will most likely say, what would mend it, then the
/// tables.
public final class RehearsalText {

    private static final String INDENT = "  ";
    private static final int LINE = 100;

    private final StringBuilder text = new StringBuilder();

    private RehearsalText() {}

    /// All of it; ends without a line end.
    ///
    /// @throws IllegalArgumentException if no scenario was run
    public static String of(Rehearsal rehearsal) {
        var written = new RehearsalText();
        written.advice(rehearsal, Advice.of(rehearsal));
        written.tables(rehearsal);
        return written.text.toString().stripTrailing();
    }

    private void advice(Rehearsal rehearsal, Advice advice) {
        head("What %s will most likely say".formatted(rehearsal.stamp().study()));
        paragraph("", advice.likely());
        paragraph("", advice.basis());
        if (!advice.weak().isEmpty()) {
            head("What would mend it");
            boolean isFirst = true;
            for (Advice.Weak weak : advice.weak()) {
                text.append(isFirst ? "" : "\n")
                        .append(weak.claim().asks())
                        .append("  [")
                        .append(weak.claim().id())
                        .append(weak.claim().primary() ? ", primary]" : "]")
                        .append('\n');
                isFirst = false;
                paragraph(INDENT, weak.says());
                weak.mends().forEach(each -> paragraph(INDENT, each));
            }
        }
        if (!advice.firm().isEmpty()) {
            head("What is safe");
            paragraph("", advice.firm());
        }
        if (!advice.alarms().isEmpty()) {
            head("False alarms");
            advice.alarms().forEach(each -> paragraph("", each));
        }
        if (!advice.beside().isEmpty()) {
            head("Also to know");
            advice.beside().forEach(each -> paragraph("", each));
        }
        head("The section on sample size");
        paragraph("", advice.sampleSize());
    }

    private void tables(Rehearsal rehearsal) {
        ScenarioRun first = rehearsal.scenarios().getFirst();
        var tables = new ArrayList<Table>();
        tables.add(Tables.supported(rehearsal));
        rehearsal.scenarios().forEach(each -> tables.add(Tables.verdicts(rehearsal, each)));
        Tables.sizes(rehearsal, first).ifPresent(tables::add);
        tables.addAll(Tables.margins(rehearsal));
        tables.add(Tables.together(rehearsal));
        tables.add(Tables.figures(first));
        for (Table table : tables) {
            if (!table.rows().isEmpty()) {
                head(table.caption());
                table(table);
            }
        }
    }

    private void head(String title) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append("== ").append(title).append(" ==\n");
    }

    private void paragraph(String indent, String words) {
        if (words.isEmpty()) {
            return;
        }
        var line = new StringBuilder(indent);
        for (String word : words.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + word.length() >= LINE) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(indent);
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /// The rows in columns, each as wide as its widest cell.
    private void table(Table table) {
        List<List<String>> lines =
                Stream.concat(Stream.of(table.columns()), table.rows().stream()).toList();
        int columns = table.columns().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        for (List<String> line : lines) {
            var row = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                row.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
            }
            text.append(INDENT).append(row.toString().stripTrailing()).append('\n');
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
