package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("sets the default locale")
class EntryTest {

    private final Study study = Studies.whole();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                // page | field | typed | kept
                "who | adult | yes | One[code=yes]",
                "day | sessions | 12 | Amount[value=12]",
                "day | sessions | ` 12 ` | Amount[value=12]",
                "day | sessions | 0 | Amount[value=0]",
                "day | sessions | +5 | Amount[value=5]",
                "day | sessions | 007 | Amount[value=7]",
                "day | sessions | 3.0 | Amount[value=3]",
                "day | sessions | 3,0 | Amount[value=3]",
                "day | sessions | 100 | Amount[value=100]",
                "day | sessions | １２ | Amount[value=12]",
                "day | sessions | ` ` | null",
                "day | felt | joy | Several[codes=[joy]]",
                "day | felt | fear/joy | Several[codes=[joy, fear]]",
                "day | felt | none | Several[codes=[none]]",
                "day | felt | `` | null",
                "more | warmth | 0 | Amount[value=0]",
                "more | warmth | 10 | Amount[value=10]",
                "more | traits.shy | -3 | Amount[value=-3]",
                "more | traits.bold | 3 | Amount[value=3]",
                "more | age | 18.5 | Amount[value=18.5]",
                "more | age | `18,5` | Amount[value=18.5]",
                "more | age | １８．５ | Amount[value=18.5]",
                "more | age | 18.50 | Amount[value=18.5]",
                "more | rarely | 10000 | Amount[value=10000]",
                "more | word | <b>&{{age}} | Words[text=<b>&{{age}}]",
                "more | word | 😀 | Words[text=😀]",
            })
    void whatCanBeKeptIsKept(String page, String field, String typed, String kept) {
        Entry entry = entry(page, field, typed);

        assertThat(entry.complaints()).isEmpty();
        assertThat(String.valueOf(entry.answers().get(field))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                // page | field | typed | what is said
                "who | adult | maybe | Please choose one of the answers shown here.",
                "who | adult | yes/no | Please choose one of the answers shown here.",
                "who | adult | `` | Please answer this one: it decides whether the study is for you.",
                "day | sessions | twelve | Please give a whole number of sessions, for example 42.",
                "day | sessions | 1e9 | Please give a whole number of sessions, for example 42.",
                "day | sessions | ½ | Please give a whole number of sessions, for example 42.",
                "day | sessions | 12 sessions | Please give a whole number of sessions, for example 42.",
                "day | sessions | 99999999999999999999 | Please give a whole number of sessions, for example 42.",
                "day | sessions | 2.5 | Please give a whole number of sessions.",
                "day | sessions | `1,000` | Please write the number without a sign for thousands, for example 1000.",
                "day | sessions | 1.000 | Please write the number without a sign for thousands, for example 1000.",
                "day | sessions | 1’000 | Please write the number without a sign for thousands, for example 1000.",
                "day | sessions | 1 000 | Please write the number without a sign for thousands, for example 1000.",
                "day | sessions | 501 | Please give a number from 0 to 500 (sessions).",
                "day | sessions | -1 | Please give a number from 0 to 500 (sessions).",
                "day | sessions | −1 | Please give a number from 0 to 500 (sessions).",
                "day | felt | joy/anger | Please choose among the answers shown here.",
                "day | felt | joy/none | “None of these” cannot go with other answers. Please choose one or the other.",
                "more | warmth | 11 | Please choose a point from 0 to 10.",
                "more | warmth | 5.5 | Please choose a point from 0 to 10.",
                "more | warmth | 1/2 | Please choose a point from 0 to 10.",
                "more | traits.shy | x | Please choose a point from -3 to 3.",
                "more | age | old | Please give a number of years, for example 42.",
                "more | age | 18.55 | Please give at most 1 digit after the point.",
                "more | age | 0.500 | Please give a number from 18 to 100.5 (years).",
                "more | age | 17.9 | Please give a number from 18 to 100.5 (years).",
                "more | rarely | often | Please give a whole number, for example 42.",
                "more | rarely | 0 | Please give a number from 1 to 10000.",
                "more | word | a\0b | There is a character in this text that cannot be kept. Please write it again.",
                "more | word | a\uD83Db | There is a character in this text that cannot be kept. Please write it again.",
            })
    void whatCannotBeKeptGetsASentence(String page, String field, String typed, String said) {
        Entry entry = entry(page, field, typed);

        assertThat(entry.complaints()).containsExactly(new Complaint(field, said));
        assertThat(entry.answers()).doesNotContainKey(field);
        // Nothing typed is lost.
        if (!typed.isBlank()) {
            assertThat(entry.typed()).containsEntry(field, List.of(typed.split("/", -1)));
        }
        // No blame, no words of machines.
        assertThat(said.toLowerCase(Locale.ROOT))
                .doesNotContain("invalid", "error", "wrong", "must", "illegal", "failed")
                .endsWith(".");
    }

    @Test
    void lineEndsOfATextAreOneKind() {
        assertThat(entry("more", "word", " Hello\r\nyou\rthere ").answers())
                .containsEntry("word", new Answer.Words("Hello\nyou\nthere"));
    }

    @Test
    void aTextMayBeAsLongAsItsLimitInCharacters() {
        assertThat(entry("more", "word", "😀".repeat(80)).complaints()).isEmpty();
        assertThat(entry("more", "word", "😀".repeat(81)).complaints())
                .containsExactly(
                        new Complaint(
                                "word", "Please shorten this to 80 characters; it has 81 now."));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(entry("last", "ending", "x".repeat(6001)).complaints())
                    .containsExactly(
                            new Complaint(
                                    "ending",
                                    "Please shorten this to 5,000 characters; it has 6,001 now."));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anExampleCanBeAnAnswer() {
        Study small =
                Studies.of(
                        """
                        - page: a
                          title: A
                          questions:
                            - {id: low, ask: A, number: {from: 0.5, to: 0.9, decimals: 1, unit: mm}}
                            - {id: cold, ask: A, number: {from: -100, to: -50, unit: degrees}}
                            - {id: few, ask: A, count: {to: 3, unit: cups}}
                        """);
        Page page = small.pages().getFirst();
        Entry entry =
                Entry.read(
                        page,
                        small,
                        Answers.NONE,
                        Map.of(
                                "low", List.of("x"),
                                "cold", List.of("x"),
                                "few", List.of("x")));

        assertThat(entry.complaints())
                .extracting(Complaint::sentence)
                .containsExactly(
                        "Please give a number of mm, for example 0.5.",
                        "Please give a whole number of degrees, for example -84.",
                        "Please give a whole number of cups, for example 1.");
    }

    @Test
    void whatContradictsIsSaidWithTheAnswersInIt() {
        Entry entry =
                Entry.read(
                        page("day"),
                        study,
                        Answers.NONE,
                        Map.of("sessions", List.of("3"), "tears", List.of("4")));

        assertThat(entry.complaints())
                .containsExactly(
                        new Complaint(
                                "sessions", "You held 3 sessions. Please check both numbers."));
        assertThat(entry.typed())
                .containsEntry("sessions", List.of("3"))
                .containsEntry("tears", List.of("4"));
    }

    @Test
    void whatIsUnknownContradictsNothing() {
        assertThat(entry("day", "tears", "4").complaints()).isEmpty();
    }

    @Test
    void anAnswerBehindAChangedBranchContradictsNothing() {
        Study branch =
                Studies.of(
                        """
                        - page: a
                          title: A
                          questions:
                            - {id: works, ask: A, one-of: [{yes: "Yes"}, {no: "No"}]}
                        - page: b
                          title: B
                          show-if: works == "yes"
                          questions:
                            - {id: sessions, ask: B, count: {to: 9, unit: sessions}}
                        - page: c
                          title: C
                          expect:
                            - that: tears <= sessions
                              else: Only {{sessions}} sessions.
                          questions:
                            - {id: tears, ask: C, count: {to: 9, unit: sessions}}
                        """);
        Map<String, Answer> given =
                Map.of(
                        "works", new Answer.One("yes"),
                        "sessions", new Answer.Amount(BigDecimal.ONE));
        Answers shown = new Answers(given, Set.of("a", "b"), false);
        Answers hidden =
                shown.with(branch.page("a").orElseThrow(), Map.of("works", new Answer.One("no")));
        Map<String, List<String>> form = Map.of("tears", List.of("2"));
        Page last = branch.page("c").orElseThrow();

        assertThat(Entry.read(last, branch, shown, form).complaints())
                .containsExactly(new Complaint("tears", "Only 1 sessions."));
        assertThat(Entry.read(last, branch, hidden, form).complaints()).isEmpty();
    }

    @Test
    void fieldsOfNoQuestionAreIgnored() {
        Entry entry =
                Entry.read(
                        page("more"),
                        study,
                        Answers.NONE,
                        Map.of(
                                "note",
                                List.of("x"),
                                "traits",
                                List.of("1"),
                                "_csrf",
                                List.of("y")));

        assertThat(entry.answers()).isEmpty();
        assertThat(entry.complaints()).isEmpty();
    }

    private Page page(String id) {
        return study.page(id).orElseThrow();
    }

    private Entry entry(String page, String field, String typed) {
        return Entry.read(
                page(page), study, Answers.NONE, Map.of(field, List.of(typed.split("/", -1))));
    }
}
