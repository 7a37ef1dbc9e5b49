package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.TestResult;
import org.junit.jupiter.api.Test;

/// The p values are those of R: `2 * pt(-2.1, 20)`, `pchisq(4.71, 2, lower.tail = FALSE)`,
/// `pf(3.15, 1, 87.65, lower.tail = FALSE)`, `2 * pnorm(-1.96)`.
class StatisticTextTest {

    private static String said(TestResult test) {
        return StatisticText.of(test).replace('\u00a0', ' ');
    }

    @Test
    void aStatisticIsPrintedWithThePThatFollowsFromIt() {
        assertThat(said(TestResult.of("welch_t", -2.1, 0.048617587257557, 20.0)))
                .isEqualTo("t(20) = −2.10, p = .049");
        assertThat(said(TestResult.of("likelihood_ratio", 4.71, 0.09489350653462311, 2.0)))
                .isEqualTo("χ²(2) = 4.71, p = .095");
        assertThat(said(TestResult.of("equal_slopes", 3.15, 0.07939874560665404, 1.0, 87.65)))
                .isEqualTo("F(1, 87.65) = 3.15, p = .079");
        assertThat(said(TestResult.of("wald", 1.96, 0.04999579029644086)))
                .isEqualTo("z = 1.96, p = .050");
    }

    @Test
    void aPThatDoesNotFollowStandsAlone() {
        assertThat(said(TestResult.of("exact_p", 473, 1e-26))).isEqualTo("p < .001");
        assertThat(said(TestResult.of("non_superiority", -1.96, 0.02499789514822043)))
                .isEqualTo("p = .025");
        assertThat(said(TestResult.exact("fisher_p", 1))).isEqualTo("p = 1.000");
        assertThat(said(TestResult.of("student_t", 1, 1, 0.0))).isEqualTo("p = 1.000");
    }
}
