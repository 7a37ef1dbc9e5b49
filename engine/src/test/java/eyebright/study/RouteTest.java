package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.study.Route.Eligible;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final String PAGES =
            """
            - page: a
              title: A
              questions:
                - {id: adult, ask: A, one-of: [{yes: "Yes"}, {no: "No"}]}
            - page: b
              title: B
              questions:
                - {id: felt, ask: B, several-of: [{joy: Joy}, {none: None, alone: true}]}
                - {id: age, ask: B, count: {to: 99, unit: years}}
            - page: c
              title: C
              show-if: felt.joy or age > 30
              questions:
                - {id: why, ask: C, one-of: [{x: X}, {y: Y}]}
            - page: d
              title: D
              show-if: why == "x"
              questions:
                - {id: then, ask: D, text: {up-to: 9}}
            - page: e
              title: E
              questions:
                - {id: end, say: E}
            """;

    private final Study study = Studies.of("eligible-if: adult == \"yes\"\ngoodbye: Bye\n", PAGES);
    private final Answers adult = save(Answers.NONE, "a", Map.of("adult", new Answer.One("yes")));

    @Test
    void beforeAnyAnswerOnlyWhatHasNoConditionIsOnTheWay() {
        Route route = route(Answers.NONE);

        assertThat(ids(route)).containsExactly("a", "b", "e");
        assertThat(route.eligible()).isEqualTo(Eligible.OPEN);
        assertThat(route.firstUnsaved()).map(Page::id).contains("a");
    }

    @Test
    void theWayOfLaterAnswersIsWorkedOutAsAnew() {
        Answers later = save(adult, "b", Map.of("age", amount(31)));
        for (Answers before : List.of(Answers.NONE, adult, later)) {
            Route with = route(before).with(later);
            assertThat(with.pages()).isEqualTo(route(later).pages());
            assertThat(with.eligible()).isEqualTo(route(later).eligible());
            assertThat(with.firstUnsaved()).isEqualTo(route(later).firstUnsaved());
        }
    }

    @Test
    void unknownHidesUnlessTheRestDecides() {
        assertThat(ids(route(save(adult, "b", Map.of())))).containsExactly("a", "b", "e");
        assertThat(ids(route(save(adult, "b", Map.of("age", amount(31))))))
                .containsExactly("a", "b", "c", "e");
        assertThat(ids(route(save(adult, "b", Map.of("age", amount(30)))))).doesNotContain("c");
        assertThat(ids(route(save(adult, "b", Map.of("felt", new Answer.Several(List.of("joy")))))))
                .contains("c");
        assertThat(
                        ids(
                                route(
                                        save(
                                                adult,
                                                "b",
                                                Map.of(
                                                        "felt",
                                                        new Answer.Several(List.of("none")))))))
                .doesNotContain("c");
    }

    @Test
    void aBranchChangedLaterHidesWhatItsAnswersLedTo() {
        Answers first = save(adult, "b", Map.of("age", amount(31)));
        Answers second = save(first, "c", Map.of("why", new Answer.One("x")));
        assertThat(ids(route(second))).containsExactly("a", "b", "c", "d", "e");

        Answers changed = save(second, "b", Map.of("age", amount(20)));
        assertThat(changed.to("why")).contains(new Answer.One("x"));
        assertThat(ids(route(changed))).containsExactly("a", "b", "e");
        assertThat(Route.shown(study, changed).given()).containsOnlyKeys("adult", "age");
    }

    @Test
    void whoTheStudyIsNotForSeesNothingMore() {
        Route route = route(save(Answers.NONE, "a", Map.of("adult", new Answer.One("no"))));

        assertThat(route.eligible()).isEqualTo(Eligible.NO);
        assertThat(ids(route)).containsExactly("a");
        assertThat(route.firstUnsaved()).isEmpty();
        assertThat(route.next("a")).isEmpty();
    }

    @Test
    void whoSkippedWhatDecidesIsNotInTheStudy() {
        assertThat(route(save(Answers.NONE, "a", Map.of())).eligible()).isEqualTo(Eligible.NO);
        assertThat(route(adult).eligible()).isEqualTo(Eligible.YES);
    }

    @Test
    void whatDecidesOnAHiddenPageMeansNoOnceItIsSettled() {
        Study hidden = Studies.of("eligible-if: why == \"x\"\ngoodbye: Bye\n", PAGES);
        Answers first = save(adult, "b", Map.of("age", amount(20)));

        assertThat(Route.of(hidden, adult, Draw.of("r")).eligible())
                .as("age is open, and can still show the page that decides")
                .isEqualTo(Eligible.OPEN);
        assertThat(Route.of(hidden, first, Draw.of("r")).eligible()).isEqualTo(Eligible.NO);
    }

    @Test
    void aStudyForEverybodyIsForEverybody() {
        assertThat(Route.of(Studies.of(PAGES), Answers.NONE, Draw.of("r")).eligible())
                .isEqualTo(Eligible.YES);
    }

    @Test
    void theWayGoesOnAndBack() {
        Route route = route(save(adult, "b", Map.of()));

        assertThat(route.next("a")).map(Page::id).contains("b");
        assertThat(route.next("b")).map(Page::id).contains("e");
        assertThat(route.next("e")).isEmpty();
        assertThat(route.next("c")).as("a page that is not shown").isEmpty();
        assertThat(route.previous("e")).map(Page::id).contains("b");
        assertThat(route.previous("a")).isEmpty();
        assertThat(route.firstUnsaved()).map(Page::id).contains("e");
        assertThat(route.progress("a")).isZero();
        assertThat(route.progress("b")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(route.progress("e")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(route.progress("nowhere")).isZero();
    }

    @Test
    void aPageIsReachableOnceAllBeforeItAreSaved() {
        assertThat(route(Answers.NONE).isReachable("a")).isTrue();
        assertThat(route(Answers.NONE).isReachable("b")).isFalse();
        assertThat(route(adult).isReachable("b")).isTrue();
        assertThat(route(adult).isReachable("e")).isFalse();
        assertThat(route(adult).isReachable("c")).isFalse();
        assertThat(route(save(adult, "b", Map.of())).isReachable("e")).isTrue();
    }

    @Test
    void savingAPageAgainClearsWhatIsSkippedNow() {
        Answers first = save(adult, "b", Map.of("age", amount(31)));
        Answers again = save(first, "b", Map.of("felt", new Answer.Several(List.of("joy"))));

        assertThat(again.given()).containsOnlyKeys("adult", "felt");
        assertThat(again.saved()).containsExactlyInAnyOrder("a", "b");
        assertThat(again.asSent().sent()).isTrue();
        assertThat(first.given()).as("the old answers").containsOnlyKeys("adult", "age");
    }

    private Route route(Answers answers) {
        return Route.of(study, answers, Draw.of("r"));
    }

    private Answers save(Answers answers, String page, Map<String, Answer> given) {
        return answers.with(study.page(page).orElseThrow(), given);
    }

    private static Answer amount(int number) {
        return new Answer.Amount(BigDecimal.valueOf(number));
    }

    private static List<String> ids(Route route) {
        return route.pages().stream().map(Page::id).toList();
    }
}
