package eyebright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private final Problems problems = new Problems();

    @Test
    void everyValueKnowsItsPlace() {
        String text =
                """
                a: plain
                "b": 'single'   # a comment
                c: "double"
                d: [x, {y: z}]
                e:
                  - one
                  - two: 2
                    three:
                      four: 5
                f: |
                  block
                """;

        assertThat(places("", root(text)))
                .containsExactly(
                        ": 1:1",
                        "a key 1:1",
                        "a: 1:4 plain",
                        "b key 2:1",
                        "b: 2:6 single",
                        "c key 3:1",
                        "c: 3:4 double",
                        "d key 4:1",
                        "d: 4:4",
                        "d.0: 4:5 x",
                        "d.1: 4:8",
                        "d.1.y key 4:9",
                        "d.1.y: 4:12 z",
                        "e key 5:1",
                        "e: 6:3",
                        "e.0: 6:5 one",
                        "e.1: 7:5",
                        "e.1.two key 7:5",
                        "e.1.two: 7:10 2",
                        "e.1.three key 8:5",
                        "e.1.three: 9:7",
                        "e.1.three.four key 9:7",
                        "e.1.three.four: 9:13 5",
                        "f key 10:1",
                        "f: 10:4 block");
        assertThat(problems.inFileOrder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                // text | offset in the value | column
                "a: word and more | 5 | 9",
                "a: \"word and more\" | 5 | 10",
                "a: 'word and more' | 5 | 10",
                "a: 😀 word | 2 | 5",
                // Where characters do not stand side by side, the beginning is what is known.
                "a: \"say \\\"hi\\\" now\" | 9 | 4",
                "a: 'it''s now' | 5 | 4",
                "a: &anchor word | 2 | 4",
                "a: !!str word | 2 | 4",
            })
    void aCharacterInsideATextIsAtItsColumn(String text, int offset, int column) {
        var mapping = (Node.Mapping) root(text);
        var scalar = (Node.Scalar) mapping.entries().getFirst().value();

        assertThat(scalar.at(offset)).isEqualTo(new Place("x.yaml", 1, column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: |\n  one\n  two", "a: >\n  one\n  two", "a: one\n  two"})
    void insideATextOverSeveralLinesTheBeginningIsWhatIsKnown(String text) {
        var scalar = (Node.Scalar) ((Node.Mapping) root(text)).entries().getFirst().value();

        assertThat(scalar.at(5)).isEqualTo(new Place("x.yaml", 1, 4));
    }

    @Test
    void lineEndsOfEveryKindAreOne() {
        assertThat(places("", root("a: 1\r\nb:\r\n  - 2\r\n")))
                .containsExactly(
                        ": 1:1", "a key 1:1", "a: 1:4 1", "b key 2:1", "b: 3:3", "b.0: 3:5 2");
    }

    @Test
    void yesIsATextAndTrueIsToo() {
        assertThat(places("", root("[yes, true, 007, ~]")))
                .containsExactly(": 1:1", "0: 1:2 yes", "1: 1:7 true", "2: 1:13 007", "3: 1:18 ~");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a: 1\\nb: 2\\na: 3 | x.yaml:3:1: error: key \"a\" stands twice; it stands first in line 1 [duplicate-key]",
                "a: {b: 1, b: 2} | x.yaml:1:11: error: key \"b\" stands twice; it stands first in line 1 [duplicate-key]",
                "? [a]\\n: 1 | x.yaml:1:3: error: a key must be a word, not a list or a mapping [wrong-kind]",
                "a: \"open | x.yaml:1:9: error: this is no YAML: found unexpected end of stream (while scanning a quoted scalar) [not-yaml]",
                "a: [1, 2 | x.yaml:1:9: error: this is no YAML: expected ',' or ']', but got <stream end> (while parsing a flow sequence) [not-yaml]",
                "a:\\n\\t- b | x.yaml:2:1: error: this is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation) (while scanning for the next token) [not-yaml]",
                "a: b: c | x.yaml:1:5: error: this is no YAML: mapping values are not allowed here [not-yaml]",
                "`` | x.yaml:1:1: error: x.yaml is empty [not-yaml]",
                "# only this | x.yaml:1:1: error: x.yaml is empty [not-yaml]",
                "--- a\\n--- b | x.yaml:2:1: error: x.yaml must be one document; a second one begins here [not-yaml]",
                "a: 1\\n---\\nb: 2 | x.yaml:2:1: error: x.yaml must be one document; a second one begins here [not-yaml]",
                "a: *nobody | x.yaml:1:4: error: this is no YAML: found undefined alias nobody [not-yaml]",
                "&a [*a] | x.yaml:1:1: error: a file must hold at most 200,000 values at most 16 deep, aliases counted as often as used [too-deep]",
                "a: \"x\\0y\" | x.yaml:1:4: error: character U+0000 does not belong in a text [not-text]",
                "a: \"x\\x1b[2J\" | x.yaml:1:4: error: character U+001B does not belong in a text [not-text]",
                "a: \"x\\u202Ey\" | x.yaml:1:4: error: character U+202E does not belong in a text [not-text]",
                "\"\\u2066\": 1 | x.yaml:1:1: error: character U+2066 does not belong in a text [not-text]",
            })
    void whatIsWrongIsSaidAtItsPlace(String text, String printed) {
        YamlFile.read("x.yaml", text.replace("\\n", "\n").replace("\n\\t", "\n\t"), problems);

        assertThat(problems.inFileOrder())
                .extracting(problem -> problem.print("").lines().findFirst().orElse(""))
                .containsExactly(printed);
    }

    @Test
    void anAliasStandsForWhatItNames() {
        assertThat(places("", root("a: &x {b: c}\nd: *x\n")))
                .containsExactly(
                        ": 1:1",
                        "a key 1:1",
                        "a: 1:4",
                        "a.b key 1:8",
                        "a.b: 1:11 c",
                        "d key 2:1",
                        "d: 1:4",
                        "d.b key 1:8",
                        "d.b: 1:11 c");
    }

    @Test
    void aMergeKeyIsAKeyThatNothingReads() {
        var mapping = (Node.Mapping) root("a: &x {b: c}\nd: {<<: *x}\n");

        assertThat(((Node.Mapping) mapping.entries().getLast().value()).entries())
                .extracting(Node.Entry::key)
                .containsExactly("<<");
    }

    @Test
    void tagsMakeNothing() {
        assertThat(places("", root("a: !!javax.script.ScriptEngineManager [1]\n")))
                .contains("a.0: 1:40 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "{a: ", "- ", "? ", "[{", "&a [", "!!seq [", "{[", "\"", "*", "|"})
    void repeatedTenThousandTimesItIsAProblemAndSoon(String part) {
        Assertions.assertThatCode(
                        () ->
                                org.junit.jupiter.api.Assertions.assertTimeout(
                                        Duration.ofSeconds(5),
                                        () ->
                                                YamlFile.read(
                                                        "x.yaml", part.repeat(10_000), problems)))
                .doesNotThrowAnyException();
        assertThat(problems.inFileOrder()).hasSize(1);
    }

    @Test
    void aBillionLaughsAreAProblem() {
        var bomb = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThat(YamlFile.read("x.yaml", bomb.toString(), problems)).isEmpty();
        assertThat(problems.inFileOrder()).hasSize(1);
    }

    @Test
    void fewAliasesThatStandForVeryMuchAreAProblem() {
        var bomb = new StringBuilder("a0: &a0 [" + "ha, ".repeat(1000) + "]\n");
        for (int i = 1; i < 13; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThat(YamlFile.read("x.yaml", bomb.toString(), problems)).isEmpty();
        assertThat(problems.inFileOrder())
                .singleElement()
                .extracting(Problem::rule)
                .isEqualTo(Rule.TOO_DEEP);
    }

    @Test
    void fiftyAliasesOfListsAreReadAndFiftyOneAreNot() {
        String list = "a: &a [b]\nc: &c d\ne: [*c, ";

        assertThat(YamlFile.read("x.yaml", list + "*a , ".repeat(50) + "*c ]", problems))
                .isPresent();
        assertThat(YamlFile.read("x.yaml", list + "*a , ".repeat(51) + "*c ]", problems)).isEmpty();
        assertThat(problems.inFileOrder())
                .extracting(Problem::toString)
                .containsExactly(
                        """
                        x.yaml:3:259: error: a file must use at most 50 aliases of lists and mappings [too-deep]
                          fix: write it flat, without aliases
                          see: docs/problems/too-deep.md\
                        """);
    }

    @Test
    void sixteenLevelsAreReadAndSeventeenAreNot() {
        assertThat(YamlFile.read("x.yaml", "[".repeat(15) + "a" + "]".repeat(15), problems))
                .isPresent();
        assertThat(YamlFile.read("x.yaml", "[".repeat(17) + "a" + "]".repeat(17), problems))
                .isEmpty();
        assertThat(problems.inFileOrder())
                .extracting(Problem::toString)
                .containsExactly(
                        """
                        x.yaml:1:17: error: lists and mappings must be nested at most 16 deep [too-deep]
                          fix: write it flat, without aliases
                          see: docs/problems/too-deep.md\
                        """);
    }

    @Test
    void whateverTheTextIsItIsReadOrAProblem() {
        String seed =
                "a: &x [1, 'b', \"c\\n\", {d: *x}]\n? e\n: |\n  f\n- g: >-\n %YAML 1.2\n---\n!!t #\t~";
        var random = new Random(20131);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder(seed);
            for (int change = 0; change < 8; change++) {
                int at = random.nextInt(text.length());
                int other = random.nextInt(seed.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, seed.charAt(other));
                    default -> text.setCharAt(at, seed.charAt(other));
                }
            }
            var found = new Problems();
            Optional<Node> root = YamlFile.read("x.yaml", text.toString(), found);

            assertThat(root.isPresent() || found.hasErrors()).as(text.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%YAML 99999999999999.1\n---\na", "%TAG ! \n---\na", "\uD800", "a: \uFFFE"})
    void oddThingsOfYamlAreProblems(String text) {
        assertThat(YamlFile.read("x.yaml", text, problems)).isEmpty();
        assertThat(problems.hasErrors()).isTrue();
    }

    /// Left to itself, the parser reads a text in pieces of 1,025 halves of characters, and fails where one of them ends in
    /// the first half of a character.
    @Test
    void aCharacterOfTwoHalvesIsReadWhereThePieceOfTheParserEnds() {
        var mapping = (Node.Mapping) root("a: " + "x".repeat(1_021) + "\uD83D\uDE00");

        assertThat(((Node.Scalar) mapping.entries().getFirst().value()).value())
                .isEqualTo("x".repeat(1_021) + "\uD83D\uDE00");
    }

    /// @param text the text, whose `#` is filled up so that what follows stands at every place round the end of a piece
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: #@",
                "a: #@ z",
                "#@: z",
                "? #@\n: z",
                "a: \"#@\"",
                "a: '#@'",
                "a: '#@\n  z'",
                "a: |\n  #@\n  @",
                "a: |-\n  #@",
                "a: >\n  #@\n  z\n\n  z",
                "a: z # #@",
                "# #@\na: z",
                "a: z\n# #@",
                "a: [#@, z]",
                "a: {#@: z}",
                "a: &#@ z",
                "a: *#@",
                "a: !#@ z",
                "a: !<#@> z",
                "%TAG !#@! tag:z\n--- z",
                "%YAML 1.#@\n--- z",
                "a: \"#\\U0001F600@\"",
                "a: z\n--- #@",
                "a: |#@",
                "- #\n-@",
            })
    void wherePiecesOfATextEndDoesNotMatter(String text) {
        List<String> odd =
                List.of(
                        "\uD83D\uDE00",
                        "\uD83D\uDE00\uD83D\uDE00",
                        "\uD83D",
                        "\uDE00",
                        "\uDE00\uD83D",
                        "\uFEFF",
                        "\r",
                        "\r\n",
                        "\u0085",
                        "\u2028",
                        "\t",
                        "\u0000",
                        "\\",
                        "e\u0301");
        for (String character : odd) {
            String near = said(text.replace("#", "x").replace("@", character));
            for (int end : List.of(1_025, 2_050, 3_075)) {
                for (int at = end - 8; at < end + 6; at++) {
                    String filling = "x".repeat(at - text.indexOf('#'));
                    String far = said(text.replace("#", filling).replace("@", character));

                    // A key or an anchor may be read only when it is short.
                    assertThat(far).as("%s at %d", text, at).isIn(near, "a problem");
                }
            }
        }
    }

    /// What a text holds, with any number of `x` as one; or that there is a problem.
    private static String said(String text) {
        var found = new Problems();
        Optional<Node> root = YamlFile.read("x.yaml", text, found);

        assertThat(root.isPresent() || found.hasErrors()).as(text).isTrue();
        return found.hasErrors()
                ? "a problem"
                : root.map(node -> values(node).replaceAll("x+", "x")).orElseThrow();
    }

    private static String values(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> "(" + scalar.value() + ")";
            case Node.Items items -> items.nodes().stream().map(YamlFileTest::values).toList() + "";
            case Node.Mapping mapping ->
                    mapping.entries().stream()
                            .map(entry -> entry.key() + ": " + values(entry.value()))
                            .toList()
                            .toString();
        };
    }

    private Node root(String text) {
        return YamlFile.read("x.yaml", text, problems).orElseThrow();
    }

    private static List<String> places(String path, Node node) {
        var places = new ArrayList<String>();
        String at = node.place().line() + ":" + node.place().column();
        switch (node) {
            case Node.Scalar scalar -> places.add(path + ": " + at + " " + scalar.value().strip());
            case Node.Items items -> {
                places.add(path + ": " + at);
                for (int i = 0; i < items.nodes().size(); i++) {
                    places.addAll(places(inner(path, "" + i), items.nodes().get(i)));
                }
            }
            case Node.Mapping mapping -> {
                places.add(path + ": " + at);
                for (Node.Entry entry : mapping.entries()) {
                    Place key = entry.keyPlace();
                    places.add(
                            inner(path, entry.key()) + " key " + key.line() + ":" + key.column());
                    places.addAll(places(inner(path, entry.key()), entry.value()));
                }
            }
        }
        return places;
    }

    private static String inner(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
