package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResearcherCommandTest {

    private static final String LINK = "/desk/set-up/[A-Za-z0-9_-]{43}\\R";

    @TempDir private Path folder;

    @Test
    void addPrintsALinkAloneAndMakesTheFolder() {
        Ran ran = run("add", "Ada@example.org", "--public-url", "https://study.example.org/");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).matches("https://study\\.example\\.org" + LINK);
        assertThat(ran.err()).contains("works once, within 24 hours");
        assertThat(run("list").out())
                .matches("ada@example\\.org\t[0-9-]{10}\twaits for its link\\R");
        assertThat(run("add", "grace@example.org").out())
                .matches("http://127\\.0\\.0\\.1:8080" + LINK);
    }

    @Test
    void whoIsThereIsNotAddedAgainButReset() {
        String first = run("add", "ada@example.org").out();
        Ran again = run("add", "ada@example.org");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("eyebright researcher reset ada@example.org");

        Ran reset = run("reset", "ada@example.org");
        assertThat(reset.exit()).isZero();
        assertThat(reset.out()).matches("http://127\\.0\\.0\\.1:8080" + LINK).isNotEqualTo(first);
    }

    @Test
    void removeRemovesOnce() {
        run("add", "ada@example.org");
        assertThat(run("remove", "ada@example.org").exit()).isZero();
        assertThat(run("remove", "ada@example.org").exit()).isEqualTo(1);
        assertThat(run("reset", "ada@example.org").err())
                .contains("there is no account of ada@example.org");
        assertThat(run("list")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void wrongUseIsSaid() {
        assertThat(run("add", "ada").exit()).isEqualTo(2);
        assertThat(run("add", "ada").err())
                .contains("must be such as ada@example.org, not \"ada\"");
        assertThat(run("add", "ada@example.org", "--public-url", "ftp://x").exit()).isEqualTo(2);
        assertThat(Ran.of("researcher", "list", "--data", folder.resolve("none").toString()).exit())
                .isEqualTo(2);
        Ran alone = Ran.of("researcher");
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.err()).contains("There are add, list, remove and reset.");
    }

    private Ran run(String what, String... arguments) {
        var all = new String[arguments.length + 4];
        all[0] = "researcher";
        all[1] = what;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = folder.resolve("data").toString();
        return Ran.of(all);
    }
}
