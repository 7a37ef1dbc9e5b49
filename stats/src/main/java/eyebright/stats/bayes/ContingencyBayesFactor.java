package eyebright.stats.bayes;

import eyebright.stats.table.ContingencyTable;
import org.apache.commons.numbers.gamma.LogGamma;

/// The Bayes factor of a table against independence, with the sizes of the rows fixed: under the
/// alternative each row has shares of its own, under the null all rows the same.
///
/// ```
/// BF10 = product over rows of D(y_i + a) / D(a)  *  D(b) / D(y_+ + b)
/// D(v) = product of Gamma(v_j) / Gamma(sum of v_j), a = 1 for each cell, b = 1 for each column
/// ```
///
/// Shape: counts, rows the groups. Unit: respondents. Missing values: left out before counting. Edge
/// cases: a row or column without respondents, or fewer than two of either, are not estimable.
/// Errors: none. Summary: the counts.
///
/// R: `BayesFactor::contingencyTableBF(sampleType = "indepMulti", fixedMargin = "rows")`, priorConcentration
/// 1. JASP: the same. Sources: Gunel & Dickey (1974) <https://doi.org/10.1093/biomet/61.3.545>; Jamil et
/// al. (2017) <https://doi.org/10.3758/s13428-016-0739-8>.
public final class ContingencyBayesFactor {

    private ContingencyBayesFactor() {}

    /// The factor of a table whose rows are the groups.
    public static BayesFactor of(ContingencyTable table) {
        var reason = table.whyNotTestable();
        if (reason.isPresent()) {
            return new BayesFactor.NotEstimable(reason.get());
        }
        double prior = logD(new double[table.columns()]);
        double log = prior;
        double[] columns = new double[table.columns()];
        for (int row = 0; row < table.rows(); row++) {
            double[] cells = new double[table.columns()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = table.count(row, column);
                columns[column] += cells[column];
            }
            log += logD(cells) - prior;
        }
        return new BayesFactor.Known(log - logD(columns), table.total());
    }

    /// The logarithm of D of the counts with 1 added to each.
    private static double logD(double[] counts) {
        double log = 0;
        double sum = 0;
        for (double count : counts) {
            log += LogGamma.value(count + 1);
            sum += count + 1;
        }
        return log - LogGamma.value(sum);
    }
}
