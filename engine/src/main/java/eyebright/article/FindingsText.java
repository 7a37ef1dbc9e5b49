package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.chart.Origin;
import eyebright.chart.Table;
import eyebright.freeze.Deviation;
import eyebright.freeze.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Findings as plain text for a terminal: the same questions, answers and numbers as the page.
public final class FindingsText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private FindingsText() {}

    /// All findings of a study; ends without a line end.
    public static String of(Findings findings) {
        var written = new FindingsText();
        written.head(findings);
        for (Arrangement.Group group : Arrangement.of(findings.findings()).groups()) {
            if (!group.title().isEmpty()) {
                written.text.append('\n');
                written.line("", "== %s ==".formatted(group.title()));
            }
            group.findings().forEach(finding -> written.finding(finding, findings));
        }
        return written.text.toString().stripTrailing();
    }

    private void head(Findings findings) {
        Findings.Data data = findings.data();
        line(
                "",
                "%s: %,d %s respondents"
                        .formatted(findings.study(), data.respondents(), data.kind()));
        for (Map.Entry<String, Integer> excluded : data.excluded().entrySet()) {
            line(
                    INDENT,
                    "%,d more do not count: %s".formatted(excluded.getValue(), excluded.getKey()));
        }
        line(
                INDENT,
                "plan %s, %s"
                        .formatted(
                                findings.plan().hash().substring(0, 12),
                                findings.plan()
                                        .frozen()
                                        .map(Standing::inShort)
                                        .orElse("not frozen")));
        findings.plan().frozen().ifPresent(standing -> frozen(standing, data));
    }

    private void frozen(Standing standing, Findings.Data data) {
        line(INDENT + INDENT, standing.confirmed());
        standing.links()
                .forEach(link -> line(INDENT + INDENT, "also at " + link + " (not looked up)"));
        if (data.mark().isEmpty()) {
            line(
                    INDENT + INDENT,
                    standing.order(people -> String.format(Locale.ROOT, "%,d", people))
                            .orElse(
                                    "A table does not tell who answered before the plan was frozen."));
        }
        for (Deviation deviation : standing.deviations()) {
            line(INDENT + INDENT, "deviation: " + deviation.words());
        }
    }

    private void finding(Finding finding, Findings findings) {
        Origin origin = findings.data().mark().isPresent() ? Origin.REHEARSED : Origin.REAL;
        FindingView view = FindingView.of(finding, origin, "text");
        text.append('\n');
        line("", "%s  [%s]".formatted(view.question(), view.id()));
        line(INDENT, view.answer().text());
        for (Before before : view.before()) {
            line(
                    INDENT,
                    "before: %s (%s; %s)"
                            .formatted(before.says(), before.source(), before.certainty()));
        }
        line(INDENT, view.judged().why());
        for (VerdictView.Beside held : view.judged().beside()) {
            line(INDENT, held.says());
            table(held.figures(), INDENT + INDENT);
            held.without().forEach(reason -> line(INDENT + INDENT, reason));
        }
        view.judged().ways().ifPresent(ways -> line(INDENT, ways));
        if (!view.notes().isEmpty()) {
            line(INDENT, String.join(" · ", view.notes()));
        }
        table(view.details(), INDENT + INDENT);
        for (FindingView beside : view.beside()) {
            line(INDENT, "beside: %s  [%s]".formatted(beside.claim(), beside.id()));
            line(INDENT + INDENT, beside.answer().text());
            line(INDENT + INDENT, String.join(" · ", beside.notes()));
            table(beside.details(), INDENT + INDENT + INDENT);
        }
    }

    /// The rows in columns, each as wide as its widest cell.
    private void table(Table table, String indent) {
        if (table.rows().isEmpty()) {
            return;
        }
        var widths = new ArrayList<Integer>();
        for (int column = 0; column < table.columns().size(); column++) {
            int at = column;
            widths.add(
                    Stream.concat(Stream.of(table.columns()), table.rows().stream())
                            .mapToInt(row -> width(row.get(at)))
                            .max()
                            .orElse(0));
        }
        for (List<String> row :
                Stream.concat(Stream.of(table.columns()), table.rows().stream()).toList()) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths.get(column) - width(cell) + 2));
            }
            line(indent, line.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}
