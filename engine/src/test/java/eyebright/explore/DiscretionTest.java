package eyebright.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscretionTest {

    private static final Cell FEW = new Cell.Few();

    @Test
    void ofAllABaseOfTenIsEnoughAndACellMayBeSmall() {
        assertThat(Discretion.ofAll(tally(9, 8, 1), Answers.Kind.ONE)).isEmpty();
        assertThat(Discretion.ofAll(tally(10, 9, 1), Answers.Kind.ONE))
                .contains(List.of(new Cell.Count(9, 90), new Cell.Count(1, 10)));
    }

    @Test
    void aCellOfSomeIsHiddenAndASecondOneWithIt() {
        assertThat(Discretion.ofSome(tally(60, 5, 15, 40, 0), Answers.Kind.ONE))
                .contains(List.of(FEW, FEW, new Cell.Count(40, 67), new Cell.Count(0, 0)));
    }

    @Test
    void twoCellsThatHoldAFewTogetherHideAThird() {
        assertThat(Discretion.ofSome(tally(60, 5, 3, 12, 40), Answers.Kind.ONE))
                .contains(List.of(FEW, FEW, FEW, new Cell.Count(40, 67)));
    }

    @Test
    void optionsThatDoNotAddUpAreHiddenOneByOne() {
        assertThat(Discretion.ofSome(tally(60, 5, 15, 51), Answers.Kind.ANY))
                .contains(List.of(FEW, new Cell.Count(15, 25), FEW));
    }

    @Test
    void fewOutsideTheGroupHideACellInside() {
        Optional<List<Cell>> cells =
                Discretion.ofGroup(tally(30, 15, 15), tally(60, 20, 40), Answers.Kind.ONE);

        assertThat(cells).isEmpty();
    }

    @Test
    void aGroupThatLeavesFewOutIsNotShown() {
        assertThat(Discretion.ofGroup(tally(30, 15, 15), tally(35, 15, 20), Answers.Kind.ONE))
                .isEmpty();
        assertThat(Discretion.ofGroup(tally(30, 15, 15), tally(30, 15, 15), Answers.Kind.ONE))
                .isPresent();
    }

    @Test
    void whatIsShownOfAGroupTellsOfNobody() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            List<Integer> inside = counts(random);
            List<Integer> outside = counts(random);
            var all = new ArrayList<Integer>();
            for (int cell = 0; cell < inside.size(); cell++) {
                all.add(inside.get(cell) + outside.get(cell));
            }
            Discretion.ofGroup(whole(inside), whole(all), Answers.Kind.ONE)
                    .ifPresent(
                            cells -> {
                                tellsOfNobody(cells, inside);
                                hidesEnough(cells, inside);
                                hidesEnough(cells, outside);
                            });
        }
    }

    private static void tellsOfNobody(List<Cell> cells, List<Integer> counts) {
        long hidden = cells.stream().filter(FEW::equals).count();
        assertThat(hidden).as("%s of %s", cells, counts).isNotEqualTo(1);
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Count(int count, int _)) {
                assertThat(count).isEqualTo(counts.get(i)).matches(c -> c == 0 || c >= 10);
            }
        }
    }

    /// What the shown cells leave over is nobody, or ten and more.
    private static void hidesEnough(List<Cell> cells, List<Integer> counts) {
        int rest = 0;
        for (int i = 0; i < cells.size(); i++) {
            rest += cells.get(i).equals(FEW) ? counts.get(i) : 0;
        }
        assertThat(rest).as("%s of %s", cells, counts).matches(sum -> sum == 0 || sum >= 10);
    }

    private static List<Integer> counts(SplittableRandom random) {
        return random.ints(4, 0, 3).map(many -> many * random.nextInt(30)).boxed().toList();
    }

    private static Tally whole(List<Integer> counts) {
        return new Tally(counts.stream().mapToInt(Integer::intValue).sum(), counts);
    }

    private static Tally tally(int n, Integer... counts) {
        return new Tally(n, List.of(counts));
    }
}
