package eyebright.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PlotTest {

    private static final Unit PLAIN = new Unit("", 1, Unit.Sign.MINUS_ONLY);

    @Test
    void putsSharesWhereTheirShareOfTheScaleIs() {
        Plot plot = Plot.of(Axis.shares(), Extent.NOTHING.with(30), 60, 280);

        assertThat(plot.x(0)).isEqualTo(plot.left());
        assertThat(plot.x(100)).isEqualTo(plot.right());
        assertThat(plot.x(30))
                .isCloseTo(plot.left() + 0.3 * (plot.right() - plot.left()), within(1e-9));
        assertThat(labels(plot)).containsExactly("0\u00a0%", "25", "50", "75", "100\u00a0%");
    }

    @Test
    void drawsMarksBetweenTheTicksThatTheyLieBetween() {
        Parsed parsed = Parsed.of(Sample.SHARE_BESIDE_PUBLISHED.draw(new Style("p", Origin.REAL)));
        double at50 = tick(parsed, "50");
        double at75 = tick(parsed, "75");
        double perPoint = (at75 - at50) / 25;

        Element dot = parsed.elements("circle").getFirst();
        assertThat(Parsed.number(dot, "cx")).isCloseTo(at50 + 21 * perPoint, within(0.02));
        Element band = parsed.elements("rect").getFirst();
        assertThat(Parsed.number(band, "x")).isCloseTo(at50 + 17.1 * perPoint, within(0.02));
        assertThat(Parsed.number(band, "width")).isCloseTo(9.5 * perPoint, within(0.02));
        Parsed.Box diamond = Parsed.box(parsed.elements("polygon").getFirst());
        assertThat((diamond.left() + diamond.right()) / 2)
                .isCloseTo(at50 + 22 * perPoint, within(0.02));
    }

    @Test
    void drawsBarsFromZeroInProportion() {
        Parsed parsed = Parsed.of(Sample.BARS_WITH_SHORT_NAMES.draw(new Style("p", Origin.REAL)));
        double at20 = tick(parsed, "20");
        double at40 = tick(parsed, "40");
        List<Element> bars = parsed.elements("rect");

        assertThat(bars).hasSize(4);
        assertThat(Parsed.number(bars.getFirst(), "x"))
                .isCloseTo(at20 - (at40 - at20), within(0.02));
        assertThat(Parsed.number(bars.getFirst(), "width"))
                .isCloseTo(73 * (at40 - at20) / 20, within(0.02));
    }

    @Test
    void coversWhatIsShownBetweenRoundNumbers() {
        Plot plot =
                Plot.of(
                        Axis.covering(Unit.points()),
                        Extent.NOTHING.with(Figure.of(3.5, -4, 11)),
                        0,
                        290);

        assertThat(labels(plot)).containsExactly("\u22125", "0", "+5", "+10", "+15");
        assertThat(plot.low()).isEqualTo(-5);
        assertThat(plot.high()).isEqualTo(15);
    }

    @Test
    void keepsTheEndsOfARating() {
        Axis axis = Axis.between(1, 9, PLAIN);
        Plot plot = Plot.of(axis, Extent.NOTHING.with(5), 0, 290);

        assertThat(plot.low()).isEqualTo(1);
        assertThat(plot.high()).isEqualTo(9);
        assertThat(plot.x(5)).isCloseTo((plot.left() + plot.right()) / 2, within(1e-9));
        assertThat(labels(plot)).containsExactly("2", "4", "6", "8");
    }

    @Test
    void showsOneNumberOrNoneOnAnAxis() {
        assertThat(Plot.of(Axis.covering(PLAIN), Extent.NOTHING, 0, 290).ticks()).isNotEmpty();
        assertThat(Plot.of(Axis.fromZero(PLAIN), Extent.NOTHING.with(0), 0, 290).low()).isZero();
        Plot one = Plot.of(Axis.covering(PLAIN), Extent.NOTHING.with(7), 0, 290);
        assertThat(one.low()).isLessThan(7);
        assertThat(one.high()).isGreaterThan(7);
    }

    @Test
    void toleratesARoundingErrorAtTheEndOfTheScale() {
        Extent shown = Extent.NOTHING.with(Figure.of(100, 99, 100 + 1e-12));
        Plot plot = Plot.of(Axis.shares(), shown, 0, 290);

        assertThat(plot.x(100 + 1e-12)).isEqualTo(plot.right());
    }

    @Test
    void refusesWhatLiesOutsideFixedEnds() {
        assertThatThrownBy(() -> Plot.of(Axis.shares(), Extent.NOTHING.with(101), 0, 290))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values must be 0.0 to 100.0, not 101.0 to 101.0");
        assertThatThrownBy(() -> Plot.of(Axis.fromZero(PLAIN), Extent.NOTHING.with(-1), 0, 290))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values must be at least 0.0, not -1.0 to -1.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsOrderRoomAndAFewTicksForNumbersOfAnySize(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            double size = Math.pow(10, random.nextInt(-12, 12));
            double low = random.nextDouble(-1, 1) * size;
            double high = low + random.nextDouble() * size;
            Extent shown = Extent.NOTHING.with(low).with(high);
            Plot plot = Plot.of(Axis.covering(PLAIN), shown, 100, 270);

            assertThat(plot.x(low)).isBetween(plot.left(), plot.x(high));
            assertThat(plot.x(high)).isBetween(plot.left(), plot.right());
            assertThat(plot.left()).isLessThan(plot.right());
            assertThat(plot.ticks()).hasSizeBetween(1, 8);
        }
    }

    private static List<String> labels(Plot plot) {
        return plot.ticks().stream().map(Plot.Tick::label).toList();
    }

    private static double tick(Parsed parsed, String label) {
        Element tick =
                parsed.elements("text").stream()
                        .filter(text -> text.getTextContent().equals(label))
                        .findFirst()
                        .orElseThrow();
        return Parsed.number(tick, "x");
    }
}
