package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.store.Code.Typed;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("sets the default locale")
class CodeTest {

    private static final Code CODE =
            new Code(List.of("acorn", "river", "lantern", "walnut", "zebra"));

    @Test
    void theListHas2048DifferentWordsInOrder() {
        assertThat(Words.ALL).hasSize(2048).doesNotHaveDuplicates().isSorted();
        assertThat(Words.ALL).allMatch(word -> word.matches("[a-z]{3,8}"));
    }

    @Test
    void noTwoWordsBeginWithTheSameFourLetters() {
        var beginnings = new HashSet<String>();
        assertThat(Words.ALL)
                .allMatch(word -> beginnings.add(word.substring(0, Math.min(4, word.length()))));
    }

    @Test
    void noTwoWordsOfTheListSoundTheSame() {
        assertThat(Words.ALL.stream().collect(Collectors.groupingBy(CodeTest::sound)).values())
                .filteredOn(alike -> alike.size() > 1)
                .isEmpty();
    }

    @Test
    void aDrawnCodeIsReadBack() {
        var random = new SecureRandom();
        for (int i = 0; i < 100; i++) {
            Code code = Code.draw(random);
            assertThat(Code.parse(code.text())).isEqualTo(new Typed.Complete(code));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acorn-river-lantern-walnut-zebra",
                "acorn river lantern walnut zebra",
                "  Acorn, RIVER; lantern.\n\tWalnut — zebra! ",
                "1. acorn 2. river 3. lantern 4. walnut 5. zebra",
            })
    void whateverStandsBetweenTheWordsIsFree(String typed) {
        assertThat(Code.parse(typed)).isEqualTo(new Typed.Complete(CODE));
    }

    @Test
    void caseIsFreeInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertThat(Code.parse("ACORN RIVER LANTERN WALNUT ZEBRA"))
                    .isEqualTo(new Typed.Complete(CODE));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSlipGetsTheNearestWord() {
        assertThat(Code.parse("acorn rivre lantern walnut zebra"))
                .isEqualTo(
                        new Typed.Mistyped(
                                "There is no word \"rivre\"; did you mean river?",
                                List.of("river")));
        assertThat(Code.parse("acorn river lantern walnut qqqqqqqq"))
                .isEqualTo(new Typed.Mistyped("There is no word \"qqqqqqqq\".", List.of()));
    }

    @Test
    void tooFewAndTooManyWordsAreSaid() {
        assertThat(Code.parse(""))
                .isEqualTo(new Typed.Mistyped("A code has five words, not none.", List.of()));
        assertThat(Code.parse("acorn river lantern walnut"))
                .isEqualTo(new Typed.Mistyped("A code has five words, not 4.", List.of()));
        assertThat(Code.parse("acorn river lantern walnut zebra zebra"))
                .isEqualTo(new Typed.Mistyped("A code has five words, not 6.", List.of()));
    }

    @Test
    void endlessTextIsSaidShortly() {
        assertThat(Code.parse("acorn ".repeat(100_000)))
                .isEqualTo(
                        new Typed.Mistyped(
                                "A code has five words; this is much longer.", List.of()));
        assertThat(Code.parse("x".repeat(400)))
                .isEqualTo(
                        new Typed.Mistyped(
                                "A code has five words, not 1. There is no word \"xxxxxxxxxxxxxxxxxxxx…\".",
                                List.of()));
    }

    @Test
    void aCodeDoesNotPrintItself() {
        assertThat(CODE.toString()).isEqualTo("Code[five words]");
        assertThat(CODE.text()).isEqualTo("acorn-river-lantern-walnut-zebra");
    }

    @Test
    void aCodeIsOfWordsOfTheList() {
        assertThatThrownBy(() -> new Code(List.of("acorn", "river", "lantern", "walnut", "qqq")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("words of a code must be 5 of the list");
    }

    /// A word as it is heard, roughly: spellings of one sound become one.
    private static String sound(String word) {
        return word.replaceAll("tion$", "shn")
                .replaceAll("igh", "y")
                .replaceAll("ph", "f")
                .replaceAll("ck", "k")
                .replaceAll("^kn|^gn", "n")
                .replaceAll("^wr", "r")
                .replaceAll("^wh", "w")
                .replaceAll("mb$", "m")
                .replaceAll("ch", "C")
                .replaceAll("sc(?=[eiy])|c(?=[eiy])", "s")
                .replaceAll("c", "k")
                .replaceAll("ea|ee|ie|ei", "I")
                .replaceAll("ai|ay", "A")
                .replaceAll("oo", "U")
                .replaceAll("oa|ow|ou", "O")
                .replaceAll("(.)\\1", "$1")
                .replaceAll("e$", "");
    }
}
