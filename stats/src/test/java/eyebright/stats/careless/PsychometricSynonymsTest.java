package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.careless.PsychometricSynonyms.Kind;
import eyebright.stats.careless.PsychometricSynonyms.Pair;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsychometricSynonymsTest {

    @Test
    void pairsComeInTheOrderOfTheItemsAndAConstantItemIsInNone() {
        var respondents =
                List.of(
                        Answers.complete(1, 1, 6, 3),
                        Answers.complete(2, 2, 5, 3),
                        Answers.complete(4, 4, 3, 3));

        assertThat(PsychometricSynonyms.among(respondents, Kind.SYNONYMS, 0.9).pairs())
                .extracting(Pair::first, Pair::second)
                .containsExactly(tuple(0, 1));
        assertThat(PsychometricSynonyms.among(respondents, Kind.ANTONYMS, 0.9).pairs())
                .extracting(Pair::first)
                .containsExactly(0, 1);
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        var pairs =
                new PsychometricSynonyms(
                        List.of(new Pair(0, 1, 0.8), new Pair(2, 3, 0.7), new Pair(4, 5, 0.7)));
        var lacking = Answers.of(new double[6], BitSet.valueOf(new long[] {0b101111}));

        assertThat(pairs.of(lacking))
                .isEqualTo(new NotEstimable("it needs 3 pairs of items answered; there are 2"));
        assertThat(pairs.of(Answers.complete(4, 1, 4, 2, 4, 5)))
                .isEqualTo(new NotEstimable("the answers to one side of the pairs are all equal"));
    }

    @Test
    void nobodyHasNoPairs() {
        assertThat(PsychometricSynonyms.among(List.of(), Kind.SYNONYMS, 0.6).pairs()).isEmpty();
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PsychometricSynonyms.among(List.of(), Kind.SYNONYMS, 1))
                .withMessage("bound must be above 0 and below 1, not 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PsychometricSynonyms.among(
                                        List.of(Answers.complete(1), Answers.complete(1, 2)),
                                        Kind.SYNONYMS,
                                        0.6))
                .withMessage("respondents must have 1 items, not 2");
    }
}
