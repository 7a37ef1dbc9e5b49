package eyebright.stats.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/// Writes `target/digits.csv` at the end of a run of the tests: one row for each reference value that
/// was met, with the digits that were reached. A run of some tests has their rows only.
public final class DigitsReport implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "digits.csv");

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        var rows = Digits.rows();
        if (rows.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.write(FILE, lines(rows));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> lines(List<Digits.Row> rows) {
        var lines = new ArrayList<String>();
        lines.add("part,analysis,quantity,expected,digits");
        for (var row : rows) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s,\"%s\",\"%s\",%s,%.1f",
                            row.part(),
                            row.analysis(),
                            row.quantity(),
                            row.expected(),
                            row.digits()));
        }
        return lines;
    }
}
