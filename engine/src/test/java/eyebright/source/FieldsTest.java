package eyebright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the default locale")
class FieldsTest {

    private final Problems problems = new Problems();

    @Test
    void whatIsThereIsRead() {
        Fields fields =
                fields(
                        "{text: a *b*, whole: -12, decimal: -0.5, yes: true, no: false, word: up,"
                                + " list: [a, 1], inner: {key: x}}");

        assertThat(fields.text("text")).contains("a *b*");
        assertThat(fields.integer("whole", -20, 20)).contains(-12);
        assertThat(fields.decimal("decimal").orElseThrow()).isEqualByComparingTo("-0.5");
        assertThat(fields.flag("yes")).isTrue();
        assertThat(fields.flag("no")).isFalse();
        assertThat(fields.flag("not_there")).isFalse();
        assertThat(fields.word("word", Map.of("up", 1, "down", 2))).contains(1);
        assertThat(fields.scalars("list")).extracting(Node.Scalar::value).containsExactly("a", "1");
        assertThat(fields.fields("inner").orElseThrow().keys()).containsExactly("key");
        assertThat(fields.placeOf("whole")).isEqualTo(new Place("x.yaml", 1, 15));
        assertThat(fields.placeOf("not_there")).isEqualTo(fields.place());
        fields.finish();
        assertThat(said()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidOnceEach() {
        Fields fields =
                fields(
                        """
                        text: [a]
                        empty:
                        unsafe: <b>
                        whole: 1.5
                        large: 2000000
                        decimal: 1e5
                        flag: yes
                        word: sideways
                        list: a
                        items: [a, [b], '']
                        inner: a
                        extra: 1
                        """);
        fields.text("text");
        fields.text("empty");
        fields.text("unsafe");
        fields.integer("whole", 0, 5000);
        fields.integer("large", 0, 1_000_000);
        fields.decimal("decimal");
        fields.flag("flag");
        fields.word("word", Map.of("up", 1, "down", 2));
        fields.list("list");
        fields.scalars("items");
        fields.fields("inner");
        fields.required("missing");
        fields.requiredText("absent");
        fields.requiredInteger("gone", 0, 1);
        fields.finish();

        assertThat(said())
                .containsExactly(
                        "1:1 a thing has no missing; add missing: to it",
                        "1:1 a thing has no absent; add absent: to it",
                        "1:1 a thing has no gone; add gone: to it",
                        "1:7 text of a thing must be a text, not a list; write text: and a text",
                        "2:7 empty of a thing must be a text, not nothing; write empty: and a text",
                        "3:9 texts are Markdown without HTML, so \"<b\" cannot stand here; use *emphasis*, **strong**, lists and [links](https://example.org)",
                        "4:8 whole of a thing must be a whole number from 0 to 5,000, not \"1.5\"; write a whole number from 0 to 5,000",
                        "5:8 large of a thing must be a whole number from 0 to 1,000,000, not \"2000000\"; write a whole number from 0 to 1,000,000",
                        "6:10 decimal of a thing must be a number such as 12 or 0.5, not \"1e5\"; write a number such as 12 or 0.5",
                        "7:7 flag of a thing must be false or true, not \"yes\"; write false or true",
                        "8:7 word of a thing must be down or up, not \"sideways\"; write down or up",
                        "9:7 list of a thing must be a list, not a text; write [a, b], or one entry a line after a dash",
                        "10:12 items of a thing must list texts, not a list; write a text",
                        "10:17 items of a thing must list texts, not nothing; write a text",
                        "11:8 inner of a thing must be a mapping (key: value), not a text; write it as the guide shows",
                        "12:1 \"extra\" is no key of a thing; delete it; there are absent, decimal, empty, flag, gone, inner, items, large, list, missing, text, unsafe, whole, word");
    }

    @Test
    void numbersAreSaidTheSameEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            fields("a: x").integer("a", 0, 5000);
            assertThat(said().getFirst()).contains("0 to 5,000");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLongValueIsShortened() {
        assertThat(Fields.shortened(" a\n  b ")).isEqualTo("a b");
        assertThat(Fields.shortened("x".repeat(61))).hasSize(60).endsWith("...");
    }

    @Test
    void problemsStandFileByFileInTheOrderOfTheText() {
        for (String place : List.of("b:2:1", "a:9:1", "b:1:5", "b:1:2", "a:1:1", "b:1:2")) {
            String[] parts = place.split(":", -1);
            problems.add(
                    Rule.UNKNOWN_KEY,
                    new Place(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
                    "x",
                    "y");
        }
        assertThat(problems.inFileOrder())
                .extracting(problem -> problem.place().toString())
                .containsExactly("b:1:2", "b:1:5", "b:2:1", "a:1:1", "a:9:1");
    }

    @Test
    void fiveHundredWarningsDoNotHideAnError() {
        for (int i = 1; i <= 600; i++) {
            problems.add(Rule.UNKNOWN_FILE, new Place("a", i, 1), "x", "y");
        }
        assertThat(problems.hasErrors()).isFalse();
        problems.add(Rule.UNKNOWN_KEY, new Place("a", 1, 1), "x", "y");

        assertThat(problems.inFileOrder()).hasSize(500);
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void aProblemNamesTheFolderItIsIn() {
        assertThat(
                        new Problem(Rule.UNKNOWN_KEY, new Place("plan.yaml", 14, 7), "x", "y")
                                .print("studies/tears"))
                .isEqualTo(
                        """
                        studies/tears/plan.yaml:14:7: error: x [unknown-key]
                          fix: y
                          see: docs/problems/unknown-key.md\
                        """);
    }

    @Test
    void theNearestWordIsAFewLettersAway() {
        List<String> known = List.of("cried_ever", "age", "title", "wage");

        assertThat(Nearest.to("cried_evr", known)).contains("cried_ever");
        assertThat(Nearest.to("titel", known)).contains("title");
        assertThat(Nearest.to("aeg", known)).contains("age");
        assertThat(Nearest.to("page", known)).contains("age");
        assertThat(Nearest.to("sun", known)).isEmpty();
        assertThat(Nearest.to("", known)).isEmpty();
        assertThat(Nearest.to("x".repeat(61), List.of("x".repeat(60)))).isEmpty();
    }

    private Fields fields(String text) {
        return YamlFile.read("x.yaml", text, problems)
                .flatMap(root -> Fields.of("a thing", root, problems))
                .orElseThrow();
    }

    private List<String> said() {
        return problems.inFileOrder().stream()
                .map(
                        p ->
                                p.place().line()
                                        + ":"
                                        + p.place().column()
                                        + " "
                                        + p.problem()
                                        + "; "
                                        + p.fix())
                .toList();
    }
}
