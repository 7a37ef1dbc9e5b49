package eyebright.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of change in plain words.
class DeviationTest {

    @TempDir private Path parent;

    private Greetings study;

    @BeforeEach
    void freeze() throws IOException {
        study = Greetings.in(parent);
        study.freeze(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan.yaml | respondents: 200 | respondents: 150 | the number of respondents was 200 and is now 150",
                "plan.yaml | stopping: We stop at 200. | stopping: We stop at once. | the stopping rule was “We stop at 200.” and is now “We stop at once.”",
                "plan.yaml | above: 50% | above: 60% | the bound of most-wave was 50% and is now 60%",
                "plan.yaml | {above: 50%} | {inside: [40%, 60%]} | the rule of most-wave was “above 50%” and is now “inside 40% 60%”",
                "plan.yaml | primary: true | primary: false | most-wave was primary and is no longer",
                "plan.yaml | family: warmth | family: people | warmth-of-women was in the family warmth and is now in people",
                "plan.yaml | family: warmth | primary: true | warmth-of-women was in the family warmth and is now in none; warmth-of-women was not primary and is now",
                "plan.yaml | among: flags < 1 | among: hellos > 1 | tens-of-the-careful was about “flags < 1” and is now about “hellos > 1”",
                "plan.yaml | Women are warmer. | Women are far warmer. | what warmth-of-women claims was “Women are warmer.” and is now “Women are far warmer.”",
                "plan.yaml | compare: warmth | compare: hellos | the analysis of warmth-of-women was “compare warmth between gender woman man” and is now “compare hellos between gender woman man”",
                "plan.yaml | be: hellos / 10 | be: hellos / 12 | the number tens was “= hellos / 10” and is now “= hellos / 12”",
                "plan.yaml | claim: most-wave | claim: many-wave | the claim many-wave was added; the claim most-wave was removed",
                "scales.yaml | reversed: [warm.cold] | least: 2 | the list of reversed items of the scale warmth was “warm.cold” and is now none; the fewest answered items of the scale warmth was 3 and is now 2",
                "scales.yaml | hellos > 400 | hellos > 300 | the condition of the flag hurried was “hellos > 400” and is now “hellos > 300”",
                "study.yaml | contact: greetings@example.org | contact: other@example.org | the consent (contact) was “greetings@example.org” and is now “other@example.org”",
                "study.yaml | text: We keep | text: We will keep | the consent (text) was “We keep your answers without your name or address.” and is now “We will keep your answers without your name or address.”",
                "study.yaml | title: Greetings | title: Hello | the title of the study was “Greetings” and is now “Hello”",
                "questions.yaml | How warm are you? | How warm are you now? | the text of the question warm was “How warm are you?” and is now “How warm are you now?”",
                "questions.yaml | {nod: I nod} | {nod: I nod}, {bow: I bow} | the answer bow of the question greeting was added",
                "questions.yaml | {nod: I nod} | {nod: I nod slowly} | the answer nod of the question greeting was “I nod” and is now “I nod slowly”",
                "questions.yaml | '[{woman: Woman}, {man: Man}]' | '[{man: Man}, {woman: Woman}]' | the order of pages, questions or answers has changed",
                "questions.yaml | to: 500 | to: 600 | the count of the question hellos was “0 to 500 people” and is now “0 to 600 people”",
            })
    void everyChangeIsToldInWords(String file, String from, String to, String words)
            throws IOException {
        study.change(file, from, to);

        assertThat(String.join("; ", study.deviations())).isEqualTo(words);
    }

    @Test
    void whoCountsIsToldOnceByThePlan() throws IOException {
        study.write("study.yaml", study.text("study.yaml") + "counts: from page greeting\n");

        assertThat(study.deviations())
                .containsExactly("who counts was “completed” and is now “from page greeting”");
        assertThat(study.standing().deviations().getFirst().of()).isEqualTo(Deviation.Of.STUDY);
    }

    @Test
    void whoReadsAChangedScaleIsExploratory() throws IOException {
        study.change("scales.yaml", "reversed: [warm.cold]", "least: 2");

        assertThat(study.standing().planned())
                .containsExactly("most-wave", "no-gender-difference", "tens-of-the-careful");
        assertThat(study.standing().deviationsOf("warmth-of-women")).hasSize(2);
        assertThat(study.standing().deviationsOf("most-wave")).isEmpty();
    }

    @Test
    void whoCountsFlagsIsExploratoryWhereAFlagHasChanged() throws IOException {
        study.change("scales.yaml", "hellos > 400", "hellos > 300");

        assertThat(study.standing().planned())
                .containsExactly("most-wave", "no-gender-difference", "warmth-of-women");
        assertThat(study.standing().deviationsOf("tens-of-the-careful")).hasSize(1);
    }

    @Test
    void whoReadsAChangedNumberIsExploratory() throws IOException {
        study.change("plan.yaml", "be: hellos / 10", "be: hellos / 12");

        assertThat(study.standing().planned()).doesNotContain("tens-of-the-careful").hasSize(3);
    }

    @Test
    void wordsForPeopleMakeNoOtherClaimExploratory() throws IOException {
        study.write(
                "plan.yaml",
                study.text("plan.yaml") + "- words: {gender.woman: {called: women}}\n");

        assertThat(study.standing().planned()).hasSize(4);
        assertThat(study.deviations())
                .containsExactly("what sentences call gender.woman was added");
    }
}
