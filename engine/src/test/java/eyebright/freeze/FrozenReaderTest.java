package eyebright.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problem;
import eyebright.source.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chain that somebody has touched says where.
class FrozenReaderTest {

    @TempDir private Path parent;

    private Greetings study;

    @BeforeEach
    void freezeTwice() throws IOException {
        study = Greetings.in(parent);
        study.freeze(0);
        study.change("plan.yaml", "respondents: 200", "respondents: 300");
        study.freeze(12);
    }

    @Test
    void anEditedPlanIsFound() throws IOException {
        study.change("frozen/0001/plan.txt", "respondents 200", "respondents 100");

        assertThat(only().toString())
                .startsWith(
                        "frozen/0001/plan.txt:1:1: error: frozen/0001/plan.txt is not as it was frozen: its hash is ");
    }

    @Test
    void anEditedQuestionnaireIsFound() throws IOException {
        study.change("frozen/0002/questionnaire.txt", "I nod", "I bow");

        assertThat(only().place()).hasToString("frozen/0002/questionnaire.txt:1:1");
    }

    @Test
    void anEditedEntryIsFound() throws IOException {
        study.change("frozen/0002/entry.yaml", "answers: 12", "answers: 0");

        assertThat(only().toString())
                .startsWith(
                        "frozen/0002/entry.yaml:1:1: error: frozen/0002/entry.yaml is not as it was frozen: its hash is not the one in entry.sha256");
    }

    @Test
    void anEntryRewrittenWithItsHashNoLongerFitsTheNext() throws IOException {
        study.change("frozen/0001/entry.yaml", "day: 2026-11-22", "day: 2026-01-22");
        study.write(
                "frozen/0001/entry.sha256",
                eyebright.source.Sha256.hex(study.text("frozen/0001/entry.yaml"))
                        + "  entry.yaml\n");

        assertThat(only().toString())
                .startsWith(
                        "frozen/0002/entry.yaml:5:1: error: frozen/0001/entry.yaml is not as it was when frozen/0002 was frozen: its hash is ");
    }

    @Test
    void aMissingEntryIsFound() throws IOException {
        Files.move(study.folder().resolve("frozen/0001"), study.folder().resolve("frozen/.0001"));

        assertThat(only().toString())
                .startsWith(
                        "frozen/0002/entry.yaml:1:1: error: there is no frozen/0001 before frozen/0002 [frozen-chain]");
    }

    @Test
    void aMissingTextIsFound() throws IOException {
        Files.delete(study.folder().resolve("frozen/0002/plan.txt"));

        assertThat(only().toString())
                .startsWith("frozen/0002/plan.txt:1:1: error: frozen/0002 has no plan.txt");
    }

    @Test
    void anEntryUnderAnotherNumberIsFound() throws IOException {
        Files.move(study.folder().resolve("frozen/0001"), parent.resolve("away"));
        Files.move(study.folder().resolve("frozen/0002"), study.folder().resolve("frozen/0001"));

        assertThat(only().toString())
                .startsWith(
                        "frozen/0001/entry.yaml:3:1: error: the entry in frozen/0001 must be number 1, not 2");
    }

    @Test
    void keysThatNothingReadsAreFound() throws IOException {
        study.write(
                "frozen/0002/entry.yaml", study.text("frozen/0002/entry.yaml") + "sealed: true\n");

        assertThat(study.said()).extracting(Problem::rule).contains(Rule.UNKNOWN_KEY);
    }

    @Test
    void linksAreReadAndOddOnesFound() throws IOException {
        study.write("frozen/0002/links.txt", "https://osf.io/abcde\njavascript:alert(1)\n");

        assertThat(only().toString()).startsWith("frozen/0002/links.txt:2:1: error: a link must");
        study.write("frozen/0002/links.txt", "https://osf.io/abcde\n");
        assertThat(study.read().frozen().last().orElseThrow().links())
                .containsExactly("https://osf.io/abcde");
    }

    @Test
    void whatIsNoTimeStampIsFound() throws IOException {
        study.write("frozen/0001/time-stamp.tsr", "today");

        assertThat(only())
                .extracting(Problem::rule, Problem::problem)
                .containsExactly(
                        Rule.TIME_STAMP, "the time stamp must be a token of RFC 3161 (DER)");
    }

    @Test
    void strangersAndLinksInTheFolderAreNotFollowed() throws IOException {
        study.write("frozen/notes.txt", "x");
        Files.createSymbolicLink(study.folder().resolve("frozen/0003"), parent);
        study.write("frozen/0001/notes.txt", "x");

        assertThat(study.said())
                .extracting(problem -> problem.place().file() + " " + problem.rule().slug())
                .containsExactlyInAnyOrder(
                        "frozen/notes.txt unknown-file",
                        "frozen/0001/notes.txt unknown-file",
                        "frozen/0003 outside-path");
    }

    private Problem only() throws IOException {
        assertThat(study.said()).hasSize(1);
        return study.said().getFirst();
    }
}
