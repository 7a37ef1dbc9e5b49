package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void whatIsNotThereIsNeitherReadNorCompared() {
        var there = BitSet.valueOf(new long[] {0b101});
        var one = Answers.of(new double[] {1, Double.NaN, 3}, there);

        assertThat(one)
                .isEqualTo(Answers.of(new double[] {1, 9, 3}, there))
                .hasToString("[1.0, -, 3.0]");
        assertThat(one.hashCode()).isEqualTo(Answers.of(new double[] {1, 9, 3}, there).hashCode());
        assertThat(one).isNotEqualTo(Answers.complete(1, 9, 3));
        assertThat(one.answered()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.value(1))
                .withMessage("item 1 was not answered");
    }

    @Test
    void answersAreCopied() {
        double[] values = {1, 2};
        var answers = Answers.complete(values);
        values[0] = 7;

        assertThat(answers.value(0)).isEqualTo(1);
    }

    @Test
    void answersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.complete(1, Double.POSITIVE_INFINITY))
                .withMessage("answer 1 must be finite, not Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.of(new double[1], BitSet.valueOf(new long[] {0b11})))
                .withMessage("there must be at most 1 answers, not 2");
    }
}
