package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.server.page.Mode;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a respondent writes and what a study is called goes out as the text it is, and what a respondent
/// writes goes out to nobody else.
class HostileTextTest {

    /// In every text of the corpus, and nowhere else.
    private static final String MARK = "Zaubernuss";

    private static final List<String> CORPUS =
            List.of(
                    "<script>alert('Zaubernuss')</script>",
                    "\"><img src=x onerror=alert(1)> Zaubernuss",
                    "' onfocus='alert(1)' autofocus Zaubernuss",
                    "</dd></textarea></title></script><svg onload=alert(1)>Zaubernuss",
                    "<!-- Zaubernuss ]]> --> <![CDATA[",
                    "**Zaubernuss** [here](javascript:alert(1)) ![](http://evil.example.org/x.png)",
                    "{{age}} ${it.code()} @if(true) {{name}} #{1} Zaubernuss",
                    "=HYPERLINK(\"http://evil.example.org\",\"Zaubernuss\")",
                    "+1 -1 @SUM(1) Zaubernuss",
                    "'; DROP TABLE log; -- Zaubernuss",
                    "\u202Essunrebuaz\u202C Zaubernuss \u05D0\u05D1\u05D2",
                    "&lt;b&gt; &amp;amp; &#60;i&#62; Zaubernuss",
                    "Zaubernuss \uD83C\uDF3F e\u0301 \u200B %3Cscript%3E");

    private static final List<String> PUBLIC =
            List.of(
                    "/",
                    "/hostile",
                    "/hostile/questionnaire",
                    "/hostile/findings",
                    "/hostile/findings/chosen",
                    "/hostile/take-part",
                    "/hostile/resume",
                    "/hostile/withdraw",
                    "/health");

    private static final Pattern TAG = Pattern.compile("<([^\\s>\"]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");

    @TempDir private Path folder;
    private RunningSite site;

    @BeforeEach
    void start() throws IOException {
        Path study = Files.createDirectories(folder.resolve("hostile"));
        Files.writeString(
                study.resolve("study.yaml"),
                """
                study: hostile
                title: Ups & downs, 1 < 2 "quoted"
                asks: Is 1 < 2 & 3 > 2?
                invitation: If a < b & b < c, "then" come in.
                consent:
                  controller: Rose & Sons <3
                  contact: rose@example.org
                  ethics: exempt, as 1 < 2 & so on
                  retention-end: 2036-12-31
                  support: ["Rose & Thorn, 1 < 2"]
                  text: We keep what you write & nothing else, if 1 < 2.
                counts: completed
                """);
        Files.writeString(
                study.resolve("questions.yaml"),
                """
                - page: first
                  title: You & I, 1 < 2
                  intro: Here 1 < 2 & 3 > 2.
                  questions:
                    - {id: age, ask: How old are you & yours?, number: {from: 18, to: 100, unit: years < & > "old"}}
                    - {id: chosen, ask: "Which is < & which is >?", hint: "Take < & >.", one-of: [{less: "Less < more & \\"most\\""}, {more: "More > less & 'least'"}]}
                    - {id: several, ask: "Which are?", several-of: [{both: "Both < & >"}, {none: "None < & >", alone: true}]}
                    - {id: strength, ask: How?, rating: {from: 0, to: 4, low: "low < & >", high: "high < & >"}}
                    - {id: items, ask: Each?, rate: [{one: "One < & >"}, {two: "Two < & >"}], points: {from: 1, to: 5, low: "low < & >", high: "high < & >"}}
                    - {id: words, ask: "What else < & >?", text: {up-to: 400}}
                    - {id: line, ask: In a word?, text: {up-to: 100}}
                - page: second
                  title: "{{line}} & so on"
                  intro: "At {{age}}, you wrote: {{words}}"
                  questions:
                    - {id: more, ask: "More than {{line}}?", hint: "{{words}}", text: {up-to: 1200}}
                """);
        Files.writeString(
                study.resolve("plan.yaml"),
                """
                - plan: hostile
                  respondents: 10
                - claim: chosen
                  asks: Is 1 < 2 & 3 > 2?
                  says: Most say that 1 < 2 & 3 > 2.
                  primary: true
                  share: chosen == "less"
                  expects: {above: 50%}
                  original: {words: "1 < 2 & 3", source: Rose & Sons 2001}
                """);
        assertThat(StudyFolder.read(study)).isInstanceOf(StudyFolder.Reading.Valid.class);
        site =
                Gardens.start(
                        new Mode.Collecting(), data(), study, Clock.systemUTC(), Optional.empty());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatARespondentWritesIsTextOnTheirPagesAndNowhereElse() throws InterruptedException {
        List<List<String>> harmless = tagsOfEveryPage(MARK);
        assertThat(harmless).hasSize(4).allSatisfy(tags -> assertThat(tags).hasSizeGreaterThan(20));
        for (String text : CORPUS) {
            assertThat(text).contains(MARK).hasSizeLessThan(100);
            assertThat(tagsOfEveryPage(text)).as(text).isEqualTo(harmless);
        }

        Walk reader = Walk.at(site, "/hostile/findings");
        for (int i = 0; i < 100 && !reader.text().contains("snapshot 1"); i++) {
            Thread.sleep(100);
            reader.open("/hostile/findings");
        }
        assertThat(reader.text()).contains("snapshot 1");
        for (String address : PUBLIC) {
            assertThat(reader.open(address).status()).as(address).isEqualTo(200);
            assertThat(reader.text()).as(address).doesNotContainIgnoringCase(MARK);
        }
        site.close();
        try (Store store = Store.read(data())) {
            assertThat(store.latestSnapshot("hostile").orElseThrow().findings())
                    .doesNotContainIgnoringCase(MARK);
            List<Answer> kept =
                    store.respondents("hostile").stream()
                            .map(Respondent::answers)
                            .map(answers -> answers.to("words").orElseThrow())
                            .toList();
            assertThat(kept)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(MARK), CORPUS.stream())
                                    .<Answer>map(Answer.Words::new)
                                    .toList());
        }
    }

    @Test
    void whatNoDatabaseKeepsIsRefusedAtTheDoor() {
        Walk walk = Walk.begun(site, "hostile");
        String before = walk.text();
        for (String broken : List.of("words=%00", "words=a%ED%A0%80", "words=%C0%80", "wo%00=1")) {
            walk.post(
                    "/hostile/take-part/first",
                    ("go=on&" + broken).getBytes(StandardCharsets.US_ASCII));
            assertThat(walk.status()).as(broken).isEqualTo(400);
        }
        assertThat(walk.open("/hostile/take-part").path()).isEqualTo("/hostile/take-part/first");
        assertThat(walk.heading()).isEqualTo("You &amp; I, 1 &lt; 2");
        assertThat(before).contains("<h1>" + walk.heading() + "</h1>");
    }

    @Test
    void whatAStudyIsCalledIsTextEverywhere() {
        Walk walk = Walk.begun(site, "hostile");
        assertThat(walk.text())
                .contains("<h1>You &amp; I, 1 &lt; 2</h1>")
                .contains("Less &lt; more &amp; \"most\"")
                .contains("years &lt; &amp; &gt; \"old\"")
                .contains("One &lt; &amp; &gt;");
        assertThatNothingIsBare(walk);
        walk.on("age", "17", "several", "both", "several", "none");
        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text()).contains("“None &lt; &amp; &gt;” cannot go with other answers.");
        assertThatNothingIsBare(walk);
        walk.on(
                "age",
                "42",
                "chosen",
                "less",
                "several",
                "both",
                "strength",
                "3",
                "items.one",
                "2");
        assertThat(walk.heading()).isEqualTo("… &amp; so on");
        walk.on();
        assertThat(walk.text())
                .contains("42 years &lt; &amp; &gt; \"old\"")
                .contains("Less &lt; more &amp; \"most\"")
                .contains("One &lt; &amp; &gt;: 2");
        assertThatNothingIsBare(walk);

        for (String address : PUBLIC) {
            assertThat(walk.open(address).status()).as(address).isEqualTo(200);
            assertThatNothingIsBare(walk);
        }
        assertThat(walk.open("/hostile").text())
                .contains("Ups &amp; downs, 1 &lt; 2")
                .contains("If a &lt; b &amp; b &lt; c,");
        assertThat(walk.open("/hostile/questionnaire").text())
                .contains("Less &lt; more &amp; \"most\"")
                .contains("Which is &lt; &amp; which is &gt;?");
        assertThat(walk.open("/hostile/findings").text()).contains("1 &lt; 2 &amp; 3");
    }

    /// Who answers everything with that text sees it as text; these are the tags of their pages.
    private List<List<String>> tagsOfEveryPage(String text) {
        var tags = new ArrayList<List<String>>();
        Walk walk = Walk.begun(site, "hostile");
        walk.on("age", "17", "words", text, "line", text);
        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text()).contains(escaped(text) + "</textarea>");
        tags.add(tags(walk));

        walk.on("age", "42", "chosen", "less", "words", text, "line", text);
        assertThat(walk.heading()).isEqualTo(escaped(text) + " &amp; so on");
        assertThat(walk.text())
                .contains("<title>" + escaped(text) + " &amp; so on")
                .contains("At 42, you wrote: " + inMarkdown(text));
        tags.add(tags(walk));

        walk.on("more", text);
        assertThat(walk.path()).endsWith("/review");
        assertThat(walk.text()).contains("<dd>" + escaped(text) + "</dd>");
        tags.add(tags(walk));

        walk.press("go", "send");
        assertThat(walk.path()).endsWith("/done");
        assertThat(walk.text()).doesNotContain(MARK);
        tags.add(tags(walk));
        return tags;
    }

    /// Text may hold quotes as they are.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// What passed through Markdown has its quotes as references.
    private static String inMarkdown(String text) {
        return escaped(text).replace("\"", "&quot;");
    }

    /// The tags of a page with the names of their attributes: whatever was written, they are the same.
    private static List<String> tags(Walk walk) {
        return TAG.matcher(walk.text())
                .results()
                .map(tag -> tag.group(1) + VALUE.matcher(tag.group(2)).replaceAll(""))
                .toList();
    }

    /// No `<` that is not a tag, no `&` that is not a reference, and nothing escaped twice.
    private static void assertThatNothingIsBare(Walk walk) {
        assertThat(walk.text())
                .as(walk.path())
                .doesNotContainPattern("<(?![a-zA-Z/!])")
                .doesNotContainPattern("&(?!(amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9a-fA-F]+);)")
                .doesNotContainPattern("&amp;(amp|lt|gt|quot|#[0-9]+);");
    }

    private Path data() {
        return folder.resolve("data");
    }
}
