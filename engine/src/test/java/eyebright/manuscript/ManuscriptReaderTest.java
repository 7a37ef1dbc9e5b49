package eyebright.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManuscriptReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{greet.answer}}",
                "{{ greet.estimate }} and {{greet.estimate.interval}}, {{greet.exact_p.apa}}",
                "{{women-greet.direction: more|fewer|no clear difference}}",
                "{{women-greet.odds_ratio.direction: more | fewer | neither}}",
                "{{greet.verdict: yes|no|open}} {{published.greet}} {{study.plan-hash}}",
                "As @author2013 says, and others do [@author2013; @other2001].",
                "Write to a@example.org. The share was \"72 %\" and “half of 1 %”.",
                "> 72 % of a quotation\n\nand the rest",
                "{{greet.picture}}\n\n{{references}}\n",
                "{{together.count[woman,yes]}}",
            })
    void whatCanBeFilledIsRead(String text) {
        assertThat(Written.said(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{{gret.answer}} # 5:1 # \"gret\" is not a claim of the plan; nearest is \"greet\"",
                "So {{greet}} # 5:4 # \"greet\" does not say what of the finding is meant",
                "{{greet.estimat}} # 5:1 # greet has no figure \"estimat\"; nearest is \"estimate\"",
                "{{greet.direction: a|b|c}} # 5:1 # estimate of greet has no direction: nothing says how much would be none",
                "{{women-greet.direction: a|b}} # 5:1 # direction must choose among three words, not 2",
                "{{greet.verdict: a|b|}} # 5:1 # verdict must choose among three words, not 3",
                "{{study.name}} # 5:1 # \"study.name\" is nothing that is known of a study",
                "{{published.gret}} # 5:1 # published.yaml holds no figure \"gret\"; nearest is \"greet\"",
                "See {{greet.picture}} # 5:5 # {{greet.picture}} must stand alone, with an empty line before and after it",
                "a {{greet.answer # 5:3 # a placeholder must stand between {{ and }} on one line",
                "a }} # 5:3 # a placeholder must stand between {{ and }} on one line",
                "As @autor2013 has it # 5:5 # references.bib holds no \"autor2013\"; nearest is \"author2013\"",
                "So [@author2013; p. 4] # 5:17 # \"p. 4\" is no citation",
                "In all 72 % do # 5:11 # a percentage is typed here and will not change with the findings",
                "A <b>tag</b> # 5:3 # texts are Markdown without HTML, so \"<b\" cannot stand here",
                "![x](y.png) # 5:1 # texts cannot hold images, because pages load nothing from elsewhere",
                "[x](javascript:alert(1)) # 5:3 # a link must begin with https://, http:// or mailto:, not \"javascript:alert(1\"",
            })
    void whatCannotBeFilledIsSaidWithItsPlace(String text, String place, String problem) {
        assertThat(Written.said(text)).startsWith("article.md:" + place).contains(problem);
    }

    @Test
    void anArticleWithoutAHeadIsSaidToLackIt() {
        var problems = new Problems();

        assertThat(Written.read("Who greets?\n", problems)).isEmpty();
        assertThat(Folder.said(problems))
                .contains("article.md must begin with its title between two lines of ---");
    }

    @Test
    void theHeadNamesAuthorsAndWhatIsWrongWithThem() {
        var problems = new Problems();
        String head =
                """
                ---
                title: Who greets
                authors:
                  - {name: Anna Maria Author, affiliation: Example University, orcid: 0000-0002-1825-0097}
                  - {name: Otto van Other, family: van Other, orcid: "12"}
                keywords: [greeting, strangers]
                ---
                Text.
                """;

        Front front = Written.read(head, problems).orElseThrow().front();

        assertThat(front.authors())
                .extracting(Author::family)
                .containsExactly("Author", "van Other");
        assertThat(front.keywords()).containsExactly("greeting", "strangers");
        assertThat(Folder.said(problems))
                .contains("article.md:5:")
                .contains(
                        "orcid of an author must be an ORCID whose last digit fits the others, such as 0000-0002-1825-0097, not \"12\"");
    }

    @Test
    void aMarkOfOurOwnCannotBeTyped() {
        assertThat(Written.said("a \uFDD00\uFDD1 b"))
                .contains("character U+FDD")
                .contains("does not belong in a text");
    }

    @Test
    void aReferenceThatStandsTwiceIsSaid() {
        var problems = new Problems();
        var sources =
                new Sources(
                        "hello",
                        Map.of(
                                "references.bib",
                                "@book{a, title = {A}, year = {2001}}\n@book{a, title = {B}, year = {2002}}\n"));

        Bibliography.read(sources, problems);

        assertThat(Folder.said(problems))
                .startsWith("references.bib:2:7")
                .contains("the reference \"a\" stands twice");
    }

    @Test
    void morePlaceholdersThanAnArticleHasAreRefused() {
        assertThat(Written.said("{{greet.n}} ".repeat(5_000))).isEmpty();
        assertThat(Written.said("{{greet.n}} ".repeat(5_001)))
                .contains("article.md must have at most 5,000 placeholders and citations");
    }
}
