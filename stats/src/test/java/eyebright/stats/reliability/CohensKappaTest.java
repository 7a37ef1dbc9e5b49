package eyebright.stats.reliability;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.reliability.CohensKappa.Weights;
import eyebright.stats.table.ContingencyTable;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CohensKappaTest {

    private static final ContingencyTable RATERS =
            CsvTable.read("data/bfi.csv").complete("A2", "A3").cross("A2", "A3");

    @Test
    void twoItemsAsRatersAgreeWithR() {
        ExpectedValues.of("bfi A2 vs A3 as two raters")
                .areMetBy(
                        Map.of(
                                "kappa",
                                known(CohensKappa.of(RATERS, Weights.NONE, 0.95)).value(),
                                "weighted_kappa_quadratic",
                                known(CohensKappa.of(RATERS, Weights.QUADRATIC, 0.95)).value()));
    }

    @ParameterizedTest
    @EnumSource
    void intervalsAgreeWithTheDeltaMethod(Weights weights) {
        var kappa = CohensKappa.of(RATERS, weights, 0.95);

        ExpectedValues.in(
                        "more/reliability.csv",
                        "bfi A2 vs A3, weights " + weights.name().toLowerCase(Locale.ROOT))
                .areMetBy(
                        Map.of(
                                "kappa",
                                known(kappa).value(),
                                "low",
                                interval(kappa).low(),
                                "high",
                                interval(kappa).high()));
    }

    @Test
    void exchangingTheRatersChangesNothing() {
        var one =
                ContingencyTable.of(new int[] {10, 3, 1}, new int[] {2, 8, 4}, new int[] {0, 1, 9});
        var other =
                ContingencyTable.of(new int[] {10, 2, 0}, new int[] {3, 8, 1}, new int[] {1, 4, 9});
        for (Weights weights : Weights.values()) {
            assertThat(interval(CohensKappa.of(one, weights, 0.9)).low())
                    .isCloseTo(interval(CohensKappa.of(other, weights, 0.9)).low(), within(1e-14));
        }
    }

    @Test
    void twoCategoriesHaveOneKappaWhateverTheWeights() {
        var table = ContingencyTable.of(new int[] {20, 5}, new int[] {10, 15});

        // (0.7 - 0.5) / (1 - 0.5), the example of many textbooks.
        for (Weights weights : Weights.values()) {
            assertThat(known(CohensKappa.of(table, weights, 0.95)).value())
                    .isCloseTo(0.4, within(1e-14));
        }
    }

    @Test
    void agreementByChanceIsZeroAndFullAgreementIsOne() {
        var chance = ContingencyTable.of(new int[] {6, 4}, new int[] {12, 8});
        var full = ContingencyTable.of(new int[] {6, 0}, new int[] {0, 8});

        assertThat(known(CohensKappa.of(chance, Weights.NONE, 0.95)).value())
                .isCloseTo(0, within(1e-15));
        assertThat(interval(CohensKappa.of(full, Weights.NONE, 0.95)))
                .isEqualTo(new Interval(1, 1, 0.95));
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        assertThat(CohensKappa.of(ContingencyTable.of(new int[2], new int[2]), Weights.NONE, 0.95))
                .isEqualTo(new NotEstimable("nobody was rated by both"));
        assertThat(
                        CohensKappa.of(
                                ContingencyTable.of(new int[] {7, 0}, new int[2]),
                                Weights.LINEAR,
                                0.95))
                .isEqualTo(new NotEstimable("both raters used only one category"));
        assertThat(CohensKappa.of(ContingencyTable.of(new int[] {7}), Weights.LINEAR, 0.95))
                .isEqualTo(new NotEstimable("both raters used only one category"));
    }

    @Test
    void tableThatIsNotSquareIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CohensKappa.of(
                                        ContingencyTable.of(new int[3], new int[3]),
                                        Weights.NONE,
                                        0.95))
                .withMessage("table must be square, not 2 x 3");
    }
}
