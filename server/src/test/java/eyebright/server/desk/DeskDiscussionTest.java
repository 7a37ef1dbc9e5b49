package eyebright.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.discussion.CommentId;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.OwnToken;
import eyebright.discussion.Role;
import eyebright.discussion.Topic;
import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Seat;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import eyebright.server.page.Studies;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskDiscussionTest {

    private static final String PAGE = "/desk/garden/discussion";
    private static final String HOSTILE =
            "<script>alert(1)</script> **Mine** too. [x](javascript:alert(2))";

    @TempDir private Path folder;
    private final Seat.Hands hands = new Seat.Hands();
    private RunningSite site;
    private Discussion discussion;
    private Seat seat;
    private Topic topic;

    @BeforeEach
    void start() {
        Path study =
                Gardens.edited(
                        folder, "study.yaml", "study: garden", "study: garden\ndiscussion: yes");
        Path data = folder.resolve("data");
        site = Gardens.start(new Mode.Collecting(), data, study, hands, Optional.empty());
        discussion = site.context().getBean(Discussion.class);
        topic = Topic.finding("garden", claim());
        seat = Seat.taken(site, data, hands);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatWaitsIsReadHarmlessAndShown() {
        CommentId comment = sent("Eden", HOSTILE);
        assertThat(seat.walk().open("/desk").text()).contains("Discussion: 1 to read");

        Walk walk = seat.walk().open(PAGE);
        assertThat(walk.text())
                .contains(
                        "Waits to be read.",
                        "&lt;script&gt;",
                        "<strong>Mine</strong>",
                        "eden@example.org")
                .doesNotContain("<script>alert", "javascript:alert");
        act("publish", comment, "revision", "1");
        assertThat(walk.path()).isEqualTo(PAGE);
        assertThat(walk.text()).contains("The comment is shown.", "Nothing waits.", "Shown.");
        assertThat(discussion.published(comment)).isPresent();
    }

    @Test
    void aCommentThatWasChangedMeanwhileIsReadAgain() {
        CommentId comment = sent("Eden", "one");
        act("publish", comment, "revision", "7");

        assertThat(seat.walk().status()).isEqualTo(422);
        assertThat(seat.walk().text()).contains("Its author has changed the comment meanwhile.");
        assertThat(discussion.published(comment)).isEmpty();
    }

    @Test
    void aPageHasFiftyCommentsAndAWayToEarlierOnes() {
        for (int i = 1; i <= 103; i++) {
            CommentId comment = sent("Eden", "number %d.".formatted(i));
            if (i <= 52) {
                discussion.moderation().publish(comment, 1, "ada");
            }
        }
        Walk walk = seat.walk().open(PAGE);
        assertThat(walk.text())
                .contains("1 more wait.", "number 53.", "number 102.", "number 52.", "number 3.")
                .doesNotContain("number 103.", "number 2.")
                .contains("<a href=\"/desk/garden/discussion?page=2\">Earlier ones</a>");
        assertThat(walk.open(PAGE + "?page=2").text())
                .contains("number 2.", "number 1.", "action=\"/desk/garden/discussion?page=2\"")
                .doesNotContain("number 3.", "Earlier ones");
        assertThat(walk.open(PAGE + "?page=999999999").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotShownHasAReason() {
        CommentId comment = sent("Eden", "buy this");
        act("refuse", comment, "reason", " ");
        assertThat(seat.walk().status()).isEqualTo(422);
        assertThat(seat.walk().text()).contains("The reason must have 1 to 500 characters");

        act("refuse", comment, "reason", "This sells something.");
        assertThat(seat.walk().text()).contains("Not shown: This sells something.");
    }

    @Test
    void removingNeedsACodeThatWasNotUsed() {
        CommentId comment = sent("Eden", "wrong place");
        act("remove", comment, "code", seat.code());
        assertThat(seat.walk().status()).isEqualTo(422);
        assertThat(seat.walk().text()).contains("it was used already");
        act("remove", comment, "code", "");
        assertThat(discussion.moderation().all("garden")).hasSize(1);

        act("remove", comment, "code", seat.freshCode());
        assertThat(seat.walk().text()).contains("The comment is removed for good.");
        assertThat(discussion.moderation().all("garden")).isEmpty();
        act("remove", comment, "code", seat.freshCode());
        assertThat(seat.walk().text()).contains("That comment is not there any more.");
    }

    @Test
    void anAnswerIsShownAtOnceAndKeptOnThePageIfItIsNotTaken() {
        CommentId comment = sent("Eden", "why so few?");
        act("publish", comment, "revision", "1");
        act("answer", comment, "name", "A".repeat(81), "text", "Because it rained.");
        assertThat(seat.walk().text())
                .contains(
                        "A name must have at most 80 characters.",
                        ">Because it rained.</textarea>");

        act("answer", comment, "name", "Ada", "text", "Because it rained.");
        assertThat(seat.walk().text())
                .contains("Your answer is shown.", "Ada, for the researchers");
        act("answer", comment, "name", "", "text", "And it was cold.");
        assertThat(seat.walk().text()).contains("The researchers").doesNotContain("Anonymous, for");
        assertThat(discussion.conversations(topic).getFirst().answers()).hasSize(2);
    }

    @Test
    void everythingIsLoggedAndNothingIsDoneForAnotherStudyOrWithoutAToken() {
        CommentId comment = sent("Eden", "one");
        seat.walk().open(PAGE);
        Map<String, String> forged = form("publish", comment, "revision", "1");
        forged.put("token", "forged");
        assertThat(seat.walk().send(PAGE, forged).status()).isEqualTo(403);
        seat.walk().open(PAGE);
        assertThat(seat.walk().send("/desk/other/discussion", form("publish", comment)).status())
                .isEqualTo(404);
        act("burn", comment);
        assertThat(seat.walk().status()).isEqualTo(404);
        assertThat(discussion.published(comment)).isEmpty();

        act("publish", comment, "revision", "1");
        assertThat(seat.walk().open("/desk/log").text())
                .contains(
                        "ada@example.org: showed a comment, comment %s (garden)"
                                .formatted(comment.hex().substring(0, 8)));
    }

    private CommentId sent(String name, String text) {
        return discussion
                .send(
                        topic,
                        Optional.empty(),
                        new Draft(name, Role.CLIENT, text, Optional.of("eden@example.org")),
                        OwnToken.draw(new SecureRandom()))
                .id();
    }

    private void act(String act, CommentId comment, String... fields) {
        seat.walk().open(PAGE);
        seat.walk().send(PAGE, form(act, comment, fields));
    }

    private Map<String, String> form(String act, CommentId comment, String... fields) {
        var form = new HashMap<>(Map.of("act", act, "comment", comment.hex()));
        form.put("token", seat.walk().form("x", "y").get("token"));
        List<String> all = List.of(fields);
        for (int i = 0; i < all.size(); i += 2) {
            form.put(all.get(i), all.get(i + 1));
        }
        return form;
    }

    private String claim() {
        return site.context()
                .getBean(Studies.class)
                .named("garden")
                .folder()
                .plan()
                .claims()
                .getFirst()
                .id();
    }
}
