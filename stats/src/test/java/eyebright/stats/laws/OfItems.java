package eyebright.stats.laws;

import static eyebright.stats.laws.Statistic.byChance;
import static eyebright.stats.laws.Statistic.iterated;
import static eyebright.stats.laws.Statistic.ofCounts;
import static eyebright.stats.laws.Statistic.ofSums;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.careless.Answers;
import eyebright.stats.careless.EvenOddConsistency;
import eyebright.stats.careless.IndividualVariability;
import eyebright.stats.careless.LongestRun;
import eyebright.stats.careless.MahalanobisDistance;
import eyebright.stats.careless.PsychometricSynonyms;
import eyebright.stats.careless.TimePerItem;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.missing.MissingnessTable;
import eyebright.stats.missing.MultipleImputation;
import eyebright.stats.missing.Variable;
import eyebright.stats.reliability.CronbachAlpha;
import eyebright.stats.reliability.IntraclassCorrelation;
import eyebright.stats.reliability.ItemCovariances;
import eyebright.stats.reliability.OmegaTotal;
import eyebright.stats.weighting.Margin;
import eyebright.stats.weighting.PostStratification;
import eyebright.stats.weighting.Raking;
import eyebright.stats.weighting.WeightedMean;
import eyebright.stats.weighting.WeightedProportion;
import eyebright.stats.weighting.Weights;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The statistics of the items of a scale, of who answers them carelessly or not at all, and of weights.
final class OfItems {

    static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f");

    private OfItems() {}

    static Stream<Statistic> all() {
        return Stream.of(ofScales(), ofRaters(), ofCarelessAnswers(), ofGaps(), ofWeights())
                .flatMap(List::stream);
    }

    static double[][] answers(Sample sample) {
        return ITEMS.stream().map(sample::of).toArray(double[][]::new);
    }

    static ItemCovariances items(Sample sample) {
        return ItemCovariances.of(ITEMS, answers(sample));
    }

    static CronbachAlpha alpha(Sample sample) {
        return CronbachAlpha.of(items(sample), sample.level());
    }

    static List<Statistic> ofScales() {
        return List.of(
                ofSums("CronbachAlpha", OfItems::alpha),
                iterated("OmegaTotal", s -> OmegaTotal.of(ITEMS, s.level(), answers(s))),
                iterated("OmegaTotal, its value", s -> OmegaTotal.value(items(s))),
                ofCounts(
                        "OmegaTotal, whether at least 0.7",
                        s -> OmegaTotal.isAtLeast(OmegaTotal.value(items(s)), 0.7)));
    }

    static List<Statistic> ofRaters() {
        return Stream.of(IntraclassCorrelation.Raters.values())
                .map(
                        raters ->
                                ofSums(
                                        "IntraclassCorrelation " + raters,
                                        s ->
                                                IntraclassCorrelation.of(
                                                        Matrix.ofColumns(answers(s)),
                                                        raters,
                                                        s.level())))
                .toList();
    }

    static List<Answers> respondents(Sample sample) {
        double[][] answers = answers(sample);
        return IntStream.range(0, sample.n())
                .mapToObj(
                        i ->
                                Answers.complete(
                                        Arrays.stream(answers)
                                                .mapToDouble(item -> item[i])
                                                .toArray()))
                .toList();
    }

    private static List<Answers> inPairs(Answers answers) {
        return Stream.of(0, 2, 4)
                .map(i -> Answers.complete(answers.value(i), answers.value(i + 1)))
                .toList();
    }

    /// The index of each respondent, in order of size, so that it is of all and not of a row.
    private static List<Double> inOrder(Sample sample, Function<Answers, Estimate> index) {
        return respondents(sample).stream()
                .map(index)
                .flatMapToDouble(
                        each ->
                                each instanceof Estimate.Known known
                                        ? DoubleStream.of(known.value())
                                        : DoubleStream.empty())
                .sorted()
                .boxed()
                .toList();
    }

    static List<Statistic> ofCarelessAnswers() {
        return List.of(
                ofCounts("LongestRun", s -> inOrder(s, LongestRun::of)),
                ofCounts("IndividualVariability", s -> inOrder(s, IndividualVariability::of)),
                ofCounts(
                        "EvenOddConsistency",
                        s -> inOrder(s, answers -> EvenOddConsistency.of(inPairs(answers)))),
                ofSums(
                        "MahalanobisDistance",
                        s -> inOrder(s, MahalanobisDistance.among(respondents(s))::of)),
                ofSums(
                        "MahalanobisDistance, p",
                        s -> {
                            var distance = MahalanobisDistance.among(respondents(s));
                            return respondents(s).stream()
                                    .map(each -> distance.p(each).orElseThrow())
                                    .sorted()
                                    .toList();
                        }),
                ofCounts("TimePerItem", s -> TimePerItem.of(300.5, s.n())),
                ofSums(
                        "PsychometricSynonyms",
                        s -> {
                            var pairs =
                                    PsychometricSynonyms.among(
                                            respondents(s),
                                            PsychometricSynonyms.Kind.SYNONYMS,
                                            0.4);
                            return List.of(pairs, inOrder(s, pairs::of));
                        }));
    }

    static List<Variable> withGaps(Sample sample) {
        var answered = new BitSet();
        answered.set(0, sample.n());
        var some = new BitSet();
        some.set(0, sample.n());
        for (int i = 0; i < sample.n(); i++) {
            if (sample.of("b")[i] == 3 && sample.of("two")[i] == 1) {
                some.clear(i);
            }
        }
        return List.of(
                Variable.of("a", Variable.Kind.ORDERED, sample.of("a"), some),
                Variable.of("b", Variable.Kind.ORDERED, sample.of("b"), answered));
    }

    static List<Statistic> ofGaps() {
        return List.of(
                ofCounts("MissingnessTable", s -> MissingnessTable.of(withGaps(s))),
                byChance(
                        "MultipleImputation",
                        s ->
                                switch (MultipleImputation.of(withGaps(s), 2, "laws", "gaps")) {
                                    case Fitted<MultipleImputation>(var made) ->
                                            made.dataSets().stream()
                                                    .flatMap(List::stream)
                                                    .map(Variable::missing)
                                                    .toList();
                                    case NotFitted<MultipleImputation> none -> none;
                                }));
    }

    static Margin group(Sample sample) {
        return new Margin(
                "group",
                List.of(0.5, 0.3, 0.2),
                Arrays.stream(sample.codes("group")).boxed().toList());
    }

    static Margin two(Sample sample) {
        return new Margin(
                "two", List.of(0.6, 0.4), Arrays.stream(sample.codes("two")).boxed().toList());
    }

    static Weights raked(Sample sample) {
        return ((Fitted<Weights>) Raking.of(List.of(group(sample), two(sample)))).model();
    }

    private static List<Double> of(Weights weights) {
        return IntStream.range(0, weights.size())
                .mapToDouble(weights::of)
                .sorted()
                .boxed()
                .toList();
    }

    static BitSet where(Sample sample, String column) {
        var chosen = new BitSet();
        for (int i = 0; i < sample.n(); i++) {
            chosen.set(i, sample.of(column)[i] == 1);
        }
        return chosen;
    }

    private static BitSet everyone(Sample sample) {
        var everyone = new BitSet();
        everyone.set(0, sample.n());
        return everyone;
    }

    static List<Statistic> ofWeights() {
        return List.of(
                ofSums(
                        "PostStratification",
                        s -> of(((Fitted<Weights>) PostStratification.of(group(s))).model())),
                iterated("Raking", s -> of(raked(s))),
                iterated(
                        "Raking, trimmed",
                        s ->
                                of(
                                        ((Fitted<Weights>)
                                                        Raking.trimmed(
                                                                List.of(group(s), two(s)), 3))
                                                .model())),
                ofSums("Weights", s -> raked(s).kishEffect()),
                ofSums(
                        "WeightedMean, all alike",
                        s ->
                                WeightedMean.of(
                                        s.of("x"), everyone(s), Weights.equal(s.n()), s.level())),
                iterated(
                        "WeightedMean",
                        s -> WeightedMean.of(s.of("x"), everyone(s), raked(s), s.level())),
                iterated(
                        "WeightedProportion",
                        s ->
                                WeightedProportion.of(
                                        where(s, "yes"), everyone(s), raked(s), s.level())));
    }
}
