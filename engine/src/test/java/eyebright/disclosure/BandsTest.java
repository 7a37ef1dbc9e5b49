package eyebright.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandsTest {

    private static Bands bands(String from, String to, int decimals, int... starts) {
        return Bands.of(
                new Kind.Numeric(new BigDecimal(from), new BigDecimal(to), decimals, "years"),
                Arrays.stream(starts).mapToObj(BigDecimal::valueOf).toList());
    }

    @Test
    void anAnswerBecomesTheMiddleOfItsBand() {
        Bands bands = bands("18", "100", 0, 30, 40);

        assertThat(List.of(18.0, 29.0, 30.0, 39.0, 40.0, 100.0))
                .extracting(bands::middle)
                .containsExactly(23.0, 23.0, 34.0, 34.0, 70.0, 70.0);
        assertThat(bands.words()).isEqualTo("18 to 29 as 23, 30 to 39 as 34, 40 to 100 as 70");
    }

    @Test
    void aBandOfOneNumberIsThatNumber() {
        assertThat(bands("0", "3", 0, 1, 2).words()).isEqualTo("0, 1, 2 to 3 as 2");
    }

    @Test
    void aMiddleLiesInItsBandWhereTheQuestionTakesDecimals() {
        Bands bands = bands("0.5", "2.5", 2, 1, 2);

        assertThat(bands.middle(0.99)).isEqualTo(0.5);
        assertThat(bands.middle(1.99)).isEqualTo(1);
        assertThat(bands.middle(2.5)).isEqualTo(2);
        assertThat(bands.words())
                .isEqualTo("0.5 to under 1 as 0.5, 1 to under 2 as 1, 2 to 2.5 as 2");
    }

    @Test
    void bandsReachBelowZero() {
        Bands bands = bands("-10", "10", 0, -5, 0);

        assertThat(bands.middle(-6)).isEqualTo(-8);
        assertThat(bands.middle(-1)).isEqualTo(-3);
        assertThat(bands.middle(10)).isEqualTo(5);
    }
}
