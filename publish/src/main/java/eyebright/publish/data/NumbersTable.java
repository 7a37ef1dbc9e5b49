package eyebright.publish.data;

import eyebright.analysis.Finding;
import eyebright.analysis.NamedEstimate;
import eyebright.frame.CsvWriter;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Each estimate of the study beside that of the published rows: `finding,name,study,low,high,n,here,here_low,here_high,here_n`,
/// with all digits. A number that cannot be had is empty.
final class NumbersTable {

    private static final List<String> HEAD =
            List.of(
                    "finding",
                    "name",
                    "study",
                    "low",
                    "high",
                    "n",
                    "here",
                    "here_low",
                    "here_high",
                    "here_n");

    private final CsvWriter csv;

    private NumbersTable(Writer out) {
        csv = new CsvWriter(out);
    }

    static void write(Release release, Writer out) throws IOException {
        var table = new NumbersTable(out);
        for (String column : HEAD) {
            table.csv.cell(column);
        }
        table.csv.end();
        table.all(release.own().findings(), release.findings().findings());
    }

    private void all(List<Finding> own, List<Finding> here) throws IOException {
        for (int i = 0; i < own.size(); i++) {
            for (NamedEstimate each : own.get(i).estimates()) {
                csv.cell(own.get(i).id());
                csv.text(each.name());
                estimate(each.estimate());
                estimate(here.get(i).estimate(each.name()));
                csv.end();
            }
            all(own.get(i).beside(), here.get(i).beside());
        }
    }

    private void estimate(Estimate estimate) throws IOException {
        switch (estimate) {
            case Estimate.Known(double value, var interval, int n) -> {
                csv.cell(Double.toString(value));
                csv.cell(interval.map(Interval::low).map(String::valueOf).orElse(""));
                csv.cell(interval.map(Interval::high).map(String::valueOf).orElse(""));
                csv.cell(Integer.toString(n));
            }
            case Estimate.NotEstimable _ -> {
                for (int cell = 0; cell < 4; cell++) {
                    csv.cell("");
                }
            }
        }
    }
}
