package eyebright.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problem;
import eyebright.source.Rule;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a study: nothing frozen, frozen, answers, changes, frozen again.
class FrozenLifeTest {

    @TempDir private Path parent;

    private Greetings study;

    @BeforeEach
    void make() throws IOException {
        study = Greetings.in(parent);
    }

    @Test
    void aStudyThatHasFrozenNothingHasNoStanding() throws IOException {
        assertThat(study.read().standing()).isEmpty();
        assertThat(study.said()).isEmpty();
    }

    @Test
    void whatWasFrozenIsReadBackAsItWas() throws IOException {
        Freeze freeze = study.freeze(0);

        assertThat(study.read().frozen().freezes()).containsExactly(freeze);
        assertThat(study.said()).isEmpty();
        assertThat(freeze.entry().planHash()).isEqualTo(study.read().plan().hash());
        assertThat(freeze.plan()).isEqualTo(study.read().plan().canonical());
        assertThat(freeze.entry().stopping()).hasValue("We stop at 200.");
        assertThat(study.standing().planned())
                .containsExactly(
                        "most-wave",
                        "no-gender-difference",
                        "warmth-of-women",
                        "tens-of-the-careful");
        assertThat(study.standing().isPlanned("most-wave")).isTrue();
        assertThat(study.standing().deviations()).isEmpty();
    }

    @Test
    void theHashesAreThoseThatSha256sumGives() throws IOException {
        Freeze freeze = study.freeze(0);

        assertThat(study.text("frozen/0001/entry.sha256"))
                .isEqualTo(freeze.hash() + "  entry.yaml\n");
        assertThat(eyebright.source.Sha256.hex(study.text("frozen/0001/entry.yaml")))
                .isEqualTo(freeze.hash());
        assertThat(eyebright.source.Sha256.hex(study.text("frozen/0001/plan.txt")))
                .isEqualTo(freeze.entry().planHash());
        assertThat(eyebright.source.Sha256.hex(study.text("frozen/0001/questionnaire.txt")))
                .isEqualTo(freeze.entry().questionnaireHash());
    }

    @Test
    void aChangedMarginIsADeviationInWordsAndTheClaimExploratory() throws IOException {
        study.freeze(0);
        study.change("plan.yaml", "not-more-by: 10 points", "not-more-by: 12 points");

        assertThat(study.deviations())
                .containsExactly(
                        "the margin of no-gender-difference was 10 points and is now 12 points");
        assertThat(study.standing().isPlanned("no-gender-difference")).isFalse();
        assertThat(study.standing().isPlanned("most-wave")).isTrue();
        assertThat(study.said())
                .singleElement()
                .extracting(Problem::rule, problem -> problem.place().toString())
                .containsExactly(Rule.FROZEN_CHANGED, "plan.yaml:1:1");
    }

    @Test
    void whatIsFrozenAgainBeforeAnybodyAnswersIsPlanned() throws IOException {
        study.freeze(0);
        study.change("plan.yaml", "not-more-by: 10 points", "not-more-by: 12 points");
        Freeze second = study.freeze(0);

        assertThat(second.entry().before())
                .hasValue(study.read().frozen().freezes().getFirst().hash());
        assertThat(study.standing().number()).isEqualTo(2);
        assertThat(study.deviations()).isEmpty();
        assertThat(study.said()).isEmpty();
    }

    @Test
    void whatIsFrozenAgainAfterAnswersIsWrittenDownAndPlansNothing() throws IOException {
        study.freeze(0);
        study.change("plan.yaml", "not-more-by: 10 points", "not-more-by: 12 points");
        study.freeze(31);

        assertThat(study.said()).isEmpty();
        assertThat(study.standing().number()).isEqualTo(1);
        assertThat(study.standing().freezes()).isEqualTo(2);
        assertThat(study.standing().isPlanned("no-gender-difference")).isFalse();
        assertThat(study.deviations()).hasSize(1);
    }

    @Test
    void aPlanFirstFrozenAfterAnswersPlansNothingUnlessAllCarryItsHash() throws IOException {
        Freeze freeze = study.freeze(31);
        Standing standing = study.standing();
        String hash = freeze.entry().planHash();
        var same = Begun.of(List.of(new Begun.Run(hash, 31)), hash);
        var other =
                Begun.of(List.of(new Begun.Run("a".repeat(64), 1), new Begun.Run(hash, 30)), hash);

        assertThat(standing.isPlanned("most-wave")).isFalse();
        assertThat(standing.with(same).isPlanned("most-wave")).isTrue();
        assertThat(standing.with(other).isPlanned("most-wave")).isFalse();
        assertThat(standing.inShort()).isEqualTo("frozen 2026-11-22, after 31 answers");
    }

    @Test
    void freezingIsRefusedOncePeopleHaveAnsweredUnlessTheyAreCounted() throws IOException {
        assertThat(study.freezing(7, OptionalInt.empty()))
                .isEqualTo(
                        new Freezing.Outcome.Refused(
                                List.of(
                                        "7 people have answered already; write --after-data 7, and the entry will say so")));
        assertThat(study.freezing(7, OptionalInt.of(5)))
                .isEqualTo(
                        new Freezing.Outcome.Refused(
                                List.of("--after-data must be 7, not 5: 7 people have answered")));
        assertThat(study.freezing(0, OptionalInt.of(5)))
                .isEqualTo(
                        new Freezing.Outcome.Refused(
                                List.of("--after-data must be 0, not 5: nobody has answered")));
        assertThat(study.freezing(7, OptionalInt.of(7))).isInstanceOf(Freezing.Outcome.Ready.class);
    }

    @Test
    void placeholdersAndAPlanWithoutClaimsCannotBeFrozen() throws IOException {
        study.change("study.yaml", "greetings@example.org", "\"[an e-mail address]\"");
        Files.delete(study.folder().resolve("plan.yaml"));

        assertThat(study.freezing(0, OptionalInt.empty()))
                .isEqualTo(
                        new Freezing.Outcome.Refused(
                                List.of(
                                        "the consent still has placeholders (contact), and what respondents agree to is frozen too",
                                        "the plan has no claims: plan.yaml says what a study claims")));
    }

    @Test
    void whatHasNotChangedIsNotFrozenTwice() throws IOException {
        study.freeze(0);

        assertThat(study.freezing(0, OptionalInt.empty()))
                .isEqualTo(
                        new Freezing.Outcome.Refused(
                                List.of("nothing has changed since frozen/0001 was frozen")));
    }

    @Test
    void anEntryIsNeverReplaced() throws IOException {
        Freeze freeze = study.freeze(0);

        Assertions.assertThatThrownBy(() -> FreezeFiles.append(study.folder(), freeze))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void lineEndsAndCommentsChangeNothingThatWasFrozen() throws IOException {
        study.freeze(0);
        for (String file :
                List.of(
                        "plan.yaml",
                        "study.yaml",
                        "questions.yaml",
                        "scales.yaml",
                        "frozen/0001/entry.yaml",
                        "frozen/0001/entry.sha256",
                        "frozen/0001/plan.txt",
                        "frozen/0001/questionnaire.txt")) {
            study.write(file, study.text(file).replace("\n", "\r\n"));
        }
        study.write("plan.yaml", "# A remark.\r\n" + study.text("plan.yaml"));

        assertThat(study.said()).isEmpty();
        assertThat(study.deviations()).isEmpty();
    }

    @Test
    void thePlanSaysWhatItCouldSayAsWell() throws IOException {
        study.change("plan.yaml", "  stopping: We stop at 200.\n", "");
        study.change("plan.yaml", "  expects: {above: 50%}\n", "");

        assertThat(study.freezing(0, OptionalInt.empty()))
                .isInstanceOfSatisfying(
                        Freezing.Outcome.Ready.class,
                        ready ->
                                assertThat(ready.advice())
                                        .containsExactly(
                                                "The plan does not say when the study stops gathering answers (stopping: WORDS in its first entry).",
                                                "most-wave is primary and has no rule to be judged by (expects)."));
    }
}
