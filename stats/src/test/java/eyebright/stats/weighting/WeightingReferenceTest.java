package eyebright.stats.weighting;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Weights and weighted estimates of real answers against package survey.
class WeightingReferenceTest {

    private static final CsvTable STUDENTS =
            CsvTable.read("data/students.csv").complete("Sex", "Exer", "Age", "Height");
    private static final List<Integer> SEX = codes("Sex");
    private static final List<Integer> EXERCISE = codes("Exer");

    @Test
    void unweightedEstimatesAgreeWithR() {
        met("unweighted", Weights.equal(STUDENTS.rows().size()));
    }

    @Test
    void rakedEstimatesAgreeWithR() {
        met(
                "raked",
                fitted(
                        Raking.of(
                                List.of(
                                        new Margin("sex", List.of(.6, .4), SEX),
                                        new Margin("exercise", List.of(.3, .2, .5), EXERCISE)))));
    }

    @Test
    void postStratifiedEstimatesAgreeWithR() {
        var cells =
                IntStream.range(0, SEX.size())
                        .mapToObj(i -> 3 * SEX.get(i) + EXERCISE.get(i))
                        .toList();
        met(
                "post-stratified",
                fitted(
                        PostStratification.of(
                                new Margin("cell", List.of(.2, .1, .25, .15, .05, .25), cells))));
    }

    private static void met(String name, Weights weights) {
        int n = STUDENTS.rows().size();
        var all = new BitSet();
        all.set(0, n);
        double[] age = STUDENTS.numbers("Age");
        var young = new BitSet();
        var sporty = new BitSet();
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            young.set(i, age[i] < 19);
            sporty.set(i, EXERCISE.get(i) == 0);
            smallest = Math.min(smallest, weights.of(i));
        }
        var mean = WeightedMean.of(age, all, weights, 0.95);
        var share = WeightedProportion.of(young, all, weights, 0.95);
        var part = WeightedMean.of(STUDENTS.numbers("Height"), sporty, weights, 0.95);
        Map<String, Double> actual = new HashMap<>();
        actual.put("n", (double) known(mean.mean()).n());
        actual.put("mean", known(mean.mean()).value());
        actual.put("se", mean.precision().orElseThrow().standardError());
        actual.put("low", interval(mean.mean()).low());
        actual.put("high", interval(mean.mean()).high());
        actual.put("deff", mean.precision().orElseThrow().designEffect());
        actual.put("share", known(share.share()).value());
        actual.put("share_se", share.precision().orElseThrow().standardError());
        actual.put("share_low", interval(share.share()).low());
        actual.put("share_high", interval(share.share()).high());
        actual.put("domain", known(part.mean()).value());
        actual.put("domain_se", part.precision().orElseThrow().standardError());
        actual.put("kish", weights.kishEffect());
        actual.put("largest", weights.largest());
        actual.put("smallest", smallest);

        ExpectedValues.in("more/weights.csv", name).areMetBy(actual);
    }

    private static List<Integer> codes(String column) {
        var levels = STUDENTS.levels(column);
        return STUDENTS.rows().stream()
                .map(row -> levels.indexOf(STUDENTS.cell(row, column)))
                .toList();
    }

    static Weights fitted(Fitting<Weights> fitting) {
        assertThat(fitting).isInstanceOf(Fitted.class);
        return ((Fitted<Weights>) fitting).model();
    }
}
