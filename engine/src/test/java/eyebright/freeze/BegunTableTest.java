package eyebright.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class BegunTableTest {

    private static final List<Begun.Run> RUNS =
            List.of(
                    new Begun.Run("a".repeat(64), 3),
                    new Begun.Run("0".repeat(64), 120),
                    new Begun.Run("a".repeat(64), 1));

    @Test
    void whatIsReadIsWhatWasWrittenInItsOrder() {
        var problems = new Problems();

        assertThat(BegunTable.read("t", BegunTable.write(RUNS), problems)).isEqualTo(RUNS);
        assertThat(BegunTable.read("t", BegunTable.write(List.of()), problems)).isEmpty();
        assertThat(problems.inFileOrder()).isEmpty();
    }

    @Test
    void whateverElseStandsThereIsAProblem() {
        var problems = new Problems();
        String text =
                "people\n%s,3\n%s,0\nxyz,3\n\n%s,3,4\n"
                        .formatted("a".repeat(64), "b".repeat(64), "c".repeat(64));

        assertThat(BegunTable.read("t-plans.csv", text, problems))
                .containsExactly(new Begun.Run("a".repeat(64), 3));
        assertThat(problems.inFileOrder())
                .hasSize(5)
                .first()
                .hasToString(
                        """
                        t-plans.csv:1:1: warning: the first line of t-plans.csv must be "plan,people" [table-column]
                          fix: export the answers again, or take the file away
                          see: docs/problems/table-column.md\
                        """);
    }
}
