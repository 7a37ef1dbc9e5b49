package eyebright.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTestTest {

    /// Complete response before and after consolidation (Cavo and others 2012), 6 and 16 changed; the
    /// values are those that the tests of the R package contingencytables expect.
    @Test
    void agreesWithPublishedValues() {
        var test = McNemarTest.of(6, 16);

        assertThat(test.exact().p()).isCloseTo(0.052479, within(5e-7));
        assertThat(test.midP().p()).isCloseTo(0.034690, within(5e-7));
        assertThat(test.chiSquared().orElseThrow().p()).isCloseTo(0.033006, within(5e-7));
        assertThat(test.exact().statistic()).hasValue(6);
    }

    @ParameterizedTest
    @CsvSource({"6,16", "0,5", "9,9", "120,61"})
    void exactAndMidPAgreeWithR(int onlyFirst, int onlySecond) {
        var test = McNemarTest.of(onlyFirst, onlySecond);

        ExpectedValues.in("more/tables.csv", "McNemar mid-p %d %d".formatted(onlyFirst, onlySecond))
                .areMetBy(Map.of("midp", test.midP().p(), "exact_p", test.exact().p()));
    }

    @Test
    void exactTestIsTheBinomialTestOfOneHalf() {
        for (int b = 0; b < 40; b++) {
            for (int c = b == 0 ? 1 : 0; c < 40; c++) {
                assertThat(McNemarTest.of(b, c).exact().p())
                        .isCloseTo(Proportion.exactTest(b, b + c, 0.5).p(), within(1e-13));
            }
        }
    }

    @Test
    void exchangingTheSharesChangesNoP() {
        for (int b = 0; b < 30; b++) {
            for (int c = 0; c < 30; c++) {
                var one = McNemarTest.of(b, c);
                var other = McNemarTest.of(c, b);
                assertThat(one.exact().p()).isEqualTo(other.exact().p());
                assertThat(one.midP().p()).isEqualTo(other.midP().p());
                assertThat(one.midP().p()).isLessThanOrEqualTo(one.exact().p());
            }
        }
    }

    @Test
    void asManyEachWayIsAPOfOne() {
        var test = McNemarTest.of(9, 9);

        assertThat(test.exact().p()).isEqualTo(1);
        assertThat(test.midP().p()).isCloseTo(1, within(1e-14));
        assertThat(test.chiSquared().orElseThrow().p()).isEqualTo(1);
    }

    @Test
    void nobodyWhoChangedLeavesNoChiSquared() {
        var test = McNemarTest.of(0, 0);

        assertThat(test.exact().p()).isEqualTo(1);
        assertThat(test.midP().p()).isEqualTo(1);
        assertThat(test.chiSquared()).isEmpty();
    }

    @Test
    void negativeCountIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemarTest.of(-3, 0))
                .withMessage("onlyFirst must be 0 or more, not -3");
    }
}
