package eyebright.publish.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.chart.Axis;
import eyebright.chart.Backdrop;
import eyebright.chart.DotPlot;
import eyebright.chart.Figure;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Style;
import eyebright.chart.Table;
import eyebright.publish.HostileTexts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class PictureFilesTest {

    private static final int WHITE = 0xffffff;

    private static Picture picture(String label, Origin origin) {
        return new DotPlot(
                        label,
                        Axis.shares(),
                        Backdrop.plain(),
                        List.of(
                                new DotPlot.Row(label, Figure.of(71, 68, 74), Figure.of(72)),
                                new DotPlot.Row("men", Figure.of(65, 60, 70), Figure.none())))
                .draw(new Style("p", origin));
    }

    private static Document xml(byte[] bytes) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException | ParserConfigurationException fault) {
            throw new AssertionError(fault);
        }
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PngFile.of(picture)));
    }

    private static long inked(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(
                        i ->
                                (image.getRGB(i % image.getWidth(), i / image.getWidth()) & WHITE)
                                        < 0x808080)
                .count();
    }

    @Test
    void anSvgFileStandsByItself() {
        Document svg = xml(SvgFile.of(picture("women", Origin.REAL)));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
        assertThat(svg.getElementsByTagName("rect").item(0).getAttributes().getNamedItem("fill"))
                .hasToString("fill=\"#ffffff\"");
    }

    @Test
    void aPngIsThreeTimesAsLargeAsThePictureAndWhite() throws IOException {
        BufferedImage image = image(picture("women", Origin.REAL));

        assertThat(image.getWidth()).isEqualTo(1020);
        assertThat(image.getHeight() % 3).isZero();
        assertThat(image.getRGB(2, 2) & WHITE).isEqualTo(WHITE);
        assertThat(inked(image)).isBetween(2_500L, 60_000L);
    }

    @Test
    void lettersAreDrawn() throws IOException {
        assertThat(inked(image(picture("Women and others who cried", Origin.REAL))))
                .isGreaterThan(inked(image(picture("", Origin.REAL))) + 1_000);
    }

    @Test
    void equalPicturesGiveEqualBytesOnManyThreads() {
        byte[] once = PngFile.of(picture("women", Origin.REHEARSED));

        List<byte[]> again =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(_ -> PngFile.of(picture("women", Origin.REHEARSED)))
                        .toList();

        assertThat(again).allSatisfy(bytes -> assertThat(bytes).isEqualTo(once));
    }

    @Test
    void titleAndDescriptionStandInAPng() {
        String bytes = new String(PngFile.of(picture("wömen", Origin.REHEARSED)), UTF_8);

        assertThat(bytes).contains("Title", "wömen", "Description", "rehearsed: made-up answers");
    }

    @Test
    void aCharacterThatNoFontHasIsAWhiteSquare() {
        var letters = Letters.of(Typeface.SANS);

        assertThat(letters.shown("a😀b\u200dשλж")).isEqualTo("a□b\u200dשλж");
        assertThat(letters.drawn("😀", 13).width()).isPositive();
        assertThat(letters.drawn("\u200d", 13).width()).isZero();
    }

    @Test
    void hebrewGoesFromRightToLeft() {
        var letters = Letters.of(Typeface.SANS);

        assertThat(letters.drawn("של", 13).shape().getBounds2D())
                .isEqualTo(letters.drawn("\u202eשל", 13).shape().getBounds2D());
        assertThat(outline(letters, "של")).isNotEqualTo(outline(letters, "לש"));
    }

    private static String outline(Letters letters, String text) {
        var points = new StringBuilder();
        var point = new double[6];
        for (var at = letters.drawn(text, 13).shape().getPathIterator(null);
                !at.isDone();
                at.next()) {
            at.currentSegment(point);
            points.append(point[0]).append(' ');
        }
        return points.toString();
    }

    static Stream<String> hostile() {
        return HostileTexts.all().stream();
    }

    @Test
    void hostileTextsTogetherAreOnePng() throws IOException {
        Picture picture = picture(String.join(" ", HostileTexts.all()), Origin.REAL);

        assertThat(image(picture).getWidth()).isEqualTo(1020);
        assertThat(new String(PngFile.of(picture), UTF_8)).contains(picture.title());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextsStayTexts(String text) {
        Picture picture = picture(text, Origin.REAL);
        Document svg = xml(SvgFile.of(picture));

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(picture.title());
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(Outlines.of(picture)).doesNotContain("<script", "<text", "href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script/>",
                "<image/>",
                "<style/>",
                "<use href=\"#a\"/>",
                "<rect onclick=\"x()\"/>",
                "<rect style=\"fill:red\"/>",
                "<rect fill=\"url(http://example.org/x)\"/>",
                "<b xmlns=\"http://example.org\"/>"
            })
    void nothingIsDrawnThatRunsOrLoads(String element) {
        var picture =
                new Picture(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"3\">%s</svg>"
                                .formatted(element),
                        "t",
                        "d",
                        new Table("t", List.of("a"), List.of()));

        assertThatThrownBy(() -> PngFile.of(picture)).isInstanceOf(IllegalArgumentException.class);
    }
}
