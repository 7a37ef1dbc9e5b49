package eyebright.stats.weighting;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import java.util.Arrays;
import java.util.List;

/// Weights that give each cell, such as women under 30, its share of the population.
///
/// ```
/// w = N_h / N · n / n_h       for every respondent of cell h
/// ```
///
/// Shape: one category for each respondent and its share in the population; its summary are counts.
/// Missing values: a respondent without a category cannot be weighted; leave out or impute first. Edge
/// cases: a cell of the population that nobody is in is a reason: join it with another. Errors: those of
/// [Margin].
///
/// R: `survey::postStratify`. SPSS: WEIGHT BY with such weights, whose standard errors are then wrong.
///
/// Source: Holt & Smith (1979) <https://doi.org/10.2307/2344652>. Checked against survey, see
/// `WeightingReferenceTest`.
public final class PostStratification {

    private PostStratification() {}

    /// The weights.
    ///
    /// @param cells the categories of respondents and population
    public static Fitting<Weights> of(Margin cells) {
        int n = cells.codes().size();
        var counts = new int[cells.shares().size()];
        cells.codes().forEach(code -> counts[code]++);
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] == 0) {
                return new NotFitted<>(empty(cells, code));
            }
        }
        var values = new double[n];
        Arrays.setAll(
                values,
                row -> {
                    int code = cells.codes().get(row);
                    return cells.shares().get(code) * n / counts[code];
                });
        return new Fitted<>(new Weights(values, List.of(cells)));
    }

    /// Why weights cannot make up for a category that nobody is in.
    static String empty(Margin margin, int code) {
        return "no respondent is in category %d of %s, which is %s of the population"
                .formatted(code + 1, margin.name(), margin.shares().get(code));
    }
}
