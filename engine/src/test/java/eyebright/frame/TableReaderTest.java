package eyebright.frame;

import static eyebright.frame.Specimen.read;
import static eyebright.frame.Specimen.said;
import static eyebright.frame.Specimen.statuses;
import static eyebright.frame.Status.ANSWERED;
import static eyebright.frame.Status.NOT_REACHED;
import static eyebright.frame.Status.SKIPPED;
import static eyebright.frame.Status.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problems;
import eyebright.study.Study;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final Study STUDY = Specimen.study();
    private static final Study SMALL =
            Specimen.study(
                    "",
                    """
                    - page: start
                      title: Start
                      questions:
                        - id: greeting
                          ask: How?
                          column: Gruss
                          one-of: [{wave: I wave, as: W}, {nod: I nod}]
                        - id: age
                          ask: How old?
                          number: {from: 0, to: 100, decimals: 1, unit: years}
                        - id: word
                          ask: What?
                          text: {up-to: 10}
                    """);

    private Problems problems;

    @BeforeEach
    void begin() {
        problems = new Problems();
    }

    @Test
    void aTableMadeElsewhereIsReadByItsDeclaredNames() {
        Frame frame =
                read(
                        "\uFEFF\"id\",\"Gruss\",\"age\",\"word\"\r\n7,W,17.0,\"a \"\"b\"\"\r\nc\"\r\n8,nod,,NA\r\n9,I wave,1e1,x",
                        SMALL,
                        problems);

        assertThat(said(problems)).isEqualTo("\n");
        assertThat(frame.respondents()).containsExactly("7", "8", "9");
        assertThat(frame.origin()).isEqualTo(new Origin.Real());
        var greeting = (Column.Choices) frame.column("greeting");
        assertThat(new int[] {greeting.index(0), greeting.index(1), greeting.index(2)})
                .containsExactly(0, 1, 0);
        var age = (Column.Numbers) frame.column("age");
        assertThat(new double[] {age.value(0), age.value(2)}).containsExactly(17, 10);
        assertThat(statuses(frame, "age")).containsExactly(ANSWERED, SKIPPED, ANSWERED);
        assertThat(statuses(frame, "word")).containsExactly(ANSWERED, SKIPPED, ANSWERED);
        assertThat(((Column.Words) frame.column("word")).text(0)).isEqualTo("a \"b\"\r\nc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greeting,age,word\nW,3.5,x\n",
                "greeting\tage\tword\nW\t3.5\tx\n",
                "greeting;age;word\r\nW;3,5;x"
            })
    void commasTabsAndSemicolonsSeparateCells(String csv) {
        Frame frame = read(csv, SMALL, problems);

        assertThat(said(problems)).isEqualTo("\n");
        assertThat(frame.respondents()).containsExactly("line 2");
        assertThat(((Column.Numbers) frame.column("age")).value(0)).isEqualTo(3.5);
    }

    @Test
    void everyCellThatCannotBeReadIsAProblemAtItsPlace() {
        Frame frame =
                read(
                        """
                        respondent,greeting,age,word
                        a,bow,101,short
                        b,wave,12.25,much too long a text
                        c,nod,twelve,'=1
                        c,nod,1
                        """,
                        SMALL,
                        problems);

        assertThat(said(problems))
                .isEqualTo(
                        """
                        table.csv:2:2: warning: greeting must be one of its options, not "bow"; the cell counts as unreadable [table-cell]
                          fix: correct the cell, or leave it empty
                          see: docs/problems/table-cell.md
                        table.csv:2:3: warning: age must be a number from 0 to 100 with at most 1 decimals, not "101"; the cell counts as unreadable [table-cell]
                          fix: correct the cell, or leave it empty
                          see: docs/problems/table-cell.md
                        table.csv:3:3: warning: age must be a number from 0 to 100 with at most 1 decimals, not "12.25"; the cell counts as unreadable [table-cell]
                          fix: correct the cell, or leave it empty
                          see: docs/problems/table-cell.md
                        table.csv:3:4: warning: word must be a text of at most 10 characters, not "much too long a text"; the cell counts as unreadable [table-cell]
                          fix: correct the cell, or leave it empty
                          see: docs/problems/table-cell.md
                        table.csv:4:3: warning: age must be a number from 0 to 100 with at most 1 decimals, not "twelve"; the cell counts as unreadable [table-cell]
                          fix: correct the cell, or leave it empty
                          see: docs/problems/table-cell.md
                        table.csv:5:1: warning: respondent "c" stands twice; both lines are read [table-cell]
                          fix: take one out, or give each line an id of its own
                          see: docs/problems/table-cell.md
                        table.csv:5:4: warning: the line has 3 cells, the first line 4 [table-cell]
                          fix: check the quotes and separators of this line
                          see: docs/problems/table-cell.md
                        """);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(statuses(frame, "greeting"))
                .containsExactly(UNREADABLE, ANSWERED, ANSWERED, ANSWERED);
        assertThat(statuses(frame, "age"))
                .containsExactly(UNREADABLE, UNREADABLE, UNREADABLE, ANSWERED);
        assertThat(statuses(frame, "word"))
                .containsExactly(ANSWERED, UNREADABLE, ANSWERED, SKIPPED);
        assertThat(((Column.Words) frame.column("word")).text(2)).isEqualTo("=1");
    }

    @Test
    void columnsThatAreDoubledUnknownOrMissingAreProblems() {
        Frame frame = read("greeting,greeting,agee\nwave,nod,3\n", SMALL, problems);

        assertThat(said(problems))
                .isEqualTo(
                        """
                        table.csv:1:1: warning: no column "age", so nobody has reached that question [table-column]
                          fix: add the column, or leave it if the question was not asked
                          see: docs/problems/table-column.md
                        table.csv:1:1: warning: no column "word", so nobody has reached that question [table-column]
                          fix: add the column, or leave it if the question was not asked
                          see: docs/problems/table-column.md
                        table.csv:1:2: warning: column "greeting" stands twice; the first, column 1, is read [table-column]
                          fix: take one of the two out
                          see: docs/problems/table-column.md
                        table.csv:1:3: warning: nothing reads column "agee"; nearest is "age" [table-column]
                          fix: leave it, or name it in questions.yaml: column: agee
                          see: docs/problems/table-column.md
                        """);
        assertThat(statuses(frame, "age")).containsExactly(NOT_REACHED);
        assertThat(((Column.Choices) frame.column("greeting")).index(0)).isZero();
    }

    @Test
    void rehearsedRespondentsNeverMixWithOthers() {
        read(
                "respondent,rehearsed,greeting,age,word\na,margins:1,nod,,\nb,,nod,,\n",
                SMALL,
                problems);

        assertThat(problems.hasErrors()).isTrue();
        assertThat(said(problems))
                .isEqualTo(
                        """
                        table.csv:3:2: error: rehearsed must be the same in every line, "margins:1", not "" [wrong-value]
                          fix: never mix rehearsed respondents with others: keep them in tables of their own
                          see: docs/problems/wrong-value.md
                        """);
    }

    @Test
    void whatAMarkMadeElsewhereHoldsIsOnlyToBeRead() {
        Frame frame =
                read(
                        "respondent,rehearsed,greeting,age,word\na,\u001b[2J\u202e7,nod,,\n",
                        SMALL,
                        problems);

        assertThat(problems.hasErrors()).isFalse();
        assertThat(frame.origin()).isInstanceOf(Origin.Rehearsed.class);
        assertThat(((Origin.Rehearsed) frame.origin()).mark()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aTableOfNothingThatIsAskedIsAnError() {
        read("a|b\n1|2\n", SMALL, problems);

        assertThat(said(problems))
                .contains(
                        "table.csv:1:1: error: the first line must name columns of the study, separated by"
                                + " commas, semicolons or tabs, not \"a|b\" [wrong-kind]\n"
                                + "  fix: write a line such as: respondent,greeting,age,word\n");
    }

    @Test
    void anOptionNotNamedMayBeEmptyBesideOneThatIs() {
        Frame frame =
                read(
                        """
                        felt.joy,felt.fear,felt.none
                        1,,
                        ,,
                        1,0,1
                        (not shown),(not shown),(not shown)
                        1,(not shown),0
                        0,0,0
                        yes,0,0
                        """,
                        STUDY,
                        problems);

        assertThat(statuses(frame, "felt"))
                .containsExactly(
                        ANSWERED,
                        SKIPPED,
                        UNREADABLE,
                        Status.NOT_SHOWN,
                        UNREADABLE,
                        ANSWERED,
                        UNREADABLE);
        var felt = (Column.Sets) frame.column("felt");
        assertThat(felt.names(0, 0)).isTrue();
        assertThat(felt.names(0, 1)).isFalse();
    }

    @Test
    void aQuoteThatIsNotClosedIsAnErrorAndNotTheEndOfTheServer() {
        read("greeting,age,word\nwave,3,\"x\nnod,4,y\n", SMALL, problems);

        assertThat(said(problems))
                .isEqualTo(
                        """
                        table.csv:2:3: error: a quoted cell begins here and does not end [wrong-kind]
                          fix: close it with a quote, and write quotes inside it twice
                          see: docs/problems/wrong-kind.md
                        """);
    }

    @Test
    void cellsAndLinesAreBounded() {
        read("greeting,age,word\nwave,3," + "x".repeat(200_000), SMALL, problems);
        assertThat(said(problems))
                .contains("a cell must have at most 100,000 characters [too-large]");

        problems = new Problems();
        read("greeting" + ",".repeat(20_000), SMALL, problems);
        assertThat(said(problems)).contains("a line must have at most 10,000 cells [too-large]");
    }

    @Test
    void manyBadCellsLeaveRoomForWhatStopsTheTable() {
        read(
                "rehearsed,greeting,age,word\n" + "a,bow,x,\n".repeat(1_000) + "b,bow,x,\n",
                SMALL,
                problems);

        assertThat(problems.inFileOrder()).hasSize(CellFaults.MOST + 2);
        assertThat(problems.hasErrors()).isTrue();
        assertThat(said(problems))
                .contains("1,702 more cells or lines could not be read as they are");
    }

    @Test
    void anEmptyTableIsAnError() {
        Frame frame = read("", SMALL, problems);

        assertThat(frame.size()).isZero();
        assertThat(said(problems)).contains("error: the table is empty [missing-key]");
    }

    @Test
    void aTableThatIsNoUtf8IsAnError(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                "greeting,age,word\nwave,3,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));

        TableReader.read(file, SMALL, problems);

        assertThat(said(problems))
                .contains("latin.csv:1:1: error: the table must be UTF-8 text [not-text]");
    }

    @Test
    void fiftyThousandLinesAreReadInOneGo() throws IOException {
        var csv = new StringBuilder("respondent,greeting,age,word\n");
        for (int i = 0; i < 50_000; i++) {
            csv.append('r').append(i).append(i % 2 == 0 ? ",wave," : ",nod,").append(i % 101);
            csv.append(",\"a\nb\"\n");
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);

        Frame frame;
        try (var in =
                new InputStreamReader(
                        new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            frame = TableReader.read("large.csv", in, SMALL, problems);
        }

        assertThat(said(problems)).isEqualTo("\n");
        assertThat(frame.size()).isEqualTo(50_000);
        var age = (Column.Numbers) frame.column("age");
        assertThat(age.value(49_999)).isEqualTo(49_999 % 101);
        assertThat(((Column.Words) frame.column("word")).text(49_999)).isEqualTo("a\nb");
        assertThat(((Column.Choices) frame.column("greeting")).index(49_999)).isEqualTo(1);
    }
}
