package eyebright.server.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private final Envelope envelope = new Envelope(new byte[32]);

    @Test
    void whatWasClosedOpensAgain() {
        for (String text : new String[] {"", "a", "é".repeat(94), "x".repeat(188)}) {
            assertThat(envelope.open("garden", envelope.close("garden", text))).contains(text);
        }
    }

    @Test
    void noTwoAreAlikeAndAllAreOfOneLength() {
        String one = envelope.close("garden", "one");
        assertThat(envelope.close("garden", "one")).isNotEqualTo(one);
        assertThat(envelope.close("garden", "one hundred")).hasSameSizeAs(one);
    }

    @Test
    void itOpensForItsPurposeAndKeyOnly() {
        String closed = envelope.close("garden", "one");
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(envelope.open("tears", closed)).isEmpty();
        assertThat(new Envelope(other).open("garden", closed)).isEmpty();
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        String closed = envelope.close("garden", "one");
        for (int at = 0; at < closed.length(); at++) {
            char other = closed.charAt(at) == 'A' ? 'B' : 'A';
            String changed = closed.substring(0, at) + other + closed.substring(at + 1);
            assertThat(envelope.open("garden", changed)).as(changed).isEmpty();
        }
        assertThat(envelope.open("garden", closed + "A")).isEmpty();
        assertThat(envelope.open("garden", "not.of.ours")).isEmpty();
    }

    @Test
    void manyAreClosedAndOpenedAtOnceAlsoAfterOneWasRefused() {
        List<String> opened =
                IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(
                                each -> {
                                    String closed = envelope.close("garden", "text " + each);
                                    assertThat(envelope.open("tears", closed)).isEmpty();
                                    return envelope.open("garden", closed).orElse("refused");
                                })
                        .toList();

        assertThat(opened)
                .isEqualTo(IntStream.range(0, 2_000).mapToObj(each -> "text " + each).toList());
    }

    @Test
    void longTextsAreRefused() {
        assertThatThrownBy(() -> envelope.close("garden", "x".repeat(189)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text must be at most 188 bytes, not 189");
    }
}
