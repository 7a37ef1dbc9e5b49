package eyebright.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Place;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void theCaretStandsBelowThePlace() {
        assertThat(Excerpt.of("a: 1\n\tbcd: 2\n", new Place("x", 2, 3)))
                .contains(new Excerpt(2, "\tbcd: 2", "\t ^"));
        assertThat(Excerpt.of("𝄞𝄞: 1", new Place("x", 1, 3)))
                .contains(new Excerpt(1, "𝄞𝄞: 1", "  ^"));
    }

    @Test
    void aPlaceBehindTheEndStandsAtTheEnd() {
        assertThat(Excerpt.of("a: 1", new Place("x", 1, 99)))
                .contains(new Excerpt(1, "a: 1", "    ^"));
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String line = "x".repeat(500) + "y" + "z".repeat(500);
        Excerpt cut = Excerpt.of(line, new Place("x", 1, 501)).orElseThrow();

        assertThat(cut.line()).startsWith("…x").endsWith("z…").hasSize(122);
        assertThat(cut.line().charAt(cut.caret().length() - 1)).isEqualTo('y');
    }

    @Test
    void whatHasNoSuchLineHasNoExcerpt() {
        assertThat(Excerpt.of("a: 1\n  \n", new Place("x", 2, 1))).isEmpty();
        assertThat(Excerpt.of("a: 1", new Place("x", 3, 1))).isEmpty();
        assertThat(Excerpt.of("", Place.start("x"))).isEmpty();
    }
}
