package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.store.PageSave;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A study that is frozen, answered, changed and frozen again from the command line.
class FreezeCommandTest {

    private static final Path STAMPED =
            Path.of("../engine/src/test/resources/eyebright/check/time-stamp/good");

    @TempDir private Path folder;

    private Path hello;
    private Path data;

    @BeforeEach
    void copy() throws IOException {
        hello = Filled.copy("hello", folder);
        data = folder.resolve("data");
    }

    @Test
    void theLifeOfAStudy() throws IOException {
        assertThat(analyse("--json").out()).contains("\"frozen\" : null", "the plan is not frozen");

        Ran frozen = freeze();
        assertThat(frozen.exit()).as(frozen.err()).isEqualTo(0);
        assertThat(frozen.out()).startsWith("frozen/0001: hello, frozen ").contains("  plan   ");
        assertThat(frozen.err())
                .contains("openssl ts -query -digest ")
                .contains("The plan does not say when the study stops");
        assertThat(Ran.of("check", hello.toString()).err()).endsWith(": no errors\n");

        answer(3);
        Ran planned = analyse();
        assertThat(planned.out())
                .contains("The plan was frozen before the first answer.")
                .contains("planned")
                .doesNotContain("not frozen", "deviation: ");
        assertThat(analyse("--json").out())
                .contains("\"planned\" : true", "\"under\" : 3", "\"before\" : 0");

        change("above: 50%", "above: 60%");
        assertThat(Ran.of("check", hello.toString()).out())
                .contains(
                        "warning: since it was frozen, the bound of most-wave was 50% and is now 60% [frozen-changed]");
        Ran exploratory = analyse();
        assertThat(exploratory.out())
                .contains("deviation: the bound of most-wave was 50% and is now 60%")
                .contains("exploratory");

        assertThat(freeze().exit()).isEqualTo(1);
        assertThat(freeze().err())
                .isEqualTo(
                        "not frozen: 3 people have answered already; write --after-data 3, and the entry will say so\n");
        assertThat(freeze("--after-data", "2").err())
                .isEqualTo("not frozen: --after-data must be 3, not 2: 3 people have answered\n");
        Ran again = freeze("--after-data", "3", "--notes", "Nobody has \"looked\" yet.");
        assertThat(again.exit()).as(again.err()).isEqualTo(0);
        assertThat(again.out())
                .contains(", after 3 people had answered\n")
                .contains("  notes: Nobody has \"looked\" yet.\n");

        answer(2);
        Ran shown = freeze("--show");
        assertThat(shown.exit()).isEqualTo(0);
        assertThat(shown.out())
                .contains("frozen/0001: hello", "frozen/0002: hello")
                .contains("Planned or exploratory is told by frozen/0001.")
                .contains("Changed since:\n  the bound of most-wave was 50% and is now 60%");
        assertThat(analyse().out())
                .contains(
                        "The plan was frozen before the first answer. 2 began after the plan was changed again.");
        assertThat(Ran.of("check", hello.toString()).err()).endsWith(": no errors\n");
    }

    @Test
    void anExportedTableSaysWhatTheStoreSaysOfWhenThePlanWasFrozen() throws IOException {
        answer(2);
        freeze("--after-data", "2");
        answer(5);
        String table = folder.resolve("hello.csv").toString();
        Ran.of(
                "export",
                hello.toString(),
                "--format",
                "csv",
                "--data",
                data.toString(),
                "--out",
                table);

        assertThat(Ran.of("analyse", hello.toString(), "--data", table, "--json").out())
                .isEqualTo(analyse("--json").out())
                .contains("\"under\" : 7");

        Path plans = folder.resolve("hello-plans.csv");
        assertThat(Files.readString(plans)).startsWith("plan,people\n").endsWith(",7\n");
        Files.delete(plans);
        assertThat(Ran.of("analyse", hello.toString(), "--data", table).out())
                .doesNotContain("before the first answer");
        Files.writeString(plans, "plan,people\nwho,knows\n");
        assertThat(Ran.of("analyse", hello.toString(), "--data", table).err())
                .contains("a line of %s must be the hash of a plan".formatted(plans));
    }

    @Test
    void whoHadAnsweredBeforeIsCounted() throws IOException {
        answer(4);
        change("above: 50%", "above: 60%");
        assertThat(freeze("--after-data", "4").exit()).isEqualTo(0);
        answer(5);

        assertThat(analyse().out())
                .contains(", after 4 answers")
                .contains("Of 9 people, 4 had begun before the plan stood as it was frozen.")
                .contains("exploratory");
    }

    @Test
    void placeholdersAndErrorsCannotBeFrozen() throws IOException {
        Ran placeholders = Ran.of("freeze", "../studies/hello", "--data", data.toString());
        assertThat(placeholders.exit()).isEqualTo(1);
        assertThat(placeholders.err())
                .startsWith(
                        "not frozen: the consent still has placeholders (controller, contact, ethics, retention-end, support)");
        assertThat(Path.of("../studies/hello/frozen")).doesNotExist();

        change("greeting ==", "greting ==");
        Ran errors = freeze();
        assertThat(errors.exit()).isEqualTo(1);
        assertThat(errors.err()).contains("plan.yaml:2:").contains("[never-asked]");
        assertThat(hello.resolve("frozen")).doesNotExist();
    }

    @Test
    void whatWasEditedByHandStopsEverything() throws IOException {
        freeze();
        Path plan = hello.resolve("frozen/0001/plan.txt");
        Files.writeString(plan, Files.readString(plan).replace("50%", "40%"));

        Ran check = Ran.of("check", hello.toString());
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out())
                .startsWith(hello + "/frozen/0001/plan.txt:1:1: error: ")
                .contains("[frozen-chain]");
    }

    @Test
    void aTimeStampIsAttachedOnlyIfItIsOfTheEntry() throws IOException {
        freeze();
        String token = STAMPED.resolve("frozen/0001/time-stamp.tsr").toString();

        Ran other = freeze("--timestamp", token);
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).startsWith("not attached: the time stamp is of another text");
        assertThat(hello.resolve("frozen/0001/time-stamp.tsr")).doesNotExist();

        Path good = folder.resolve("good");
        for (String file : List.of("study.yaml", "questions.yaml", "plan.yaml")) {
            Files.createDirectories(good);
            Files.copy(STAMPED.resolve(file), good.resolve(file));
        }
        Files.createDirectories(good.resolve("frozen/0001"));
        for (String file : List.of("entry.yaml", "entry.sha256", "plan.txt", "questionnaire.txt")) {
            Files.copy(
                    STAMPED.resolve("frozen/0001").resolve(file),
                    good.resolve("frozen/0001").resolve(file));
        }
        Ran right =
                Ran.of(
                        "freeze",
                        good.toString(),
                        "--timestamp",
                        token,
                        "--ca",
                        "../engine/src/test/resources/eyebright/freeze/example-root.pem");
        assertThat(right.exit()).as(right.err()).isEqualTo(0);
        assertThat(right.err())
                .startsWith(
                        "A time stamp by “Example time stamps, Example authority of time” confirms that it existed at 2026-");
        assertThat(Ran.of("freeze", good.toString(), "--show").out())
                .contains("whether the signer is to be trusted was not checked");
        assertThat(Ran.of("freeze", good.toString(), "--timestamp", token).err())
                .isEqualTo("not attached: frozen/0001 has a time stamp already\n");
    }

    @Test
    void aLinkIsAttachedAndSaidToBeUnverified() throws IOException {
        freeze();

        assertThat(freeze("--link", "https://osf.io/abcde").err())
                .isEqualTo("attached https://osf.io/abcde; nobody has looked it up\n");
        assertThat(freeze("--show").out()).contains("also at https://osf.io/abcde (not looked up)");
    }

    @Test
    void formsAndPaperAreWritten() throws IOException {
        freeze();
        Path out = folder.resolve("registration");

        Ran ran = freeze("--export", out.toString());

        assertThat(ran.exit()).isEqualTo(0);
        assertThat(out.resolve("osf.md")).content().contains("## Hypotheses", "most-wave");
        assertThat(out.resolve("aspredicted.md")).content().contains("## 1) Data collection");
        assertThat(out.resolve("questionnaire.html"))
                .content()
                .contains("How do you greet a stranger?", "size: A4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--show --after-data 3 | --after-data and --notes are for freezing",
                "--ca x.pem | --ca goes with --show or --timestamp",
                "--link javascript:alert(1) | --link must be an address such as https://osf.io/abcde",
                "--link https://osf.io/abcde | hello has frozen nothing yet"
            })
    void wrongUseExitsWithTwo(String arguments, String said) {
        Ran ran = freeze(arguments.split(" ", -1));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(said);
    }

    private Ran freeze(String... more) {
        return run("freeze", more);
    }

    /// Of the store; before there is one, of an empty one.
    private Ran analyse(String... more) {
        Store.open(data, InstantSource.system()).close();
        return run("analyse", more);
    }

    private Ran run(String command, String... more) {
        var arguments =
                new java.util.ArrayList<>(
                        List.of(command, hello.toString(), "--data", data.toString()));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }

    private void change(String from, String to) throws IOException {
        Path plan = hello.resolve("plan.yaml");
        String text = Files.readString(plan);
        assertThat(text).contains(from);
        Files.writeString(plan, text.replace(from, to));
    }

    /// So many people answer and send, under the plan as it is.
    private void answer(int people) throws IOException {
        StudyFolder study = ((StudyFolder.Reading.Valid) StudyFolder.read(hello)).folder();
        String questionnaire = study.questionnaireHash();
        String plan = study.plan().hash();
        try (Store store = Store.open(data, InstantSource.system())) {
            store.addVersion(new Version("hello", questionnaire, plan, study.sources()));
            for (int i = 0; i < people; i++) {
                RespondentId id = store.start("hello", questionnaire, plan).id();
                store.save(
                        new PageSave(
                                id,
                                "greeting",
                                "save",
                                List.of("greeting", "hellos"),
                                Map.of(
                                        "greeting", new Answer.One("wave"),
                                        "hellos", new Answer.Amount(new BigDecimal(i))),
                                questionnaire,
                                plan,
                                "",
                                5));
                store.send(id, "send", questionnaire, plan);
            }
        }
    }
}
