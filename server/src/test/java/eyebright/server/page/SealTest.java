package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealTest {

    private final Seal seal = new Seal("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    /// By another program: `printf '2:ab1:c' | openssl dgst -sha256 -hmac 0123456789abcdef -binary | head -c 16 | basenc --base64url`.
    @Test
    void itIsTheHmacThatOthersWorkOut() {
        assertThat(seal.of("ab", "c")).isEqualTo("v4F9QDZenUbCEpcPutdc2Q");
        assertThat(seal.of("a", "bc")).isNotEqualTo(seal.of("ab", "c"));
    }

    @Test
    void manySignAtOnce() {
        List<String> alone =
                IntStream.range(0, 2_000).mapToObj(each -> seal.of("x" + each)).toList();

        assertThat(
                        IntStream.range(0, 2_000)
                                .parallel()
                                .mapToObj(each -> seal.of("x" + each))
                                .toList())
                .isEqualTo(alone)
                .doesNotHaveDuplicates();
        assertThat(seal.holds(alone.get(7), "x7")).isTrue();
        assertThat(seal.holds(alone.get(7), "x8")).isFalse();
    }
}
