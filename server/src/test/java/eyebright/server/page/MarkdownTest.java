package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Markdown.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MarkdownTest {

    private static final String TEXT = "How *often*?\n\nTick [all](https://example.org).";

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsWhatWouldBeMade(Shape shape) {
        String made = Markdown.of(shape, TEXT);

        String kept = Markdown.kept(shape, TEXT);
        assertThat(kept).isEqualTo(made);
        assertThat(Markdown.kept(shape, TEXT)).as("again").isSameAs(kept);
    }

    @Test
    void eachShapeIsItsOwn() {
        assertThat(Markdown.kept(Shape.HTML, TEXT)).startsWith("<p>How <em>often</em>?</p>");
        assertThat(Markdown.kept(Shape.LINE, TEXT)).startsWith("How <em>often</em>?<br>Tick");
        assertThat(Markdown.kept(Shape.PLAIN, TEXT)).startsWith("How often?").doesNotContain("<");
    }

    @Test
    void moreThanCanBeKeptIsMadeRightAllTheSame() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(Markdown.kept(Shape.LINE, "*" + i + "*")).isEqualTo("<em>" + i + "</em>");
        }
    }
}
