package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.family.Adjustment;
import eyebright.stats.family.SimultaneousIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeveralAnswersTest {

    private static final JointCounts COUNTS =
            new JointCounts(200, List.of(List.of(150), List.of(90, 110), List.of(20, 15, 30)));

    @Test
    void sharesAreThoseOfRespondentsWithWilsonsIntervals() {
        var answers = SeveralAnswers.of(COUNTS, 0.95);

        assertThat(answers.shares())
                .containsExactly(
                        Proportion.wilson(150, 200, 0.95),
                        Proportion.wilson(110, 200, 0.95),
                        Proportion.wilson(30, 200, 0.95));
    }

    @Test
    void pairsAreMcNemarTestsAdjustedTogether() {
        var answers = SeveralAnswers.of(COUNTS, 0.95);
        var raw =
                Stream.of(McNemarTest.of(60, 20), McNemarTest.of(130, 10), McNemarTest.of(95, 15))
                        .map(test -> test.midP().p())
                        .toList();

        assertThat(answers.pairs().stream().map(pair -> pair.test().p()))
                .containsExactlyElementsOf(raw);
        assertThat(answers.pairs().stream().map(SeveralAnswers.Pair::adjusted))
                .containsExactlyElementsOf(Adjustment.HOLM.adjust(raw));
        assertThat(answers.pairs().getFirst().difference())
                .isEqualTo(PairedProportionDifference.of(90, 60, 20, 30, 0.95));
    }

    @Test
    void simultaneousIntervalsAreWider() {
        var each = SeveralAnswers.of(COUNTS, 0.95);
        var all =
                SeveralAnswers.simultaneous(
                        COUNTS, 0.95, SimultaneousIntervals.SIDAK, Adjustment.HOCHBERG);
        for (int i = 0; i < 3; i++) {
            assertThat(interval(all.shares().get(i)).low())
                    .isLessThan(interval(each.shares().get(i)).low());
            assertThat(interval(all.pairs().get(i).difference()).high())
                    .isGreaterThan(interval(each.pairs().get(i).difference()).high());
        }
    }

    @Test
    void optionIsAheadOfEveryOtherIfItIsAheadOfItsNearest() {
        var answers = SeveralAnswers.of(COUNTS, 0.95);

        assertThat(answers.moreOftenThanEveryOther(0))
                .isEqualTo(McNemarTest.of(60, 20).midP().p() / 2);
        assertThat(answers.moreOftenThanEveryOther(1)).isGreaterThan(0.99);
        assertThat(answers.moreOftenThanEveryOther(2)).isGreaterThan(0.99);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers.moreOftenThanEveryOther(3))
                .withMessage("option must be 0 to 2, not 3");
    }

    @Test
    void halvesMergeToTheWholeInAnyOrder() {
        var random = new SplittableRandom(4);
        List<boolean[]> respondents = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            respondents.add(
                    new boolean[] {
                        random.nextBoolean(), random.nextInt(3) == 0, random.nextBoolean()
                    });
        }
        var whole = JointCounts.of(3, respondents);
        var first = JointCounts.of(3, respondents.subList(0, 37));
        var second = JointCounts.of(3, respondents.subList(37, 100));

        assertThat(first.merge(second)).isEqualTo(whole);
        assertThat(second.merge(first)).isEqualTo(whole);
        assertThat(JointCounts.of(3, respondents.reversed())).isEqualTo(whole);
    }

    @Test
    void cochransQOfTwoQuestionsIsMcNemars() {
        var two = new JointCounts(200, List.of(List.of(150), List.of(90, 110)));

        var q = CochranQ.of(two).orElseThrow();
        var mcNemar = McNemarTest.of(60, 20).chiSquared().orElseThrow();

        assertThat(q.statistic().getAsDouble())
                .isCloseTo(mcNemar.statistic().getAsDouble(), within(1e-12));
        assertThat(q.p()).isCloseTo(mcNemar.p(), within(1e-14));
    }

    @Test
    void nobodyOneOptionAndOptionsAlwaysChosenTogether() {
        var nobody = SeveralAnswers.of(JointCounts.of(2, List.of()), 0.95);
        assertThat(nobody.shares().getFirst()).isEqualTo(new NotEstimable("nobody answered"));
        assertThat(nobody.pairs().getFirst().test().p()).isEqualTo(1);
        assertThat(nobody.moreOftenThanEveryOther(0)).isEqualTo(1);

        var single = new JointCounts(5, List.of(List.of(3)));
        assertThat(SeveralAnswers.of(single, 0.95).pairs()).isEmpty();
        assertThat(SeveralAnswers.of(single, 0.95).moreOftenThanEveryOther(0)).isEqualTo(1);
        assertThat(
                        SeveralAnswers.simultaneous(
                                        single,
                                        0.95,
                                        SimultaneousIntervals.BONFERRONI,
                                        Adjustment.HOLM)
                                .shares())
                .isEqualTo(SeveralAnswers.of(single, 0.95).shares());
        assertThat(CochranQ.of(single)).isEmpty();

        var together = new JointCounts(5, List.of(List.of(3), List.of(3, 3)));
        assertThat(CochranQ.of(together)).isEmpty();
        assertThat(known(SeveralAnswers.of(together, 0.95).pairs().getFirst().difference()).value())
                .isZero();
    }

    @Test
    void countsThatNobodyCanHaveGivenAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JointCounts(10, List.of(List.of(8), List.of(4, 7))))
                .withMessage("joint[1][0] must be 5 to 7, not 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JointCounts(10, List.of(List.of(11))))
                .withMessage("joint[0][0] must be 0 to 10, not 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JointCounts(10, List.of(List.of(1, 2))))
                .withMessage("joint[0] must have 1 counts, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JointCounts(1, List.of()))
                .withMessage("joint must have 1 or more options, not none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COUNTS.merge(new JointCounts(0, List.of(List.of(0)))))
                .withMessage("other must have 3 options, not 1");
    }
}
