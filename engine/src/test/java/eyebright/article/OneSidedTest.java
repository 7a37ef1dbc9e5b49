package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import eyebright.replication.Verdict;
import eyebright.stats.Interval;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneSidedTest {

    private static final Expectation LITTLE =
            new Expectation.Below(new BigDecimal("0.05"), Expectation.In.NUMBER);

    private static final Expectation NEARLY_NONE =
            new Expectation.Within(new BigDecimal("0.15"), Expectation.In.NUMBER);

    private static Made block(double high) {
        return new Made(new Shape.Block(Made.CRIED, List.of(Made.phrase("openness", "openness"))))
                .with("r2_block", 0.021, 0.004, high)
                .expecting(LITTLE);
    }

    private static Made correlation() {
        return new Made(new Shape.Correlation(Made.phrase("openness", "openness"), Made.CRIED, "r"))
                .with("r", 0.09, 0.01, 0.17)
                .expecting(NEARLY_NONE);
    }

    private static String why(Made made) {
        return VerdictView.of(made.finding()).why().replace('\u00a0', ' ');
    }

    @Test
    void anIntervalThatReachesPastTheBoundIsExplained() {
        assertThat(why(block(0.053).judged(Verdict.SUPPORTED)))
                .isEqualTo(
                        "Supported: the rule is met. The rule looks at its bound from one side only, and its interval is a narrower one. That of 95 % looks at both sides, and reaches past 0.05.");
    }

    @Test
    void theIntervalOfTheTestIsNamedWhereThereIsOne() {
        assertThat(
                        why(
                                correlation()
                                        .with("r_equivalence", 0.09, new Interval(0.03, 0.14, 0.9))
                                        .judged(Verdict.NO_DIFFERENCE)))
                .isEqualTo(
                        "No difference supported: the rule is met. Each end of the margin is looked at from one side only, and its interval is that of 90 %. That of 95 % looks at both sides, and reaches past it.");
    }

    @Test
    void sharesAndTheirDifferencesAreHeldInTheirUnits() {
        Made share =
                new Made(new Shape.OneShare())
                        .with("estimate", 0.018, 0.01, 0.031)
                        .expecting(
                                new Expectation.Below(new BigDecimal("3"), Expectation.In.PERCENT));
        Made groups =
                new Made(
                                new Shape.GroupShares(
                                        List.of(
                                                Made.phrase("woman", "women"),
                                                Made.phrase("man", "men"))))
                        .with("difference", 0.03, -0.04, 0.105)
                        .expecting(new Expectation.NotMoreBy(new BigDecimal("10")));

        assertThat(why(share.judged(Verdict.SUPPORTED))).endsWith(" and reaches past 3%.");
        assertThat(why(groups.judged(Verdict.NO_DIFFERENCE)))
                .endsWith(" and reaches past 10 points.");
    }

    @Test
    void aRatioIsHeldAgainstBothEndsOfItsMargin() {
        Expectation times = new Expectation.Within(new BigDecimal("1.25"), Expectation.In.TIMES);
        Made made =
                new Made(
                        new Shape.Coefficients(
                                Made.CRIED,
                                Shape.Effect.ODDS_RATIO,
                                List.of(Made.phrase("age", "age")),
                                java.util.Optional.empty()));

        assertThat(
                        why(
                                made.with("odds_ratio[age]", 0.95, 0.79, 1.1)
                                        .expecting(times)
                                        .judged(Verdict.NO_DIFFERENCE)))
                .endsWith(" and reaches past it.");
    }

    @Test
    void nothingIsExplainedWhereNothingSeemsToDisagree() {
        assertThat(why(block(0.041).judged(Verdict.SUPPORTED)))
                .isEqualTo("Supported: the rule is met.");
        assertThat(why(block(0.053).judged(Verdict.INCONCLUSIVE)))
                .isEqualTo("Inconclusive: the rule is met.");
        assertThat(why(block(0.053))).isEqualTo("No verdict: the plan is not frozen.");
        assertThat(
                        why(
                                new Made(new Shape.OneShare())
                                        .with("estimate", 0.55, 0.51, 0.59)
                                        .expecting(
                                                new Expectation.Above(
                                                        new BigDecimal("50"),
                                                        Expectation.In.PERCENT))
                                        .judged(Verdict.SUPPORTED)))
                .isEqualTo("Supported: the rule is met.");
    }
}
