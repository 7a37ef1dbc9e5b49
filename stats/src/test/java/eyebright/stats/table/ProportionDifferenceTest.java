package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProportionDifferenceTest {

    @Test
    void agreesWithR() {
        // Rows: female, male; columns: no, yes.
        var table = CsvTable.read("data/cowles.csv").cross("sex", "volunteer");
        var difference =
                ProportionDifference.newcombe(
                        table.count(0, 1),
                        table.rowTotal(0),
                        table.count(1, 1),
                        table.rowTotal(1),
                        0.95);

        ExpectedValues.of("cowles volunteer by sex")
                .areMetBy(
                        Map.of(
                                "difference", known(difference).value(),
                                "low", interval(difference).low(),
                                "high", interval(difference).high()));
        assertThat(known(difference).n()).isEqualTo(1421);
    }

    @Test
    void exchangingTheGroupsTurnsTheInterval() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 200; i++) {
            int n1 = random.nextInt(1, 500);
            int n2 = random.nextInt(1, 500);
            int x1 = random.nextInt(0, n1 + 1);
            int x2 = random.nextInt(0, n2 + 1);
            var one = ProportionDifference.newcombe(x1, n1, x2, n2, 0.95);
            var other = ProportionDifference.newcombe(x2, n2, x1, n1, 0.95);
            assertThat(known(one).value()).isEqualTo(-known(other).value());
            assertThat(interval(one).low()).isCloseTo(-interval(other).high(), within(1e-15));
            assertThat(interval(one).contains(known(one).value())).isTrue();
            assertThat(interval(one).low()).isGreaterThanOrEqualTo(-1);
            assertThat(interval(one).high()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void noneAgainstNoneHasAWidth() {
        var limits = interval(ProportionDifference.newcombe(0, 20, 0, 20, 0.95));
        assertThat(limits.low()).isNegative();
        assertThat(limits.high()).isPositive();
    }

    @Test
    void groupOfNobodyIsNamed() {
        assertThat(ProportionDifference.newcombe(0, 0, 1, 2, 0.95))
                .isEqualTo(new NotEstimable("nobody of the first group answered"));
        assertThat(ProportionDifference.newcombe(1, 2, 0, 0, 0.95))
                .isEqualTo(new NotEstimable("nobody of the second group answered"));
    }

    @Test
    void countsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionDifference.newcombe(1, 2, 4, 3, 0.95))
                .withMessage("x2 must be 0 to n2 = 3, not 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionDifference.newcombe(0, -2, 4, 3, 0.95))
                .withMessage("n1 must be 0 or more, not -2");
    }
}
