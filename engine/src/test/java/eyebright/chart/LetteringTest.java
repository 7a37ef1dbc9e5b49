package eyebright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.chart.Lettering.Weight;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void breaksLongNamesAtSpaces() {
        assertThat(
                        Lettering.wrapped(
                                "Working with grief or trauma most of the time",
                                130,
                                Weight.REGULAR))
                .containsExactly("Working with grief", "or trauma most of", "the time");
    }

    @Test
    void breaksAfterHyphensAndSlashes() {
        assertThat(Lettering.wrapped("psychodynamic/psychoanalytic", 120, Weight.REGULAR))
                .containsExactly("psychodynamic/", "psychoanalytic");
        assertThat(Lettering.wrapped("cognitive-behavioural", 100, Weight.REGULAR))
                .containsExactly("cognitive-", "behavioural");
    }

    @Test
    void breaksAWordOnlyWhereItAloneIsTooWide() {
        assertThat(Lettering.wrapped("a WWWWWWWW b", 40, Weight.REGULAR))
                .containsExactly("a", "WWW", "WWW", "WW b");
    }

    @Test
    void neverPartsALetterFromItsAccent() {
        assertThat(Lettering.wrapped("e\u0301".repeat(4), 9, Weight.REGULAR))
                .containsExactly("e\u0301", "e\u0301", "e\u0301", "e\u0301");
    }

    @Test
    void makesNoLineOfNothing() {
        assertThat(Lettering.wrapped("", 100, Weight.REGULAR)).isEmpty();
        assertThat(Lettering.wrapped("   ", 100, Weight.REGULAR)).isEmpty();
    }

    @Test
    void reckonsBoldWiderThanRegular() {
        assertThat(Lettering.width("ours", Weight.BOLD))
                .isGreaterThan(Lettering.width("ours", Weight.REGULAR));
        assertThat(Lettering.width("\u6cbb", Weight.REGULAR)).isGreaterThan(13);
    }
}
