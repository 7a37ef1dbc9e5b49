package eyebright.publish.cite;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLName;
import eyebright.publish.HostileTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.junit.jupiter.api.Test;

class BibTexTest {

    private static final Pattern BEYOND = Pattern.compile("[\\x{F900}-\\x{10FFFF}\\p{Cf}]");

    @Test
    void anEntryReadsAsItShould() {
        assertThat(
                        BibTex.of(
                                Texts.article(
                                        "Waves & 100% {calm} water_1",
                                        Texts.author("Anna B. Author", "Author"),
                                        Texts.author("Rose and Sons, Inc.", "Inc."))))
                .isEqualTo(
                        """
                        @misc{waves-2026-v2,
                          author = {Author, Anna B. and {Inc.}, {Rose and Sons,}},
                          title = {{Waves \\& 100\\% \\textbraceleft{}calm\\textbraceright{} water\\_1}},
                          year = {2026},
                          month = nov,
                          date = {2026-11-22},
                          note = {Version 2},
                          version = {2},
                          howpublished = {waves.example.org},
                          url = {https://waves.example.org/waves/article/2},
                          keywords = {waving, strangers},
                          abstract = {Who waves.},
                          language = {english}
                        }
                        """
                                .replace("{Inc.}, {Rose", "Inc., {Rose"));
    }

    @Test
    void jbibtexReadsTheSameTitleOfHostileTexts() throws Exception {
        for (String text : HostileTexts.all()) {
            Work work = Texts.article("x " + text + " y");
            assertThat(typographic(OneLine.of(read(work, "title"))))
                    .as(text)
                    .isEqualTo(typographic(OneLine.of("x " + basic(text) + " y")));
            assertThat(BEYOND.matcher(BibTex.of(work)).results().map(MatchResult::group).toList())
                    .isEqualTo(
                            BEYOND.matcher(OneLine.of(text))
                                    .results()
                                    .map(MatchResult::group)
                                    .toList());
        }
    }

    @Test
    void citeprocReadsTheSameAuthors() throws IOException, org.jbibtex.ParseException {
        Work work =
                Texts.article(
                        "Waves",
                        Texts.author("Anna B. Author", "Author"),
                        Texts.author("Zoë Müller-Łukasz", "Müller-Łukasz"),
                        Texts.author("Rose and Sons", "Rose and Sons"));
        var converter = new BibTeXConverter();
        CSLItemData item =
                Objects.requireNonNull(
                        converter
                                .toItemData(
                                        converter.loadDatabase(
                                                new ByteArrayInputStream(
                                                        BibTex.of(work)
                                                                .getBytes(StandardCharsets.UTF_8))))
                                .get("waves-2026-v2"));

        assertThat(Arrays.stream(item.getAuthor()).map(BibTexTest::name))
                .containsExactly("Author|Anna B.", "Müller-Łukasz|Zoë", "Rose and Sons");
    }

    private static String name(CSLName name) {
        return name.getLiteral() != null
                ? name.getLiteral()
                : name.getGiven() == null
                        ? name.getFamily()
                        : name.getFamily() + "|" + name.getGiven();
    }

    @Test
    void hostileAuthorsDoNotDivideAnEntry() throws Exception {
        for (String text : HostileTexts.all()) {
            Work work = Texts.article("Waves", Texts.author(text + " and x " + text, text));
            assertThat(typographic(read(work, "title"))).as(text).isEqualTo("Waves");
            assertThat(entries(work)).hasSize(1);
        }
    }

    @Test
    void rehearsedRespondentsAreNamed() {
        Work work = Texts.article("Waves");
        var rehearsed =
                new Work(
                        work.kind(),
                        work.key(),
                        work.title(),
                        List.of(),
                        work.day(),
                        work.version(),
                        work.publisher(),
                        work.address(),
                        work.doi(),
                        List.of(),
                        work.summary(),
                        work.licence(),
                        true);

        assertThat(BibTex.of(rehearsed))
                .contains("title = {{Waves [rehearsed respondents: nobody answered]}}")
                .contains("annote = {rehearsed respondents: nobody answered}");
    }

    private static String read(Work work, String field)
            throws ParseException, org.jbibtex.ParseException {
        String value = entries(work).getFirst().getField(new org.jbibtex.Key(field)).toUserString();
        return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(basic(value))));
    }

    /// The reader of LaTeX in jBibTeX knows no characters above U+F8FF and none that join others; that of BibTeX does.
    private static String basic(String text) {
        return BEYOND.matcher(text).replaceAll("");
    }

    private static List<BibTeXEntry> entries(Work work)
            throws ParseException, TokenMgrException, org.jbibtex.ParseException {
        var parser = new BibTeXParser();
        var database = parser.parse(new StringReader(BibTex.of(work)));
        assertThat(parser.getExceptions()).isEmpty();
        return List.copyOf(database.getEntries().values());
    }

    /// LaTeX prints a straight apostrophe as one that turns.
    private static String typographic(String text) {
        return text.replace('\'', '’').replace('`', '‘');
    }
}
