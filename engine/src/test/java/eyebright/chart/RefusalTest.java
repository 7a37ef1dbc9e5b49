package eyebright.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What cannot be drawn is refused by name and value.
class RefusalTest {

    private static final Figure HALF = Figure.of(50);

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(() -> Figure.of(Double.NaN), "value must be finite, not NaN"),
                refusal(
                        () -> Figure.of(1, Double.NEGATIVE_INFINITY, 2),
                        "low must be finite, not -Infinity"),
                refusal(
                        () -> Figure.of(1, 0, Double.POSITIVE_INFINITY),
                        "high must be finite, not Infinity"),
                refusal(() -> Figure.of(1e13), "value must lie within 1.0E12 of zero, not 1.0E13"),
                refusal(() -> Figure.of(1, 3, 2), "low must be at most high, not 3.0 to 2.0"),
                refusal(
                        () -> Axis.between(0, Double.NaN, Unit.percent()),
                        "low and high must be finite and within 1.0E12 of zero, not 0.0 and NaN"),
                refusal(
                        () -> Axis.between(2, 2, Unit.percent()),
                        "low must be below high, not 2.0 and 2.0"),
                refusal(
                        () -> Backdrop.tooSmall(Double.NaN, 1),
                        "low and high must be finite and within 1.0E12 of zero, not NaN and 1.0"),
                refusal(() -> Backdrop.tooSmall(1, -1), "low must be below high, not 1.0 and -1.0"),
                refusal(
                        () -> new Style("1 <", Origin.REAL),
                        "id must be 1 to 100 letters, digits, _ or -, beginning with a letter,"
                                + " not \"1 <\""),
                refusal(
                        () -> new DotPlot("t", Axis.shares(), Backdrop.plain(), List.of()),
                        "rows of a dot plot must be 1 or more, not 0"),
                refusal(
                        () -> new Bars.Option(" ", HALF, HALF),
                        "label of an option must not be blank"),
                refusal(() -> new Bars("t", List.of()), "options must be 1 or more, not 0"),
                refusal(
                        () ->
                                new Bars("t", List.of(new Bars.Option("a", Figure.of(101), HALF)))
                                        .draw(new Style("p", Origin.REAL)),
                        "shares must be at most 100, not 101.0"),
                refusal(
                        () -> new GroupDots.Group("women", -1, HALF),
                        "n of group \"women\" must be 0 or more, not -1"),
                refusal(
                        () -> new SideBySide("t", Axis.shares(), "a", "", List.of()),
                        "names of the settings must not be blank: \"a\", \"\""),
                refusal(
                        () -> new DivergingBars.Item("a", 9, List.of(50.0, Double.NaN)),
                        "shares[1] of item \"a\" must be 0 to 100, not NaN"),
                refusal(
                        () -> new DivergingBars.Item("a", 9, List.of(50.0, 49.0)),
                        "shares of item \"a\" must add up to 100, not 99.0"),
                refusal(
                        () ->
                                new DivergingBars(
                                        "t",
                                        List.of("a", "b", "c"),
                                        "low",
                                        "high",
                                        List.of(
                                                new DivergingBars.Item(
                                                        "a", 9, List.of(50.0, 50.0)))),
                        "shares of item \"a\" must be 3 like the levels, not 2"),
                refusal(
                        () -> new Table("t", List.of("a"), List.of(List.of("1", "2"))),
                        "rows of a table must have 1 cells like its columns, not 2"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void namesArgumentAndValue(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void leavesAnEmptyColumnOutOfATable() {
        Table table = new Table("t", List.of("a", "b", "c"), List.of(List.of("1", "", "3")));

        assertThat(table.withoutEmptyColumns())
                .isEqualTo(new Table("t", List.of("a", "c"), List.of(List.of("1", "3"))));
    }

    private static Arguments refusal(ThrowingCallable call, String message) {
        return Arguments.of(call, message);
    }
}
