package eyebright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/// Whatever a study calls its things, every kind of picture prints all of it and stays one picture.
class HostileTextTest {

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</text></svg><img src=x onerror=alert(1)>",
                "\"/><set attributeName=\"x\" to='1'/>",
                "]]> <!-- --> <?php ?> &lt; &amp &#0; %s %1$s $1 \\1",
                "control \u0000\u0001\u0008\u001b\u007f\u0085 characters",
                "half a pair \ud83d and the other \ude2d",
                "no character \ufffe \uffff",
                "a\ttab, a\nline, a\r\nreturn",
                "right to left \u202e evil \u202c \u200f \u2067 \u05d0\u05d1\u05d2 \u061c",
                "\u05d1\u05db\u05d9 \u05d1\u05d8\u05d9\u05e4\u05d5\u05dc",
                "tears \ud83d\ude22\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 e\u0301\u0323",
                "\u6cbb\u7642\u4e2d\u306b\u6ce3\u3044\u305f\u3053\u3068\u304c\u3042\u308a\u307e\u3059"
                        + "\u304b",
                "e" + "\u0301".repeat(500),
                "W".repeat(10_000),
                "word ".repeat(2_000),
                "<&>".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isPrintedWholeByDotPlots(String text) {
        isPrintedWhole(
                text,
                new DotPlot(
                                text,
                                Axis.covering(new Unit(text, 1, Unit.Sign.ALWAYS)),
                                Backdrop.tooSmall(-1, 1),
                                List.of(
                                        new DotPlot.Row(text, Figure.of(1, 0, 2), Figure.of(3)),
                                        new DotPlot.Row(text, Figure.absent(text), Figure.none())))
                        ::draw);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isPrintedWholeByBars(String text) {
        isPrintedWhole(
                text,
                new Bars(
                                text,
                                List.of(
                                        new Bars.Option(text, Figure.of(10, 5, 20), Figure.of(12)),
                                        new Bars.Option("b", Figure.absent(text), Figure.none())))
                        ::draw);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isPrintedWholeByDivergingBars(String text) {
        isPrintedWhole(
                text,
                new DivergingBars(
                                text,
                                List.of(text, text, text),
                                text,
                                text,
                                List.of(new DivergingBars.Item(text, 12, List.of(20., 30., 50.))))
                        ::draw);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isPrintedWholeBySettingsSideBySide(String text) {
        isPrintedWhole(
                text,
                new SideBySide(
                                text,
                                Axis.shares(),
                                text,
                                text,
                                List.of(
                                        new SideBySide.Option(
                                                text, Figure.of(10, 5, 20), Figure.absent(text))))
                        ::draw);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isPrintedWholeByGroups(String text) {
        isPrintedWhole(
                text,
                new GroupDots(
                                text,
                                Axis.fromZero(new Unit(text, 0, Unit.Sign.MINUS_ONLY)),
                                List.of(new GroupDots.Group(text, 12, Figure.of(10, 5, 20))))
                        ::draw);
    }

    /// One way to draw one picture.
    private interface Drawing {
        Picture draw(Style style);
    }

    private static void isPrintedWhole(String text, Drawing drawing) {
        Picture picture = drawing.draw(new Style("p", Origin.REHEARSED));
        Parsed parsed = Parsed.of(picture);
        String legal = Characters.legal(text);

        assertThat(parsed.printed()).contains(legal.replace(" ", ""));
        assertThat(parsed.elements("title").getFirst().getTextContent()).isEqualTo(legal);
        assertThat(parsed.elements("*"))
                .extracting(Element::getTagName)
                .doesNotContain("script", "img", "set");
        assertThat(parsed.elements("text"))
                .allSatisfy(
                        line -> {
                            assertThat(Parsed.box(line).left()).isGreaterThan(-0.02);
                            assertThat(Parsed.box(line).right()).isLessThan(Svg.WIDTH + 0.02);
                        });
    }
}
