package eyebright.bench;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.distribution.StudentizedRange;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.missing.MultipleImputation;
import eyebright.stats.missing.Variable;
import eyebright.stats.model.RandomInterceptLogistic;
import eyebright.stats.resampling.Bootstrap;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.CramersV;
import eyebright.stats.table.FisherFreemanHalton;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Single statistics that take long for what they are; `time-statistics.R` makes the same calls in R, with numbers made by
/// the same formulas.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class StatisticsBenchmark {

    private static final int RESPONDENTS = 684;
    private static final int GROUPS = 150;
    private static final int IN_GROUP = 4;

    private final ContingencyTable table =
            ContingencyTable.of(new int[] {120, 80, 40}, new int[] {180, 164, 100});
    private final double[] numbers =
            IntStream.range(0, RESPONDENTS).mapToDouble(i -> noise(i, 1)).toArray();
    private final List<Variable> gaps =
            List.of(variable("a", 2), variable("b", 3), variable("c", 4), variable("d", 5));
    private final double[] predictor =
            IntStream.range(0, GROUPS * IN_GROUP).mapToDouble(i -> noise(i, 6)).toArray();
    private final int[] groups =
            IntStream.range(0, GROUPS * IN_GROUP).map(i -> i / IN_GROUP).toArray();
    private final int[] outcomes =
            IntStream.range(0, GROUPS * IN_GROUP).map(this::outcome).toArray();

    /// A number from 0 to 1 that looks drawn, as the script in R makes it.
    private static double noise(int i, int column) {
        double x = Math.sin(12.9898 * (i + 1) + 78.233 * column) * 43758.5453;
        return x - Math.floor(x);
    }

    private int outcome(int i) {
        double logit = 3 * (noise(groups[i], 7) - 0.5) * 2 + predictor[i] - 0.5;
        return noise(i, 8) < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    }

    /// A scale from 1 to 7 that goes with the others, one answer in ten left out.
    private static Variable variable(String name, int column) {
        double[] values = new double[RESPONDENTS];
        var there = new BitSet(RESPONDENTS);
        for (int i = 0; i < RESPONDENTS; i++) {
            values[i] = 1 + Math.floor(3.5 * (noise(i, 9) + noise(i, column)));
            there.set(i, noise(i, 10 + column) >= 0.1);
        }
        return Variable.of(name, Variable.Kind.ORDERED, values, there);
    }

    /// Fisher-Freeman-Halton of 2 rows and 3 columns, 684 respondents.
    @Benchmark
    public FisherFreemanHalton fisherFreemanHalton() {
        return FisherFreemanHalton.of(table, KeyedStream.of("bench", "table", 0));
    }

    /// V of the same table, with its interval.
    @Benchmark
    public Estimate cramersV() {
        return CramersV.of(table, 0.95);
    }

    /// The probability that four means range over 3.5 standard errors, 60 degrees of freedom.
    @Benchmark
    public double studentizedRange() {
        return StudentizedRange.survival(3.5, 4, 60);
    }

    /// The BCa interval of the mean of 684 numbers, 2,000 resamples.
    @Benchmark
    public Bootstrap bootstrap() {
        return Bootstrap.bca(
                rows ->
                        Mean.of(
                                Moments.of(
                                        Arrays.stream(rows).mapToDouble(i -> numbers[i]).toArray()),
                                0.95),
                RESPONDENTS,
                2000,
                0.95,
                "bench",
                "mean");
    }

    /// Four scales of 684 respondents, a tenth left out, filled in five times by chained equations of ten rounds.
    @Benchmark
    public Fitting<MultipleImputation> imputation() {
        return MultipleImputation.of(gaps, 5, "bench", "gaps");
    }

    /// A logistic model with random intercepts: 600 answers of 150 people, one predictor, 15 points.
    @Benchmark
    public Fitting<RandomInterceptLogistic> randomIntercepts() {
        return RandomInterceptLogistic.fit(
                List.of("x"), Matrix.ofColumns(predictor), outcomes, groups, 15);
    }
}
