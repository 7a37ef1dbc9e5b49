package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.resampling.KeyedStream;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MahalanobisDistanceTest {

    @Test
    void distancesAddUpToItemsTimesRespondentsLessOne() {
        var respondents = respondents(40, 1, 0);
        var distance = MahalanobisDistance.among(respondents);
        double sum = respondents.stream().mapToDouble(each -> value(distance, each)).sum();

        assertThat(sum).isCloseTo(3 * 39, within(1e-10));
    }

    @Test
    void unitAndOriginDoNotMatter() {
        var one = respondents(40, 1, 0);
        for (double[] move : new double[][] {{1e300, 0}, {1e-300, 0}, {1, 1e9}, {-2, 5}}) {
            var other = respondents(40, move[0], move[1]);
            assertThat(value(MahalanobisDistance.among(other), other.get(7)))
                    .isCloseTo(value(MahalanobisDistance.among(one), one.get(7)), within(1e-6));
        }
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        var lacking = Answers.of(new double[3], BitSet.valueOf(new long[] {1}));
        var distance = MahalanobisDistance.among(respondents(40, 1, 0));

        assertThat(distance.of(lacking))
                .isEqualTo(new NotEstimable("2 of 3 items were not answered"));
        assertThat(distance.p(lacking)).isEmpty();
        reason("only 0 respondents answered all 0 items", List.of());
        reason("only 3 respondents answered all 3 items", respondents(3, 1, 0));
        reason("all answers to item 1 are equal", List.of(of(1, 2), of(1, 3), of(1, 5)));
        reason(
                "the answers to one item follow from those to others",
                List.of(of(1, 2), of(2, 4), of(4, 8)));
    }

    @Test
    void respondentsWithOtherItemsAreRefused() {
        var distance = MahalanobisDistance.among(respondents(40, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> distance.of(of(1, 2)))
                .withMessage("answers must be to 3 items, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MahalanobisDistance.among(List.of(of(1, 2), of(1, 2, 3))))
                .withMessage("respondents must have 2 items, not 3");
    }

    private static Answers of(double... values) {
        return Answers.complete(values);
    }

    private static double value(MahalanobisDistance distance, Answers answers) {
        return ExpectedValues.known(distance.of(answers)).value();
    }

    private static void reason(String reason, List<Answers> respondents) {
        assertThat(MahalanobisDistance.among(respondents).of(of(1, 2)))
                .isEqualTo(new NotEstimable(reason));
    }

    private static List<Answers> respondents(int n, double unit, double origin) {
        var random = KeyedStream.of("tests", "distance", 0);
        return IntStream.range(0, n)
                .mapToObj(
                        _ ->
                                of(
                                        origin + unit * random.nextGaussian(),
                                        origin + unit * random.nextGaussian(),
                                        origin + unit * random.nextGaussian()))
                .toList();
    }
}
