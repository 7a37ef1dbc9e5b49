package eyebright.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    private static Draft draft(String name, String text) {
        return new Draft(name, Role.OTHER, text, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u00AD\u2060\uFEFF",
                "\u3164",
                "\u2800 \u115F",
                "\u200D",
                "\u0301",
                "\u2028\n\u00A0",
                "\uDB40\uDC41"
            })
    void whatNobodySeesIsNeitherATextNorAName(String unseen) {
        assertThatThrownBy(() -> draft("", unseen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text must not be empty");
        assertThat(draft(unseen, "Words.").name()).isEmpty();
    }

    @Test
    void aNameThatLooksLikeAnotherIsTheOther() {
        assertThat(draft("The\u200B resear\u00ADchers\u200F", "x").name())
                .isEqualTo("The researchers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "?", "\uD83D\uDE00", "e\u0301", "\u0645\u200C\u0646"})
    void whatIsSeenStays(String seen) {
        assertThat(draft(seen, seen)).extracting(Draft::name, Draft::text).containsOnly(seen);
    }
}
