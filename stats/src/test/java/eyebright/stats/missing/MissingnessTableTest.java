package eyebright.stats.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.missing.MissingnessTable.Pattern;
import eyebright.stats.missing.Variable.Kind;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingnessTableTest {

    @Test
    void patternsAreCountedAndTheMostFrequentComesFirst() {
        var table =
                MissingnessTable.of(
                        List.of(
                                gaps("age", 0b0011111),
                                gaps("sex", 0b1110111),
                                gaps("mood", 0b1111011)));

        assertThat(table.n()).isEqualTo(7);
        assertThat(table.missing()).containsExactly(2, 1, 1);
        assertThat(table.patterns())
                .containsExactly(
                        new Pattern(List.of(), 3),
                        new Pattern(List.of("age"), 2),
                        new Pattern(List.of("mood"), 1),
                        new Pattern(List.of("sex"), 1));
        assertThat(table.complete()).isEqualTo(3);
    }

    @Test
    void countsOfThePatternsAddUpToEveryone() {
        var table = MissingnessTable.of(List.of(gaps("a", 0b1010101), gaps("b", 0b1100110)));

        assertThat(table.patterns().stream().mapToInt(Pattern::count).sum()).isEqualTo(7);
        assertThat(table.patterns().getFirst()).isEqualTo(new Pattern(List.of(), 2));
    }

    @Test
    void nobodyHasNoPattern() {
        var table = MissingnessTable.of(List.of(Variable.complete("a", Kind.ORDERED)));

        assertThat(table.patterns()).isEmpty();
        assertThat(table.complete()).isZero();
    }

    @Test
    void columnsThatDoNotFitTogetherAreRefused() {
        var one = Variable.complete("a", Kind.ORDERED, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MissingnessTable.of(List.of()))
                .withMessage("variables must be 1 or more, not none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MissingnessTable.of(List.of(one, one)))
                .withMessage("names of variables must differ, not be [a, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MissingnessTable.of(
                                        List.of(one, Variable.complete("b", Kind.ORDERED, 1))))
                .withMessage("b must have 2 rows, not 1");
    }

    private static Variable gaps(String name, int there) {
        return Variable.of(name, Kind.ORDERED, new double[7], BitSet.valueOf(new long[] {there}));
    }
}
