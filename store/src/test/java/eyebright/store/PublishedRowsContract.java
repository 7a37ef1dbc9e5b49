package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.disclosure.Ledger;
import eyebright.frame.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every store keeps of rows that were published, and who goes from what is public when one of them withdraws.
abstract class PublishedRowsContract extends StoreFixture {

    private static final int FEWEST = 5;
    private static final String DATA = "hash";

    private List<RespondentId> people(int count) {
        var people = new ArrayList<RespondentId>();
        for (int i = 0; i < count; i++) {
            people.add(sent());
        }
        return people;
    }

    /// The same combination for all of them, in one batch.
    private static Ledger ledger(Ledger before, List<RespondentId> people, long batch) {
        var rows = new TreeMap<>(before.rows());
        people.forEach(id -> rows.put(id.hex(), new Ledger.Row(batch, 3, 7)));
        return new Ledger("rules", rows);
    }

    private List<String> shown() {
        var shown = new ArrayList<String>();
        store.forEachShown(STUDY, each -> shown.add(each.id().hex()));
        return shown;
    }

    @Test
    void howRowsWereToldIsKept() {
        assertThat(store.ledger(STUDY)).isEqualTo(Ledger.NONE);
        List<RespondentId> people = people(6);
        Ledger ledger = ledger(Ledger.NONE, people, 12);

        assertThat(store.keep(STUDY, ledger, FEWEST, DATA)).isTrue();

        assertThat(store.ledger(STUDY)).isEqualTo(ledger);
        assertThat(store.ledger("another")).isEqualTo(Ledger.NONE);
        assertThat(store.knows(STUDY, DATA)).isTrue();
        assertThat(store.knows(STUDY, "of another state")).isFalse();
        assertThat(store.knows("another", DATA)).isFalse();
        Ledger more = ledger(ledger, people(5), 30);
        assertThat(store.keep(STUDY, more, FEWEST, DATA)).isTrue();
        assertThat(store.ledger(STUDY)).isEqualTo(more);
    }

    /// @param staying how many of as many who tell the same stay when one of them withdraws
    @ParameterizedTest
    @CsvSource({"5, 0", "9, 0", "10, 5", "13, 8"})
    void withWhoWithdrawsGoAsManyAsShareACombination(int people, int staying) {
        List<RespondentId> all = people(people);
        store.keep(STUDY, ledger(Ledger.NONE, all, 12), FEWEST, DATA);
        List<RespondentId> others = people(3);

        store.withdraw(all.get(2));

        assertThat(store.ledger(STUDY).rows()).hasSize(staying);
        assertThat(shown()).hasSize(staying + others.size());
        assertThat(new HashSet<>(shown())).containsAll(store.ledger(STUDY).rows().keySet());
        // The others' answers stay where they are.
        assertThat(store.respondents(STUDY)).hasSize(people - 1 + others.size());
    }

    @Test
    void whoGoesWithAnotherGoesOnce() {
        List<RespondentId> people = people(12);
        store.keep(STUDY, ledger(Ledger.NONE, people, 12), FEWEST, DATA);
        store.withdraw(people.getFirst());
        List<String> left = List.copyOf(store.ledger(STUDY).rows().keySet());
        RespondentId went =
                people.stream()
                        .skip(1)
                        .filter(id -> !left.contains(id.hex()))
                        .findFirst()
                        .orElseThrow();

        store.withdraw(went);

        assertThat(store.ledger(STUDY).rows().keySet()).containsExactlyElementsOf(left);
    }

    @Test
    void onlyThoseOfTheSameBatchAndCombinationGo() {
        List<RespondentId> first = people(6);
        List<RespondentId> second = people(6);
        Ledger ledger = ledger(Ledger.NONE, first, 12);
        store.keep(STUDY, ledger, FEWEST, DATA);
        store.keep(STUDY, ledger(ledger, second, 30), FEWEST, DATA);

        store.withdraw(second.getFirst());

        assertThat(store.ledger(STUDY)).isEqualTo(ledger);
    }

    /// @param going how many of twelve with one combination began with the version whose day has come
    /// @param staying how many of the others stay in public rows
    @ParameterizedTest
    @CsvSource({"1, 7", "2, 7", "4, 7", "5, 7", "7, 5", "8, 0", "12, 0"})
    void rowsOfAVersionWhoseDayHasComeGoAsThoseOfWhoWithdraw(int going, int staying) {
        String other = "0".repeat(64);
        store.addVersion(new Version(STUDY, other, PLAN, sources("x")));
        List<RespondentId> people = people(12 - going);
        for (int number = 0; number < going; number++) {
            RespondentId id = store.start(STUDY, other, PLAN).id();
            store.save(answer(id, "s1", "x"));
            people.add(id);
        }
        store.keep(STUDY, ledger(Ledger.NONE, people, 12), FEWEST, DATA);

        assertThat(store.deleteAnswers(STUDY, List.of(other))).isEqualTo(going);

        assertThat(store.ledger(STUDY).rows()).hasSize(staying);
        assertThat(shown()).hasSize(staying);
        assertThat(store.respondents(STUDY)).hasSize(12 - going);
        assertThat(store.basis(STUDY).removals()).isEqualTo(going);
    }

    @Test
    void whenAllAreDeletedVersionsThatWerePublishedAreKnownStill() {
        Ledger ledger = ledger(Ledger.NONE, people(6), 12);
        store.keep(STUDY, ledger, FEWEST, DATA);

        store.deleteAnswers(STUDY, store.questionnaires(STUDY));

        assertThat(store.ledger(STUDY)).isEqualTo(new Ledger(ledger.rules(), new TreeMap<>()));
        assertThat(store.knows(STUDY, DATA)).isTrue();
        assertThat(store.keep(STUDY, ledger(store.ledger(STUDY), people(6), 40), FEWEST, "later"))
                .isTrue();
        assertThat(store.ledger(STUDY).rows()).hasSize(6);
    }

    @Test
    void rowsOfWhoWithdrewMeanwhileAreNotKept() {
        List<RespondentId> people = people(8);
        Ledger ledger = ledger(Ledger.NONE, people, 12);
        store.withdraw(people.getLast());

        assertThat(store.keep(STUDY, ledger, FEWEST, DATA)).isFalse();
        assertThat(store.ledger(STUDY)).isEqualTo(Ledger.NONE);

        List<RespondentId> rest = people.subList(0, 7);
        Ledger kept = ledger(Ledger.NONE, rest, 12);
        assertThat(store.keep(STUDY, kept, FEWEST, DATA)).isTrue();
        store.withdraw(rest.getFirst());
        assertThat(store.keep(STUDY, kept, FEWEST, DATA)).isFalse();
    }

    @Test
    void whatWasPublishedIsToldAsItWasThen() {
        List<RespondentId> people = people(5);
        long then = store.forEachShown(STUDY, _ -> {});
        Ledger ledger = ledger(Ledger.NONE, people, then);
        store.keep(STUDY, ledger, FEWEST, DATA);
        store.save(answer(people.getFirst(), "later", "another word"));
        RespondentId fresh = sent();
        long now = store.forEachShown(STUDY, _ -> {});

        List<Response> published = StoredFrame.published(store, STUDY, ledger, now);

        assertThat(published).hasSize(6);
        assertThat(published)
                .allSatisfy(each -> assertThat(each.answers().to("a")).contains(words("x")));
        assertThat(published).extracting(each -> each.id()).contains(fresh.hex());
        var shown = new ArrayList<Respondent>();
        store.forEachShown(STUDY, shown::add);
        assertThat(shown)
                .anySatisfy(
                        each -> assertThat(each.answers().to("a")).contains(words("another word")));
    }
}
