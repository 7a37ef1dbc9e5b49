package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.matrix.Triangle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Predictors moved to mean 0 and divided by their spread, so that a fit does not depend on their units.
///
/// Each is z = (x - centre) / spread. A predictor of one value, one that follows from the others and
/// one too large to be squared are the reasons why there are none.
final class ScaledPredictors {

    /// What is left of a predictor beside the others, as a share, below which it is taken to follow
    /// from them; R's `lm` has the same.
    private static final double COLLINEAR = 1e-7;

    /// The sine of an angle that rounding cannot make.
    private static final double WIDE = 1e-4;

    private static final double LARGEST = 1e100;

    private final List<String> names;
    private final int n;
    private final double[][] columns;
    private volatile double @Nullable [][] rows;
    private final double[] centres;
    private final double[] spreads;
    private final int leading;

    private ScaledPredictors(
            List<String> names,
            int n,
            double[][] columns,
            double[] centres,
            double[] spreads,
            int leading) {
        this.leading = leading;
        this.names = names;
        this.n = n;
        this.columns = columns;
        this.centres = centres;
        this.spreads = spreads;
    }

    /// The columns of a design but for its constant, which the model has of itself.
    static Fitting<ScaledPredictors> of(Design design) {
        Optional<String> reason = whyNot(design);
        if (reason.isPresent()) {
            return new NotFitted<>(reason.get());
        }
        int n = design.n();
        int width = design.columns().size();
        if (width == 1) {
            return new Fitted<>(
                    new ScaledPredictors(
                            List.of(), n, new double[0][], new double[0], new double[0], 1));
        }
        return switch (of(design.columns().subList(1, width), withoutConstant(design))) {
            case NotFitted<ScaledPredictors> none -> none;
            case Fitted<ScaledPredictors>(var found) ->
                    new Fitted<>(
                            new ScaledPredictors(
                                    found.names,
                                    n,
                                    found.columns,
                                    found.centres,
                                    found.spreads,
                                    1));
        };
    }

    /// Why a design does not fit a model that has a constant of itself and no offset.
    static Optional<String> whyNot(Design design) {
        if (!design.hasIntercept()) {
            return Optional.of("this model always has a constant, which the formula takes out");
        }
        if (!design.formula().offsets().isEmpty()) {
            return Optional.of("this model takes no offset");
        }
        return Optional.empty();
    }

    /// The columns of a design that has others beside its constant, without that.
    static Matrix withoutConstant(Design design) {
        var columns = new double[design.columns().size() - 1][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = design.patterns().spread(design.distinct().column(j + 1));
        }
        return Matrix.ofColumns(columns);
    }

    /// The predictors, each moved by its mean.
    ///
    /// @throws IllegalArgumentException if there are not as many names as columns, or a name twice
    static Fitting<ScaledPredictors> of(List<String> names, Matrix x) {
        return of(names, x, new int[x.rows()], "for everyone");
    }

    /// The predictors, each moved by its mean within a respondent's set; centres are then 0.
    ///
    /// @param sets one number of a set for each row, from 0
    /// @throws IllegalArgumentException if there are not as many names as columns, or a name twice
    static Fitting<ScaledPredictors> withinSets(List<String> names, Matrix x, int[] sets) {
        return of(names, x, sets, "within every set");
    }

    private static Fitting<ScaledPredictors> of(
            List<String> names, Matrix x, int[] sets, String where) {
        int p = x.columns();
        if (names.size() != p || names.stream().distinct().count() != p) {
            throw new IllegalArgumentException(
                    "names must be %d different ones, not %s".formatted(p, names));
        }
        var columns = new double[p][];
        var centres = new double[p];
        var spreads = new double[p];
        int most = 0;
        for (int set : sets) {
            most = Math.max(most, set);
        }
        boolean one = most == 0;
        for (int j = 0; j < p; j++) {
            double[] column = x.column(j);
            double largest = largest(column);
            if (largest > LARGEST) {
                return new NotFitted<>(
                        "%s has values too large to compute with".formatted(names.get(j)));
            }
            double[] means = means(column, sets, most + 1);
            if (one) {
                centres[j] = means[0];
            }
            for (int i = 0; i < column.length; i++) {
                column[i] -= means[sets[i]];
            }
            spreads[j] = norm(column) / Math.sqrt(column.length);
            // The last: whether values differ by no more than the rounding of their mean.
            if (!(spreads[j] > 1 / LARGEST) || spreads[j] <= 4 * Math.ulp(largest)) {
                return new NotFitted<>("%s has the same value %s".formatted(names.get(j), where));
            }
            for (int i = 0; i < column.length; i++) {
                column[i] /= spreads[j];
            }
            columns[j] = column;
        }
        Optional<String> follows = follower(names, columns);
        if (follows.isPresent()) {
            return new NotFitted<>(
                    "%s follows from the predictors before it".formatted(follows.get()));
        }
        return new Fitted<>(
                new ScaledPredictors(List.copyOf(names), x.rows(), columns, centres, spreads, 0));
    }

    private static double[][] rows(int n, double[][] columns) {
        var rows = new double[n][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < n; i++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    private static double largest(double[] column) {
        double largest = 0;
        for (double value : column) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double[] means(double[] column, int[] sets, int count) {
        var sums = new double[count];
        var sizes = new int[count];
        for (int i = 0; i < column.length; i++) {
            sums[sets[i]] += column[i];
            sizes[sets[i]]++;
        }
        for (int k = 0; k < count; k++) {
            sums[k] /= Math.max(1, sizes[k]);
        }
        return sums;
    }

    /// The first predictor of which nearly nothing is left beside those before it.
    private static Optional<String> follower(List<String> names, double[][] columns) {
        if (areApart(columns)) {
            return Optional.empty();
        }
        var left = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            left[j] = columns[j].clone();
            double before = norm(left[j]);
            for (int k = 0; k < j; k++) {
                double share = product(left[j], left[k]) / product(left[k], left[k]);
                for (int i = 0; i < left[j].length; i++) {
                    left[j][i] -= share * left[k][i];
                }
            }
            if (norm(left[j]) < COLLINEAR * before) {
                return Optional.of(names.get(j));
            }
        }
        return Optional.empty();
    }

    /// Whether the predictors are so far apart that their angles tell that none follows from others.
    private static boolean areApart(double[][] columns) {
        int p = columns.length;
        var products = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                products[j * p + k] = product(columns[j], columns[k]) / columns[j].length;
            }
        }
        var triangle = new Triangle(p);
        return triangle.decompose(products) < 0 && triangle.least() > WIDE;
    }

    private static double norm(double[] values) {
        return Math.sqrt(product(values, values));
    }

    private static double product(double[] one, double[] other) {
        return DotProduct.of(one, other);
    }

    List<String> names() {
        return names;
    }

    int count() {
        return names.size();
    }

    int n() {
        return n;
    }

    /// The scaled values of one respondent; not to be changed.
    double[] row(int respondent) {
        double[][] all = rows;
        if (all == null) {
            all = rows(n, columns);
            // Whoever comes first: all make the same.
            rows = all;
        }
        return all[respondent];
    }

    /// The scaled values of one predictor; not to be changed.
    double[] column(int predictor) {
        return columns[predictor];
    }

    double centre(int predictor) {
        return centres[predictor];
    }

    double spread(int predictor) {
        return spreads[predictor];
    }

    /// The place of a name, from 0.
    ///
    /// @throws IllegalArgumentException if there is no such predictor
    int indexOf(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no predictor %s; there are %s".formatted(name, names));
        }
        return index;
    }

    /// A row in the units of the data, scaled.
    ///
    /// @param row one value for each column that the model was fitted to: with the constant 1 first if
    ///   these were those of a design
    /// @throws IllegalArgumentException if it has another number of values, or one is not finite
    double[] scaled(double[] row) {
        if (row.length != count() + leading) {
            throw new IllegalArgumentException(
                    "row must have %d values, not %d".formatted(count() + leading, row.length));
        }
        var scaled = new double[count()];
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = (row[leading + j] - centres[j]) / spreads[j];
            if (!Double.isFinite(scaled[j])) {
                throw new IllegalArgumentException(
                        "%s must be finite, not %s".formatted(names.get(j), row[leading + j]));
            }
        }
        return scaled;
    }

    /// The weights that turn a constant and coefficients of the scaled predictors into those of the
    /// predictors as they were.
    double[][] turn() {
        var turn = new double[count() + 1][count() + 1];
        turn[0][0] = 1;
        for (int c = 0; c < count(); c++) {
            turn[0][c + 1] = -centres[c] / spreads[c];
            turn[c + 1][c + 1] = 1 / spreads[c];
        }
        return turn;
    }

    /// The covariance of linear combinations, one row of weights for each.
    static Matrix turned(double[][] turn, double[][] covariance) {
        int k = turn.length;
        var turned = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int l = 0; l < covariance.length; l++) {
                    sum += turn[j][l] * product(turn[i], covariance[l]);
                }
                turned[i * k + j] = sum;
                turned[j * k + i] = sum;
            }
        }
        return Matrix.of(k, k, turned);
    }

    /// The names of the coefficients, the constant first.
    List<String> namesWithConstant() {
        return Stream.concat(Stream.of("(intercept)"), names.stream()).toList();
    }

    /// These predictors but for some.
    ///
    /// @throws IllegalArgumentException if one of the names is not there, or none is given
    ScaledPredictors without(List<String> dropped) {
        dropped.forEach(this::indexOf);
        if (dropped.isEmpty()) {
            throw new IllegalArgumentException("tested must name 1 predictor or more, not none");
        }
        int[] kept =
                IntStream.range(0, count()).filter(j -> !dropped.contains(names.get(j))).toArray();
        var rest = new double[kept.length][];
        for (int j = 0; j < kept.length; j++) {
            rest[j] = columns[kept[j]];
        }
        return new ScaledPredictors(
                Arrays.stream(kept).mapToObj(names::get).toList(),
                n,
                rest,
                Arrays.stream(kept).mapToDouble(j -> centres[j]).toArray(),
                Arrays.stream(kept).mapToDouble(j -> spreads[j]).toArray(),
                leading);
    }
}
