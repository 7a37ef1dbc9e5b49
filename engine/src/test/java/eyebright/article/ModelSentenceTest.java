package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelSentenceTest {

    private static Made model(Shape.Effect effect, Label outcome, Label... coefficients) {
        return new Made(
                new Shape.Coefficients(outcome, effect, List.of(coefficients), Optional.empty()));
    }

    private static Made odds(Label... coefficients) {
        return model(Shape.Effect.ODDS_RATIO, Made.CRIED, coefficients);
    }

    @Test
    void oneCoefficientIsSaidWithItsCircumstanceAndItsOutcome() {
        assertThat(odds(Made.YEARS).with("odds_ratio[years / 10]", 1.179, 0.8644, 1.614).said())
                .isEqualTo(
                        "We can't tell yet: with ten more years of seeing clients, the odds of having cried in therapy are between **0.86 and 1.61 times** as high.");
        assertThat(odds(Made.WOMEN).with("odds_ratio[gender.woman]", 1.63, 1.08, 2.43).said())
                .isEqualTo(
                        "For women rather than men, the odds of having cried in therapy are **1.63 times** as high, somewhere between 1.08 and 2.43.");
        assertThat(
                        model(Shape.Effect.RATE_RATIO, Made.DAILY, Made.YEARS)
                                .with("rate_ratio[years / 10]", 0.8, 0.71, 0.9)
                                .said())
                .isEqualTo(
                        "With ten more years of seeing clients, the rate of crying in daily life is only **0.80 times** as high, somewhere between 0.71 and 0.90.");
    }

    @Test
    void aSlopeIsLowerOrHigher() {
        Made slope = model(Shape.Effect.SLOPE, Made.phrase("regret", "regret"), Made.YEARS);

        assertThat(slope.with("b[years / 10]", -0.31, -0.5, -0.12).said())
                .isEqualTo(
                        "With ten more years of seeing clients, the average of regret is **0.31 lower**, somewhere between 0.12 and 0.50.");
        assertThat(
                        model(Shape.Effect.SLOPE, new Label("regret", "Regret?"), Made.YEARS)
                                .with("b[years / 10]", 0.1, -0.2, 0.4)
                                .said())
                .isEqualTo(
                        "We can't tell yet: with ten more years of seeing clients, the average of “Regret?” is between **0.2 lower and 0.4 higher**.");
    }

    @Test
    void aRatioThatIsNotQuite1IsNotWrittenAs1() {
        assertThat(odds(Made.YEARS).with("odds_ratio[years / 10]", 1.004, 1.001, 1.0074).said())
                .isEqualTo(
                        "With ten more years of seeing clients, the odds of having cried in therapy are **1.004 times** as high, somewhere between 1.001 and 1.01.");
        assertThat(odds(Made.YEARS).with("odds_ratio[years / 10]", 0.2, 0.0000001, 0.9).said())
                .endsWith(
                        "only **0.20 times** as high, somewhere between less than 0.001 and 0.90.");
    }

    @Test
    void ofSeveralCoefficientsTheClearOnesAreNamed() {
        Made some =
                odds(Made.YEARS, Made.WOMEN, Made.OPENNESS)
                        .with("odds_ratio[years / 10]", 1.18, 0.9, 1.6)
                        .with("odds_ratio[gender.woman]", 1.63, 1.08, 2.43);

        assertThat(some.with("odds_ratio[openness]", 1.1, 0.9, 1.3).said())
                .isEqualTo(
                        "**One of three** clearly goes with having cried in therapy: women rather than men (1.63 times the odds).");
        assertThat(
                        odds(Made.YEARS, Made.WOMEN)
                                .with("odds_ratio[years / 10]", 1.18, 0.9, 1.6)
                                .with("odds_ratio[gender.woman]", 1.3, 0.8, 2.4)
                                .said())
                .isEqualTo(
                        "We can't tell yet: for neither of the two is it clear that it goes with having cried in therapy.");
        assertThat(
                        odds(Made.YEARS, Made.WOMEN)
                                .with("odds_ratio[years / 10]", 1.18, 1.1, 1.6)
                                .with("odds_ratio[gender.woman]", 0.3, 0.1, 0.4)
                                .said())
                .isEqualTo(
                        "**Both** clearly go with having cried in therapy: ten more years of seeing clients (1.18 times the odds) and women rather than men (0.30 times the odds).");
    }

    @Test
    void whatWasNotFittedSaysWhyAndFewAreWithheld() {
        String why = "the answers are told apart completely by one predictor";

        assertThat(odds(Made.YEARS).without("odds_ratio[years / 10]", why).said())
                .isEqualTo("**We can't tell**: %s.".formatted(why));
        assertThat(
                        odds(Made.YEARS, Made.WOMEN)
                                .without("odds_ratio[years / 10]", why)
                                .without("odds_ratio[gender.woman]", why)
                                .said())
                .isEqualTo("**We can't tell**: %s.".formatted(why));
        assertThat(odds(Made.YEARS).withheld("too few answers to show").said())
                .isEqualTo("Too few answers to show.");
        assertThat(odds(Made.YEARS).n(0).said()).isEqualTo("Nobody has answered this yet.");
    }

    private static Made counts() {
        return new Made(new Shape.TwoCounts(Made.DAILY, Made.TEARS, List.of(Made.WOMEN)));
    }

    @Test
    void aGapIsCalledSmallerOnlyWhereItCannotHaveTurnedRound() {
        assertThat(
                        counts().with("ratio[gender.woman]", 0.6, 0.4, 0.9)
                                .with("rate_ratio1[gender.woman]", 2, 1.7, 2.3)
                                .with("rate_ratio2[gender.woman]", 1.2, 0.9, 1.5)
                                .said())
                .isEqualTo(
                        "The gap between women and men is smaller for tears in therapy than for crying in daily life: set against men, women stand only **0.60 times** as high for tears in therapy as for crying in daily life, somewhere between 0.40 and 0.90.");
        assertThat(
                        counts().with("ratio[gender.woman]", 0.3, 0.2, 0.5)
                                .with("rate_ratio1[gender.woman]", 1.3, 1.1, 1.5)
                                .with("rate_ratio2[gender.woman]", 0.4, 0.3, 0.6)
                                .said())
                .isEqualTo(
                        "Set against men, women stand only **0.30 times** as high for tears in therapy as for crying in daily life, somewhere between 0.20 and 0.50.");
        assertThat(counts().with("ratio[gender.woman]", 0.9, 0.6, 1.3).said())
                .isEqualTo(
                        "We can't tell yet: set against men, women stand between **0.60 and 1.30 times** as high for tears in therapy as for crying in daily life.");
    }

    @Test
    void aNumberIsHeldAgainstTheOtherOutcome() {
        Made made = new Made(new Shape.TwoCounts(Made.DAILY, Made.TEARS, List.of(Made.YEARS)));

        assertThat(made.with("ratio[years / 10]", 1.3, 1.1, 1.6).said())
                .isEqualTo(
                        "With ten more years of seeing clients and set against that of crying in daily life, the rate of tears in therapy is **1.30 times** as high, somewhere between 1.10 and 1.60.");
    }

    @Test
    void ofSeveralWhatGoesDifferentlyIsNamed() {
        var shape = new Shape.TwoCounts(Made.DAILY, Made.TEARS, List.of(Made.WOMEN, Made.OPENNESS));

        assertThat(
                        new Made(shape)
                                .with("ratio[gender.woman]", 0.6, 0.4, 0.9)
                                .with("ratio[openness]", 0.9, 0.7, 1.2)
                                .said())
                .isEqualTo(
                        "**One of two** clearly goes differently with tears in therapy than with crying in daily life: women rather than men (0.60 times).");
    }

    private static Made block(int predictors) {
        return new Made(
                new Shape.Block(
                        Made.CRIED,
                        List.of(
                                        new Label("a", "A", Label.Kind.PHRASE),
                                        new Label("b", "B", Label.Kind.PHRASE))
                                .subList(0, predictors)));
    }

    @Test
    void aBlockIsCalledLittleOnlyWhereItsIntervalSaysSo() {
        var limit = new Expectation.Below(new BigDecimal("0.05"), Expectation.In.NUMBER);

        assertThat(block(2).expecting(limit).with("r2_block", 0.0057, 0, 0.0141).said())
                .isEqualTo(
                        "Little or nothing: together the two explain **0.6~%** of the differences in having cried in therapy, and at most 1.5~%; less than 5~% was to count as little.");
        assertThat(block(2).with("r2_block", 0.0057, 0, 0.41).said())
                .isEqualTo(
                        "We can't tell yet: together the two explain anything between **nothing and 41~%** of the differences in having cried in therapy.");
        assertThat(block(2).with("r2_block", 0.2, 0.131, 0.272).said())
                .isEqualTo(
                        "Together the two explain **20~%** of the differences in having cried in therapy, somewhere between 13~% and 28~%.");
        assertThat(block(1).with("r2_block", 0.012, 0.002, 0.019).said())
                .startsWith("Little: A explains **1.2~%** of");
        assertThat(block(1).without("r2_block", "nobody answered").said())
                .isEqualTo("**We can't tell**: nobody answered.");
    }

    @Test
    void twoSharesOfTheSamePeople() {
        var shape =
                new Shape.TwoShares(Made.phrase("a", "therapy"), Made.phrase("b", "daily life"));

        assertThat(new Made(shape).with("difference", 0.185, 0.1256, 0.2427).said())
                .isEqualTo("More in therapy than in daily life: **19~points**, give or take 6.");
        assertThat(new Made(shape).with("difference", -0.01, -0.06, 0.04).said())
                .isEqualTo(
                        "We can't tell yet: in therapy it is between **6~points fewer and 4 more** than in daily life.");
        assertThat(new Made(shape).with("difference", -0.1, -0.15, -0.05).said())
                .isEqualTo("Fewer in therapy than in daily life: **10~points**, give or take 5.");
    }

    @Test
    void aReliabilityIsHeldAgainstWhatIsEnough() {
        var items = List.of(new Label("a", "a"), new Label("b", "b"), new Label("c", "c"));
        var shape = new Shape.Reliability(Made.phrase("empathy", "empathy"), items);
        assertThat(new Made(shape).with("omega_total", 0.76, 0.72, 0.79).said())
                .isEqualTo(
                        "The three answers it is made of hang together well enough: the reliability (omega) is **0.76**, somewhere between 0.72 and 0.79, where 0.70 is enough and 1 is without error.");
        assertThat(new Made(shape).with("omega_total", 0.71, 0.66, 0.75).said())
                .startsWith(
                        "We can't tell yet whether the three answers it is made of hang together well enough:");
        assertThat(new Made(shape).with("omega_total", 0.5, 0.4, 0.6).said())
                .startsWith("The three answers it is made of hang together too loosely:");
        assertThat(new Made(shape).without("omega_total", "no single factor fits").said())
                .isEqualTo("**We can't tell**: no single factor fits.");
    }
}
