package eyebright.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.freeze.Begun;
import eyebright.study.Answer;
import eyebright.study.Answers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store says of its answers as a whole: who counts, snapshots, and the log as it once stood.
abstract class SnapshotContract extends PublishedRowsContract {

    @Test
    void whoWithdrawsIsGoneAndSavesNoMore() {
        Started gone = start();
        RespondentId stays = start().id();
        store.save(answer(gone.id(), "s1", "x"));
        store.save(answer(stays, "s1", "y"));
        store.send(gone.id(), "s2", QUESTIONNAIRE, PLAN);

        store.withdraw(gone.id());
        store.withdraw(gone.id());

        assertThat(store.respondent(gone.id())).isEmpty();
        assertThat(store.find(STUDY, gone.code())).isEmpty();
        assertThat(store.respondents(STUDY)).extracting(Respondent::id).containsExactly(stays);
        assertThat(store.counts(STUDY)).isEqualTo(new Counts(1, 0));
        assertThatThrownBy(() -> store.save(answer(gone.id(), "s3", "late")))
                .isInstanceOf(WithdrawnException.class);
        assertThatThrownBy(() -> store.send(gone.id(), "s4", QUESTIONNAIRE, PLAN))
                .isInstanceOf(WithdrawnException.class);
    }

    @Test
    void theAnswersOfAVersionAreDeletedForGoodAndNobodyElses() {
        Started gone = start();
        RespondentId without = start().id();
        store.save(answer(gone.id(), "s1", "x"));
        store.addVersion(new Version(STUDY, "0".repeat(64), PLAN, sources("x")));
        RespondentId later = store.start(STUDY, "0".repeat(64), PLAN).id();
        store.save(answer(later, "s1", "y"));
        store.addVersion(new Version("other", QUESTIONNAIRE, PLAN, sources("x")));
        RespondentId other = store.start("other", QUESTIONNAIRE, PLAN).id();
        store.addSnapshot(snapshot(1, 1));
        store.addSnapshot(snapshot(2, 2));
        assertThat(store.questionnaires(STUDY))
                .containsExactlyInAnyOrder(QUESTIONNAIRE, "0".repeat(64));

        assertThat(store.deleteAnswers(STUDY, Set.of(QUESTIONNAIRE))).isEqualTo(2);
        assertThat(store.deleteAnswers(STUDY, Set.of(QUESTIONNAIRE))).isZero();

        assertThat(store.questionnaires(STUDY)).containsExactly("0".repeat(64));
        assertThat(store.respondents(STUDY)).extracting(Respondent::id).containsExactly(later);
        assertThat(store.respondent(other)).isPresent();
        assertThat(store.find(STUDY, gone.code())).isEmpty();
        assertThatThrownBy(() -> store.save(answer(gone.id(), "s2", "late")))
                .isInstanceOf(WithdrawnException.class);
        assertThatThrownBy(() -> store.save(answer(without, "s2", "late")))
                .isInstanceOf(WithdrawnException.class);
        assertThat(store.latestSnapshot(STUDY)).contains(snapshot(2, 2));
        assertThat(store.basis(STUDY).removals()).as("who had answered something").isEqualTo(1);
    }

    @Test
    void respondentsComeInAnOrderThatSaysNothing() {
        store.addVersion(new Version("other", QUESTIONNAIRE, PLAN, sources("x")));
        store.start("other", QUESTIONNAIRE, PLAN);
        List<RespondentId> started = IntStream.range(0, 20).mapToObj(_ -> start().id()).toList();
        started.forEach(id -> store.save(answer(id, "s1", "x")));

        List<RespondentId> read = store.respondents(STUDY).stream().map(Respondent::id).toList();

        assertThat(read).containsExactlyInAnyOrderElementsOf(started);
        assertThat(read).extracting(RespondentId::hex).isSorted();
    }

    @Test
    void countsAreOfThoseStartedAndThoseSent() {
        start();
        RespondentId sent = start().id();
        store.send(sent, "s1", QUESTIONNAIRE, PLAN);
        store.send(sent, "s2", QUESTIONNAIRE, PLAN);

        assertThat(store.counts(STUDY)).isEqualTo(new Counts(2, 1));
        assertThat(store.counts("nothing")).isEqualTo(new Counts(0, 0));
    }

    @Test
    void countsOfASnapshotStandStillWhilePeopleGoOn() {
        start();
        RespondentId first = start().id();
        store.save(answer(first, "s1", "x"));
        long then = store.forEachRespondent(STUDY, _ -> {});
        store.send(first, "s2", QUESTIONNAIRE, PLAN);
        RespondentId second = start().id();
        store.save(answer(second, "s1", "x"));

        assertThat(store.counts(STUDY, then)).isEqualTo(new Counts(1, 0));
        assertThat(store.counts(STUDY, store.forEachRespondent(STUDY, _ -> {})))
                .isEqualTo(new Counts(2, 1));
        assertThat(store.counts(STUDY)).isEqualTo(new Counts(3, 1));
    }

    @Test
    void aLongReadSeesOneMoment() {
        RespondentId first = start().id();
        RespondentId second = start().id();
        store.save(answer(first, "s1", "before"));
        store.save(answer(second, "s1", "before"));

        var seen = new ArrayList<Answer>();
        long sequence =
                store.forEachRespondent(
                        STUDY,
                        respondent -> {
                            store.save(answer(first, "s2", "after"));
                            store.save(answer(second, "s2", "after"));
                            seen.add(respondent.answers().to("a").orElseThrow());
                        });

        assertThat(seen).containsExactly(words("before"), words("before"));
        assertThat(sequence).isEqualTo(2);
    }

    @Test
    void aSnapshotIsKeptAndTheNextMustFollowIt() {
        assertThat(store.latestSnapshot(STUDY)).isEmpty();
        Snapshot first = snapshot(1, 7);
        Snapshot second = snapshot(2, 9);

        store.addSnapshot(first);
        assertThat(store.latestSnapshot(STUDY)).contains(first);
        store.addSnapshot(second);

        assertThat(store.latestSnapshot(STUDY)).contains(second);
        assertThat(store.latestSnapshot("other")).isEmpty();
        assertThatThrownBy(() -> store.addSnapshot(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number of the next snapshot of tears must be 3, not 2");
    }

    @Test
    void theBasisCountsWhoSavedAndWhoLeftSinceTheLatestSnapshot() {
        RespondentId early = sent();
        sent();
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(0, 0, 2, 0));

        long at = store.forEachRespondent(STUDY, _ -> {});
        sent();
        store.addSnapshot(snapshot(1, at));
        store.send(early, "again", QUESTIONNAIRE, PLAN);
        start();
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(1, at, 2, 0));

        RespondentId halfway = start().id();
        store.save(answer(halfway, "s1", "x"));
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(1, at, 3, 0));

        store.withdraw(early);
        store.withdraw(start().id());
        SnapshotBasis basis = store.basis(STUDY);
        assertThat(basis).isEqualTo(new SnapshotBasis(1, at, 2, 1));
        assertThat(basis.removalsWait()).isTrue();

        long then = store.forEachRespondent(STUDY, _ -> {});
        store.addSnapshot(snapshot(2, then));
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(2, then, 0, 0));
        assertThat(store.removalsSince(STUDY, at)).isEqualTo(1);
        assertThat(store.removalsSince(STUDY, then)).isZero();
        assertThat(store.removalsSince("other", at)).isZero();
    }

    @Test
    void whatHasComeIsCountedOnlyAsFarAsItMatters() {
        List<RespondentId> early = IntStream.range(0, 12).mapToObj(_ -> sent()).toList();
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(0, 0, 10, 0));
        assertThat(store.rowsSince(STUDY, 0, 7)).isEqualTo(7);

        long at = store.forEachRespondent(STUDY, _ -> {});
        store.addSnapshot(snapshot(1, at));
        for (int turn = 0; turn < 5; turn++) {
            String saveId = "again-" + turn;
            early.subList(0, 4).forEach(one -> store.send(one, saveId, QUESTIONNAIRE, PLAN));
        }
        assertThat(store.basis(STUDY))
                .as("four people, twenty rows")
                .isEqualTo(new SnapshotBasis(1, at, 4, 0));
        assertThat(store.rowsSince(STUDY, at, 100)).isEqualTo(20);
    }

    @Test
    void whoSendsAgainHasNotSentSince() {
        assertThat(store.hasSentSince(STUDY, 0)).isFalse();
        RespondentId early = sent();
        RespondentId halfway = start().id();
        store.save(answer(halfway, "s1", "x"));
        assertThat(store.hasSentSince(STUDY, 0)).isTrue();
        assertThat(store.hasSentSince("other", 0)).isFalse();

        long at = store.forEachRespondent(STUDY, _ -> {});
        store.send(early, "again", QUESTIONNAIRE, PLAN);
        assertThat(store.hasSentSince(STUDY, at)).isFalse();

        store.send(halfway, "s2", QUESTIONNAIRE, PLAN);
        assertThat(store.hasSentSince(STUDY, at)).isTrue();
    }

    @Test
    void whereTheLogStandsTheBasisStands() {
        store.addVersion(new Version("other", QUESTIONNAIRE, PLAN, sources("x")));
        assertThat(store.position(STUDY)).isEqualTo(new LogPosition(0, 0));

        RespondentId one = start().id();
        assertThat(store.position(STUDY)).as("who only began").isEqualTo(new LogPosition(0, 0));
        store.save(answer(one, "s1", "x"));
        long first = store.position(STUDY).sequence();
        assertThat(first).isPositive();
        assertThat(store.rowsSince(STUDY, 0, 9)).isEqualTo(1);
        assertThat(store.rowsSince(STUDY, first, 9)).isZero();
        store.save(answer(one, "s1", "x"));
        assertThat(store.position(STUDY)).as("the same save").isEqualTo(new LogPosition(0, first));

        RespondentId elsewhere = store.start("other", QUESTIONNAIRE, PLAN).id();
        store.save(answer(elsewhere, "s1", "x"));
        assertThat(store.rowsSince(STUDY, first, 9)).as("to another study").isZero();
        assertThat(store.rowsSince("other", first, 9)).isEqualTo(1);

        store.send(one, "s2", QUESTIONNAIRE, PLAN);
        assertThat(store.rowsSince(STUDY, first, 9)).isEqualTo(1);
        long sent = store.position(STUDY).sequence();
        store.withdraw(one);
        assertThat(store.position(STUDY).sequence()).as("after a withdrawal").isGreaterThan(sent);
        assertThat(store.rowsSince(STUDY, 0, 9)).isZero();

        store.addSnapshot(snapshot(1, store.position(STUDY).sequence()));
        assertThat(store.position(STUDY).latest()).isEqualTo(1);
        assertThat(store.position("other").latest()).isZero();
    }

    @Test
    void theLogCanBeReadAsItStoodThen() {
        RespondentId sent = sent();
        RespondentId halfway = start().id();
        store.save(answer(halfway, "s1", "then"));
        RespondentId gone = sent();
        long then = store.forEachRespondent(STUDY, _ -> {});

        store.save(answer(halfway, "s2", "now"));
        store.send(halfway, "s3", QUESTIONNAIRE, PLAN);
        RespondentId late = sent();
        store.withdraw(gone);

        var read = new HashMap<RespondentId, Answers>();
        store.forEachRespondent(STUDY, then, each -> read.put(each.id(), each.answers()));
        assertThat(read).containsOnlyKeys(sent, halfway, late);
        assertThat(requireNonNull(read.get(sent)).sent()).isTrue();
        assertThat(requireNonNull(read.get(halfway)).to("a")).contains(words("then"));
        assertThat(requireNonNull(read.get(halfway)).sent()).isFalse();
        assertThat(read.get(late)).isEqualTo(Answers.NONE);

        var now = new ArrayList<Respondent>();
        long at = store.forEachRespondent(STUDY, now::add);
        var again = new ArrayList<Respondent>();
        store.forEachRespondent(STUDY, at, again::add);
        assertThat(again).isEqualTo(now).isEqualTo(store.respondents(STUDY));
    }

    @Test
    void whoWithdrawsWhileASnapshotIsMadeWaitsForTheNext() {
        RespondentId gone = sent();
        long at = store.forEachRespondent(STUDY, _ -> {});
        store.withdraw(gone);
        store.addSnapshot(snapshot(1, at));

        assertThat(store.basis(STUDY).removalsWait()).isTrue();
    }

    @Test
    void whoBeganUnderWhichPlanIsToldInTheOrderOfTheirFirstPages() {
        store.addVersion(version(QUESTIONNAIRE, "p2", "What did you feel?"));
        RespondentId early = start().id();
        RespondentId gone = start().id();
        RespondentId later = start().id();
        store.save(page(gone, "one", "s1", List.of("a"), Map.of()));
        store.save(page(later, "one", "s1", List.of("a"), Map.of()));
        store.save(
                new PageSave(
                        early, "one", "s1", List.of("a"), Map.of(), QUESTIONNAIRE, "p2", "", 1));
        store.save(page(early, "two", "s2", List.of("b"), Map.of()));
        store.save(page(start().id(), "one", "s1", List.of("a"), Map.of()));
        start();
        store.withdraw(gone);

        assertThat(store.begun(STUDY))
                .containsExactly(
                        new Begun.Run(PLAN, 1), new Begun.Run("p2", 1), new Begun.Run(PLAN, 1));
        assertThat(store.begun("another")).isEmpty();
    }
}
