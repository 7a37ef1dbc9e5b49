package eyebright.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.latent.MomentTable.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatentTest {

    private static final Grid NINE = Grid.whole(1, 9);

    private static PointTable table(double mean, double deviation) {
        return MomentTable.of(NINE).solve(Shape.NORMAL, new Moments(mean, deviation)).table();
    }

    @Test
    void theCovarianceOfTwoHalvesIsThatOfSheppard() {
        // Of two latent normal variables halved at their means: P(both) - 1/4 = asin(r) / 2π
        // (Sheppard 1899).
        Latent half = Latent.of(.5);
        for (double r : new double[] {-.7, -.2, .1, .5, .7}) {
            assertThat(half.covariance(half, r))
                    .isCloseTo(StrictMath.asin(r) / (2 * Math.PI), within(1e-6));
        }
    }

    @Test
    void aLatentCorrelationIsFoundAgainFromTheObservedOne() {
        Latent one = Latent.of(table(5.6, 1.8));
        Latent other = Latent.of(table(7.8, 1.0));
        for (double r : new double[] {-.6, -.1, .3, .8}) {
            assertThat(one.latent(other, one.observed(other, r))).isCloseTo(r, within(1e-9));
        }
        assertThat(one.observed(other, 0)).isZero();
        assertThat(one.observed(other, .5)).isBetween(.4, .5);
    }

    @Test
    void anAlphaIsFoundAgain() {
        Latent item = Latent.of(table(5.6, 1.8));
        Latent turned = Latent.of(table(4.4, 1.8));
        var items = new Latent.Items(List.of(item, item, turned), List.of(1, 1, -1));

        double r = items.latent(.75);

        assertThat(items.alpha(r)).isCloseTo(.75, within(1e-9));
        assertThat(items.alpha(0)).isCloseTo(0, within(1e-12));
        double traits = items.latent(items, r, r, .3);
        assertThat(items.observed(items, r, r, traits)).isCloseTo(.3, within(1e-9));
        // The scores are less reliable than the traits.
        assertThat(traits).isGreaterThan(.3);
    }

    @Test
    void momentsAreMetWhereverTheyArePossible() {
        // Deviations from nearly one point to nearly both ends; no normal curve reaches the last
        // two.
        for (double[] wished :
                new double[][] {{5, 1.8}, {7.8, 1}, {1.3, .6}, {5, .6}, {5, 2.9}, {4, 3.5}}) {
            var moments = new Moments(wished[0], wished[1]);
            MomentTable.Solved solved = MomentTable.of(NINE).solve(Shape.NORMAL, moments);
            assertThat(solved.meets(moments)).as(moments.toString()).isTrue();
            assertThat(solved.table().mean()).isCloseTo(wished[0], within(1e-6));
            assertThat(solved.table().deviation()).isCloseTo(wished[1], within(1e-6));
        }
        var impossible = new Moments(8.9, 3);
        assertThat(MomentTable.of(NINE).solve(Shape.NORMAL, impossible).meets(impossible))
                .isFalse();
    }

    @Test
    void yearsMayBeFewAndVaried() {
        Grid years = Grid.whole(0, 70);
        for (double[] wished : new double[][] {{3, 2}, {6, 2}, {16, 11}, {8, 8}}) {
            var moments = new Moments(wished[0], wished[1]);
            assertThat(MomentTable.of(years).solve(Shape.SKEWED, moments).meets(moments)).isTrue();
        }
    }

    @Test
    void momentsHoldOverAllLimits() {
        Grid ages = Grid.whole(18, 100);
        var moments = new Moments(39, 10);
        var limits =
                Map.of(
                        MomentTable.pair(ages.atLeast(22), ages.size() - 1), 3,
                        MomentTable.pair(0, ages.atMost(50)), 2);

        MomentTable.Solved solved = MomentTable.of(ages, limits).solve(Shape.NORMAL, moments);

        assertThat(solved.meets(moments)).isTrue();
        assertThat(solved.table().at(.999, 0, ages.atMost(50))).isLessThanOrEqualTo(50);
        assertThat(solved.table().at(.001, ages.atLeast(22), 82)).isGreaterThanOrEqualTo(22);
    }

    @Test
    void countsHaveTheVarianceOfTheirDispersion() {
        PointTable table = MomentTable.of(Grid.whole(0, 400)).count(4, .5).table();

        assertThat(table.mean()).isCloseTo(4, within(1e-6));
        assertThat(table.deviation()).isCloseTo(Math.sqrt(4 + .5 * 16), within(1e-6));
    }

    @Test
    void aWideRangeIsHeldInFewCells() {
        Grid wide = Grid.whole(1, 50_000);

        assertThat(wide.size()).isLessThan(1_100);
        assertThat(wide.value(wide.size() - 1, .999999)).isEqualTo(50_000);
        assertThat(wide.value(0, .5)).isEqualTo(1);
    }
}
