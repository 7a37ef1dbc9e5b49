package eyebright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.chart.Parsed.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/// What holds for every picture, and each picture whole beside its file.
@Isolated("sets the default locale")
class PictureTest {

    private static final Path FILES = Path.of("src/test/resources/eyebright/chart");
    private static final Set<String> SHAPES = Set.of("line", "rect", "circle", "polygon", "text");
    private static final double HAIR = 0.011;

    @ParameterizedTest
    @EnumSource
    void isThatOfItsFile(Sample sample) throws IOException {
        assertThat(real(sample).svg())
                .isEqualTo(Files.readString(FILES.resolve(sample.slug() + ".svg")));
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfItsFileWhenRehearsed(Sample sample) throws IOException {
        assertThat(rehearsed(sample).svg())
                .isEqualTo(Files.readString(FILES.resolve(sample.slug() + ".rehearsed.svg")));
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameInWordsAndInItsTable(Sample sample) throws IOException {
        Picture picture = real(sample);
        Table table = picture.table();
        var said = new StringBuilder(picture.title() + "\n\n" + picture.description() + "\n\n");
        said.append(String.join(" | ", table.columns())).append('\n');
        table.rows().forEach(row -> said.append(String.join(" | ", row)).append('\n'));

        assertThat(table.caption()).isEqualTo(picture.title());
        assertThat(said.toString())
                .isEqualTo(Files.readString(FILES.resolve(sample.slug() + ".txt")));
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameInEveryLocale(Sample sample) {
        Picture first = rehearsed(sample);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(rehearsed(sample)).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsNothingOutsideItself(Sample sample) {
        for (Picture picture : List.of(real(sample), rehearsed(sample))) {
            Parsed parsed = Parsed.of(picture);
            for (Element shape : shapes(parsed)) {
                Box box = Parsed.box(shape);
                assertThat(box.left()).as(text(shape)).isGreaterThanOrEqualTo(-HAIR);
                assertThat(box.top()).as(text(shape)).isGreaterThanOrEqualTo(-HAIR);
                assertThat(box.right())
                        .as(text(shape))
                        .isLessThanOrEqualTo(parsed.number("width") + HAIR);
                assertThat(box.bottom())
                        .as(text(shape))
                        .isLessThanOrEqualTo(parsed.number("height") + HAIR);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPrintsOneTextOverAnother(Sample sample) {
        List<Element> texts = Parsed.of(rehearsed(sample)).elements("text");
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                Box one = Parsed.box(texts.get(i));
                Box other = Parsed.box(texts.get(j));
                boolean apart =
                        one.right() <= other.left()
                                || other.right() <= one.left()
                                || one.bottom() <= other.top()
                                || other.bottom() <= one.top();
                assertThat(apart).as("%s / %s", text(texts.get(i)), text(texts.get(j))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTextOfTwelvePixelsAtThreeHundred(Sample sample) {
        Parsed parsed = Parsed.of(real(sample));
        double scale = 300 / parsed.number("width");

        assertThat(sizes(parsed)).isNotEmpty().allMatch(size -> size * scale >= 12);
        assertThat(parsed.root().getAttribute("viewBox"))
                .isEqualTo("0 0 320 " + parsed.root().getAttribute("height"));
    }

    @ParameterizedTest
    @EnumSource
    void staysInsideAStrictContentSecurityPolicy(Sample sample) {
        Parsed parsed = Parsed.of(rehearsed(sample));

        assertThat(parsed.elements("*"))
                .noneMatch(element -> element.hasAttribute("style"))
                .extracting(Element::getTagName)
                .doesNotContain("style", "script", "a", "image", "use", "foreignObject");
    }

    @ParameterizedTest
    @EnumSource
    void isNamedForWhoCannotSeeIt(Sample sample) {
        Parsed parsed = Parsed.of(real(sample));
        Element title = parsed.elements("title").getFirst();
        Element description = parsed.elements("desc").getFirst();

        assertThat(parsed.root().getAttribute("role")).isEqualTo("img");
        assertThat(parsed.root().getAttribute("aria-labelledby"))
                .isEqualTo(title.getAttribute("id"))
                .isEqualTo(sample.slug() + "-title");
        assertThat(parsed.root().getAttribute("aria-describedby"))
                .isEqualTo(description.getAttribute("id"));
        assertThat(title.getTextContent()).isEqualTo(real(sample).title());
        assertThat(description.getTextContent()).isEqualTo(real(sample).description());
    }

    @ParameterizedTest
    @EnumSource
    void saysOnItselfThatItsAnswersAreMadeUp(Sample sample) {
        assertThat(Parsed.of(rehearsed(sample)).printed()).startsWith("rehearsed:made-upanswers");
        assertThat(rehearsed(sample).svg()).contains("fill=\"url(#" + sample.slug() + "-hatch)\"");
        assertThat(rehearsed(sample).description()).endsWith(" (rehearsed: made-up answers)");
        assertThat(real(sample).svg()).doesNotContain("rehearsed").doesNotContain("hatch");
    }

    @Test
    void sharesNoIdWithAnotherPictureOfThePage() {
        var ids = new ArrayList<String>();
        for (Sample sample : Sample.values()) {
            Parsed.of(rehearsed(sample)).elements("*").stream()
                    .map(element -> element.getAttribute("id"))
                    .filter(id -> !id.isEmpty())
                    .forEach(ids::add);
        }

        assertThat(ids).hasSize(3 * Sample.values().length).doesNotHaveDuplicates();
    }

    @Test
    void hasOnlyClassesThatThePackageDocuments() throws IOException {
        String documented =
                Files.readString(Path.of("src/main/java/eyebright/chart/package-info.java"));
        var classes = new HashSet<String>();
        for (Sample sample : Sample.values()) {
            for (Element element : shapes(Parsed.of(rehearsed(sample)))) {
                classes.addAll(List.of(element.getAttribute("class").split(" ")));
            }
        }
        classes.remove("");

        assertThat(classes).hasSizeGreaterThan(10);
        assertThat(classes)
                .allSatisfy(name -> assertThat(documented).contains(".picture ." + name + " {"));
        for (Colour colour : Colour.values()) {
            assertThat(documented)
                    .contains(".picture ." + colour.fillClass() + " { fill: var(")
                    .contains(".picture ." + colour.strokeClass() + " { stroke: var(");
        }
    }

    private static Picture real(Sample sample) {
        return sample.draw(new Style(sample.slug(), Origin.REAL));
    }

    private static Picture rehearsed(Sample sample) {
        return sample.draw(new Style(sample.slug(), Origin.REHEARSED));
    }

    private static List<Element> shapes(Parsed parsed) {
        return parsed.elements("*").stream()
                .filter(element -> SHAPES.contains(element.getTagName()))
                .filter(element -> !element.getParentNode().getNodeName().equals("pattern"))
                .toList();
    }

    private static List<Double> sizes(Parsed parsed) {
        return parsed.elements("*").stream()
                .filter(element -> element.hasAttribute("font-size"))
                .map(element -> Parsed.number(element, "font-size"))
                .toList();
    }

    private static String text(Element element) {
        return element.getTagName() + " " + element.getTextContent();
    }
}
