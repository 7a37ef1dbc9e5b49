package eyebright.server.talk;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.discussion.Comment;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.Moderation;
import eyebright.discussion.OwnToken;
import eyebright.discussion.Role;
import eyebright.discussion.Topic;
import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A discussion as readers meet it, without script.
class DiscussionPagesTest {

    private static final String WRITE = "/garden/discussion/write?about=article";
    private static final Pattern LINK = Pattern.compile("<strong class=\"code\">([^<]+)</strong>");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][^\\s>]*)([^>]*)>");
    private static final Pattern ANCHOR =
            Pattern.compile(
                    "<a rel=\"nofollow ugc noopener noreferrer\" href=\"(https?://|mailto:)[^\"<>]*\">");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-01T12:00:00Z"));

    @TempDir private Path folder;
    private RunningSite site;

    @BeforeEach
    void start() throws IOException {
        site = site(new Mode.Collecting(), "");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private RunningSite site(Mode mode, String more) throws IOException {
        Path study = Gardens.edited(folder, "study.yaml", "study: garden", more + "study: garden");
        Files.writeString(
                study.resolve("article.md"),
                "---\ntitle: Gardens\nauthors: [{name: Anna Author}]\n---\n\nThey grow.\n");
        return Gardens.start(mode, data(), study, now::get, Optional.empty());
    }

    private void restart(String more) throws IOException {
        site.close();
        site = site(new Mode.Collecting(), more);
    }

    private <T> T desk(Function<Moderation, T> job) {
        try (Discussion discussion = Discussion.open(data(), now::get)) {
            return job.apply(discussion.moderation());
        }
    }

    private List<Comment> queue() {
        return desk(moderation -> moderation.queue("garden"));
    }

    private void publishAll() {
        desk(
                moderation -> {
                    moderation
                            .queue("garden")
                            .forEach(each -> moderation.publish(each.id(), each.revision(), "ada"));
                    return true;
                });
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Walk send(Walk walk, String... typed) {
        later(Duration.ofSeconds(20));
        return walk.press("go", "send", typed);
    }

    private String sent(String text) {
        Walk walk = send(Walk.at(site, WRITE), "text", text, "role", "client", "name", "Mara");
        assertThat(walk.status()).as(walk.text()).isEqualTo(200);
        assertThat(walk.heading()).isEqualTo("Your comment was sent");
        Matcher link = LINK.matcher(walk.text());
        assertThat(link.find()).isTrue();
        return link.group(1).replaceFirst("^http://[^/]+", "");
    }

    @Test
    void aCommentIsWrittenWaitsIsPublishedAndAnswered() {
        Walk reader = Walk.at(site, "/garden/article");
        assertThat(reader.text())
                .contains(
                        "<h2 id=\"h-discussion\">Discussion</h2>",
                        "No comments yet. The researchers read each one before it appears here.",
                        "href=\"/garden/discussion/write?about=article\"");

        sent("It *grows* in mine.");
        assertThat(reader.open("/garden/article").text())
                .contains("No comments yet.")
                .doesNotContain("in mine");
        publishAll();
        assertThat(reader.open("/garden/article").text())
                .contains(
                        "One comment.",
                        "<strong>Mara</strong> <span class=\"quiet\">client</span> <span class=\"quiet\">1 March 2027</span>",
                        "<p>It <em>grows</em> in mine.</p>");

        String id = desk(moderation -> moderation.all("garden").getFirst().id().hex());
        Walk answering = Walk.at(site, "/garden/discussion/write?about=article&answers=" + id);
        assertThat(answering.heading()).isEqualTo("Answer a comment");
        assertThat(answering.text()).contains("<em>grows</em>");
        assertThat(send(answering, "text", "In mine too.", "role", "both").status()).isEqualTo(200);
        publishAll();
        desk(
                moderation ->
                        moderation.answer(
                                moderation.all("garden").getFirst().id(),
                                "Anna Author",
                                "Thank you both.",
                                "ada"));
        assertThat(reader.open("/garden/article").text())
                .contains("3 comments.")
                .containsSubsequence(
                        "<em>grows</em>",
                        "<ol aria-label=\"Answers\">",
                        "<strong>Anonymous</strong>",
                        "therapist and client",
                        "In mine too.",
                        "<strong>Anna Author</strong> <span class=\"ours\">researcher of this study</span>",
                        "Thank you both.");
    }

    @Test
    void anAddressThatIsNoTextIsRefusedAndNotLogged() {
        Walk walk = Walk.at(site, "/garden/discussion/write?about=%FF");

        assertThat(walk.status()).isEqualTo(400);
        assertThat(walk.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aFindingHasADiscussionOfItsOwn() {
        Walk walk = Walk.at(site, "/garden/findings/feelings");
        assertThat(walk.text())
                .contains("href=\"/garden/discussion/write?about=finding%3Afeelings\"");
        send(
                walk.open("/garden/discussion/write?about=finding%3Afeelings"),
                "text",
                "I wonder.",
                "role",
                "other");
        publishAll();

        assertThat(walk.open("/garden/findings/feelings").text()).contains("I wonder.");
        assertThat(walk.open("/garden/article").text()).doesNotContain("I wonder.");
        assertThat(walk.open("/garden/discussion/write?about=finding%3Anone").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsGivenBack() {
        Walk walk =
                send(
                        Walk.at(site, WRITE),
                        "text",
                        " ",
                        "name",
                        "N\"a<b".repeat(20),
                        "email",
                        "nobody");

        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text())
                .contains(
                        "<title>Please have another look: Write a comment",
                        "role=\"alert\" tabindex=\"-1\" autofocus",
                        "<a href=\"#text\">Write your comment.</a>",
                        "<a href=\"#name\">Shorten the name to 80 characters.</a>",
                        "<a href=\"#role\">Choose one: therapist, client, both, researcher or other.</a>",
                        "<a href=\"#email\">Write an e-mail address such as name@example.org, or leave it empty.</a>",
                        "value=\"" + "N&#34;a&lt;b".repeat(20) + "\"",
                        "value=\"nobody\"");

        send(walk, "text", "x".repeat(5_001), "role", "both", "email", "a@example.org");
        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text())
                .contains(
                        "Your comment has 5,001 characters. Shorten it to 5,000.",
                        "x".repeat(5_001) + "</textarea>",
                        "value=\"both\" checked");
        assertThat(queue()).isEmpty();
    }

    @Test
    void aForgedOrOldTokenIsRefusedAndNothingTypedIsLost() {
        Walk walk = Walk.at(site, WRITE);
        Map<String, String> form = walk.form("text", "My words", "role", "client");
        later(Duration.ofSeconds(20));
        form.put("token", "0000000000000000.1803902400.AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(walk.send("/garden/discussion/write", form).status()).isEqualTo(403);
        assertThat(walk.text())
                .contains(
                        "This page had been open for more than a week, or was not made here.",
                        "My words</textarea>",
                        "value=\"client\" checked");

        String chosen = "a".repeat(40);
        Map<String, String> swapped = walk.form("text", "My words", "role", "client");
        swapped.put("own", chosen);
        assertThat(walk.send("/garden/discussion/write", swapped).status()).isEqualTo(403);
        assertThat(walk.text()).doesNotContain(chosen);

        walk.open(WRITE);
        later(Duration.ofDays(8));
        assertThat(walk.press("text", "My words", "role", "client").status()).isEqualTo(403);
        assertThat(queue()).isEmpty();
        assertThat(send(walk, "text", "My words", "role", "client").status()).isEqualTo(200);
        assertThat(queue()).hasSize(1);
    }

    @Test
    void aProgramThatFillsEveryFieldOrIsTooFastIsAskedAgain() {
        Walk walk = Walk.at(site, WRITE);
        assertThat(walk.press("text", "Buy", "role", "client").status()).isEqualTo(422);
        assertThat(walk.text()).contains("That was faster than people write.", "Buy</textarea>");

        send(walk, "text", "Buy", "role", "client", "website", "http://buy.example.org");
        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text())
                .contains("A field was filled in that people do not see.", "Buy</textarea>")
                .doesNotContain("buy.example.org");
        assertThat(queue()).isEmpty();
    }

    @Test
    void aMegabyteIsRefusedWithAReason() {
        Walk walk = Walk.at(site, WRITE);
        byte[] body = ("text=" + "x".repeat(1 << 20)).getBytes(StandardCharsets.US_ASCII);

        walk.post("/garden/discussion/write", body);
        assertThat(walk.status()).isEqualTo(413);
        assertThat(walk.heading()).isEqualTo("That was more than one page can hold");
    }

    @Test
    void aThousandAMinuteDoNoHarm() {
        Walk walk = Walk.at(site, WRITE);
        later(Duration.ofSeconds(20));
        long begun = System.nanoTime();
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            walk.press("text", "Buy " + i, "role", "client");
            if (walk.status() == 200) {
                kept++;
                walk.open(WRITE);
                later(Duration.ofSeconds(20));
            } else {
                assertThat(walk.status()).isEqualTo(429);
                assertThat(walk.text())
                        .contains("Many comments have come from where you are.", "Buy " + i);
                later(Duration.ofSeconds(1));
            }
        }
        assertThat(kept).isEqualTo(20);
        assertThat(queue()).hasSize(20);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));

        later(Duration.ofHours(1));
        assertThat(Walk.at(site, "/garden/article").status()).isEqualTo(200);
        assertThat(send(walk, "text", "Again", "role", "client").status()).isEqualTo(200);
    }

    @Test
    void aFullQueueIsSaid() {
        try (Discussion discussion = Discussion.open(data(), now::get)) {
            var random = new SecureRandom();
            for (int i = 0; i < Discussion.MOST_WAITING; i++) {
                discussion.send(
                        Topic.article("garden"),
                        Optional.empty(),
                        new Draft("", Role.OTHER, "spam " + i, Optional.empty()),
                        OwnToken.draw(random));
            }
        }
        Walk walk = send(Walk.at(site, WRITE), "text", "My words", "role", "client");

        assertThat(walk.status()).isEqualTo(503);
        assertThat(walk.text()).contains("So many comments wait to be read", "My words</textarea>");
    }

    @Test
    void ownCommentIsChangedAndDeletedByItsLinkAndOpeningItDoesNothing() {
        String link = sent("First words.");
        publishAll();
        Walk walk = Walk.at(site, link);

        assertThat(walk.status()).isEqualTo(200);
        assertThat(walk.header("Cache-Control")).isEqualTo("no-store");
        assertThat(walk.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(walk.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(walk.text()).contains("It is published: everybody sees it.", "First words.");
        assertThat(walk.text()).doesNotContain("href=\"" + link);

        walk.press("do", "change", "text", "", "role", "client");
        assertThat(walk.status()).isEqualTo(422);
        walk.open(link).press("do", "change", "text", "Second words.", "role", "both");
        assertThat(walk.text())
                .contains("Your changes are kept.", "It waits to be read by the researchers.");
        assertThat(Walk.at(site, "/garden/article").text()).doesNotContain("words.");
        assertThat(queue()).extracting(Comment::text).containsExactly("Second words.");

        desk(
                moderation ->
                        moderation.refuse(
                                moderation.queue("garden").getFirst().id(),
                                "It names <b>somebody</b>.",
                                "ada"));
        assertThat(walk.open(link).text())
                .contains(
                        "The researchers do not show it.",
                        "They say why: It names &lt;b&gt;somebody&lt;/b&gt;.");

        Map<String, String> forged = walk.form("do", "delete");
        forged.put("token", "x");
        assertThat(walk.send(link, forged).status()).isEqualTo(403);
        assertThat(walk.text()).contains("Nothing was changed", "Second words.");
        assertThat(walk.press("do", "delete").heading()).isEqualTo("Your comment is deleted");
        assertThat(walk.open(link).status()).isEqualTo(404);
        assertThat(walk.heading()).isEqualTo("There is no comment under this link");
        List<Comment> left = desk(moderation -> moderation.all("garden"));
        assertThat(left).isEmpty();
    }

    @Test
    void anAnswerToWhatIsGoneMeanwhileIsNotLost() {
        String link = sent("First.");
        publishAll();
        String id = desk(moderation -> moderation.all("garden").getFirst().id().hex());
        String address = "/garden/discussion/write?about=article&answers=" + id;
        Walk answering = Walk.at(site, address);
        Walk.at(site, link).press("do", "delete");

        send(answering, "text", "My answer.", "role", "client");
        assertThat(answering.status()).isEqualTo(409);
        assertThat(answering.text())
                .contains(
                        "The comment you answer is not there any more.",
                        "My answer.</textarea>",
                        "name=\"answers\" value=\"\"");
        assertThat(answering.press("text", "My answer.", "role", "client").status()).isEqualTo(200);
        assertThat(queue()).extracting(Comment::thread).containsExactly(Optional.empty());
        assertThat(Walk.at(site, address).status()).isEqualTo(404);
        assertThat(Walk.at(site, address).heading())
                .isEqualTo("That comment is not there any more");
    }

    @Test
    void theSameFormSentTwiceIsOneComment() {
        Walk walk = Walk.at(site, WRITE);
        later(Duration.ofSeconds(20));
        Map<String, String> form = walk.form("text", "Once.", "role", "client");
        String first = walk.send("/garden/discussion/write", form).text();

        assertThat(walk.send("/garden/discussion/write", form).text()).isEqualTo(first);
        assertThat(queue()).hasSize(1);
    }

    @Test
    void aReportIsConfirmedCountedAndForgotten() {
        sent("Rude.");
        publishAll();
        String id = desk(moderation -> moderation.all("garden").getFirst().id().hex());
        Walk walk = Walk.at(site, "/garden/discussion/report/" + id);

        assertThat(walk.heading()).isEqualTo("Report this comment?");
        assertThat(walk.text()).contains("Rude.");
        assertThat(queue()).isEmpty();
        assertThat(walk.send(walk.action(), Map.of("token", "x")).status()).isEqualTo(403);
        assertThat(queue()).isEmpty();
        assertThat(walk.press("go", "report").heading()).isEqualTo("Thank you for telling us");
        assertThat(queue()).extracting(Comment::reports).containsExactly(1);
        assertThat(Walk.at(site, "/garden/article").text()).contains("Rude.");
        assertThat(walk.open("/garden/discussion/report/" + "0".repeat(32)).status())
                .isEqualTo(404);
    }

    @Test
    void aStudySaysWhetherThereIsADiscussion() throws IOException {
        sent("Kept.");
        publishAll();
        restart("discussion: closed\n");
        Walk walk = Walk.at(site, "/garden/article");
        assertThat(walk.text())
                .contains("One comment. The discussion is closed.", "Kept.")
                .doesNotContain("discussion/write");
        assertThat(walk.open(WRITE).heading()).isEqualTo("This discussion is closed");

        restart("discussion: no\n");
        Walk silent = Walk.at(site, "/garden/article");
        assertThat(silent.text()).doesNotContain("Discussion", "Kept.");
        assertThat(silent.open(WRITE).status()).isEqualTo(404);

        site.close();
        site = Gardens.collecting(folder.resolve("other"));
        assertThat(Walk.at(site, "/garden/findings/feelings").text()).doesNotContain("Discussion");
    }

    @Test
    void commentsOfAPreviewAreThrownAway() throws IOException {
        site.close();
        try (Stream<Path> files = Files.list(data())) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("discussion.db");
        }
        site = site(new Mode.Preview(), "");
        Walk walk = send(Walk.at(site, WRITE), "text", "Trying.", "role", "client");
        assertThat(walk.text()).contains("Your comment was sent", "Nothing typed here is kept.");
        site.close();
        assertThat(queue()).isEmpty();
    }

    @Test
    void whateverIsWrittenStaysWords() {
        List<String> corpus =
                List.of(
                        "<script>alert('Zaubernuss')</script>",
                        "\"><img src=x onerror=alert(1)> Zaubernuss",
                        "</p></li></ol></section></textarea><svg onload=alert(1)>Zaubernuss",
                        "<!-- Zaubernuss --> <![CDATA[ <?php ?>",
                        "[Zaubernuss](javascript:alert(1)) ![Zaubernuss](http://evil.example.org/x.png)",
                        "[Zaubernuss](//evil.example.org) [b](/garden/withdraw) [c](data:text/html,x)",
                        "[Zaubernuss](https://example.org/\"onmouseover=\"alert(1)) <https://example.org/a> <javascript:alert(1)>",
                        "[a](http://example.org 'x\" onclick=\"alert(1)') Zaubernuss",
                        "# Zaubernuss",
                        "`<b>` Zaubernuss ~~~ *a **b* c**",
                        "> > > > > > > > > > > > > > > > > > > > Zaubernuss",
                        "- - - - - - - - - - - - - - - - - - - - Zaubernuss",
                        "*a **b ".repeat(700) + "Zaubernuss",
                        "[".repeat(2_000) + "Zaubernuss" + "](x)".repeat(500),
                        "${it.token()} @if(true) {{name}} #{1} &lt;i&gt; Zaubernuss",
                        "\u202Essunrebuaz\u202C Zaubernuss \u05D0\u05D1");
        try (Discussion discussion = Discussion.open(data(), now::get)) {
            var random = new SecureRandom();
            for (String text : corpus) {
                String name = text.substring(0, Math.min(60, text.length()));
                discussion.send(
                        Topic.article("garden"),
                        Optional.empty(),
                        new Draft(name, Role.OTHER, text, Optional.empty()),
                        OwnToken.draw(random));
            }
        }
        publishAll();
        Walk walk = Walk.at(site, "/garden/article");
        assertThat(walk.status()).isEqualTo(200);
        String section =
                walk.text().substring(walk.text().indexOf("<section class=\"discussion\""));
        assertThat(section).contains("%d comments.".formatted(corpus.size()));
        assertThat(section.split("Zaubernuss", -1)).hasSizeGreaterThan(corpus.size());
        Matcher tag = TAG.matcher(section.substring(0, section.indexOf("</section>")));
        int words = 0;
        while (tag.find()) {
            assertThat(tag.group(2))
                    .as(tag.group())
                    .isIn(
                            "section",
                            "h2",
                            "p",
                            "ol",
                            "ul",
                            "li",
                            "strong",
                            "span",
                            "div",
                            "em",
                            "a",
                            "code",
                            "br",
                            "blockquote");
            assertThat(tag.group(3).toLowerCase(java.util.Locale.ROOT))
                    .as(tag.group())
                    .doesNotContainPattern("(^|\\s)(on[a-z]+|style|src)\\s*=");
            if (tag.group(2).equals("a")
                    && tag.group(1).isEmpty()
                    && !tag.group(3).contains("href=\"/garden/discussion/")) {
                assertThat(tag.group()).matches(ANCHOR);
                words++;
            }
        }
        assertThat(words).isGreaterThan(2);
        assertThat(section).doesNotContain("evil.example.org\"", "<img", "<h1");

        String id = desk(moderation -> moderation.all("garden").getLast().id().hex());
        for (String address :
                List.of(
                        "/garden/discussion/report/" + id,
                        "/garden/discussion/write?about=article&answers=" + id)) {
            assertThat(Walk.at(site, address).text())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>");
        }
        Walk typed = send(Walk.at(site, WRITE), "text", corpus.get(2), "name", corpus.get(1));
        assertThat(typed.status()).isEqualTo(422);
        assertThat(typed.text()).doesNotContain("<svg", "<img", "</textarea><");
    }
}
