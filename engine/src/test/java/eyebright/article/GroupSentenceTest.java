package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Shape;
import eyebright.analysis.Tested;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.stats.TestResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GroupSentenceTest {

    private static final Label WOMEN = Made.phrase("woman", "women");
    private static final Label MEN = Made.phrase("man", "men");
    private static final Label OTHERS = Made.phrase("another", "others");

    private static Made shares(Label... groups) {
        return new Made(new Shape.GroupShares(List.of(groups)));
    }

    private static Made means(Label... groups) {
        return new Made(
                new Shape.GroupMeans(
                        List.of(groups), new Shape.Scaling("hours", Optional.empty())));
    }

    private static Made three() {
        return means(WOMEN, MEN, OTHERS)
                .with("mean1", 12, 11, 13)
                .with("mean2", 10, 9, 11)
                .with("mean3", 11, 8, 14);
    }

    private static Tested test(double p, double adjusted) {
        return new Tested(TestResult.exact("welch_f", p), OptionalDouble.of(adjusted));
    }

    @Test
    void aBoundOfSharesIsSaidWhetherItIsKeptOrNot() {
        var atMostTen = new Expectation.NotMoreBy(new BigDecimal("10"));

        assertThat(
                        shares(WOMEN, MEN)
                                .expecting(atMostTen)
                                .with("difference", 0.1, 0.02, 0.19)
                                .with("difference_equivalence", 0.1, 0.03, 0.18)
                                .said())
                .isEqualTo(
                        "More among women than among men: **10~points**, give or take 9, and less than 10~points more was to count as no more.");
        assertThat(
                        shares(WOMEN, MEN)
                                .expecting(atMostTen)
                                .with("difference", 0.02, -0.06, 0.1)
                                .with("difference_equivalence", 0.02, -0.05, 0.09)
                                .said())
                .isEqualTo(
                        "No more, as far as it matters here: among women, it is between 5~points fewer and 9 more than among men, and less than 10~points more was to count as no more.");
    }

    @Test
    void aMarginOfMeansIsSaidInTheirUnit() {
        Made narrow =
                means(WOMEN, MEN)
                        .expecting(new Expectation.Within(BigDecimal.TWO, Expectation.In.POINTS))
                        .with("difference", 0.8, 0.1, 1.5)
                        .with("difference_equivalence", 0.8, 0.2, 1.4);

        assertThat(narrow.said())
                .isEqualTo(
                        "Too small to matter here: for women, it is between 0.2 and 1.4~hours higher than for men, and less than 2~hours either way was to count as nothing.");
    }

    @Test
    void moreThanTheLeastIsSaidToCount() {
        assertThat(
                        shares(WOMEN, MEN)
                                .expecting(new Expectation.MoreBy(BigDecimal.ONE))
                                .with("difference", 0.1, -0.02, 0.22)
                                .with("difference_equivalence", 0.1, 0, 0.2)
                                .said())
                .isEqualTo(
                        "We can't tell yet: among women, it is between **2~points fewer and 22 more** than among men, and only more than 1~point was to count.");
    }

    @Test
    void threeMeansGoByTheDifferenceOfTheTwoFurthestApart() {
        assertThat(three().with("difference[woman,man]", 2, 0.4, 3.6).said())
                .isEqualTo("Highest for women (**12.0~hours**), lowest for men (**10.0~hours**).");
        assertThat(three().with("difference[woman,man]", 2, -0.1, 4.1).said())
                .isEqualTo(
                        "We can't tell yet: women (**12.0~hours**) and men (**10.0~hours**) are furthest apart, and that may be chance.");
    }

    @Test
    void groupsMayDifferWithoutAnyTwoBeingTold() {
        assertThat(
                        three().with("difference[woman,man]", 2, -0.1, 4.1)
                                .with(test(0.01, 0.02))
                                .said())
                .isEqualTo(
                        "**They differ**, but we can't tell yet which from which: women (**12.0~hours**) and men (**10.0~hours**) are furthest apart.");
        assertThat(
                        three().with("difference[woman,man]", 2, -0.1, 4.1)
                                .with(test(0.03, 0.06))
                                .said())
                .startsWith("We can't tell yet: ");
    }

    @Test
    void threeSharesGoByTheirIntervals() {
        Made apart =
                shares(WOMEN, MEN, OTHERS)
                        .with("share[woman]", 0.5, 0.45, 0.55)
                        .with("share[man]", 0.3, 0.26, 0.34)
                        .with("share[another]", 0.4, 0.2, 0.6);

        assertThat(apart.said())
                .isEqualTo("Highest for women (**50~%**), lowest for men (**30~%**).");
        assertThat(shares(WOMEN, MEN, OTHERS).with("share[woman]", 0.5, 0.45, 0.55).said())
                .isEqualTo("**We can't tell**: fewer than two groups have enough answers.");
    }

    @Test
    void aMarginOfARatioIsSaidAsARatio() {
        Made rate =
                new Made(
                        new Shape.Coefficients(
                                Made.DAILY,
                                Shape.Effect.RATE_RATIO,
                                List.of(Made.WOMEN),
                                Optional.empty()));
        var margin = new Expectation.Within(new BigDecimal("1.25"), Expectation.In.TIMES);

        assertThat(
                        rate.expecting(margin)
                                .with("rate_ratio[gender.woman]", 0.95, 0.8, 1.1)
                                .with("rate_ratio_equivalence[gender.woman]", 0.95, 0.82, 1.08)
                                .said())
                .isEqualTo(
                        "Too small to matter here: for women rather than men, the rate of crying in daily life is between 0.82 and 1.08 times as high, and less than 1.25 times either way was to count as nothing.");
    }
}
