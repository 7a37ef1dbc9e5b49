package eyebright.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RTextTest {

    @Test
    void namesAndCodesStandBetweenQuotes() {
        var texts = new RText();
        assertThat(texts.of("felt_daily.joy")).isEqualTo("\"felt_daily.joy\"");
        assertThat(texts.of("years / 10")).isEqualTo("\"years / 10\"");
        assertThat(texts.all(List.of("a", "b|c"))).isEqualTo("c(\"a\", \"b|c\")");
        assertThat(texts.all(List.of())).isEqualTo("character()");
        assertThat(texts.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "\\",
                "a\nb",
                "a\rb",
                "a\u2028b",
                "\u0000",
                "é",
                "'",
                "`",
                "#",
                "%s",
                "{",
                "a;b",
                "\");quit(\"",
                "a = b",
                "\u202E",
                "\uD83C\uDF31"
            })
    void anythingElseIsAPlaceInATable(String text) {
        var texts = new RText();
        assertThat(texts.of("plain")).isEqualTo("\"plain\"");
        assertThat(texts.of("'")).isEqualTo("text(1)");
        String place = texts.of(text);
        assertThat(place).matches("text\\([12]\\)");
        assertThat(texts.of(text)).isEqualTo(place);
        assertThat(texts.texts().getLast()).isEqualTo(text);
    }
}
