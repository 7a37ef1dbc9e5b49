package eyebright.stats.model;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.distribution.NoncentralChiSquared;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import org.junit.jupiter.api.Test;

/// What R says is held in `BlocksTest`.
class LikelihoodRatioTest {

    @Test
    void upperLimitAtNinetyIsWhereTheOneSidedTestTurns() {
        var ratio =
                LikelihoodRatio.of(
                        new LogLikelihood(-412, 2, 600), new LogLikelihood(-405, 5, 600), 0.9);
        double bound = interval(ratio.share()).high();
        double ncp = -600 * Math.log1p(-bound);

        assertThat(ratio.test().statistic()).hasValue(14);
        assertThat(ratio.test().df()).containsExactly(3.0);
        assertThat(NoncentralChiSquared.limits(14, 3, 0.9).high()).isCloseTo(ncp, within(1e-9));
        assertThat(known(ratio.share()).value()).isEqualTo(-Math.expm1(-14.0 / 600));
    }

    @Test
    void largerModelThatIsWorseByRoundingExplainsNothing() {
        var ratio =
                LikelihoodRatio.of(
                        new LogLikelihood(-405, 2, 600),
                        new LogLikelihood(-405 - 1e-10, 3, 600),
                        0.95);

        assertThat(ratio.test().p()).isEqualTo(1);
        assertThat(known(ratio.share()).value()).isZero();
        assertThat(interval(ratio.share()).low()).isZero();
        assertThat(interval(ratio.share()).high()).isZero();
    }

    @Test
    void hugeRatioLeavesAShareOfOne() {
        var ratio =
                LikelihoodRatio.of(
                        new LogLikelihood(-1e6, 1, 100), new LogLikelihood(-1, 2, 100), 0.95);

        assertThat(known(ratio.share()).value()).isEqualTo(1);
        assertThat(interval(ratio.share()).high()).isEqualTo(1);
        assertThat(ratio.test().p()).isZero();
    }

    @Test
    void modelsThatCannotBeNestedAreRefused() {
        var one = new LogLikelihood(-405, 2, 600);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(one, one, 0.95))
                .withMessageStartingWith(
                        "larger must have more coefficients of as many respondents, not"
                                + " LogLikelihood[value=-405.0, coefficients=2, n=600] beside");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(one, new LogLikelihood(-400, 3, 599), 0.95))
                .withMessageContaining("n=599");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogLikelihood(Double.POSITIVE_INFINITY, 1, 3))
                .withMessage("value must be finite, not Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogLikelihood(0, -1, 3))
                .withMessage("coefficients must be 0 or more of 1 respondent or more, not -1 of 3");
    }
}
