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
        if (!advice.steps().isEmpty()) {
            head("What to do");
            for (int i = 0; i < advice.steps().size(); i++) {
                item(i + 1 + ". ", advice.steps().get(i));
            }
        }
        head("What this rests on");
        paragraph("", advice.basis());
        advice.gaps().forEach(each -> paragraph("", each));
        List<Advice.Weak> primary = weak(advice, true);
        if (!primary.isEmpty()) {
            head("Primary claims that are not safe");
            for (int i = 0; i < primary.size(); i++) {
                Advice.Weak weak = primary.get(i);
                text.append(i == 0 ? "" : "\n")
                        .append(weak.claim().asks())
                        .append("  [")
                        .append(weak.claim().id())
                        .append("]\n");
                paragraph(INDENT, weak.says());
                weak.mends().forEach(each -> paragraph(INDENT, each));
            }
        }
        List<Advice.Weak> others = weak(advice, false);
        if (!others.isEmpty()) {
            head("Other claims that are not safe");
            table(Tables.unsafe(rehearsal, others));
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

    private static List<Advice.Weak> weak(Advice advice, boolean arePrimary) {
        return advice.weak().stream().filter(each -> each.claim().primary() == arePrimary).toList();
    }

    private void tables(Rehearsal rehearsal) {
        ScenarioRun first = rehearsal.scenarios().getFirst();
        var tables = new ArrayList<Table>();
        tables.add(Tables.supported(rehearsal));
        tables.addAll(Tables.verdicts(rehearsal));
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
        if (!words.isEmpty()) {
            wrapped(indent, indent, words);
        }
    }

    /// A paragraph that begins with a mark, such as a number.
    private void item(String mark, String words) {
        wrapped(mark, " ".repeat(mark.length()), words);
    }

    private void wrapped(String first, String indent, String words) {
        var line = new StringBuilder(first);
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
