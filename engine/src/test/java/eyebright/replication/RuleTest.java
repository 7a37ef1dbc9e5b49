package eyebright.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.plan.Expectation;
import eyebright.plan.Expectation.In;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    private static final Expectation MOST = new Expectation.Above(new BigDecimal(50), In.PERCENT);
    private static final Expectation NONE =
            new Expectation.Within(new BigDecimal("0.15"), In.NUMBER);

    private static Rule rule(Expectation says, String figure) {
        return Rule.of(says, 0.05, figure, List.of()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 1, SUPPORTED",
        "0.0500000001, 1, INCONCLUSIVE",
        "1, 0.05, CONTRADICTED",
        "1, 0.0500000001, INCONCLUSIVE",
        "0.04, 0.04, SUPPORTED"
    })
    void verdictChangesWherePPassesAlpha(double p, double against, Verdict verdict) {
        assertThat(rule(MOST, "share").verdict(new Evidence(p, against))).isEqualTo(verdict);
    }

    @Test
    void claimOfNothingIsSupportedAsSuch() {
        assertThat(rule(NONE, "correlation").verdict(new Evidence(0.01, 1)))
                .isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(
                        rule(new Expectation.NotMoreBy(BigDecimal.TEN), "difference")
                                .verdict(new Evidence(0.01, 1)))
                .isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(
                        rule(new Expectation.Below(new BigDecimal(3), In.PERCENT), "share")
                                .verdict(new Evidence(0.01, 1)))
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void ruleInWordsJudgesNothing() {
        assertThat(Rule.of(new Expectation.InWords("mostly"), 0.05, "share", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3, PERCENT, true",
        "0.05, NUMBER, true",
        "0, NUMBER, false",
        "-0.1, NUMBER, false",
        "1, TIMES, false",
        "1.25, TIMES, false"
    })
    void belowIsSmallOnlyWhereThereIsSomethingBetweenNothingAndTheBound(
            BigDecimal bound, In in, boolean isSmall) {
        assertThat(Rule.isOfSmallness(new Expectation.Below(bound, in))).isEqualTo(isSmall);
    }

    @Test
    void ruleSaysItselfInWords() {
        assertThat(rule(MOST, "share").words())
                .isEqualTo(
                        "Supported if the share is above 50% (two-sided p of .05 or less). Contradicted if it is below, as clearly.");
        assertThat(rule(NONE, "correlation").words())
                .isEqualTo(
                        "No difference is supported if a correlation of 0.15 or more, either way, is ruled out (two tests, one-sided p of .05 or less each). Contradicted if it is not 0 (two-sided p of .05 or less) and so much is not ruled out.");
        assertThat(
                        rule(
                                        new Expectation.Below(new BigDecimal("0.05"), In.NUMBER),
                                        "explained part")
                                .why(Verdict.SUPPORTED))
                .isEqualTo("an explained part of 0.05 or more is ruled out");
        assertThat(Rule.of(MOST, 0.01, "share", List.of("As a rate.")).orElseThrow().words())
                .isEqualTo(
                        "Supported if the share is above 50% (two-sided p of .01 or less). Contradicted if it is below, as clearly. The same must hold in the analysis that must agree: As a rate.");
    }

    @Test
    void wrongAlphaIsTheCallersFault() {
        assertThatThrownBy(() -> Rule.of(MOST, 1, "share", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alpha");
        assertThatThrownBy(() -> new Evidence(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoAnalysesThatMustAgreeNeedBothForEitherVerdict() {
        var one = new Evidence(0.01, 1);
        var other = new Evidence(1, 0.01);

        assertThat(one.both(new Evidence(0.02, 1))).isEqualTo(new Evidence(0.02, 1));
        assertThat(one.both(other)).isEqualTo(new Evidence(1, 1));
        assertThat(one.and(other)).isEqualTo(new Evidence(1, 0.01));
        assertThat(one.or(other)).isEqualTo(new Evidence(0.01, 1));
    }
}
