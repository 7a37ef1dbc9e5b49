package eyebright.stats.model;

import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;
import eyebright.stats.matrix.RowPatterns;

/// The log-likelihood of an ordinal outcome whose cumulated chances are logistic.
///
/// ```
/// P(Y <= j) = F(θ_j - zᵀb_j),  F(t) = 1 / (1 + e⁻ᵗ)
/// ln P(Y = j) = ln F(upper) + ln F(-lower) + ln(1 - e^(lower - upper))
/// ```
///
/// The b of a predictor is one for all cuts (proportional odds), or, where it is nominal, one for each.
/// Parameters: the thresholds, then predictor by predictor its one b or its b of each cut. Written as
/// above each term is concave and no digits are lost between two nearly equal chances. Respondents with
/// equal predictors and answer are one row, which counts as often as there are such respondents.
final class CumulativeLogit implements LikelihoodSurface {

    private final double[][] columns;
    private final int[] codes;
    private final double[] counts;
    private final int cuts;
    private final boolean[] nominal;
    private final int[] first;
    private final int size;

    /// @param codes 0 to `cuts`, one for each row
    /// @param nominal which predictors have a b for each cut
    CumulativeLogit(ScaledPredictors predictors, int[] codes, int cuts, boolean[] nominal) {
        RowPatterns patterns = patterns(predictors, codes);
        int[] firsts = patterns.firsts();
        this.columns = new double[predictors.count()][firsts.length];
        this.codes = new int[firsts.length];
        this.counts = patterns.counts();
        for (int row = 0; row < firsts.length; row++) {
            this.codes[row] = codes[firsts[row]];
        }
        for (int c = 0; c < columns.length; c++) {
            double[] values = predictors.column(c);
            for (int row = 0; row < firsts.length; row++) {
                columns[c][row] = values[firsts[row]];
            }
        }
        this.cuts = cuts;
        this.nominal = nominal;
        this.first = new int[predictors.count()];
        int next = cuts;
        for (int c = 0; c < first.length; c++) {
            first[c] = next;
            next += nominal[c] ? cuts : 1;
        }
        this.size = next;
    }

    private static RowPatterns patterns(ScaledPredictors predictors, int[] codes) {
        var columns = new double[predictors.count() + 1][];
        columns[0] = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            columns[0][i] = codes[i];
        }
        for (int c = 1; c < columns.length; c++) {
            columns[c] = predictors.column(c - 1);
        }
        return RowPatterns.wherePaying(codes.length, columns);
    }

    /// The logistic function.
    static double chance(double logit) {
        return logit >= 0
                ? 1 / (1 + Exponential.of(-logit))
                : Exponential.of(logit) / (1 + Exponential.of(logit));
    }

    /// How many parameters there are.
    int size() {
        return size;
    }

    /// The parameter of a predictor at a cut.
    int place(int predictor, int cut) {
        return first[predictor] + (nominal[predictor] ? cut : 0);
    }

    /// Thresholds at the cumulated shares of the sample, and no predictor of any weight.
    double[] start() {
        var given = new double[cuts + 1];
        double all = 0;
        for (int row = 0; row < codes.length; row++) {
            given[codes[row]] += counts[row];
            all += counts[row];
        }
        var start = new double[size];
        double below = 0;
        for (int j = 0; j < cuts; j++) {
            below += given[j];
            start[j] = StrictMath.log(below / (all - below));
        }
        return start;
    }

    @Override
    public Point at(double[] parameters) {
        return size == cuts + columns.length ? alike(parameters) : apart(parameters);
    }

    /// With one b for all cuts: each row has one zᵀb, and between two cuts lies the same for every row.
    private Point alike(double[] parameters) {
        int p = columns.length;
        var ratios = new double[cuts + 1];
        var logs = new double[cuts + 1];
        for (int code = 1; code < cuts; code++) {
            double gap = parameters[code] - parameters[code - 1];
            if (!(gap > 0)) {
                return Point.outside();
            }
            ratios[code] = 1 / StrictMath.expm1(gap);
            logs[code] = StrictMath.log(-StrictMath.expm1(-gap));
        }
        var eta = new double[codes.length];
        for (int c = 0; c < p; c++) {
            double b = parameters[cuts + c];
            double[] column = columns[c];
            for (int i = 0; i < eta.length; i++) {
                eta[i] += column[i] * b;
            }
        }
        double value = 0;
        var gradient = new double[size];
        var information = new double[size][size];
        // By zᵀb: the slope, the curvature, and how the slope moves with each threshold.
        var slope = new double[eta.length];
        var curve = new double[eta.length];
        var cross = new double[cuts][p];
        for (int i = 0; i < eta.length; i++) {
            int code = codes[i];
            double count = counts[i];
            double ratio = ratios[code];
            double steep = ratio * (1 + ratio);
            double product = 1;
            double linear = logs[code];
            double ofUpper = 0;
            double ofLower = 0;
            if (code < cuts) {
                double upper = parameters[code] - eta[i];
                // One exponential gives the chance, the other chance and the logarithm.
                double small = Exponential.of(-Math.abs(upper));
                double share = 1 / (1 + small);
                double by = count * ((upper >= 0 ? small : 1) * share + ratio);
                product = 1 + small;
                linear += Math.min(0, upper);
                ofUpper = count * small * share * share;
                gradient[code] += by;
                slope[i] -= by;
                information[code][code] += ofUpper + count * steep;
            }
            if (code > 0) {
                double lower = parameters[code - 1] - eta[i];
                double small = Exponential.of(-Math.abs(lower));
                double share = 1 / (1 + small);
                double by = count * ((lower >= 0 ? 1 : small) * share + ratio);
                product *= 1 + small;
                linear += Math.min(0, -lower);
                ofLower = count * small * share * share;
                gradient[code - 1] -= by;
                slope[i] += by;
                information[code - 1][code - 1] += ofLower + count * steep;
            }
            if (code > 0 && code < cuts) {
                information[code][code - 1] -= count * steep;
            }
            value += count * (linear - Logarithm.of(product));
            curve[i] = ofUpper + ofLower;
            for (int c = 0; c < p; c++) {
                double z = columns[c][i];
                if (code < cuts) {
                    cross[code][c] -= ofUpper * z;
                }
                if (code > 0) {
                    cross[code - 1][c] -= ofLower * z;
                }
            }
        }
        var weighted = new double[eta.length];
        for (int c = 0; c < p; c++) {
            gradient[cuts + c] = DotProduct.of(slope, columns[c]);
            for (int i = 0; i < eta.length; i++) {
                weighted[i] = curve[i] * columns[c][i];
            }
            for (int d = 0; d <= c; d++) {
                information[cuts + c][cuts + d] = DotProduct.of(weighted, columns[d]);
            }
            for (int j = 0; j < cuts; j++) {
                information[cuts + c][j] = cross[j][c];
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new Point(value, gradient, information);
    }

    /// With a b for each cut.
    private Point apart(double[] parameters) {
        double value = 0;
        var gradient = new double[size];
        var information = new double[size][size];
        for (int i = 0; i < codes.length; i++) {
            double[] z = row(i);
            double count = counts[i];
            int code = codes[i];
            double upper = code < cuts ? logit(parameters, z, code) : Double.POSITIVE_INFINITY;
            double lower = code > 0 ? logit(parameters, z, code - 1) : Double.NEGATIVE_INFINITY;
            double gap = upper - lower;
            if (!(gap > 0)) {
                return Point.outside();
            }
            double ratio = 1 / StrictMath.expm1(gap);
            double steep = ratio * (1 + ratio);
            if (code < cuts) {
                // One exponential gives the chance, the other chance and the logarithm.
                double small = Exponential.of(-Math.abs(upper));
                double above = (upper >= 0 ? small : 1) / (1 + small);
                value += count * (Math.min(0, upper) - Logarithm.ofOnePlus(small));
                add(gradient, z, code, count * (above + ratio));
                add(
                        information,
                        z,
                        code,
                        code,
                        count * (small / ((1 + small) * (1 + small)) + steep));
            }
            if (code > 0) {
                double small = Exponential.of(-Math.abs(lower));
                double below = (lower >= 0 ? 1 : small) / (1 + small);
                value += count * (Math.min(0, -lower) - Logarithm.ofOnePlus(small));
                add(gradient, z, code - 1, count * (-below - ratio));
                add(
                        information,
                        z,
                        code - 1,
                        code - 1,
                        count * (small / ((1 + small) * (1 + small)) + steep));
            }
            if (code > 0 && code < cuts) {
                value += count * StrictMath.log(-StrictMath.expm1(-gap));
                add(information, z, code, code - 1, -count * steep);
                add(information, z, code - 1, code, -count * steep);
            }
        }
        return new Point(value, gradient, information);
    }

    private double[] row(int row) {
        var z = new double[columns.length];
        for (int c = 0; c < z.length; c++) {
            z[c] = columns[c][row];
        }
        return z;
    }

    /// θ_cut - zᵀb.
    double logit(double[] parameters, double[] z, int cut) {
        double logit = parameters[cut];
        for (int c = 0; c < z.length; c++) {
            logit -= z[c] * parameters[place(c, cut)];
        }
        return logit;
    }

    /// The slopes of [#logit], times a factor, added to a vector.
    void add(double[] vector, double[] z, int cut, double factor) {
        vector[cut] += factor;
        for (int c = 0; c < z.length; c++) {
            vector[place(c, cut)] -= factor * z[c];
        }
    }

    private void add(double[][] matrix, double[] z, int rowCut, int columnCut, double weight) {
        add(matrix[rowCut], z, columnCut, weight);
        for (int c = 0; c < z.length; c++) {
            add(matrix[place(c, rowCut)], z, columnCut, -weight * z[c]);
        }
    }
}
