package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problems;
import eyebright.source.Sources;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyReaderTest {

    /// `whole/` uses every kind of question and every key; `model.txt` is what it must come to.
    @Test
    void everyKindAndEveryKeyIsRead() {
        assertThat(Studies.whole() + "\n").isEqualTo(Studies.text("whole/model.txt"));
    }

    @Test
    void variablesStandInTheOrderOfTheQuestionnaire() {
        assertThat(Studies.whole().variables().keySet())
                .containsExactly(
                        "adult",
                        "sessions",
                        "tears",
                        "felt",
                        "warmth",
                        "traits.shy",
                        "traits.bold",
                        "age",
                        "rarely",
                        "word",
                        "ending");
        assertThat(Studies.whole().variables().values())
                .extracting(Variable::column)
                .contains("Adult", "A1", "traits.shy");
    }

    @Test
    void consentHasItsWordsForTheButtonsAndItsPlaceholders() {
        var problems = new Problems();
        Study study =
                StudyReader.read(
                                Studies.sources(
                                        Studies.HEAD
                                                .replace("Ada", "\"[who]\"")
                                                .replace("2036-12-31", "\"[day]\""),
                                        "- {page: a, title: A, questions: [{id: a, say: A}]}"),
                                problems)
                        .orElseThrow();

        assertThat(study.consent().agree()).isEqualTo("I agree");
        assertThat(study.consent().decline()).isEqualTo("I do not agree");
        assertThat(study.consent().placeholders()).containsExactly("controller", "retention-end");
        assertThat(study.consent().retentionEnd()).isEmpty();
        assertThat(study.counts()).isEqualTo(new Counting.Completed());
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void withoutItsFilesThereIsNoStudy() {
        assertThat(StudyReader.read(new Sources("small", Map.of()), new Problems())).isEmpty();
    }

    @Test
    void escapesThatNobodySeesAreAProblem() {
        assertThat(
                        Studies.problems(
                                Studies.HEAD,
                                "- {page: a, title: \"A\\u202E\", questions: [{id: a, say: \"A\\0\"}]}"))
                .extracting(problem -> problem.place().toString() + " " + problem.problem())
                .containsExactly(
                        "questions.yaml:1:20 character U+202E does not belong in a text",
                        "questions.yaml:1:56 character U+0000 does not belong in a text");
    }
}
