package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.TQuantile;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// The coefficients of a fitted model with their covariance, and the Wald figures that follow.
///
/// ```
/// interval: b ± q se(b),  se² = diagonal of the covariance,  q of Student's t with df, or of the normal
/// combination cᵀb: se² = cᵀ V c        joint: W = b₁ᵀ V₁₁⁻¹ b₁, chi-squared with k df; with df, W / k is F(k, df)
/// ```
///
/// Shape: k names, k values, a k x k covariance. Unit: that of the linear predictor per unit of the
/// predictor. Edge cases: a standard error of 0 or a singular part of the covariance is not estimable.
/// Errors: sizes that differ, a name that is not there. Missing values: none are left in a fitted model.
/// Summary: this is what a model comes to; two halves do not merge. R: `summary(model)`, and
/// `car::linearHypothesis` for the joint test. Source: Wald (1943) <https://doi.org/10.2307/1990256>.
public final class Coefficients {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final List<String> names;
    private final double[] values;
    private final Optional<Matrix> known;
    private final OptionalDouble df;
    private final Optional<Influences> influences;
    private final int n;

    private Coefficients(
            List<String> names,
            double[] values,
            Optional<Matrix> known,
            OptionalDouble df,
            Optional<Influences> influences,
            int n) {
        this.names = List.copyOf(names);
        this.values = values.clone();
        this.known = known;
        this.df = df;
        this.influences = influences;
        this.n = n;
        int size =
                known.map(Matrix::rows)
                        .orElseGet(() -> influences.map(Influences::size).orElse(values.length));
        if (values.length != names.size() || size != values.length) {
            throw new IllegalArgumentException(
                    "names, values and covariance must have one size, not %d, %d and %d"
                            .formatted(names.size(), values.length, size));
        }
    }

    /// Coefficients whose errors follow Student's t.
    ///
    /// @param df degrees of freedom of the residuals: above 0
    /// @param n how many respondents they rest on
    /// @throws IllegalArgumentException if sizes differ
    public static Coefficients withT(
            List<String> names, double[] values, Matrix covariance, double df, int n) {
        return new Coefficients(
                names, values, Optional.of(covariance), OptionalDouble.of(df), Optional.empty(), n);
    }

    /// Coefficients whose errors are taken to be normal.
    ///
    /// @param n how many respondents they rest on
    /// @throws IllegalArgumentException if sizes differ
    public static Coefficients withNormal(
            List<String> names, double[] values, Matrix covariance, int n) {
        return new Coefficients(
                names,
                values,
                Optional.of(covariance),
                OptionalDouble.empty(),
                Optional.empty(),
                n);
    }

    /// Coefficients with the covariance of what each person moves them by, and the degrees of freedom of each
    /// combination that follow from that.
    ///
    /// @throws IllegalArgumentException if sizes differ
    static Coefficients withInfluences(List<String> names, double[] values, Influences influences) {
        return new Coefficients(
                names,
                values,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.of(influences),
                influences.people());
    }

    /// The same coefficients with another covariance, such as one robust to clusters.
    public Coefficients with(Matrix otherCovariance) {
        return new Coefficients(
                names, values, Optional.of(otherCovariance), df, Optional.empty(), n);
    }

    /// Names in the order of the values.
    public List<String> names() {
        return names;
    }

    /// A copy of the values.
    public double[] values() {
        return values.clone();
    }

    /// The covariance of the values.
    public Matrix covariance() {
        // Of many coefficients it is long in the making, and most are asked for their own error
        // alone.
        return known.orElseGet(() -> influences.orElseThrow().covariance());
    }

    private double variance(int place) {
        return influences.isPresent()
                ? influences.get().variance(place)
                : covariance().at(place, place);
    }

    /// How many respondents they rest on.
    public int n() {
        return n;
    }

    /// The place of a name, from 0.
    ///
    /// @throws IllegalArgumentException if there is no such name; the message says which there are
    public int indexOf(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no coefficient %s; there are %s".formatted(name, names));
        }
        return index;
    }

    /// The value of a name.
    public double value(String name) {
        return values[indexOf(name)];
    }

    /// The standard error of a name.
    public double standardError(String name) {
        int index = indexOf(name);
        return Math.sqrt(variance(index));
    }

    /// A coefficient with its Wald interval.
    ///
    /// @param level coverage: above 0 and below 1
    public Estimate estimate(String name, double level) {
        int index = indexOf(name);
        // Zero has no sign.
        return within(values[index] + 0.0, Math.sqrt(variance(index)), unit(name), level);
    }

    /// The Wald test that a coefficient is zero, two-sided.
    ///
    /// @throws IllegalArgumentException if its standard error is 0
    public TestResult test(String name) {
        int index = indexOf(name);
        double statistic = values[index] / standardError(name);
        double size = Math.abs(statistic);
        OptionalDouble own = df(unit(name));
        if (own.isPresent()) {
            double p = 2 * TDistribution.of(own.getAsDouble()).survivalProbability(size);
            return TestResult.of("Wald t-test", statistic, Math.min(1, p), own.getAsDouble());
        }
        double p = 2 * NORMAL.survivalProbability(size);
        return TestResult.of("Wald z-test", statistic, Math.min(1, p));
    }

    /// A linear combination of the coefficients with its interval.
    ///
    /// @param weights one for each coefficient
    /// @param level coverage: above 0 and below 1
    public Estimate combination(double[] weights, double level) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return within(sum, error(weights), weights, level);
    }

    private Estimate within(double sum, double error, double[] weights, double level) {
        if (!(error > 0) || !Double.isFinite(sum)) {
            return new NotEstimable("its standard error cannot be computed");
        }
        double reach = quantile(weights, level) * error;
        return Known.of(sum, new Interval(sum - reach, sum + reach, level), n);
    }

    private double quantile(double[] weights, double level) {
        if (influences.isPresent()) {
            return TQuantile.of(influences.get().df(weights), level);
        }
        return df.isPresent() ? Quantiles.t(df.getAsDouble(), level) : Quantiles.normal(level);
    }

    private OptionalDouble df(double[] weights) {
        return influences.isPresent() ? OptionalDouble.of(influences.get().df(weights)) : df;
    }

    /// The standard error of a linear combination of the coefficients.
    public double error(double[] weights) {
        double[] product = covariance().times(weights);
        double square = 0;
        for (int i = 0; i < product.length; i++) {
            square += weights[i] * product[i];
        }
        return Math.sqrt(Math.max(0, square));
    }

    /// The Wald test that all of these coefficients are zero.
    ///
    /// @param tested 1 or more names
    /// @return chi-squared, or F where the errors follow Student's t; none where the covariance of these
    ///   coefficients is singular, or people say too little for so many
    public Optional<TestResult> jointTest(List<String> tested) {
        int[] places = tested.stream().mapToInt(this::indexOf).toArray();
        var part = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            part[i] = values[places[i]];
        }
        return Cholesky.of(covariance().part(places, places))
                .flatMap(
                        triangle -> {
                            double statistic = 0;
                            for (double each : triangle.halfSolve(part)) {
                                statistic += each * each;
                            }
                            return influences.isPresent()
                                    ? influences.get().joint(places, triangle, statistic)
                                    : Optional.of(joint(statistic, places.length));
                        });
    }

    private TestResult joint(double statistic, double k) {
        if (df.isPresent()) {
            double f = statistic / k;
            double p = FDistribution.of(k, df.getAsDouble()).survivalProbability(f);
            return TestResult.of("Wald F-test", f, p, k, df.getAsDouble());
        }
        double p = ChiSquaredDistribution.of(k).survivalProbability(statistic);
        return TestResult.of("Wald chi-squared test", statistic, p, k);
    }

    private double[] unit(String name) {
        var unit = new double[values.length];
        unit[indexOf(name)] = 1;
        return unit;
    }
}
