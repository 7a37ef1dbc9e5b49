package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problems;
import eyebright.source.Sha256;
import eyebright.source.Sources;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    private static final String STUDY = Studies.text("whole/study.yaml");
    private static final String QUESTIONS = Studies.text("whole/questions.yaml");

    @Test
    void theTextIsThatOfTheVector() {
        assertThat(Canonical.questionnaire(Studies.whole()))
                .isEqualTo(Studies.text("whole/canonical.txt"));
    }

    @Test
    void theHashIsThatOfTheText() {
        assertThat(Canonical.questionnaireHash(Studies.whole()))
                .isEqualTo("28dcf644a6b48ccb9257439fa9336fadfd39b0fdc3c1cbb74e9bb43dabc4ccbf");
        assertThat(Sha256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void commentsLineEndsAndTheOrderOfKeysChangeNothing() {
        String hash = hash(STUDY, QUESTIONS);

        assertThat(hash("# a comment\n" + STUDY, QUESTIONS + "\n# another\n")).isEqualTo(hash);
        assertThat(hash(STUDY.replace("\n", "\r\n"), QUESTIONS.replace("\n", "\r\n")))
                .isEqualTo(hash);
        assertThat(
                        hash(
                                STUDY.replace("title: The whole\n", "") + "title: The whole\n",
                                QUESTIONS.replace(
                                        "ask: How many sessions?",
                                        "ask: >-\n        How many\n        sessions?")))
                .isEqualTo(hash);
        assertThat(hash(STUDY, QUESTIONS.replace("from: 0, to: 10, low", "to: 10, from: 0, low")))
                .isEqualTo(hash);
        assertThat(hash(STUDY, QUESTIONS.replace("to: 100.5", "to: 100.50"))).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "study | title: The whole | title: The half",
                "study | Two minutes | Three minutes",
                "study | ada@example.org | eve@example.org",
                "study | 2036-12-31 | 2037-12-31",
                "study | A line | Another line",
                "study | We keep your | We lose your",
                "study | Yes, I do | Yes",
                "study | `No, thanks` | No",
                "study | Approved as | Approved by",
                "study | adult == \"yes\" | adult != \"no\"",
                "study | all the same | anyway",
                "study | from page day | from page more",
                "study | Tears in | Water in",
                "study | [daily, therapy] | [therapy, daily]",
                "questions | id: ending | id: finish",
                "questions | {no: \"No\" | {nope: \"No\"",
                "questions | {fear: Fear} | {fear: Angst}",
                "questions | {joy: Joy}, {fear: Fear} | {fear: Fear}, {joy: Joy}",
                "questions | `, alone: true` | ``",
                "questions | {shy: Shy} | {timid: Shy}",
                "questions | How warm? | How hot?",
                "questions | hint: In years. | hint: In full years.",
                "questions | `high: very}` | `high: very much}`",
                "questions | order: random | order: as written",
                "questions | page: last | page: final",
                "questions | title: More | title: Even more",
                "questions | Think of **today** | Think of today",
                "questions | to: 500, | to: 501,",
                "questions | decimals: 1 | decimals: 2",
                "questions | to: 10000 | to: 10001",
                "questions | up-to: 80 | up-to: 81",
                "questions | tears <= sessions | tears < sessions",
                "questions | Please check both | Do check both",
                "questions | support: true | support: false",
                "questions | Nearly done | Done",
            })
    void whatARespondentSeesChangesIt(String file, String before, String after) {
        boolean isStudy = file.equals("study");
        String text = isStudy ? STUDY : QUESTIONS;
        assertThat(text).contains(before);
        String changed = text.replace(before, after == null ? "" : after);

        assertThat(isStudy ? hash(changed, QUESTIONS) : hash(STUDY, changed))
                .isNotEqualTo(hash(STUDY, QUESTIONS));
    }

    @Test
    void wordsAtTheEndsOfARatingAreToldApart() {
        String one = "rating: {from: 1, to: 9, low: a to 7 b, high: c}";
        String other = "rating: {from: 1, to: 7, low: a, high: b to 9 c}";

        assertThat(Canonical.questionnaireHash(rating(one)))
                .isNotEqualTo(Canonical.questionnaireHash(rating(other)));
    }

    private static Study rating(String rating) {
        return Studies.of(
                "- {page: a, title: A, questions: [{id: a, ask: A, %s}]}".formatted(rating));
    }

    private static String hash(String study, String questions) {
        var problems = new Problems();
        return StudyReader.read(
                        new Sources(
                                "whole", Map.of("study.yaml", study, "questions.yaml", questions)),
                        problems)
                .map(Canonical::questionnaireHash)
                .orElseThrow(() -> new IllegalArgumentException(problems.inFileOrder().toString()));
    }
}
