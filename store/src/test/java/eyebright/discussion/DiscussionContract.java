package eyebright.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.discussion.Moderation.Outcome;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every discussion does, whatever database is under it.
abstract class DiscussionContract {

    static final Topic ARTICLE = Topic.article("tears");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2027-03-01T12:34:56Z"));

    private final SecureRandom random = new SecureRandom();

    @TempDir Path folder;
    Discussion discussion;
    Moderation desk;

    /// The folder, with whatever says which database it is.
    abstract Path inDatabase(Path folder);

    @BeforeEach
    void open() {
        discussion = Discussion.open(inDatabase(folder), CLOCK);
        desk = discussion.moderation();
    }

    @AfterEach
    void close() {
        discussion.close();
    }

    OwnToken token() {
        return OwnToken.draw(random);
    }

    static Draft draft(String text) {
        return new Draft("Mara", Role.THERAPIST, text, Optional.empty());
    }

    private CommentId send(String text) {
        return discussion.send(ARTICLE, Optional.empty(), draft(text), token()).id();
    }

    private CommentId published(String text) {
        CommentId id = send(text);
        assertThat(desk.publish(id, 1, "ada")).isEqualTo(Outcome.DONE);
        return id;
    }

    private CommentId answer(CommentId to, String text) {
        return discussion.send(ARTICLE, Optional.of(to), draft(text), token()).id();
    }

    private List<String> shown() {
        var texts = new ArrayList<String>();
        for (Conversation each : discussion.conversations(ARTICLE)) {
            texts.add(
                    switch (each.opening()) {
                        case Conversation.Opening.Shown(Comment comment) -> comment.text();
                        case Conversation.Opening.Absent(Conversation.Why why) -> why.toString();
                    });
            each.answers().forEach(answer -> texts.add("- " + answer.text()));
        }
        return texts;
    }

    @Test
    void nobodySeesACommentBeforeItIsPublished() {
        CommentId id = send("Good.");

        assertThat(shown()).isEmpty();
        assertThat(discussion.published(id)).isEmpty();
        assertThat(desk.queue("tears")).extracting(Comment::id).containsExactly(id);
        assertThat(desk.queue("other")).isEmpty();

        assertThat(desk.publish(id, 1, "ada")).isEqualTo(Outcome.DONE);
        assertThat(shown()).containsExactly("Good.");
        assertThat(desk.queue("tears")).isEmpty();
        assertThat(discussion.conversations(Topic.finding("tears", "ever"))).isEmpty();
    }

    @Test
    void aCommentHasADayAndNoTimeAndWhatItsAuthorSaid() {
        CommentId id = published("Good.");

        assertThat(discussion.published(id))
                .contains(
                        new Comment(
                                id,
                                ARTICLE,
                                Optional.empty(),
                                "Mara",
                                Role.THERAPIST,
                                "Good.",
                                LocalDate.of(2027, 3, 1),
                                false,
                                new State.Published(),
                                1,
                                0));
    }

    @Test
    void anAnswerToAnAnswerJoinsItsThread() {
        CommentId first = published("one");
        CommentId second = published("two");
        CommentId answer = answer(first, "to one");
        desk.publish(answer, 1, "ada");
        CommentId deeper = answer(answer, "to the answer");
        desk.publish(deeper, 1, "ada");
        desk.answer(deeper, "Ada", "ours", "ada");

        assertThat(shown()).containsExactly("one", "- to one", "- to the answer", "- ours", "two");
        assertThat(discussion.conversations(ARTICLE).getFirst().answers())
                .extracting(Comment::isByResearcher)
                .containsExactly(false, false, true);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatIsNotShownCannotBeAnswered() {
        CommentId waiting = send("not yet");

        assertThatThrownBy(() -> answer(waiting, "x")).isInstanceOf(NotThereException.class);
        assertThatThrownBy(() -> desk.answer(waiting, "", "x", "ada"))
                .isInstanceOf(NotThereException.class);
        CommentId elsewhere = published("here");
        assertThatThrownBy(
                        () ->
                                discussion.send(
                                        Topic.finding("tears", "ever"),
                                        Optional.of(elsewhere),
                                        draft("x"),
                                        token()))
                .isInstanceOf(NotThereException.class);
    }

    @Test
    void theSameTokenIsTheSameComment() {
        OwnToken own = token();
        Sent first = discussion.send(ARTICLE, Optional.empty(), draft("one"), own);
        Sent again = discussion.send(ARTICLE, Optional.empty(), draft("one"), own);
        Sent changed = discussion.send(ARTICLE, Optional.empty(), draft("two"), own);

        assertThat(first.wasNew()).isTrue();
        assertThat(again).isEqualTo(new Sent(first.id(), false)).isEqualTo(changed);
        assertThat(desk.queue("tears")).extracting(Comment::text).containsExactly("two");
    }

    @Test
    void whatIsChangedWaitsAgainAndIsNotPublishedUnread() {
        OwnToken own = token();
        CommentId id = discussion.send(ARTICLE, Optional.empty(), draft("kind"), own).id();
        desk.publish(id, 1, "ada");
        discussion.change(own, draft("kind"));
        assertThat(shown()).as("the same words").containsExactly("kind");

        discussion.change(own, draft("unkind"));
        assertThat(shown()).isEmpty();
        assertThat(desk.publish(id, 1, "ada")).isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(shown()).isEmpty();
        assertThat(desk.publish(id, 2, "ada")).isEqualTo(Outcome.DONE);
        assertThat(shown()).containsExactly("unkind");
    }

    @Test
    void aRefusedCommentTellsItsAuthorWhyAndMayBeChanged() {
        OwnToken own = token();
        CommentId id = discussion.send(ARTICLE, Optional.empty(), draft("of Eva M."), own).id();

        assertThat(desk.refuse(id, "It names somebody.", "ada")).isEqualTo(Outcome.DONE);
        assertThat(discussion.own(own).orElseThrow().state())
                .isEqualTo(new State.Refused("It names somebody."));
        assertThat(desk.queue("tears")).isEmpty();

        discussion.change(own, draft("of somebody"));
        assertThat(desk.queue("tears")).extracting(Comment::text).containsExactly("of somebody");
    }

    @Test
    void aReportBringsACommentBackToTheDeskAndPublishingItAgainTakesItAsRead() {
        CommentId id = published("rude?");
        discussion.report(id);
        discussion.report(id);

        assertThat(desk.queue("tears")).extracting(Comment::reports).containsExactly(2);
        assertThat(desk.toRead("tears")).isEqualTo(1);
        assertThat(shown()).containsExactly("rude?");
        desk.publish(id, 1, "ada");
        assertThat(desk.queue("tears")).isEmpty();
        assertThatThrownBy(() -> discussion.report(send("waits")))
                .isInstanceOf(NotThereException.class);
    }

    @Test
    void aDeletedCommentIsGoneAndItsTokenOpensNothing() {
        OwnToken own = token();
        CommentId id = discussion.send(ARTICLE, Optional.empty(), draft("mine"), own).id();
        desk.publish(id, 1, "ada");
        discussion.delete(own);

        assertThat(shown()).isEmpty();
        assertThat(desk.comment(id)).isEmpty();
        assertThat(discussion.own(own)).isEmpty();
        assertThatThrownBy(() -> discussion.delete(own)).isInstanceOf(NotThereException.class);
        assertThat(desk.publish(id, 1, "ada")).isEqualTo(Outcome.NOT_THERE);
        assertThat(desk.log("tears"))
                .extracting(Action::deed)
                .containsExactly(Action.Deed.REMOVED_BY_AUTHOR, Action.Deed.PUBLISHED);
    }

    @Test
    void aDeletedCommentWithAnswersLeavesItsPlaceUntilTheLastAnswerGoes() {
        OwnToken own = token();
        CommentId id = discussion.send(ARTICLE, Optional.empty(), draft("mine"), own).id();
        desk.publish(id, 1, "ada");
        CommentId answer = desk.answer(id, "Ada", "ours", "ada");
        discussion.delete(own);

        assertThat(shown()).containsExactly("REMOVED_BY_AUTHOR", "- ours");
        assertThat(discussion.own(own)).isEmpty();
        assertThat(desk.publish(id, 2, "ada")).isEqualTo(Outcome.NOT_THERE);
        desk.remove(answer, "ada");
        assertThat(shown()).isEmpty();
        assertThat(desk.comment(id)).isEmpty();
    }

    @Test
    void whatResearchersTakeAwayLeavesItsPlaceToItsAnswers() {
        CommentId refused = published("one");
        desk.answer(refused, "", "to one", "ada");
        desk.refuse(refused, "No.", "ada");
        CommentId removed = published("two");
        desk.answer(removed, "", "to two", "ada");
        desk.remove(removed, "ada");

        assertThat(shown())
                .containsExactly(
                        "REMOVED_BY_RESEARCHERS", "- to one", "REMOVED_BY_RESEARCHERS", "- to two");
    }

    @Test
    void anAddressIsKeptApartAndGoesAlone() {
        OwnToken own = token();
        var draft = new Draft("", Role.BOTH, "mine", Optional.of("zaubernuss@example.org"));
        CommentId id = discussion.send(ARTICLE, Optional.empty(), draft, own).id();

        assertThat(desk.email(id)).contains("zaubernuss@example.org");
        assertThat(discussion.ownEmail(own)).contains("zaubernuss@example.org");
        desk.publish(id, 1, "ada");
        assertThat(discussion.conversations(ARTICLE).toString()).doesNotContain("zaubernuss");

        discussion.change(own, new Draft("", Role.BOTH, "mine", Optional.empty()));
        assertThat(desk.email(id)).isEmpty();
        assertThat(shown()).containsExactly("mine");
    }

    @Test
    void theTokenIsKnownAndNotTold() {
        OwnToken own = token();
        discussion.send(ARTICLE, Optional.empty(), draft("mine"), own);

        assertThat(own.toString()).doesNotContain(own.text());
        assertThat(OwnToken.parse(own.text())).contains(own);
        assertThat(OwnToken.parse(own.text() + "0")).isEmpty();
        assertThat(discussion.own(token())).isEmpty();
    }

    @Test
    void moreThanFiveHundredOfAStudyDoNotWait() {
        for (int i = 0; i < Discussion.MOST_WAITING; i++) {
            send("comment " + i);
        }
        assertThatThrownBy(() -> send("one more")).isInstanceOf(QueueFullException.class);
        assertThat(desk.toRead("tears")).isEqualTo(Discussion.MOST_WAITING);

        Topic other = Topic.article("other");
        assertThat(discussion.send(other, Optional.empty(), draft("x"), token()).wasNew()).isTrue();
        desk.publish(desk.queue("tears").getFirst().id(), 1, "ada");
        assertThat(send("room again")).isNotNull();
    }

    @Test
    void manyAtOnceAreAllKeptOnceAndCountedOnce() throws Exception {
        CommentId reported = published("here");
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            OwnToken own = token();
            Draft draft = draft("comment " + i);
            Callable<Boolean> send =
                    () -> discussion.send(ARTICLE, Optional.of(reported), draft, own).wasNew();
            tasks.add(send);
            tasks.add(send);
            tasks.add(
                    () -> {
                        discussion.report(reported);
                        return false;
                    });
        }
        int kept = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(tasks)) {
                kept += each.get() ? 1 : 0;
            }
        }
        assertThat(kept).isEqualTo(100);
        assertThat(desk.toRead("tears")).isEqualTo(101);
        assertThat(discussion.published(reported).orElseThrow().reports()).isEqualTo(100);
    }

    @Test
    void everyActionIsLoggedWithoutWords() {
        CommentId id = published("secret words");
        desk.answer(id, "Ada", "ours", "ada");
        desk.refuse(id, "Names somebody.", "bo");
        assertThat(desk.log("tears").getFirst())
                .isEqualTo(
                        new Action(
                                id,
                                LocalDate.of(2027, 3, 1),
                                "bo",
                                Action.Deed.REFUSED,
                                "Names somebody."));
        desk.remove(id, "ada");

        assertThat(desk.log("tears"))
                .extracting(Action::deed)
                .containsExactly(
                        Action.Deed.REMOVED,
                        Action.Deed.REFUSED,
                        Action.Deed.ANSWERED,
                        Action.Deed.PUBLISHED);
        assertThat(desk.log("tears")).extracting(Action::note).containsOnly("");
    }

    @Test
    void whatNobodySeesIsNotKeptAndWhatIsTooLongIsRefused() {
        var draft =
                new Draft(
                        " \u202ENemo\n x\u0007 ",
                        Role.OTHER,
                        "a\u2066b\r\n\tc\u0000 ",
                        Optional.of(" "));
        assertThat(draft.name()).isEqualTo("Nemo x");
        assertThat(draft.text()).isEqualTo("ab\n\tc");
        assertThat(draft.email()).isEmpty();

        assertThatThrownBy(() -> draft(" \u202E ")).hasMessage("text must not be empty");
        assertThat(draft("\uD83C\uDF3F".repeat(5_000)).text()).hasSize(10_000);
        assertThatThrownBy(() -> draft("x".repeat(5_001)))
                .hasMessage("text must be at most 5000 characters, not 5001");
        assertThatThrownBy(() -> new Draft("x".repeat(81), Role.OTHER, "x", Optional.empty()))
                .hasMessage("name must be at most 80 characters, not 81");
        for (String wrong : List.of("a", "a@", "@b", "a b@c", "<a@b>", "a@b@c")) {
            assertThat(Draft.isEmail(wrong)).as(wrong).isFalse();
        }
        assertThat(Draft.isEmail("a.b+c@example.org")).isTrue();
        assertThat(IntStream.range(0, 3).mapToObj(_ -> token()).distinct()).hasSize(3);
    }
}
