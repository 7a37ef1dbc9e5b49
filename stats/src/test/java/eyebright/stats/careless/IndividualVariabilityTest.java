package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.ExpectedValues;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class IndividualVariabilityTest {

    @Test
    void sameAnswerEverywhereHasNone() {
        assertThat(IndividualVariability.of(Answers.complete(4, 4, 4))).isEqualTo(Known.bare(0, 3));
        assertThat(IndividualVariability.of(Answers.complete(0, 0))).isEqualTo(Known.bare(0, 2));
    }

    @Test
    void missingAnswersAreLeftOut() {
        var some = Answers.of(new double[] {1, 9, 3}, BitSet.valueOf(new long[] {0b101}));

        assertThat(IndividualVariability.of(some))
                .isEqualTo(IndividualVariability.of(Answers.complete(1, 3)));
    }

    @Test
    void unitScalesTheNumberHoweverLargeOrSmall() {
        for (double unit : new double[] {1e300, 1e-300, 7}) {
            var estimate = IndividualVariability.of(Answers.complete(unit, 3 * unit, -2 * unit));

            assertThat(ExpectedValues.known(estimate).value() / unit)
                    .isCloseTo(Math.sqrt(19 / 3.0), within(1e-12));
        }
    }

    @Test
    void fewerThanTwoAnswersHaveNone() {
        assertThat(IndividualVariability.of(Answers.complete(4)))
                .isEqualTo(new NotEstimable("fewer than 2 of the items were answered"));
    }
}
