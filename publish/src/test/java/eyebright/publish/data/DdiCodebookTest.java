package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Dataset;
import eyebright.manuscript.Author;
import eyebright.publish.HostileTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class DdiCodebookTest {

    private static final FileFacts TABLE = new FileFacts("data/a_data.csv", "the answers", 1, "0");
    private static final Release RELEASE = Garden.release();
    private static final Element ROOT = ElementRules.root(DdiCodebook.of(RELEASE, TABLE));

    private static List<String> hostile() {
        return HostileTexts.all();
    }

    private static List<Element> all(Element root, String name) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static Element variable(Element root, String name) {
        return all(root, "var").stream()
                .filter(each -> each.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name));
    }

    private static List<String> texts(Element element, String name) {
        return all(element, name).stream().map(Element::getTextContent).toList();
    }

    @Test
    void saysWhichStandardItKeeps() {
        assertThat(ROOT.getAttribute("xmlns")).isEqualTo("ddi:codebook:2_5");
        assertThat(ROOT.getAttribute("version")).isEqualTo("2.5");
    }

    @Test
    void namesThatOthersReferToAreGivenOnce() {
        Set<String> ids = new HashSet<>();
        for (Element each : all(ROOT, "*")) {
            if (each.hasAttribute("ID")) {
                assertThat(ids.add(each.getAttribute("ID"))).isTrue();
                assertThat(each.getAttribute("ID")).matches("[A-Za-z_][A-Za-z0-9_.-]*");
            }
        }
        for (Element group : all(ROOT, "varGrp")) {
            assertThat(ids).contains(group.getAttribute("var").split(" ", -1));
        }
        assertThat(all(ROOT, "var"))
                .allSatisfy(each -> assertThat(ids).contains(each.getAttribute("files")));
    }

    @Test
    void theStudyIsDescribed() {
        assertThat(texts(ROOT, "titl"))
                .containsExactly("Codebook: Ups & downs of gardens", "Ups & downs of gardens");
        assertThat(texts(ROOT, "AuthEnty")).contains("Rosa Rose", "Thorn & Sons");
        assertThat(texts(ROOT, "abstract"))
                .containsExactly("We asked forty people about their gardens.\nMost felt joy.");
        assertThat(texts(ROOT, "universe"))
                .containsExactly("People who agreed to take part and for whom adult == \"yes\"");
        assertThat(texts(ROOT, "collMode"))
                .containsExactly("self-administered questionnaire on the web");
        assertThat(texts(ROOT, "collDate")).containsExactly("2026-01-01", "2026-03-31");
        assertThat(texts(ROOT, "notes"))
                .containsExactly("Who began and does not count: 2 not eligible");
        assertThat(texts(ROOT, "caseQnty")).containsExactly("44");
    }

    @Test
    void everyCategorySaysHowOftenItWasGiven() {
        Element garden = variable(ROOT, "garden");
        assertThat(texts(garden, "qstnLit")).containsExactly("Do you have a garden?");
        assertThat(texts(garden, "catValu"))
                .containsExactly(
                        "yes",
                        "no",
                        "(skipped)",
                        "(not shown)",
                        "(not reached)",
                        "(unreadable)",
                        "(withheld)");
        assertThat(texts(garden, "labl"))
                .startsWith("Do you have a garden?", "Yes, 1 < 2 & more", "No");
        assertThat(texts(garden, "catStat")).containsExactly("26", "14", "1", "1", "1", "1", "0");
        assertThat(all(garden, "catgry").stream().filter(each -> each.hasAttribute("missing")))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.getAttribute("missing")).isEqualTo("Y"));
        assertThat(texts(variable(ROOT, "felt.joy"), "catStat")).startsWith("20", "20", "1");
        assertThat(texts(variable(ROOT, "word"), "catValu"))
                .containsExactly(
                        "(skipped)", "(not shown)", "(not reached)", "(unreadable)", "(withheld)");
    }

    @Test
    void aNumberHasItsRangeAndMoments() {
        Element age = variable(ROOT, "age");
        Element range = all(age, "range").getFirst();
        assertThat(range.getAttribute("min")).isEqualTo("18");
        assertThat(range.getAttribute("UNITS")).isEqualTo("REAL");
        // 20, 20.5, … 39.5: the mean is 29.75, the variance 0.25 · 40 · 41 / 12.
        assertThat(texts(age, "sumStat"))
                .startsWith("40", "4", "20", "39.5", "29.75")
                .last()
                .satisfies(
                        deviation ->
                                assertThat(Double.parseDouble(deviation))
                                        .isCloseTo(
                                                Math.sqrt(0.25 * 40 * 41 / 12),
                                                org.assertj.core.api.Assertions.within(1e-12)));
    }

    @Test
    void anItemSaysWhichQuestionItBelongsTo() {
        Element calm = variable(ROOT, "traits.calm");
        assertThat(texts(calm, "preQTxt")).containsExactly("How are you?");
        assertThat(texts(calm, "qstnLit")).containsExactly("Calm");
        assertThat(all(ROOT, "varGrp"))
                .singleElement()
                .satisfies(group -> assertThat(group.getAttribute("var")).isEqualTo("V6 V7 V8"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aTextComesBackAsItWasButForWhatXmlForbids(String text) {
        Dataset dataset = RELEASE.dataset();
        var hostile =
                new Dataset(
                        dataset.study(), Garden.called(dataset.variables(), text), dataset.frame());
        var about =
                new About(
                        "1",
                        Garden.ABOUT.day(),
                        List.of(
                                new Author(
                                        "x" + text,
                                        "x",
                                        java.util.Optional.of(text),
                                        java.util.Optional.empty())),
                        java.util.Optional.of(text),
                        java.util.Optional.empty());

        var release =
                new Release(
                        hostile,
                        RELEASE.scales(),
                        RELEASE.plan(),
                        RELEASE.findings(),
                        RELEASE.own(),
                        RELEASE.removed(),
                        about);
        Element root = ElementRules.root(DdiCodebook.of(release, TABLE));

        String legal = XmlText.legal(text);
        assertThat(texts(root, "abstract")).containsExactly(legal);
        assertThat(texts(root, "AuthEnty")).contains("x" + legal);
        assertThat(texts(variable(root, "age"), "qstnLit")).containsExactly(legal);
        assertThat(texts(variable(root, "age"), "labl").getFirst()).isEqualTo(legal);
        assertThat(ElementRules.of("ddi-codebook-2.5.txt").faults(root)).isEmpty();
    }
}
