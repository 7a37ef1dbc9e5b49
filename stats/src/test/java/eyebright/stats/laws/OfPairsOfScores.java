package eyebright.stats.laws;

import static eyebright.stats.laws.Statistic.iterated;
import static eyebright.stats.laws.Statistic.ofCounts;
import static eyebright.stats.laws.Statistic.ofSums;

import eyebright.stats.Estimate.Known;
import eyebright.stats.bayes.CorrelationBayesFactor;
import eyebright.stats.correlation.CoMoments;
import eyebright.stats.correlation.DependentCorrelations;
import eyebright.stats.correlation.Disattenuated;
import eyebright.stats.correlation.KendallTau;
import eyebright.stats.correlation.PairCounts;
import eyebright.stats.correlation.PearsonCorrelation;
import eyebright.stats.correlation.SpearmanCorrelation;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.replication.PredictionInterval;
import java.util.List;
import java.util.stream.Stream;

/// The statistics of two scores of each respondent, and of correlations themselves.
final class OfPairsOfScores {

    private OfPairsOfScores() {}

    static Stream<Statistic> all() {
        return Stream.of(correlations(), madeOfCorrelations()).flatMap(List::stream);
    }

    static PearsonCorrelation pearson(Sample sample, String x, String y) {
        return PearsonCorrelation.of(sample.of(x), sample.of(y), sample.level());
    }

    private static double r(Sample sample, String x, String y) {
        return ((Known) pearson(sample, x, y).r()).value();
    }

    /// The slope of the line of y on x.
    static double slope(Sample sample) {
        var moments = CoMoments.of(sample.of("x"), sample.of("y"));
        return moments.products() / moments.squaresX();
    }

    private static PairCounts pairs(Sample sample) {
        return PairCounts.of(sample.of("x"), sample.of("y"));
    }

    static List<Statistic> correlations() {
        return List.of(
                ofSums("PearsonCorrelation", s -> pearson(s, "x", "y")),
                ofCounts("SpearmanCorrelation", s -> SpearmanCorrelation.of(pairs(s), s.level())),
                ofCounts("KendallTau", s -> KendallTau.of(pairs(s), s.level())));
    }

    static List<Statistic> madeOfCorrelations() {
        return List.of(
                ofSums(
                        "DependentCorrelations, overlapping",
                        s ->
                                DependentCorrelations.overlapping(
                                        r(s, "x", "y"),
                                        r(s, "x", "a"),
                                        r(s, "y", "a"),
                                        s.n(),
                                        s.level())),
                ofSums(
                        "DependentCorrelations, separate",
                        s ->
                                DependentCorrelations.separate(
                                        r(s, "x", "y"),
                                        r(s, "a", "b"),
                                        r(s, "x", "a"),
                                        r(s, "x", "b"),
                                        r(s, "y", "a"),
                                        r(s, "y", "b"),
                                        s.n(),
                                        s.level())),
                ofSums("Disattenuated", s -> Disattenuated.of(pearson(s, "x", "y").r(), 0.8, 0.7)),
                ofSums(
                        "Disattenuated by alphas",
                        s ->
                                Disattenuated.of(
                                        pearson(s, "x", "y").r(),
                                        OfItems.alpha(s).alpha(),
                                        OfItems.alpha(s).alpha())),
                ofSums(
                        "EquivalenceTest of a correlation",
                        s ->
                                EquivalenceTest.of(
                                        Effect.correlation(r(s, "x", "y"), s.n()),
                                        Margin.around0(0.3),
                                        0.05)),
                iterated(
                        "CorrelationBayesFactor",
                        s ->
                                CorrelationBayesFactor.of(
                                        r(s, "x", "y"), s.n(), CorrelationBayesFactor.UNIFORM)),
                ofSums(
                        "PredictionInterval of a correlation",
                        s ->
                                PredictionInterval.ofCorrelation(
                                        r(s, "x", "y"), s.n(), 200, s.level())));
    }
}
