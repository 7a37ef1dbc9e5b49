package eyebright.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DrawnTest {

    private static final int SEED = 7;

    /// Parts that a compressor can make little or nothing of, with sizes at which what comes out just fills its buffers; empty ones
    /// too.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 0, 1",
        "0, 1, 0",
        "700, 400000, 90",
        "8191, 8192, 8193",
        "8182, 8187, 8186",
        "32768, 65536, 32769",
        "70000, 3, 70000"
    })
    void whatIsPutTogetherCompressedIsTheWholePage(int before, int inside, int after)
            throws IOException {
        var random = new Random(SEED);
        for (int kinds : new int[] {1, 4, 256}) {
            byte[] head = bytes(random, before, kinds);
            byte[] middle = bytes(random, inside, kinds);
            byte[] tail = bytes(random, after, kinds);
            var drawn = new Drawn(middle);

            byte[] whole = bytes(drawn.between(head, tail));

            assertThat(Arrays.copyOf(whole, before)).isEqualTo(head);
            assertThat(Arrays.copyOfRange(whole, before, before + inside)).isEqualTo(middle);
            assertThat(Arrays.copyOfRange(whole, before + inside, whole.length)).isEqualTo(tail);
            assertThat(opened(bytes(drawn.compressedBetween(head, tail)))).isEqualTo(whole);
            assertThat(opened(bytes(drawn.compressedBetween(head, tail))))
                    .as("again")
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5000, 200"})
    void itIsNotMuchLongerThanCompressedAtOnce(int before, int after) throws IOException {
        var drawn = new Drawn("<p>How often?</p>".repeat(10_000).getBytes(UTF_8));
        byte[] head = "<title>Findings</title>".repeat(before / 23).getBytes(UTF_8);
        byte[] tail = "</main>".repeat(after / 7).getBytes(UTF_8);

        assertThat(bytes(drawn.compressedBetween(head, tail))).hasSizeLessThan(2000);
    }

    private static byte[] bytes(Drawn.Whole page) throws IOException {
        var out = new ByteArrayOutputStream();
        page.writeTo(out);
        assertThat(page.length()).isEqualTo(out.size());
        return out.toByteArray();
    }

    private static byte[] bytes(Random random, int many, int kinds) {
        byte[] bytes = new byte[many];
        for (int i = 0; i < many; i++) {
            bytes[i] = (byte) random.nextInt(kinds);
        }
        return bytes;
    }

    private static byte[] opened(byte[] compressed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }
}
