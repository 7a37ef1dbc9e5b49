package eyebright.stats.reference;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// How many digits of each reference value were reached in this run of the tests.
///
/// ```
/// digits = -log10(|actual - expected| / |expected|)      absolute where the expected value is 0
/// ```
///
/// The log relative error of McCullough (1998) <https://doi.org/10.1080/00031305.1998.10480589>, cut to
/// 0 to 16, as a double has no more. A quantity that several tests compute keeps the fewest. Tests of
/// several threads may report.
public final class Digits {

    /// What a double can hold.
    private static final double MOST = 16;

    private static final String HERE = Digits.class.getPackageName() + ".";

    private static final TreeMap<Place, Row> ROWS =
            new TreeMap<>(
                    Comparator.comparing(Place::part)
                            .thenComparing(Place::analysis)
                            .thenComparing(Place::quantity));

    private Digits() {}

    private record Place(String part, String analysis, String quantity) {}

    /// One quantity and how well it was met.
    ///
    /// @param part the package of the test that met it, without `eyebright.stats`, such as `mean`
    /// @param analysis the case, such as `bfi age by gender`
    /// @param quantity what was computed, such as `welch_t`
    /// @param expected the reference value
    /// @param digits how many of its digits agree: 0 to 16
    public record Row(
            String part, String analysis, String quantity, double expected, double digits) {}

    /// Takes note of a value.
    public static void reached(String analysis, String quantity, double actual, double expected) {
        var row = new Row(part(), analysis, quantity, expected, of(actual, expected));
        synchronized (ROWS) {
            ROWS.merge(new Place(row.part(), analysis, quantity), row, Digits::fewer);
        }
    }

    private static String part() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(StackWalker.StackFrame::getClassName)
                                        .filter(name -> !name.startsWith(HERE))
                                        .findFirst())
                .map(
                        name ->
                                name.replaceFirst("^eyebright\\.stats\\.", "")
                                        .replaceFirst("\\..*", ""))
                .orElseThrow();
    }

    static Row fewer(Row one, Row other) {
        return one.digits() <= other.digits() ? one : other;
    }

    /// The digits of the expected value that the actual one has: 0 to 16, 0 if it is not a number.
    public static double of(double actual, double expected) {
        double off = Math.abs(actual - expected);
        if (off == 0) {
            return MOST;
        }
        double digits = -Math.log10(expected == 0 ? off : off / Math.abs(expected));
        return Double.isNaN(digits) ? 0 : Math.clamp(digits, 0, MOST);
    }

    /// All that were noted, by part, analysis and quantity.
    public static List<Row> rows() {
        synchronized (ROWS) {
            return List.copyOf(ROWS.values());
        }
    }
}
