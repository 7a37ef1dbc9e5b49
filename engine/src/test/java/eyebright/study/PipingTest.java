package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipingTest {

    private final Study study = Studies.whole();

    @Test
    void answersStandInTextsAsAPersonReadsThem() {
        Map<String, Answer> given =
                Map.of(
                        "adult", new Answer.One("yes"),
                        "felt", new Answer.Several(List.of("joy", "fear")),
                        "age", new Answer.Amount(new BigDecimal("18.50")),
                        "sessions", new Answer.Amount(new BigDecimal("100")),
                        "traits.shy", new Answer.Amount(new BigDecimal("2")),
                        "word", new Answer.Words("Hi"));

        assertThat(
                        Piping.text(
                                "{{adult}}|{{ felt }}|{{age}}|{{sessions}}|{{traits.shy}}|{{word}}",
                                study,
                                new Answers(given, Set.of(), false)))
                .isEqualTo("Yes|Joy, Fear|18.5|100|2|Hi");
    }

    @Test
    void whatWasSkippedIsThreeDots() {
        assertThat(Piping.text("{{adult}} and {{nobody}}", study, Answers.NONE))
                .isEqualTo("… and …");
        assertThat(Piping.text("nothing", study, Answers.NONE)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '\t',
            value = {
                "*strong*\t\\*strong\\*",
                "[x](https://e.org)\t\\[x\\]\\(https://e.org\\)",
                "<script>\t\\<script\\>",
                "&lt;\t\\&lt;",
                "{{age}}\t\\{\\{age\\}\\}",
                "![x](y)\t\\!\\[x\\]\\(y\\)",
                "# head\t\\# head",
                "- item\t\\- item",
                "1. item\t1\\. item",
                "===\t\\===",
                "a `code`\ta \\`code\\`",
                "a\\b\ta\\\\b",
                "$1 \\1\t$1 \\\\1",
                "3.5 or so\t3.5 or so",
            })
    void noAnswerBecomesMarkupOrPipesAgain(String answer, String text) {
        // As a list or a heading would begin: at the beginning of the line.
        assertThat(piped(answer)).isEqualTo(text);
    }

    @Test
    void anAnswerOfSeveralLinesIsOne() {
        assertThat(piped("one\n\n  two\n---\n")).isEqualTo("one two \\-\\-\\-");
    }

    private String piped(String answer) {
        return Piping.text(
                "{{word}}",
                study,
                new Answers(Map.of("word", new Answer.Words(answer)), Set.of(), false));
    }
}
