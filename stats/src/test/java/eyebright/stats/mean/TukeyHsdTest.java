package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What holds of Tukey's and of Games and Howell's comparisons for all data.
class TukeyHsdTest {

    private static final Moments SOME = new Moments(5, 2, 4);
    private static final Moments OTHER = new Moments(7, 3, 9);

    @Test
    void twoGroupsAreTheTTests() {
        var random = new SplittableRandom(50);
        for (int i = 0; i < 10; i++) {
            var a = Moments.of(random.doubles(random.nextInt(3, 30)).toArray());
            var b = Moments.of(random.doubles(random.nextInt(3, 30), 0, 1.5).toArray());
            var tukey = TukeyHsd.of(List.of(a, b), 0.95).getFirst();
            var student = StudentTTest.of(a, b, 0.95);
            assertThat(p(tukey)).isCloseTo(student.test().orElseThrow().p(), within(1e-9));
            assertThat(interval(tukey.difference()).low())
                    .isCloseTo(interval(student.difference()).low(), within(1e-8));
            var games = GamesHowell.of(List.of(a, b), 0.95).getFirst();
            var welch = WelchTTest.of(a, b, 0.95);
            assertThat(p(games)).isCloseTo(welch.test().orElseThrow().p(), within(1e-9));
            assertThat(interval(games.difference()).high())
                    .isCloseTo(interval(welch.difference()).high(), within(1e-8));
        }
    }

    @Test
    void pairsComeInOrderAndTurnWithTheGroups() {
        var groups = List.of(SOME, OTHER, new Moments(6, 0, 3));
        for (var pairs : List.of(TukeyHsd.of(groups, 0.9), GamesHowell.of(groups, 0.9))) {
            assertThat(pairs).extracting(GroupDifference::first).containsExactly(0, 0, 1);
            assertThat(pairs).extracting(GroupDifference::second).containsExactly(1, 2, 2);
            assertThat(pairs)
                    .extracting(pair -> known(pair.difference()).value())
                    .containsExactly(-1.0, 2.0, 3.0);
        }
        var turned = TukeyHsd.of(groups.reversed(), 0.9);
        assertThat(p(turned.getLast()))
                .isCloseTo(p(TukeyHsd.of(groups, 0.9).getFirst()), within(1e-12));
    }

    @Test
    void intervalLeavesOutZeroExactlyIfPIsBelowWhatTheLevelLeaves() {
        var random = new SplittableRandom(51);
        for (int i = 0; i < 10; i++) {
            var groups =
                    List.of(
                            Moments.of(random.doubles(8).toArray()),
                            Moments.of(random.doubles(5, 0, 1.6).toArray()),
                            Moments.of(random.doubles(9, 0.2, 1.2).toArray()));
            for (var pair : TukeyHsd.of(groups, 0.8)) {
                assertThat(interval(pair.difference()).contains(0)).isEqualTo(p(pair) > 0.2);
            }
            for (var pair : GamesHowell.of(groups, 0.8)) {
                assertThat(interval(pair.difference()).contains(0)).isEqualTo(p(pair) > 0.2);
            }
        }
    }

    @Test
    void moreGroupsWidenTheInterval() {
        var two = TukeyHsd.of(List.of(SOME, SOME), 0.95).getFirst();
        var three = TukeyHsd.of(List.of(SOME, SOME, SOME), 0.95).getFirst();
        var empty = TukeyHsd.of(List.of(SOME, SOME, Moments.NONE), 0.95).getFirst();

        assertThat(interval(three.difference()).high())
                .isGreaterThan(interval(two.difference()).high());
        assertThat(empty).isEqualTo(two);
    }

    @Test
    void equalMeansHaveAPOfOneAndFarMeansOneOfNothing() {
        assertThat(p(TukeyHsd.of(List.of(SOME, SOME, OTHER), 0.95).getFirst()))
                .isCloseTo(1, within(1e-12));
        for (double mean : new double[] {1e3, 1e8, 1e140}) {
            var groups = List.of(new Moments(5, mean, 4), SOME, OTHER);
            assertThat(p(TukeyHsd.of(groups, 0.95).getFirst())).isBetween(0.0, 1e-10);
            assertThat(p(GamesHowell.of(groups, 0.95).getFirst())).isBetween(0.0, 1e-8);
        }
    }

    @Test
    void whatIsNotEstimableSaysWhyAndTheOtherPairsStand() {
        var single = new Moments(1, 2, 0);
        var constant = new Moments(3, 2, 0);
        var tukey = TukeyHsd.of(List.of(SOME, Moments.NONE, single), 0.95);
        assertReason(tukey.getFirst(), "group 2 has no values");
        assertThat(tukey.get(1).test()).isPresent();
        assertReason(
                TukeyHsd.of(List.of(constant, constant), 0.95).getFirst(),
                "no value differs within its group");
        var games = GamesHowell.of(List.of(SOME, single, constant, constant), 0.95);
        assertReason(games.getFirst(), "group 2 has fewer than 2 values");
        assertThat(games.get(1).test()).isPresent();
        assertReason(games.getLast(), "no value differs within groups 3 and 4");
        var tiny = new Moments(2, 1, Double.MIN_VALUE);
        assertReason(
                GamesHowell.of(List.of(tiny, tiny), 0.95).getFirst(),
                "the values of groups 1 and 2 hardly differ");
        assertThat(TukeyHsd.of(List.of(), 0.95)).isEmpty();
        assertThat(GamesHowell.of(List.of(SOME), 0.95)).isEmpty();
    }

    private static void assertReason(GroupDifference pair, String reason) {
        assertThat(pair.difference()).isEqualTo(new NotEstimable(reason));
        assertThat(pair.test()).isEmpty();
    }

    @Test
    void pairThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new GroupDifference(2, 1, new NotEstimable("none"), Optional.empty()))
                .withMessage("second must be above first, and both 0 or more, not 1 and 2");
    }

    private static double p(GroupDifference pair) {
        return pair.test().orElseThrow().p();
    }
}
