package eyebright.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void digitsAreThoseInWhichTwoNumbersAgree() {
        assertThat(Digits.of(1.001, 1)).isCloseTo(3, within(1e-9));
        assertThat(Digits.of(-1.0001e-5, -1e-5)).isCloseTo(4, within(1e-9));
        assertThat(Digits.of(1e-7, 0)).isCloseTo(7, within(1e-9));
    }

    @Test
    void digitsAreCutToWhatADoubleHolds() {
        assertThat(Digits.of(3, 3)).isEqualTo(16);
        assertThat(Digits.of(1e-30, 0)).isEqualTo(16);
        assertThat(Digits.of(50, 3)).isZero();
        assertThat(Digits.of(Double.NaN, 3)).isZero();
        assertThat(Digits.of(Double.POSITIVE_INFINITY, 3)).isZero();
    }

    @Test
    void quantityMetTwiceKeepsTheFewerDigits() {
        var one = new Digits.Row("mean", "bfi", "t", 1, 13);
        var other = new Digits.Row("mean", "bfi", "t", 1, 2);

        assertThat(Digits.fewer(one, other)).isEqualTo(other);
        assertThat(Digits.fewer(other, one)).isEqualTo(other);
    }

    @Test
    void reportHasOneLineForEachQuantity() {
        var row = new Digits.Row("mean", "bfi A1, A2 paired", "t", -2.5, 13.26);

        assertThat(DigitsReport.lines(List.of(row)))
                .containsExactly(
                        "part,analysis,quantity,expected,digits",
                        "mean,\"bfi A1, A2 paired\",\"t\",-2.5,13.3");
    }
}
