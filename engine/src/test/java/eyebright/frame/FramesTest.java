package eyebright.frame;

import static eyebright.frame.Specimen.QUESTIONS;
import static eyebright.frame.Specimen.saved;
import static eyebright.frame.Specimen.sent;
import static eyebright.frame.Specimen.statuses;
import static eyebright.frame.Status.ANSWERED;
import static eyebright.frame.Status.NOT_REACHED;
import static eyebright.frame.Status.NOT_SHOWN;
import static eyebright.frame.Status.SKIPPED;
import static eyebright.frame.Status.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.expression.Value;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Study;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Study STUDY = Specimen.study();
    private static final Origin REAL = new Origin.Real();

    @Test
    void everyCellSaysWhyItHoldsAValueOrNone() {
        Frame frame =
                Frames.of(
                        STUDY,
                        List.of(
                                new Response(
                                        "b",
                                        sent(
                                                STUDY,
                                                Map.of(
                                                        "greeting",
                                                        "wave",
                                                        "felt",
                                                        List.of("joy"),
                                                        "traits.shy",
                                                        3,
                                                        "hellos",
                                                        12),
                                                "start",
                                                "feelings",
                                                "more",
                                                "end")),
                                new Response(
                                        "a",
                                        sent(
                                                STUDY,
                                                Map.of("greeting", "nod", "word", "Hi"),
                                                "start",
                                                "end"))),
                        REAL);

        assertThat(frame.respondents()).containsExactly("a", "b");
        assertThat(statuses(frame, "greeting")).containsExactly(ANSWERED, ANSWERED);
        assertThat(statuses(frame, "age")).containsExactly(SKIPPED, SKIPPED);
        assertThat(statuses(frame, "felt")).containsExactly(NOT_SHOWN, ANSWERED);
        assertThat(statuses(frame, "traits.shy")).containsExactly(NOT_SHOWN, ANSWERED);
        assertThat(statuses(frame, "traits.bold")).containsExactly(NOT_SHOWN, SKIPPED);
        assertThat(statuses(frame, "hellos")).containsExactly(NOT_SHOWN, ANSWERED);
        assertThat(statuses(frame, "word")).containsExactly(ANSWERED, SKIPPED);
        assertThat(frame.row(1).value("felt.joy"))
                .isEqualTo(new Value.Logic(eyebright.expression.Truth.TRUE));
        assertThat(frame.excluded()).isEmpty();
    }

    @Test
    void oneAfterTheOtherTheyGiveTheFrameOfAllAtOnce() {
        var responses =
                List.of(
                        new Response("a", sent(STUDY, Map.of("greeting", "nod"), "start", "end")),
                        new Response("b", Answers.NONE),
                        new Response("c", sent(STUDY, Map.of("word", "Hi"), "start", "end")));
        var frames = new Frames(STUDY);
        responses.forEach(frames::add);

        assertThat(frames.frame(REAL)).isEqualTo(Frames.of(STUDY, responses, REAL));
    }

    @Test
    void whoComesOutOfOrderIsRefused() {
        var frames = new Frames(STUDY);
        frames.add(new Response("b", Answers.NONE));

        assertThatThrownBy(() -> frames.add(new Response("a", Answers.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id a must come before b");
        assertThatThrownBy(() -> frames.add(new Response("b", Answers.NONE)))
                .hasMessage("id b stands twice");
    }

    @Test
    void answersBehindABranchThatChangedLeaveTheFrame() {
        Answers first =
                saved(
                        STUDY,
                        Map.of("greeting", "wave", "felt", List.of("joy"), "hellos", 12),
                        "start",
                        "feelings",
                        "more",
                        "end");
        Answers changed =
                first.with(
                                STUDY.page("start").orElseThrow(),
                                Map.of("greeting", new Answer.One("nothing")))
                        .asSent();

        Frame frame = Frames.of(STUDY, List.of(new Response("a", changed)), REAL);

        assertThat(changed.to("hellos")).isPresent();
        assertThat(statuses(frame, "felt")).containsExactly(NOT_SHOWN);
        assertThat(statuses(frame, "hellos")).containsExactly(NOT_SHOWN);
        assertThat(frame.row(0).value("hellos")).isEqualTo(new Value.Unknown());
    }

    @Test
    void aPageThatWaitsForAnAnswerNotReachedIsItselfNotReached() {
        Study study = Specimen.study("counts: from page start\n", QUESTIONS);
        Frame frame =
                Frames.of(
                        study,
                        List.of(
                                new Response(
                                        "a", saved(study, Map.of("greeting", "wave"), "start")),
                                new Response("b", saved(study, Map.of("greeting", "nod"), "start")),
                                new Response("c", saved(study, Map.of(), "start"))),
                        REAL);

        assertThat(statuses(frame, "felt")).containsExactly(NOT_REACHED, NOT_SHOWN, NOT_SHOWN);
        assertThat(statuses(frame, "hellos")).containsExactly(NOT_REACHED, NOT_SHOWN, NOT_SHOWN);
        assertThat(statuses(frame, "word")).containsOnly(NOT_REACHED);
    }

    @Test
    void whoDoesNotCountIsExcludedWithTheReason() {
        Study study =
                Specimen.study("eligible-if: greeting != \"nothing\"\ngoodbye: Bye.\n", QUESTIONS);
        List<Response> responses =
                List.of(
                        new Response("a", saved(study, Map.of("greeting", "nothing"), "start")),
                        new Response("b", saved(study, Map.of("greeting", "nod"), "start")),
                        new Response("c", Answers.NONE),
                        new Response("d", sent(study, Map.of("greeting", "nod"), "start", "end")));

        Frame frame = Frames.of(study, responses, REAL);

        assertThat(frame.respondents()).containsExactly("d");
        assertThat(frame.excluded())
                .isEqualTo(Map.of("not eligible", 1, "did not reach the end", 2));
    }

    @Test
    void whoSavedThePageThatCountsOrALaterOneCounts() {
        Study study = Specimen.study("counts: from page feelings\n", QUESTIONS);
        List<Response> responses =
                List.of(
                        new Response("a", saved(study, Map.of("greeting", "nod"), "start")),
                        new Response("b", saved(study, Map.of("greeting", "nod"), "start", "end")),
                        new Response(
                                "c",
                                saved(study, Map.of("greeting", "wave"), "start", "feelings")));

        Frame frame = Frames.of(study, responses, REAL);

        assertThat(frame.respondents()).containsExactly("b", "c");
        assertThat(frame.excluded()).isEqualTo(Map.of("did not reach page feelings", 1));
    }

    @Test
    void whatTheQuestionCannotHoldIsUnreadable() {
        Map<String, Answer> odd =
                Map.of(
                        "greeting", new Answer.One("bow"),
                        "age", new Answer.Amount(new BigDecimal("101")),
                        "word", new Answer.Words("a\0b"));
        Answers answers = new Answers(odd, Set.of("start", "end"), true);

        Frame frame = Frames.of(STUDY, List.of(new Response("a", answers)), REAL);

        assertThat(statuses(frame, "greeting")).containsExactly(UNREADABLE);
        assertThat(statuses(frame, "age")).containsExactly(UNREADABLE);
        assertThat(statuses(frame, "word")).containsExactly(UNREADABLE);
    }

    @Test
    void oneIdIsOneRespondent() {
        var twice = List.of(new Response("a", Answers.NONE), new Response("a", Answers.NONE));

        assertThatThrownBy(() -> Frames.of(STUDY, twice, REAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id a stands twice");
    }
}
