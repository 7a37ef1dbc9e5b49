package eyebright.stats.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Predictors that tell the outcome without error, at least for some respondents, so that the
/// likelihood grows for ever as their coefficients do.
///
/// ```
/// a direction d ≠ 0 with: xᵀd >= 0 where everyone has the outcome, xᵀd <= 0 where no one has it,
///                         xᵀd = 0 where some have it
/// complete: nowhere 0       quasi-complete: 0 for some
/// ```
///
/// For counts the same with "a count above 0" in place of the outcome, and no side that may rise. Such
/// data have no finite maximum-likelihood estimate. The iteration then grows by one step after another
/// along d, which is taken from it; a data set whose iteration comes to rest is not separated. SPSS and R
/// print large coefficients with huge standard errors, R with the warning "fitted probabilities
/// numerically 0 or 1 occurred".
///
/// Shape: the columns that separate. Unit: none. Missing values: none are accepted. Edge cases: an outcome
/// that all or none have is separated by the intercept. Errors: no column, a blank sentence. Summary: the
/// rows.
///
/// Sources: Albert & Anderson (1984) <https://doi.org/10.1093/biomet/71.1.1>; for counts: Santos Silva &
/// Tenreyro (2010) <https://doi.org/10.1016/j.econlet.2010.02.020>.
///
/// @param kind whether for all respondents or for some
/// @param predictors names of the columns that separate, in the order of the model: 1 or more
/// @param sentence a clause that a psychologist understands
public record Separation(Kind kind, List<String> predictors, String sentence) {

    /// For how many respondents.
    public enum Kind {
        /// For all.
        COMPLETE,
        /// For some; the others lie where the predictors do not tell.
        QUASI_COMPLETE
    }

    /// Shares of the largest value below this are zero.
    private static final double ZERO = 1e-4;

    /// The iteration of separated data still moves by about this much or more when it is given up.
    private static final double MOVING = 0.25;

    /// @throws IllegalArgumentException if there is no predictor or the sentence is blank
    public Separation {
        predictors = List.copyOf(predictors);
        if (predictors.isEmpty() || sentence.isBlank()) {
            throw new IllegalArgumentException(
                    "a separation must name a predictor and say what it does, not %s, \"%s\""
                            .formatted(predictors, sentence));
        }
    }

    /// What separates in an iteration that did not come to rest; none if it failed for another reason.
    static Optional<Separation> of(ModelRows rows, Scoring scoring, Response response) {
        return along(rows, scoring.lastStep(), response)
                .or(() -> along(rows, scoring.coefficients(), response));
    }

    private static Optional<Separation> along(
            ModelRows rows, double[] direction, Response response) {
        var values = new double[rows.size()];
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < direction.length; j++) {
                values[i] += direction[j] * rows.column(j)[i];
            }
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (!(largest > MOVING && Double.isFinite(largest))) {
            return Optional.empty();
        }
        var kind = Kind.COMPLETE;
        for (int i = 0; i < values.length; i++) {
            double events = rows.events()[i];
            if (Math.abs(values[i]) <= ZERO * largest) {
                kind = Kind.QUASI_COMPLETE;
            } else if (values[i] > 0
                    ? !response.mayRise(events, rows.trials()[i])
                    : !response.mayFall(events)) {
                return Optional.empty();
            }
        }
        List<Integer> involved = involved(rows, direction);
        if (involved.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Separation(
                        kind,
                        involved.stream().map(j -> rows.names().get(j)).toList(),
                        sentence(rows, involved, response)));
    }

    private static List<Integer> involved(ModelRows rows, double[] direction) {
        double largest = 0;
        for (int j = 0; j < direction.length; j++) {
            largest = j == rows.intercept() ? largest : Math.max(largest, Math.abs(direction[j]));
        }
        List<Integer> involved = new ArrayList<>();
        for (int j = 0; j < direction.length; j++) {
            if (j != rows.intercept() && Math.abs(direction[j]) > 1e-3 * largest) {
                involved.add(j);
            }
        }
        return involved;
    }

    private static String sentence(ModelRows rows, List<Integer> involved, Response response) {
        String having =
                response instanceof Response.Binary ? "has the outcome" : "has a count above 0";
        if (involved.size() == 1) {
            return ofOne(rows, involved.getFirst(), response, having);
        }
        List<String> names = involved.stream().map(j -> rows.names().get(j)).toList();
        return "%s and %s together tell without error who %s, at least for some respondents"
                .formatted(
                        String.join(", ", names.subList(0, names.size() - 1)),
                        names.getLast(),
                        having);
    }

    private static String ofOne(ModelRows rows, int column, Response response, String having) {
        String name = rows.names().get(column);
        var levels = new TreeSet<Double>();
        for (double value : rows.column(column)) {
            levels.add(value);
        }
        if (levels.size() == 2) {
            var said = new ArrayList<String>();
            for (double level : levels.reversed()) {
                ofLevel(rows, column, level, response)
                        .ifPresent(who -> said.add(who + " " + having));
            }
            if (!said.isEmpty()) {
                return String.join(" and ", said);
            }
        }
        return "%s alone tells without error who %s, at least for some respondents"
                .formatted(name, having);
    }

    private static Optional<String> ofLevel(
            ModelRows rows, int column, double level, Response response) {
        boolean all = true;
        boolean none = true;
        String value = "";
        for (int i = 0; i < rows.size(); i++) {
            if (rows.column(column)[i] == level) {
                all &= response.mayRise(rows.events()[i], rows.trials()[i]);
                none &= response.mayFall(rows.events()[i]);
                value = plain(rows.value(i, column));
            }
        }
        if (!all && !none) {
            return Optional.empty();
        }
        String who = all ? "everyone" : "no one";
        return Optional.of("%s with %s = %s".formatted(who, rows.names().get(column), value));
    }

    private static String plain(double value) {
        double tidy = Math.abs(value) < 1e-12 ? 0 : value;
        return BigDecimal.valueOf(tidy)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
