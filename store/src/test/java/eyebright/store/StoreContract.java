package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.database.Afterwards;
import eyebright.database.JointJob.Outcome;
import eyebright.database.RefusedException;
import eyebright.database.StoreException;
import eyebright.study.Answer;
import eyebright.study.Answers;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store does, whatever database is under it.
abstract class StoreContract extends SnapshotContract {

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

    private static PageSave timed(int seconds) {
        var id = new RespondentId("0123456789abcdef0123456789abcdef");
        return new PageSave(id, "one", "s1", List.of(), Map.of(), QUESTIONNAIRE, PLAN, "", seconds);
    }

    /// By id they may be held in memory, by code they are read from the log.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoIsFoundByIdIsWhomTheLogHas(long seed) {
        var random = new Random(seed);
        List<Store> writers = writers();
        List<Started> people = new ArrayList<>(List.of(start(), start(), start()));
        for (int step = 0; step < 240; step++) {
            Started one = people.get(random.nextInt(people.size()));
            Store writer = writers.get(random.nextInt(writers.size()));
            try {
                switch (random.nextInt(12)) {
                    case 0 -> writer.send(one.id(), "s" + step, QUESTIONNAIRE, PLAN);
                    case 1 -> writer.withdraw(one.id());
                    case 2 -> people.add(writer.start(STUDY, QUESTIONNAIRE, PLAN));
                    case 3 -> writer.save(answer(one.id(), "again", "the same"));
                    case 4 ->
                            assertThat(writer.respondent(RespondentId.draw(new SecureRandom())))
                                    .isEmpty();
                    default -> writer.save(drawn(one.id(), step, random));
                }
            } catch (WithdrawnException _) {
                writers.forEach(each -> assertThat(each.respondent(one.id())).isEmpty());
            }
            Started any = people.get(random.nextInt(people.size()));
            for (Store each : writers) {
                assertThat(each.respondent(any.id())).isEqualTo(each.find(STUDY, any.code()));
            }
        }
        assertThat(store.deleteAnswers(STUDY, List.of(QUESTIONNAIRE))).isPositive();
        for (Store each : writers) {
            people.forEach(one -> assertThat(each.respondent(one.id())).isEmpty());
        }
    }

    /// All that write to the database at once, the store among them. Whoever opens more closes them.
    List<Store> writers() {
        return List.of(store);
    }

    private static PageSave drawn(RespondentId id, int step, Random random) {
        Map<String, Answer> answers =
                switch (random.nextInt(4)) {
                    case 0 -> Map.of();
                    case 1 -> Map.of("a", new Answer.Several(List.of("x", "y")));
                    case 2 -> Map.of("a", words("said " + step), "b", new Answer.One("yes"));
                    default -> Map.of("b", new Answer.Amount(new BigDecimal("1.50")));
                };
        return page(id, "page-" + random.nextInt(3), "s" + step, List.of("a", "b"), answers);
    }

    /// Two windows of one respondent, and somebody who looks meanwhile.
    @Test
    void whoIsFoundByIdWhileTheySaveIsWhomTheLogHas() throws Exception {
        Started one = start();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int window = 0; window < 4; window++) {
            int number = window;
            tasks.add(
                    () -> {
                        for (int i = 0; i < 40; i++) {
                            String save = number + "-" + i;
                            store.save(
                                    page(
                                            one.id(),
                                            "page-" + number,
                                            save,
                                            List.of("a" + number),
                                            Map.of("a" + number, words(save))));
                            assertThat(answers(one.id()).to("a" + number)).contains(words(save));
                        }
                        return true;
                    });
        }
        tasks.add(
                () -> {
                    for (int i = 0; i < 200; i++) {
                        store.respondent(one.id());
                    }
                    return true;
                });
        runTogether(tasks);
        assertThat(store.respondent(one.id())).isEqualTo(store.find(STUDY, one.code()));
        assertThat(answers(one.id()).given()).hasSize(4);
    }

    /// What the thread that writes does for all who wait, beside the same done for one after the other.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsSavedTogetherIsAsIfSavedOneAfterTheOther(long seed) {
        var random = new Random(seed);
        List<RespondentId> together = people();
        List<RespondentId> apart = people();
        for (int turn = 0; turn < 4; turn++) {
            var group = new ArrayList<Appending.Row>();
            var single = new ArrayList<Appending.Row>();
            int size = 1 + random.nextInt(200);
            for (int i = 0; i < size; i++) {
                int who = random.nextInt(together.size());
                String saveId = "s" + random.nextInt(4);
                String text = "x" + random.nextInt(3);
                boolean sends = random.nextInt(10) == 0;
                group.add(row(together.get(who), saveId, text, sends));
                single.add(row(apart.get(who), saveId, text, sends));
            }

            List<Outcome<Appended>> ofGroup = append(group);
            List<Outcome<Appended>> ofSingle =
                    single.stream().flatMap(row -> append(List.of(row)).stream()).toList();

            assertThat(told(ofGroup)).isEqualTo(told(ofSingle));
        }
        for (int i = 0; i < together.size(); i++) {
            assertThat(store.respondent(together.get(i)).map(Respondent::answers))
                    .isEqualTo(store.respondent(apart.get(i)).map(Respondent::answers));
            assertThat(store.respondent(together.get(i)).map(Respondent::visits))
                    .isEqualTo(store.respondent(apart.get(i)).map(Respondent::visits));
        }
    }

    /// Some who answer, one who has withdrawn, one who never was.
    private List<RespondentId> people() {
        var people = new ArrayList<RespondentId>();
        for (int i = 0; i < 5; i++) {
            people.add(start().id());
        }
        store.save(answer(people.getFirst(), "s1", "x1"));
        store.withdraw(people.getLast());
        people.add(RespondentId.draw(new SecureRandom()));
        return people;
    }

    private static Appending.Row row(RespondentId id, String saveId, String text, boolean sends) {
        return Appending.Row.of(
                sends
                        ? Entry.sent(id, saveId, QUESTIONNAIRE, PLAN)
                        : Entry.of(answer(id, saveId, text)));
    }

    private List<Outcome<Appended>> append(List<Appending.Row> rows) {
        return store.write(Afterwards.NOTHING, link -> new Appending(CLOCK).run(link, rows));
    }

    /// Sequences as places among those that were told, since others came between.
    private static List<String> told(List<Outcome<Appended>> outcomes) {
        var sequences = new TreeSet<Long>();
        for (Outcome<Appended> outcome : outcomes) {
            if (outcome instanceof Outcome.Done<Appended>(Appended done)) {
                sequences.add(done.saved().sequence());
                sequences.add(done.before());
            }
        }
        return outcomes.stream()
                .map(
                        outcome ->
                                switch (outcome) {
                                    case Outcome.Done<Appended>(Appended done) ->
                                            "%d after %d, new: %s"
                                                    .formatted(
                                                            sequences
                                                                    .headSet(
                                                                            done.saved().sequence())
                                                                    .size(),
                                                            sequences.headSet(done.before()).size(),
                                                            done.saved().wasNew());
                                    case Outcome.Refused<Appended>(RefusedException why) ->
                                            why.toString();
                                })
                .toList();
    }

    @Test
    void whoSavesTooOftenAtOnceIsRefusedTheRest() {
        RespondentId id = start().id();
        var rows = new ArrayList<Appending.Row>();
        for (int i = 0; i < 511; i++) {
            rows.add(row(id, "s" + i, "x", false));
        }
        rows.add(row(id, "s7", "x", false));
        rows.add(row(id, "end", "", true));

        List<Outcome<Appended>> outcomes = append(rows);

        assertThat(outcomes.subList(0, 500)).allMatch(Outcome.Done.class::isInstance);
        assertThat(outcomes.subList(500, 511)).allMatch(Outcome.Refused.class::isInstance);
        assertThat(outcomes.get(511))
                .isEqualTo(
                        new Outcome.Done<>(
                                new Appended(
                                        new Saved(8, false), 500, LocalDate.of(2026, 11, 21))));
        assertThat(outcomes.get(512)).isInstanceOf(Outcome.Done.class);
        assertThat(store.forEachRespondent(STUDY, _ -> {})).isEqualTo(501);
    }
}
