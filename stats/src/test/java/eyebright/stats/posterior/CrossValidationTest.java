package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.model.BrierScore;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossValidationTest {

    private static CrossValidation of(String family, int n) {
        Outcome outcome = Cases.outcome(family, n);
        Fitting<CrossValidation> fitting =
                CrossValidation.of(outcome, Cases.predictors(n), Cases.priors(outcome), 10);
        assertThat(fitting).isInstanceOf(Fitted.class);
        return ((Fitted<CrossValidation>) fitting).model();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void aModelThatIsTrueBeatsTheBaseRateOfOthers(String family) {
        CrossValidation validation = of(family, 3000);
        assertThat(BrierScore.of(validation.chances(), validation.events()))
                .isLessThan(BrierScore.of(validation.baseRates(), validation.events()));
    }

    @Test
    void aRespondentsOwnAnswerDoesNotEnterHerChance() {
        double[] yes = Cases.column("yes", 200);
        double[][] predictors = Cases.predictors(200);
        var priors = Cases.priors(YesOrNo.of(yes));
        var validation = CrossValidation.of(YesOrNo.of(yes), predictors, priors, 10);
        yes[7] = 1 - yes[7];
        var other = CrossValidation.of(YesOrNo.of(yes), predictors, priors, 10);
        double[] before = ((Fitted<CrossValidation>) validation).model().chances();
        double[] after = ((Fitted<CrossValidation>) other).model().chances();
        int fold = CrossValidation.fold(7, 10);
        for (int i = 0; i < 200; i++) {
            if (CrossValidation.fold(i, 10) == fold) {
                assertThat(after[i]).isCloseTo(before[i], within(1e-9));
            } else {
                assertThat(after[i]).isNotCloseTo(before[i], within(1e-9));
            }
        }
    }

    @Test
    void foldsAreOfNearlyTheSameSizeAndDoNotFollowTheOrder() {
        var sizes = new int[10];
        IntStream.range(0, 10_000).forEach(i -> sizes[CrossValidation.fold(i, 10)]++);
        assertThat(Arrays.stream(sizes).min().orElseThrow()).isGreaterThan(900);
        assertThat(Arrays.stream(sizes).max().orElseThrow()).isLessThan(1100);
        assertThat(IntStream.range(0, 12).map(i -> CrossValidation.fold(i, 10)).toArray())
                .containsExactly(FOLDS);
    }

    private static final int[] FOLDS = {5, 0, 9, 4, 7, 0, 3, 0, 9, 0, 1, 6};

    @Test
    void whoHadNoTrialIsLeftOut() {
        int[] trials = Cases.counts("trials", 684);
        assertThat(of("times", 684).n())
                .isEqualTo((int) Arrays.stream(trials).filter(each -> each > 0).count());
    }

    @Test
    void tooFewCannotBeDivided() {
        Outcome outcome = Cases.outcome("yes", 10);
        assertThat(CrossValidation.of(outcome, Cases.predictors(10), Cases.priors(outcome), 10))
                .isEqualTo(
                        new NotFitted<CrossValidation>(
                                "10 respondents are too few to be divided into 10 parts"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CrossValidation.of(
                                        outcome, Cases.predictors(10), Cases.priors(outcome), 1))
                .withMessage("folds must be 2 or more, not 1");
    }
}
