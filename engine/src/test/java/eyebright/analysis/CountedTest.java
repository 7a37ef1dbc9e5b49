package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.expression.Expression;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedTest {

    private static final byte A = Status.ANSWERED.code();
    private static final byte S = Status.SKIPPED.code();
    private static final byte N = Status.NOT_SHOWN.code();

    private static final Frame FRAME =
            new Frame(
                    IntStream.range(0, 6).mapToObj("r%d"::formatted).toList(),
                    Map.of(
                            "x", new Column.Numbers(new byte[] {A, A, A, A, S, A}, values(6)),
                            "y", new Column.Numbers(new byte[] {A, S, N, A, A, A}, values(6))),
                    Map.of(),
                    new Origin.Real());

    /// 0, 1, 2 and so on.
    private static double[] values(int size) {
        return IntStream.range(0, size).asDoubleStream().toArray();
    }

    private static BitSet known(String name) {
        return FRAME.column(name).answered();
    }

    @Test
    void everybodyCountsWhereNothingIsRead() {
        Counted counted = new Base(Optional.empty(), List.of()).in(FRAME);

        assertThat(counted.places()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(counted.missing()).isEmpty();
    }

    @Test
    void aGapIsBlamedOnTheFirstColumnWithoutAnAnswer() {
        Counted counted =
                new Base(Optional.empty(), List.of("x", "y"))
                        .in(FRAME)
                        .known(known("y"))
                        .known(known("x"));

        assertThat(counted.places()).containsExactly(0, 3, 5);
        assertThat(counted.missing()).isEqualTo(Map.of(Missing.SKIPPED, 2, Missing.NOT_SHOWN, 1));
    }

    @Test
    void whoIsOutsideTheBaseIsNotMissingAndWhoMayBeInsideIs() {
        Counted counted =
                new Base(Optional.of(Expression.of("x > 0")), List.of("y"))
                        .in(FRAME)
                        .known(known("y"));

        assertThat(counted.places()).containsExactly(3, 5);
        assertThat(counted.n()).isEqualTo(2);
        assertThat(counted.missing())
                .isEqualTo(
                        Map.of(Missing.BASE_UNKNOWN, 1, Missing.SKIPPED, 1, Missing.NOT_SHOWN, 1));
    }

    @Test
    void whatIsLostFirstDecidesTheReason() {
        var spokenOf = new BitSet();
        spokenOf.set(0, 2);
        Base base = new Base(Optional.empty(), List.of("y"));

        assertThat(base.in(FRAME).known(known("y")).among(spokenOf).missing())
                .isEqualTo(
                        Map.of(
                                Missing.SKIPPED, 1,
                                Missing.NOT_SHOWN, 1,
                                Missing.ANOTHER_ANSWER, 3));
        assertThat(base.in(FRAME).among(spokenOf).known(known("y")).missing())
                .isEqualTo(Map.of(Missing.SKIPPED, 1, Missing.ANOTHER_ANSWER, 4));
    }

    @Test
    void whatDoesNotFollowFromAnswersIsNotComputable() {
        Counted counted = new Base(Optional.empty(), List.of("x")).in(FRAME).known(new BitSet());

        assertThat(counted.missing())
                .isEqualTo(Map.of(Missing.NOT_COMPUTABLE, 5, Missing.SKIPPED, 1));
    }
}
