package eyebright.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.resampling.KeyedStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FisherFreemanHaltonTest {

    @Test
    void smallTableIsCountedByHand() {
        var table = ContingencyTable.of(new int[] {2, 0, 0}, new int[] {0, 2, 0});

        // Margins 2, 2 by 2, 2: P(2) = 1/6, P(1) = 4/6, P(0) = 1/6.
        assertThat(of(table).test().p()).isCloseTo(2.0 / 6, within(1e-14));
    }

    @Test
    void twoByTwoTablesGiveThePOfFishersTest() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            var table = random(random, 2, 2, 30);
            assertThat(of(table).test().p())
                    .isCloseTo(FisherTest.of(table).test().p(), within(1e-12));
        }
    }

    @Test
    void everyTableOfSmallMarginsIsSummed() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 60; i++) {
            var table = random(random, 3, 3, 5);
            assertThat(of(table).test().p()).isCloseTo(byBruteForce(table), within(1e-11));
        }
    }

    @Test
    void orderOfRowsAndColumnsAndTurningTheTableDoNotMatter() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 40; i++) {
            var table = random(random, 3, 4, 6);
            double p = of(table).test().p();
            var reversed = new ContingencyTable(table.counts().reversed());
            var turned =
                    new ContingencyTable(
                            java.util.stream.IntStream.range(0, 4)
                                    .mapToObj(
                                            c ->
                                                    table.counts().stream()
                                                            .map(r -> r.get(c))
                                                            .toList())
                                    .toList());
            assertThat(of(reversed).test().p()).isCloseTo(p, withinPercentage(1e-9));
            assertThat(of(turned).test().p()).isCloseTo(p, withinPercentage(1e-9));
        }
    }

    @Test
    void emptyRowsAndColumnsDoNotMatter() {
        var table =
                ContingencyTable.of(new int[] {5, 1, 0}, new int[] {0, 0, 0}, new int[] {2, 6, 0});
        var filled = ContingencyTable.of(new int[] {5, 1}, new int[] {2, 6});

        assertThat(of(table).test().p()).isEqualTo(of(filled).test().p());
        assertThat(of(ContingencyTable.of(new int[] {0, 0, 0})).test().p()).isEqualTo(1);
        assertThat(of(ContingencyTable.of(new int[] {4, 3, 9})).test().p()).isEqualTo(1);
    }

    @Test
    void drawnPLiesWithinItsErrorOfTheExactOne() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 20; i++) {
            var table = random(random, 3, 4, 5);
            double exact = of(table).test().p();
            var test = FisherFreemanHalton.drawn(table, 4000, KeyedStream.of("tests", "drawn", i));
            var drawn = test.drawn().orElseThrow();
            assertThat(test.test().p()).isCloseTo(exact, within(4 * drawn.error() + 3e-4));
            assertThat(drawn.p99().low()).isLessThanOrEqualTo(test.test().p());
        }
    }

    @Test
    void tableTooLargeForTheExactTestIsDrawnAndAlwaysTheSame() {
        var table =
                ContingencyTable.of(
                        new int[] {100, 80, 60, 40, 30},
                        new int[] {60, 80, 90, 50, 20},
                        new int[] {30, 40, 30, 24, 20},
                        new int[] {30, 40, 30, 24, 12});
        var test = FisherFreemanHalton.of(table, stream(), 100_000);

        assertThat(test).isEqualTo(FisherFreemanHalton.of(table, stream(), 100_000));
        var drawn = test.drawn().orElseThrow();
        assertThat(drawn.tables()).isEqualTo(20_000);
        assertThat(drawn.error()).isBetween(1e-5, 0.0036);
        assertThat(drawn.p99().contains(test.test().p())).isTrue();
        assertThat(test.test().p()).isCloseTo(ChiSquaredTest.of(table).p(), within(0.01));
    }

    @Test
    void manyRespondentsAreDrawnNotRefused() {
        var table =
                ContingencyTable.of(
                        new int[] {500_000_000, 500_000_000, 10_000},
                        new int[] {400_000, 401_000, 9});

        var test = FisherFreemanHalton.drawn(table, 200, stream());

        assertThat(test.test().p()).isCloseTo(ChiSquaredTest.of(table).p(), within(0.1));
    }

    /// The mean of a cell and the spread around it are those of the hypergeometric distribution.
    @Test
    void drawnCellsHaveMeanAndVarianceOfTheHypergeometric() {
        var chance = stream();
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double x = RandomTable.hypergeometric(30, 70, 40, chance);
            sum += x;
            squares += (x - 12) * (x - 12);
        }
        double variance = 40 * .3 * .7 * 60 / 99;

        assertThat(sum / draws).isCloseTo(12, within(4 * Math.sqrt(variance / draws)));
        assertThat(squares / draws)
                .isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / draws)));
    }

    @Test
    void numberOfTablesOutOfRangeIsNamed() {
        var table = ContingencyTable.of(new int[] {1, 2}, new int[] {2, 1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FisherFreemanHalton.drawn(table, 0, stream()))
                .withMessage("tables must be 1 or more, not 0");
    }

    private static KeyedStream stream() {
        return KeyedStream.of("tests", "Fisher", 0);
    }

    private static FisherFreemanHalton of(ContingencyTable table) {
        var test = FisherFreemanHalton.of(table, stream());
        assertThat(test.drawn()).isEmpty();
        return test;
    }

    private static ContingencyTable random(
            SplittableRandom random, int rows, int columns, int most) {
        int[][] counts = new int[rows][];
        for (int row = 0; row < rows; row++) {
            counts[row] = random.ints(columns, 0, most + 1).toArray();
        }
        counts[0][0]++;
        return ContingencyTable.of(counts);
    }

    /// All 3 x 3 tables, one after the other, each with the product of binomials by definition.
    private static double byBruteForce(ContingencyTable table) {
        int[] r = {table.rowTotal(0), table.rowTotal(1), table.rowTotal(2)};
        int[] c = {table.columnTotal(0), table.columnTotal(1), table.columnTotal(2)};
        double seen =
                weight(
                        table.counts().stream()
                                .flatMap(java.util.List::stream)
                                .mapToInt(x -> x)
                                .toArray());
        double all = 0;
        double within = 0;
        for (int a = 0; a <= r[0]; a++) {
            for (int b = 0; b <= r[0] - a; b++) {
                for (int d = 0; d <= r[1]; d++) {
                    for (int e = 0; e <= r[1] - d; e++) {
                        int f = r[1] - d - e;
                        int g = c[0] - a - d;
                        int h = c[1] - b - e;
                        int i = r[2] - g - h;
                        if (g < 0 || h < 0 || i < 0 || r[0] - a - b + f + i != c[2]) {
                            continue;
                        }
                        double weight = weight(a, b, r[0] - a - b, d, e, f, g, h, i);
                        all += weight;
                        within += weight <= seen * (1 + 1e-7) ? weight : 0;
                    }
                }
            }
        }
        return within / all;
    }

    private static double weight(int... counts) {
        double product = 1;
        for (int count : counts) {
            for (int k = 2; k <= count; k++) {
                product /= k;
            }
        }
        return product;
    }
}
