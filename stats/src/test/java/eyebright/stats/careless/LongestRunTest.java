package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class LongestRunTest {

    @Test
    void runIsOfTheSameAnswerOneAfterTheOther() {
        assertThat(LongestRun.of(Answers.complete(1, 2, 2, 2, 1, 1))).isEqualTo(Known.bare(3, 6));
        assertThat(LongestRun.of(Answers.complete(5, 4, 5, 4))).isEqualTo(Known.bare(1, 4));
        assertThat(LongestRun.of(Answers.complete(3, 3, 3))).isEqualTo(Known.bare(3, 3));
    }

    @Test
    void unansweredItemEndsARun() {
        var there = BitSet.valueOf(new long[] {0b11011});
        var answers = Answers.of(new double[] {2, 2, 2, 2, 2}, there);

        assertThat(LongestRun.of(answers)).isEqualTo(Known.bare(2, 4));
    }

    @Test
    void noAnswerHasNoRun() {
        var reason = new NotEstimable("none of the items was answered");

        assertThat(LongestRun.of(Answers.complete())).isEqualTo(reason);
        assertThat(LongestRun.of(Answers.of(new double[] {7}, new BitSet()))).isEqualTo(reason);
        assertThat(LongestRun.of(Answers.complete(7))).isEqualTo(Known.bare(1, 1));
    }
}
