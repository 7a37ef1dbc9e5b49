package eyebright.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.freeze.Begun;
import eyebright.source.Sources;
import eyebright.study.Answer;
import eyebright.study.Answers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store does, whatever database is under it.
abstract class StoreContract {

    static final String STUDY = "tears";
    static final String QUESTIONNAIRE = "q1";
    static final String PLAN = "p1";
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T23:59:59Z"));

    @TempDir Path folder;
    Store store;

    abstract Store open(Path folder);

    @BeforeEach
    void begin() {
        store = open(folder);
        store.addVersion(version(QUESTIONNAIRE, PLAN, "What did you feel?"));
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void anAnswerComesBackAsItWasGiven() {
        RespondentId id = start().id();
        Map<String, Answer> given =
                Map.of(
                        "gender", new Answer.One("woman"),
                        "felt", new Answer.Several(List.of("warmth", "sadness")),
                        "nothing", new Answer.Several(List.of()),
                        "hours", new Answer.Amount(new BigDecimal("12.50")),
                        "far", new Answer.Amount(new BigDecimal("-0.000000000000000000001")),
                        "why", new Answer.Words("\"Tränen\" 😢\n\t<b>\\ \u2028"));

        store.save(page(id, "one", "s1", List.copyOf(given.keySet()), given));

        assertThat(answers(id)).isEqualTo(new Answers(given, Set.of("one"), false));
    }

    @Test
    void aSavedPageClearsWhatItAskedAndWasNotAnswered() {
        RespondentId id = start().id();
        store.save(
                page(id, "one", "s1", List.of("a", "b"), Map.of("a", words("x"), "b", words("y"))));
        store.save(page(id, "two", "s2", List.of("c"), Map.of("c", words("z"))));

        store.save(page(id, "one", "s3", List.of("a", "b"), Map.of("b", words("new"))));

        assertThat(answers(id))
                .isEqualTo(
                        new Answers(
                                Map.of("b", words("new"), "c", words("z")),
                                Set.of("one", "two"),
                                false));
    }

    @Test
    void theSameSaveAgainIsTheSameSave() {
        RespondentId id = start().id();
        Saved first = store.save(answer(id, "s1", "x"));
        Saved other = store.save(answer(id, "s2", "y"));

        Saved again = store.save(answer(id, "s1", "x"));

        assertThat(first.wasNew()).isTrue();
        assertThat(other.sequence()).isGreaterThan(first.sequence());
        assertThat(again).isEqualTo(new Saved(first.sequence(), false));
        assertThat(answers(id).to("a")).contains(words("y"));
    }

    @Test
    void theSameSaveThatTookLongerIsTheSameSave() {
        RespondentId id = start().id();
        PageSave save = answer(id, "s1", "x");
        var later =
                new PageSave(
                        id,
                        "one",
                        "s1",
                        save.asked(),
                        save.answers(),
                        QUESTIONNAIRE,
                        "p2",
                        "",
                        999);

        Saved first = store.save(save);

        assertThat(store.save(later)).isEqualTo(new Saved(first.sequence(), false));
    }

    @Test
    void twoDevicesWithOneFormLoseNothingOfEither() {
        RespondentId id = start().id();
        Saved phone = store.save(answer(id, "s1", "from the phone"));
        Saved desk = store.save(answer(id, "s1", "from the desk"));

        assertThat(desk.wasNew()).isTrue();
        assertThat(desk.sequence()).isGreaterThan(phone.sequence());
        assertThat(answers(id).to("a")).contains(words("from the desk"));
    }

    @Test
    void whoSendsHasSent() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "x"));
        assertThat(answers(id).sent()).isFalse();

        Saved sent = store.send(id, "s2", QUESTIONNAIRE, PLAN);

        assertThat(answers(id))
                .isEqualTo(new Answers(Map.of("a", words("x")), Set.of("one"), true));
        assertThat(store.send(id, "s2", QUESTIONNAIRE, PLAN))
                .isEqualTo(new Saved(sent.sequence(), false));
    }

    @Test
    void aVisitHasTheOrderShownTheSecondsAndTheDayInUtc() {
        RespondentId id = start().id();
        store.save(
                new PageSave(
                        id, "one", "s1", List.of("a"), Map.of(), QUESTIONNAIRE, PLAN, "a b", 42));

        assertThat(store.respondent(id).orElseThrow().visits())
                .isEqualTo(Map.of("one", new Visit("a b", 42, LocalDate.of(2026, 11, 21), PLAN)));
    }

    @Test
    void secondsAreCapped() {
        assertThat(timed(9999).seconds()).isEqualTo(3600);
        assertThat(timed(-1).seconds()).isZero();
        assertThat(timed(17).seconds()).isEqualTo(17);
    }

    @Test
    void aRespondentIsFoundByTheirCodeInTheirStudyOnly() {
        store.addVersion(new Version("other", QUESTIONNAIRE, PLAN, sources("x")));
        Started started = start();
        start();

        assertThat(store.find(STUDY, started.code()).orElseThrow().id()).isEqualTo(started.id());
        assertThat(store.find("other", started.code())).isEmpty();
    }

    @Test
    void nobodyBeginsAVersionThatWasNotAdded() {
        assertThatThrownBy(() -> store.start(STUDY, "q9", PLAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "version of study tears must have been added, questionnaire q9 with plan p1 was not");
    }

    @Test
    void aVersionIsKeptOnceAndTheLatestPlanIsGivenBack() {
        assertThat(store.addVersion(version(QUESTIONNAIRE, PLAN, "changed by nobody")))
                .isEqualTo(QUESTIONNAIRE);
        assertThat(store.version(STUDY, QUESTIONNAIRE)).contains(sources("What did you feel?"));

        store.addVersion(version(QUESTIONNAIRE, "p2", "with a comment"));

        assertThat(store.version(STUDY, QUESTIONNAIRE)).contains(sources("with a comment"));
        assertThat(store.version(STUDY, "q9")).isEmpty();
    }

    @Test
    void whoBeganStaysOnTheVersionBegun() {
        RespondentId id = start().id();
        store.addVersion(version("q2", "p2", "another question"));

        store.save(
                new PageSave(id, "one", "s1", List.of("a"), Map.of(), QUESTIONNAIRE, "p2", "", 1));

        Respondent respondent = store.respondent(id).orElseThrow();
        assertThat(respondent.questionnaireHash()).isEqualTo(QUESTIONNAIRE);
        assertThat(respondent.planHash()).isEqualTo(PLAN);
        assertThat(respondent.visits())
                .hasEntrySatisfying("one", visit -> assertThat(visit.planHash()).isEqualTo("p2"));
    }

    @Test
    void theFiveHundredAndFirstSaveIsRefusedAndSendingIsNot() {
        RespondentId id = start().id();
        for (int i = 0; i < 500; i++) {
            store.save(answer(id, "s" + i, "x"));
        }

        assertThatThrownBy(() -> store.save(answer(id, "s500", "x")))
                .isInstanceOf(TooManySavesException.class)
                .hasMessage("saves of a respondent must be at most 500");
        assertThat(store.save(answer(id, "s7", "x")).wasNew()).isFalse();
        assertThat(store.send(id, "end", QUESTIONNAIRE, PLAN).wasNew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "x\ude22", "\ude22\ud83d"})
    void whatNoDatabaseKeepsIsRefusedByName(String hostile) {
        RespondentId id = start().id();

        for (Answer answer :
                List.of(
                        new Answer.Words(hostile),
                        new Answer.One(hostile),
                        new Answer.Several(List.of(hostile)))) {
            assertThatThrownBy(
                            () ->
                                    store.save(
                                            page(
                                                    id,
                                                    "one",
                                                    "s1",
                                                    List.of("a"),
                                                    Map.of("a", answer))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a must ");
        }
        assertThat(answers(id)).isEqualTo(Answers.NONE);
    }

    @Test
    void aNumberOfEndlessDigitsIsRefusedByName() {
        RespondentId id = start().id();
        var endless = new Answer.Amount(new BigDecimal("1E+999999999"));

        assertThatThrownBy(
                        () -> store.save(page(id, "one", "s1", List.of("a"), Map.of("a", endless))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a must have at most 60 digits");
    }

    @Test
    void anAnswerToWhatWasNotAskedIsRefused() {
        RespondentId id = start().id();

        assertThatThrownBy(() -> page(id, "one", "s1", List.of("a"), Map.of("b", words("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answers of page one must be to what it asked, [a], not to \"b\"");
    }

    @Test
    void nothingIsKeptOfSomebodyWhoNeverBegan() {
        var nobody = new RespondentId("0123456789abcdef0123456789abcdef");

        assertThatThrownBy(() -> store.save(answer(nobody, "s1", "x")))
                .isInstanceOf(UnknownRespondentException.class);
        assertThatThrownBy(() -> store.withdraw(nobody))
                .isInstanceOf(UnknownRespondentException.class);
        assertThat(store.respondent(nobody)).isEmpty();
    }

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
    void theBasisCountsWhoSavedWhoSentAndWhoLeftSinceTheLatestSnapshot() {
        RespondentId early = sent();
        sent();
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(0, 0, 2, 4, 2, 0));

        long at = store.forEachRespondent(STUDY, _ -> {});
        sent();
        store.addSnapshot(snapshot(1, at));
        store.send(early, "again", QUESTIONNAIRE, PLAN);
        start();
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(1, at, 2, 3, 1, 0));

        RespondentId halfway = start().id();
        store.save(answer(halfway, "s1", "x"));
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(1, at, 3, 4, 1, 0));

        store.withdraw(early);
        store.withdraw(start().id());
        SnapshotBasis basis = store.basis(STUDY);
        assertThat(basis).isEqualTo(new SnapshotBasis(1, at, 2, 3, 1, 1));
        assertThat(basis.removalsWait()).isTrue();

        long then = store.forEachRespondent(STUDY, _ -> {});
        store.addSnapshot(snapshot(2, then));
        assertThat(store.basis(STUDY)).isEqualTo(new SnapshotBasis(2, then, 0, 0, 0, 0));
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

        Responses now = Responses.of(store, STUDY);
        assertThat(Responses.of(store, STUDY, now.lastSequence())).isEqualTo(now);
        assertThat(Responses.of(store, STUDY, then).all())
                .allSatisfy(
                        response ->
                                assertThat(response.answers())
                                        .isEqualTo(read.get(new RespondentId(response.id()))));
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
    void sixtyFourAtOnceLoseNothingAndEqualSavesAreOneRow() throws Exception {
        int pages = 20;
        List<RespondentId> ids = IntStream.range(0, 32).mapToObj(_ -> start().id()).toList();
        List<Set<Long>> sequences = new ArrayList<>();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (RespondentId id : ids) {
            Set<Long> own = Collections.synchronizedSet(new HashSet<>());
            sequences.add(own);
            // Two devices of each send the same saves at the same time.
            for (int device = 0; device < 2; device++) {
                tasks.add(
                        () -> {
                            for (int i = 0; i < pages; i++) {
                                String name = "v" + i;
                                own.add(
                                        store.save(
                                                        page(
                                                                id,
                                                                "page-" + i,
                                                                "s" + i,
                                                                List.of(name),
                                                                Map.of(name, words("x" + i))))
                                                .sequence());
                            }
                            return true;
                        });
            }
        }
        runTogether(tasks);

        assertThat(sequences).allSatisfy(own -> assertThat(own).hasSize(pages));
        assertThat(store.respondents(STUDY))
                .hasSize(ids.size())
                .allSatisfy(
                        respondent -> {
                            assertThat(respondent.answers().given()).hasSize(pages);
                            assertThat(respondent.answers().to("v19")).contains(words("x19"));
                        });
        assertThat(store.forEachRespondent(STUDY, _ -> {})).isEqualTo((long) ids.size() * pages);
    }

    @Test
    void aRefusedSaveHarmsNoneOfThoseWrittenWithIt() throws Exception {
        RespondentId gone = start().id();
        store.withdraw(gone);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        List<RespondentId> ids = IntStream.range(0, 32).mapToObj(_ -> start().id()).toList();
        for (RespondentId id : ids) {
            tasks.add(() -> store.save(answer(id, "s1", "kept")).wasNew());
            tasks.add(
                    () -> {
                        assertThatThrownBy(() -> store.save(answer(gone, "s1", "late")))
                                .isInstanceOf(WithdrawnException.class);
                        return true;
                    });
        }
        runTogether(tasks);

        assertThat(store.respondents(STUDY))
                .hasSize(32)
                .allSatisfy(
                        respondent ->
                                assertThat(respondent.answers().to("a")).contains(words("kept")));
    }

    @Test
    void aClosedStoreRefuses() {
        RespondentId id = start().id();
        store.close();

        assertThatThrownBy(() -> store.save(answer(id, "s1", "x")))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("the store is closed; nothing more is kept");
        assertThatThrownBy(() -> store.respondent(id))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("the store is closed; nothing more is kept");
    }

    @Test
    void whatWasKeptIsThereAfterClosingAndOpening() {
        Started started = start();
        store.save(answer(started.id(), "s1", "x"));
        store.close();

        store = open(folder);

        assertThat(store.find(STUDY, started.code()).orElseThrow().answers().to("a"))
                .contains(words("x"));
        assertThat(store.save(answer(started.id(), "s1", "x")).wasNew()).isFalse();
    }

    static void runTogether(List<Callable<Boolean>> tasks)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    Started start() {
        return store.start(STUDY, QUESTIONNAIRE, PLAN);
    }

    private RespondentId sent() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "x"));
        store.send(id, "s2", QUESTIONNAIRE, PLAN);
        return id;
    }

    Answers answers(RespondentId id) {
        return store.respondent(id).orElseThrow().answers();
    }

    static Answer words(String text) {
        return new Answer.Words(text);
    }

    static PageSave answer(RespondentId id, String saveId, String text) {
        return page(id, "one", saveId, List.of("a"), Map.of("a", words(text)));
    }

    static PageSave page(
            RespondentId id,
            String page,
            String saveId,
            List<String> asked,
            Map<String, Answer> answers) {
        return new PageSave(id, page, saveId, asked, answers, QUESTIONNAIRE, PLAN, "", 10);
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

    private static PageSave timed(int seconds) {
        var id = new RespondentId("0123456789abcdef0123456789abcdef");
        return new PageSave(id, "one", "s1", List.of(), Map.of(), QUESTIONNAIRE, PLAN, "", seconds);
    }

    private static Snapshot snapshot(int number, long lastSequence) {
        return new Snapshot(
                STUDY, number, lastSequence, 3, PLAN, QUESTIONNAIRE, "{\"findings\":[]}");
    }

    static Version version(String questionnaire, String plan, String text) {
        return new Version(STUDY, questionnaire, plan, sources(text));
    }

    private static Sources sources(String text) {
        return new Sources(STUDY, Map.of("study.yaml", "name: tears", "questions.yaml", text));
    }
}
