package eyebright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain words, *emphasis*, **strong**.",
                "a < b and b > a",
                "I <3 tea, and 2<3",
                "Tom &amp; Jerry, &lt;b&gt;, &copy;",
                "[a link](https://example.org)",
                "[a link](http://example.org \"title\")",
                "[a link](<https://example.org/a b>)",
                "[a link]( https://example.org )",
                "[write](mailto:a@example.org)",
                "<https://example.org> and <mailto:a@example.org>",
                "see [1]\n\n[1]: https://example.org",
                "see [1]\n\n[1]: <https://example.org>",
                "[this] (javascript: is a language)",
                "- one\n- two\n\n1. first",
                "Hello! [really](https://example.org)",
                "{{age}} years",
            })
    void thisIsSafe(String text) {
        assertThat(SafeText.check(scalar(text), problems)).isTrue();
        assertThat(problems.inFileOrder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x <script>alert(1)</script> | 3 | texts are Markdown without HTML, so \"<script\" cannot stand here",
                "<SCRIPT src=x> | 1 | texts are Markdown without HTML, so \"<SCRIPT\" cannot stand here",
                "a</b> | 2 | texts are Markdown without HTML, so \"</b\" cannot stand here",
                "<img src=x onerror=alert(1)> | 1 | texts are Markdown without HTML, so \"<img\" cannot stand here",
                "<!-- hidden --> | 1 | texts are Markdown without HTML, so \"<!--\" cannot stand here",
                "<?php ?> | 1 | texts are Markdown without HTML, so \"<?php\" cannot stand here",
                "<javascript:alert(1)> | 1 | texts are Markdown without HTML, so \"<javascript:alert(1)\" cannot stand here",
                "<data:text/html,x> | 1 | texts are Markdown without HTML, so \"<data:text/html,x\" cannot stand here",
                "<https://a><b> | 12 | texts are Markdown without HTML, so \"<b\" cannot stand here",
                "[x](javascript:alert) | 3 | a link must begin with https://, http:// or mailto:, not \"javascript:alert\"",
                "[x]( JavaScript:alert) | 3 | a link must begin with https://, http:// or mailto:, not \"JavaScript:alert\"",
                "[x](<javascript:alert>) | 5 | texts are Markdown without HTML, so \"<javascript:alert\" cannot stand here",
                "[x](data:text/html;base64) | 3 | a link must begin with https://, http:// or mailto:, not \"data:text/html;base64\"",
                "[x](&#106;avascript:a) | 3 | a link must begin with https://, http:// or mailto:, not \"&#106;avascript:a\"",
                "[x](java\\script:a) | 3 | a link must begin with https://, http:// or mailto:, not \"java\\script:a\"",
                "[x](//example.org) | 3 | a link must begin with https://, http:// or mailto:, not \"//example.org\"",
                "[x](../desk) | 3 | a link must begin with https://, http:// or mailto:, not \"../desk\"",
                "[x](ftp://example.org) | 3 | a link must begin with https://, http:// or mailto:, not \"ftp://example.org\"",
                "[x]() | 3 | a link must begin with https://, http:// or mailto:, not \"\"",
                "[x]({{word}}) | 3 | a link must begin with https://, http:// or mailto:, not \"{{word}}\"",
                "[x][1] [1]: javascript:alert | 10 | a link must begin with https://, http:// or mailto:, not \"javascript:alert\"",
                "![x](https://example.org/a.png) | 1 | texts cannot hold images, because pages load nothing from elsewhere",
                "![x][1] | 1 | texts cannot hold images, because pages load nothing from elsewhere",
            })
    void thisIsNot(String text, int column, String problem) {
        assertThat(SafeText.check(scalar(text), problems)).isFalse();
        assertThat(problems.inFileOrder())
                .extracting(Problem::place, Problem::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                new Place("x.yaml", 1, column), problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](\njavascript:alert)",
                "[x](\tjavascript:alert)",
                "> [1]:\n> javascript:alert",
                "[1]:\n  javascript:alert",
                "<\u200Bscript>\n<script>"
            })
    void norIsItOverSeveralLines(String text) {
        assertThat(SafeText.check(scalar(text), problems)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"](", "[", "<", "]:", "](<", "!", "](\n", "] ( ", "<https://"})
    void aLongTextIsReadAsQuicklyAsAShortOne(String part) {
        // What it costs this thread, whatever else the machine does.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        SafeText.check(scalar(part.repeat(200_000)), problems);
        SafeText.check(scalar(part + " ".repeat(500_000)), problems);
        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(2_000_000_000L);
    }

    private static Node.Scalar scalar(String text) {
        return new Node.Scalar(Place.start("x.yaml"), text, false, false);
    }
}
