package eyebright.recompute;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Tested;
import eyebright.frame.CsvWriter;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Writes findings as a table of figures: `finding`, `kind` (respondents, estimate, test or bayes),
/// `name`, `value` (of a test its statistic), `low`, `high`, `level`, `p`, `adjusted_p`, `df1`, `df2`.
/// Numbers have all their digits; a cell is empty where there is none.
final class ExpectedTable {

    private static final List<String> HEAD =
            List.of(
                    "finding",
                    "kind",
                    "name",
                    "value",
                    "low",
                    "high",
                    "level",
                    "p",
                    "adjusted_p",
                    "df1",
                    "df2");

    private final CsvWriter csv;

    private ExpectedTable(Writer out) {
        this.csv = new CsvWriter(out);
    }

    /// Writes the table; `out` is flushed and left open.
    static void write(Findings findings, Writer out) throws IOException {
        var table = new ExpectedTable(out);
        table.line(HEAD);
        for (Finding finding : findings.findings()) {
            table.finding(finding);
            for (Finding beside : finding.beside()) {
                table.finding(beside);
            }
        }
        out.flush();
    }

    private void finding(Finding finding) throws IOException {
        String id = finding.id();
        line(
                List.of(
                        id,
                        "respondents",
                        "n",
                        Integer.toString(finding.n()),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        for (NamedEstimate named : finding.estimates()) {
            estimate(id, named);
        }
        for (Tested tested : finding.tests()) {
            test(id, tested);
        }
        if (finding.bayesFactor().isPresent()) {
            line(
                    List.of(
                            id,
                            "bayes",
                            "bayes_factor",
                            cell(finding.bayesFactor()),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            ""));
        }
    }

    private void estimate(String id, NamedEstimate named) throws IOException {
        String value = "";
        Optional<Interval> interval = Optional.empty();
        if (named.estimate() instanceof Estimate.Known(double known, var limits, _)) {
            value = Double.toString(known);
            interval = limits;
        }
        line(
                List.of(
                        id,
                        "estimate",
                        named.name(),
                        value,
                        interval.map(each -> Double.toString(each.low())).orElse(""),
                        interval.map(each -> Double.toString(each.high())).orElse(""),
                        interval.map(each -> Double.toString(each.level())).orElse(""),
                        "",
                        "",
                        "",
                        ""));
    }

    private void test(String id, Tested tested) throws IOException {
        TestResult result = tested.result();
        line(
                List.of(
                        id,
                        "test",
                        result.name(),
                        cell(result.statistic()),
                        "",
                        "",
                        "",
                        Double.toString(result.p()),
                        cell(tested.adjusted()),
                        df(result, 0),
                        df(result, 1)));
    }

    private static String df(TestResult result, int place) {
        return place < result.df().size() ? Double.toString(result.df().get(place)) : "";
    }

    private static String cell(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }

    private void line(List<String> cells) throws IOException {
        for (String cell : cells) {
            csv.cell(cell);
        }
        csv.end();
    }
}
