package eyebright.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Findings;
import eyebright.analysis.Hello;
import eyebright.analysis.PublicFindings;
import eyebright.chart.Origin;
import org.junit.jupiter.api.Test;

class ArticleTest {

    @Test
    void textKeepsItsShape() {
        String text =
                """
                ## Who & why

                One *two* **three** [four](https://example.org)\\
                five `six`.

                ## Who & why

                - a
                - b

                1. c

                > d
                """;

        assertThat(Written.filled(text, 60))
                .isEqualTo(
                        """
                        ## Who & why #who-why
                        One *two* **three** [four](https://example.org)\\nfive six.
                        ## Who & why #who-why-2
                        - a
                        - b
                        1. c
                        > d""");
    }

    @Test
    void blanksAreFilledFromFindings() {
        String text =
                """
                {{greet.answer}} {{greet.estimate}}; {{greet.estimate.interval}}; {{greet.estimate.apa}}; {{greet.n}}.

                {{greet.verdict}}, {{greet.verdict: it holds|it does not|open}}, {{greet.agreement}}, {{published.greet}}.

                Women greet {{women-greet.direction: more|less|no clearly different amount}}: {{women-greet.difference.apa}}, {{women-greet.fisher_p.apa}}.

                {{women-bold.welch_t.apa}}; {{women-bold.g.apa}}; {{hellos.mean.apa}}; {{together.V}}.

                [@author2013] and @other2001; {{study.respondents}} of {{study.planned}}, {{study.frozen}}.
                """;

        assertThat(Written.filled(text, 60)).isEqualTo(Golden.text("filled-60.txt"));
    }

    @Test
    void partsThatTheFolderKnowsAreWritten() {
        String text =
                """
                {{primary-findings}}

                {{planned-findings}}

                {{exploratory-findings}}

                {{deviations}}

                {{exclusions}}

                {{measures}}

                {{sample-size}}

                {{greet.picture}}

                {{greet.table}}

                {{references}}
                """;

        assertThat(Written.filled(text, 60)).isEqualTo(Golden.text("parts-60.txt"));
    }

    @Test
    void whatMayNotBeToldYetIsOpenAndSaysWhy() {
        Findings few = PublicFindings.of(Hello.folder().findings(Hello.table(5, 1)));

        assertThat(
                        Written.filled(
                                "{{greet.estimate}} {{women-greet.direction: a|b|c}} {{greet.verdict: a|b|c}}",
                                few))
                .doesNotContain("%")
                .matches("(\\[open: [^\\]]+] ?){3}");
    }

    @Test
    void anArticleOfRehearsedAnswersIsOne() {
        Findings real = Hello.folder().findings(Hello.table(60, 1));

        assertThat(Written.article("Text.", real).origin()).isEqualTo(Origin.REAL);
    }

    @Test
    void howTheStudyWasDoneIsToldByItsFolder() {
        assertThat(Written.filled("{{recruitment}}", 20))
                .startsWith("Open: whoever had the address");
        assertThat(Written.filled("{{questionnaire}}", 20))
                .startsWith("Nine questions on two pages, at most seven a page;");
        assertThat(Written.filled("{{consent}}", 20))
                .startsWith("The first page says what the study is for")
                .contains("Ethics approval: ");
    }

    @Test
    void limitsAreThoseOfThisStudy() {
        assertThat(Written.filled("{{limits}}", 3))
                .startsWith("- Who answered chose to")
                .contains("20 respondents were planned and 3 count so far")
                .contains("The plan is not frozen")
                .contains("A difference from a published figure");
        assertThat(Written.filled("{{limits}}", 20)).doesNotContain("were planned and");
    }
}
