package eyebright.frame;

import static eyebright.frame.Specimen.sent;
import static eyebright.frame.Specimen.written;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problems;
import eyebright.study.Answers;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

    private static final Study STUDY = Specimen.study();

    /// What programs take for formulas, separators, tokens, line ends and other scripts.
    private static final List<String> HOSTILE =
            List.of(
                    "=1+1",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "\t=1",
                    "\r=1",
                    "\n",
                    "'",
                    "''",
                    "'=1",
                    "'twas",
                    "(skipped)",
                    "(not shown)",
                    "'(not reached)",
                    "NA",
                    "'NA",
                    "a,b",
                    "a;b",
                    "a\"b\"c",
                    "\"",
                    "line\nbreak",
                    "line\r\nbreak",
                    " space ",
                    "\u00a0",
                    "😀👩‍👩‍👧",
                    "שלום",
                    "\u202Etxt",
                    "\uFEFFbom",
                    "<script>",
                    "1",
                    "0.50",
                    "\\",
                    "a\u2028b",
                    "`'`",
                    "=cmd|' /C calc'!A0");

    @Test
    void aTableHasAColumnAVariableAndOneAnOptionAndATokenForEachStatus() {
        Frame frame =
                Frames.of(
                        STUDY,
                        List.of(
                                new Response(
                                        "a1",
                                        sent(
                                                STUDY,
                                                Map.of(
                                                        "greeting",
                                                        "wave",
                                                        "age",
                                                        new BigDecimal("-3.50"),
                                                        "felt",
                                                        List.of("joy", "fear"),
                                                        "traits.bold",
                                                        9,
                                                        "word",
                                                        "=1+1, \"she\" said"),
                                                "start",
                                                "feelings",
                                                "more",
                                                "end")),
                                new Response(
                                        "a2",
                                        sent(STUDY, Map.of("greeting", "nod"), "start", "end")),
                                new Response("a3", Answers.NONE)),
                        new Origin.Real());

        assertThat(written(frame, STUDY))
                .isEqualTo(
                        """
                        respondent,excluded,greeting,age,felt.joy,felt.fear,felt.none,traits.shy,traits.bold,hellos,word
                        a1,,wave,-3.5,1,1,0,(skipped),9,(skipped),"'=1+1, ""she"" said"
                        a2,,nod,(skipped),(not shown),(not shown),(not shown),(not shown),(not shown),(not shown),(skipped)
                        ,did not reach the end,,,,,,,,,
                        """);
    }

    @Test
    void aRehearsedTableBearsItsMarkInEveryLine() {
        Frame frame =
                Frames.of(
                        STUDY,
                        List.of(new Response("r000001", sent(STUDY, Map.of(), "start", "end"))),
                        new Origin.Rehearsed("margins:7"));

        assertThat(written(frame, STUDY))
                .isEqualTo(
                        """
                        respondent,rehearsed,greeting,age,felt.joy,felt.fear,felt.none,traits.shy,traits.bold,hellos,word
                        r000001,margins:7,(skipped),(skipped),(not shown),(not shown),(not shown),(not shown),(not shown),(not shown),(skipped)
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readingWhatWasWrittenGivesAnEqualFrame(long seed) {
        Frame frame = random(new Random(seed));
        var problems = new Problems();

        Frame read = Specimen.read(written(frame, STUDY), STUDY, problems);

        assertThat(Specimen.said(problems)).isEqualTo("\n");
        assertThat(read).isEqualTo(frame);
        assertThat(written(read, STUDY)).isEqualTo(written(frame, STUDY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "-1", "@SUM(A1)", "'=1", "NA", "(skipped)", "'twas", "plain", "1"})
    void noTextBeginsAFormulaAndEveryTextComesBack(String text) {
        String cell = CellText.written(text);

        assertThat("=+-@\t\r\n").doesNotContain(cell.substring(0, 1));
        assertThat(CellText.status(cell)).isEmpty();
        assertThat(CellText.read(cell)).isEqualTo(text);
    }

    @Test
    void anApostropheOfATableMadeElsewhereStays() {
        assertThat(CellText.read("'twas")).isEqualTo("'twas");
    }

    @Test
    void theCodebookSaysWhatEveryColumnMeans() throws IOException {
        var out = new StringWriter();

        Codebook.write(STUDY, out);

        assertThat(out.toString())
                .isEqualTo(
                        """
                        variable,label,kind,code,meaning,from,to,unit
                        respondent,random id of the respondent,id,,,,,
                        rehearsed,mark of rehearsed respondents,mark,,,,,
                        excluded,why the respondent does not count,reason,,,,,
                        *,any column,status,(skipped),the page was saved without an answer to this,,,
                        *,any column,status,(not shown),the final answers do not lead to its page,,,
                        *,any column,status,(not reached),the respondent stopped before its page,,,
                        *,any column,status,(unreadable),something stood here that the question cannot hold,,,
                        *,any column,status,(withheld),"published without it, so that it gives nobody away",,,
                        greeting,How do you greet?,one of,wave,I wave,,,
                        greeting,How do you greet?,one of,nod,I nod,,,
                        greeting,How do you greet?,one of,nothing,Not at all,,,
                        age,How old are you?,number,,,-10,100,years
                        felt.joy,What did you feel?,several of,1,Joy,,,
                        felt.joy,What did you feel?,several of,0,not named: Joy,,,
                        felt.fear,What did you feel?,several of,1,Fear,,,
                        felt.fear,What did you feel?,several of,0,not named: Fear,,,
                        felt.none,What did you feel?,several of,1,None,,,
                        felt.none,What did you feel?,several of,0,not named: None,,,
                        traits.shy,Shy,number,,,1,9,points
                        traits.bold,Bold,number,,,1,9,points
                        hellos,How many?,number,,,0,500,people
                        word,What do you say?,words,,,0,60,characters
                        """);
    }

    /// Any frame of this study, whether a route leads to it or not.
    private static Frame random(Random random) {
        int size = random.nextInt(60);
        var ids = new ArrayList<String>();
        for (int row = 0; row < size; row++) {
            ids.add(
                    (random.nextInt(4) == 0 ? HOSTILE.get(random.nextInt(HOSTILE.size())) : "r")
                            + row);
        }
        var columns = new LinkedHashMap<String, Column>();
        STUDY.variables()
                .forEach(
                        (name, variable) -> {
                            Growing growing = Growing.of(variable);
                            for (int row = 0; row < size; row++) {
                                add(growing, variable.kind(), random);
                            }
                            columns.put(name, growing.column());
                        });
        Map<String, Integer> excluded =
                random.nextBoolean()
                        ? Map.of()
                        : Map.of("did not reach page more", 1 + random.nextInt(3));
        Origin origin =
                random.nextBoolean() || (size == 0 && excluded.isEmpty())
                        ? new Origin.Real()
                        : new Origin.Rehearsed("margins:" + random.nextInt(9));
        return new Frame(ids, columns, excluded, origin);
    }

    private static void add(Growing growing, Kind kind, Random random) {
        int status = random.nextInt(8);
        if (status >= 1 && status <= 4) {
            growing.none(Status.of((byte) status));
            return;
        }
        switch (growing) {
            case Growing.Choices choices ->
                    choices.chosen(random.nextInt(((Kind.Choice) kind).options().size()));
            case Growing.Numbers numbers -> {
                var range = (Kind.Numeric) kind;
                double scale = Math.pow(10, range.decimals());
                double low = range.from().doubleValue();
                double width = range.to().doubleValue() - low;
                numbers.number(Math.round((low + width * random.nextDouble()) * scale) / scale);
            }
            case Growing.Words words -> words.words(HOSTILE.get(random.nextInt(HOSTILE.size())));
            case Growing.Sets sets -> {
                List<Option> options = ((Kind.Choices) kind).options();
                var named = new BitSet();
                for (int option = 0; option < options.size(); option++) {
                    named.set(option, random.nextBoolean() && !options.get(option).alone());
                }
                sets.chosen(named);
            }
        }
    }
}
