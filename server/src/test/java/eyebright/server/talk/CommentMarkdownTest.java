package eyebright.server.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentMarkdownTest {

    private static final int LONGEST = 5_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b and <b>c</b>|<p>a &lt; b and &lt;b&gt;c&lt;/b&gt;</p>",
                "<!-- x --> <? y ?>|<p>&lt;!-- x --&gt; &lt;? y ?&gt;</p>",
                "`<b>`|<p><code>&lt;b&gt;</code></p>",
                "\\<b>|<p>&lt;b&gt;</p>",
                "<javascript:x>|<p>javascript:x</p>"
            })
    void htmlIsShownAsItWasTyped(String typed, String html) {
        assertThat(CommentMarkdown.html(typed).strip()).isEqualTo(html);
    }

    @Test
    void addressesInAngleBracketsAreLinks() {
        assertThat(CommentMarkdown.html("<https://a.example/b> <c@d.example>"))
                .contains("href=\"https://a.example/b\"", "href=\"mailto:c@d.example\"");
    }

    /// Each took a tenth of a second or more while HTML was looked for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<?",
                "<!-- ",
                "<![CDATA[",
                "<!A ",
                "<a ",
                "<a@",
                "<ab:",
                "*a **a ",
                "> ",
                "[",
                "!["
            })
    void whatIsMeantToTakeLongDoesNot(String again) {
        String text = again.repeat(LONGEST / again.length());

        assertTimeout(
                Duration.ofSeconds(4),
                () -> {
                    for (int i = 0; i < 20; i++) {
                        assertThat(CommentMarkdown.html(text)).isNotEmpty();
                    }
                });
    }
}
