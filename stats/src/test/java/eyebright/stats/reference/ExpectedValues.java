package eyebright.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What R says of one case: the rows of `expected.csv` that carry its name.
///
/// Where R only solves an equation to a limited tolerance, `exact.csv` has the solution, and that is
/// what must be met; `ExpectedValuesTest` holds how far R is from it.
public record ExpectedValues(String name, List<Expected> rows) {

    /// One row: the tolerance is relative, absolute where the value is 0.
    public record Expected(String quantity, double value, double tolerance) {

        void isMetBy(String name, double actual) {
            double reach = value == 0 ? tolerance : tolerance * Math.abs(value);
            assertThat(Math.abs(actual - value))
                    .as("%s of %s is %s, expected %s", quantity, name, actual, value)
                    .isLessThanOrEqualTo(reach);
        }
    }

    public static final CsvTable FILE = CsvTable.read("expected.csv");

    /// The quantities that are known better than R knows them.
    public static final CsvTable EXACT = CsvTable.read("exact.csv");

    private static final double EXACT_TOLERANCE = 1e-12;

    /// What the case must come to, the exact value before R's.
    public static ExpectedValues of(String name) {
        var exact = EXACT.where("case", name);
        return new ExpectedValues(
                name, ofR(name).rows().stream().map(row -> better(row, exact)).toList());
    }

    private static Expected better(Expected row, CsvTable exact) {
        var known = exact.where("quantity", row.quantity()).numbers("value");
        return known.length == 0 ? row : new Expected(row.quantity(), known[0], EXACT_TOLERANCE);
    }

    /// What R says, right or wrong.
    public static ExpectedValues ofR(String name) {
        return of(FILE, name);
    }

    /// What another file of the same columns says of a case, such as `more/anova.csv`.
    public static ExpectedValues in(String file, String name) {
        return of(CsvTable.read(file), name);
    }

    private static ExpectedValues of(CsvTable file, String name) {
        var rows =
                file.where("case", name).rows().stream()
                        .map(
                                row ->
                                        new Expected(
                                                file.cell(row, "quantity"),
                                                Double.parseDouble(file.cell(row, "value")),
                                                Double.parseDouble(file.cell(row, "tolerance"))))
                        .toList();
        assertThat(rows).as("rows of %s", name).isNotEmpty();
        return new ExpectedValues(name, rows);
    }

    /// These rows but for the quantities that another test meets.
    public ExpectedValues without(String... quantities) {
        var left = Set.of(quantities);
        return new ExpectedValues(
                name, rows.stream().filter(row -> !left.contains(row.quantity())).toList());
    }

    /// The rows of these quantities only.
    public ExpectedValues only(Set<String> quantities) {
        return new ExpectedValues(
                name, rows.stream().filter(row -> quantities.contains(row.quantity())).toList());
    }

    /// Every row is met, and there is no number without a row.
    public void areMetBy(Map<String, Double> actual) {
        assertThat(new TreeSet<>(actual.keySet()))
                .isEqualTo(new TreeSet<>(rows.stream().map(Expected::quantity).toList()));
        for (Expected row : rows) {
            double reached = actual.getOrDefault(row.quantity(), Double.NaN);
            Digits.reached(name, row.quantity(), reached, row.value());
            row.isMetBy(name, reached);
        }
    }

    /// The number of an estimate that must be there.
    public static Known known(Estimate estimate) {
        assertThat(estimate).isInstanceOf(Known.class);
        return (Known) estimate;
    }

    /// The interval of an estimate that must have one.
    public static Interval interval(Estimate estimate) {
        return known(estimate).interval().orElseThrow();
    }
}
