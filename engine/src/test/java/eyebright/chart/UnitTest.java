package eyebright.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnitTest {

    @Test
    void writesSharesWithASpaceThatDoesNotBreak() {
        assertThat(Unit.percent().write(71.4)).isEqualTo("71\u00a0%");
        assertThat(Unit.percent().write(70.5)).isEqualTo("71\u00a0%");
        assertThat(Unit.percent().write(0)).isEqualTo("0\u00a0%");
        assertThat(Unit.percent().write(100)).isEqualTo("100\u00a0%");
    }

    @Test
    void neverRoundsAShareToNothingOrEverything() {
        assertThat(Unit.percent().write(0.2)).isEqualTo("<1\u00a0%");
        assertThat(Unit.percent().write(99.9)).isEqualTo(">99\u00a0%");
        var tenths = new Unit("%", 1, Unit.Sign.MINUS_ONLY);
        assertThat(tenths.write(0.04)).isEqualTo("<0.1\u00a0%");
        assertThat(tenths.write(99.96)).isEqualTo(">99.9\u00a0%");
    }

    @Test
    void writesDifferencesWithTheirSign() {
        assertThat(Unit.points().write(-4)).isEqualTo("\u22124\u00a0points");
        assertThat(Unit.points().write(11)).isEqualTo("+11\u00a0points");
        assertThat(Unit.points().write(-0.3)).isEqualTo("0\u00a0points");
        assertThat(Unit.points().write(-0.0)).isEqualTo("0\u00a0points");
    }

    @Test
    void writesASentenceOfAFigure() {
        Unit unit = new Unit("years", 1, Unit.Sign.MINUS_ONLY);
        assertThat(unit.sentence(Figure.of(41.25, 40, 42.5), "interval"))
                .isEqualTo("41.3\u00a0years, interval 40.0\u00a0years to 42.5\u00a0years");
        assertThat(unit.sentence(Figure.of(3), "band")).isEqualTo("3.0\u00a0years");
        assertThat(unit.sentence(Figure.absent("nobody answered"), "band"))
                .isEqualTo("nobody answered");
    }

    @Test
    void refusesDecimalsNobodyCanRead() {
        assertThatThrownBy(() -> new Unit("", 10, Unit.Sign.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decimals must be 0 to 9, not 10");
    }
}
