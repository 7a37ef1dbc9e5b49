package eyebright.publish.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eyebright.analysis.Findings;
import eyebright.article.FindingView;
import eyebright.check.StudyFolder;
import eyebright.manuscript.Article;
import eyebright.manuscript.Facts;
import eyebright.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The hello study with an article and with what looks at its claim in another way.
class OriginsTest {

    private static final String BESIDE =
            """
            - claim: few-nod
              asks: Do few people nod?
              says: Few people nod.
              share: greeting == "nod"
              among: greeting != "wave"
            - {claim: nobody-asks, asks: Does nobody tell of it?, says: Nobody tells., share: greeting == "nod"}
            """;

    private static Origins origins(String text) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : List.of("study.yaml", "questions.yaml", "plan.yaml")) {
            files.put(file, Files.readString(Path.of("../studies/hello").resolve(file)));
        }
        files.merge("plan.yaml", BESIDE, String::concat);
        files.put("article.md", "---\ntitle: Waving\n---\n\n" + text);
        StudyFolder folder =
                switch (StudyFolder.of(new Sources("hello", files))) {
                    case StudyFolder.Reading.Valid(var read, _) -> read;
                    case StudyFolder.Reading.Invalid(var problems) ->
                            throw new AssertionError(problems.toString());
                };
        Findings findings =
                Findings.of(
                        folder.study(),
                        folder.scales(),
                        folder.plan(),
                        folder.respondents().frame(1, 0, 200));
        var facts =
                new Facts(
                        folder.study(),
                        folder.plan(),
                        findings,
                        Optional.empty(),
                        FindingView::publicNumber);
        return Origins.of(Article.of(folder.manuscripts().article().orElseThrow(), facts), facts);
    }

    @Test
    void whatStandsBehindAllNumbersIsSaidOnce() throws IOException {
        List<Origins.Fact> facts = origins("Nothing is told.").facts();

        assertThat(facts)
                .extracting(Origins.Fact::name)
                .containsExactly(
                        "Answers",
                        "Fingerprint of the data",
                        "Fingerprint of the plan",
                        "The plan");
        assertThat(facts.getFirst().words())
                .isEqualTo("200, of rehearsed respondents, who are made up (as-published:1)");
        assertThat(facts.get(1).words()).matches("[0-9a-f]{64}");
        assertThat(facts.getLast().words()).isEqualTo("not frozen");
    }

    @Test
    void claimsStandInTheOrderInWhichTheTextTellsOfThem() throws IOException {
        assertThat(
                        origins(
                                        """
                                        > *{{few-nod.n}}* of [some](https://example.org)

                                        - Most: **{{most-wave.answer}}**

                                        {{few-nod.table}}
                                        """)
                                .claims())
                .extracting(Origins.OfClaim::id, Origins.OfClaim::says)
                .containsExactly(
                        tuple("few-nod", "Few people nod."),
                        tuple("most-wave", "Most people wave."));
    }

    @Test
    void aClaimHasItsAnalysisItsRuleAndItsRespondents() throws IOException {
        assertThat(origins("{{few-nod.finding}}").claims().getFirst().facts())
                .extracting(each -> each.name() + ": " + each.words())
                .satisfiesExactly(
                        each ->
                                assertThat(each)
                                        .isEqualTo(
                                                "Analysis: the share for whom greeting == \"nod\", with a Wilson interval"),
                        each -> assertThat(each).isEqualTo("Of whom: greeting != \"wave\""),
                        each -> assertThat(each).startsWith("This claim: n = "));
        assertThat(origins("{{most-wave.finding}}").claims().getFirst().facts())
                .extracting(Origins.Fact::name)
                .containsExactly("Analysis", "Rule", "This claim");
    }
}
