package eyebright.article;

import eyebright.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// A test as an article prints it: `t(359.28) = −1.18, p = .237`.
///
/// The statistic is printed where its p value follows from it, as a reader who works it out again expects (Nuijten et
/// al. 2016, Behavior Research Methods, 48, 1205–1226, count how often it does not). Elsewhere, as of exact and of
/// one-sided tests, p stands alone.
final class StatisticText {

    private static final int DIGITS = 2;
    private static final double CLOSE = 1e-6;
    private static final double SMALLEST = 0.001;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private StatisticText() {}

    static String of(TestResult test) {
        return kind(test)
                .map(symbol -> "%s, %s".formatted(symbol, p(test.p())))
                .orElse(p(test.p()));
    }

    /// A p value: three digits without the 0 before the point, and never nothing.
    static String p(double p) {
        return p < SMALLEST
                ? "p" + Wording.SPACE + "<" + Wording.SPACE + ".001"
                : "p"
                        + Wording.SPACE
                        + "="
                        + Wording.SPACE
                        + Quantity.withoutZero(Wording.number(p, 3));
    }

    /// A distribution a statistic may have.
    ///
    /// @param symbol what stands before its degrees of freedom
    /// @param tail p of a statistic, falling in its distance from 0
    private record Candidate(String symbol, DoubleUnaryOperator tail) {}

    private static Optional<String> kind(TestResult test) {
        if (test.statistic().isEmpty()) {
            return Optional.empty();
        }
        double statistic = test.statistic().getAsDouble();
        return candidates(test.df())
                .filter(each -> follows(each, Math.abs(statistic), test.p()))
                .filter(
                        each ->
                                statistic >= 0
                                        || each.symbol().equals("t")
                                        || each.symbol().equals("z"))
                .findFirst()
                .map(each -> each.symbol() + brackets(test.df()) + equal(statistic));
    }

    private static Stream<Candidate> candidates(List<Double> df) {
        if (df.stream().anyMatch(each -> !(each > 0))) {
            return Stream.empty();
        }
        return switch (df.size()) {
            case 0 -> Stream.of(new Candidate("z", x -> 2 * NORMAL.survivalProbability(x)));
            case 1 -> {
                var t = TDistribution.of(df.getFirst());
                var chiSquared = ChiSquaredDistribution.of(df.getFirst());
                yield Stream.of(
                        new Candidate("t", x -> 2 * t.survivalProbability(x)),
                        new Candidate("\u03c7\u00b2", chiSquared::survivalProbability));
            }
            case 2 -> {
                var f = FDistribution.of(df.getFirst(), df.getLast());
                yield Stream.of(new Candidate("F", f::survivalProbability));
            }
            default -> Stream.empty();
        };
    }

    /// Whether p is that of the statistic.
    private static boolean follows(Candidate candidate, double statistic, double p) {
        return Math.abs(candidate.tail().applyAsDouble(statistic) - p) <= CLOSE * p;
    }

    private static String brackets(List<Double> df) {
        return df.isEmpty()
                ? ""
                : df.stream()
                        .map(
                                each ->
                                        each == Math.rint(each)
                                                ? Wording.number(each, 0)
                                                : Wording.number(each, DIGITS))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String equal(double statistic) {
        return Wording.SPACE + "=" + Wording.SPACE + Wording.number(statistic, DIGITS);
    }
}
