package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpTest {

    /// The key of the examples of RFC 6238, appendix B, for SHA-1.
    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant TIME = Instant.ofEpochSecond(1_111_111_109);

    /// The RFC prints eight digits; those of six are their last.
    @Test
    void theExamplesOfTheRfcHold() {
        Map.of(
                        59L, "287082",
                        1_111_111_109L, "081804",
                        1_111_111_111L, "050471",
                        1_234_567_890L, "005924",
                        2_000_000_000L, "279037",
                        20_000_000_000L, "353130")
                .forEach(
                        (second, code) ->
                                assertThat(Totp.code(RFC, Instant.ofEpochSecond(second)))
                                        .as("at %d", second)
                                        .isEqualTo(code));
    }

    @Test
    void aClockMayBeAStepAwayAndNoMore() {
        long step = TIME.getEpochSecond() / 30;
        for (int away = -3; away <= 3; away++) {
            String code = Totp.code(RFC, TIME.plusSeconds(30L * away));
            assertThat(Totp.step(RFC, code, TIME, 0))
                    .as("%d steps away", away)
                    .isEqualTo(
                            Math.abs(away) <= 1
                                    ? OptionalLong.of(step + away)
                                    : OptionalLong.empty());
        }
    }

    @Test
    void noCodeIsTakenTwiceNorOneFromBefore() {
        long step = TIME.getEpochSecond() / 30;
        String now = Totp.code(RFC, TIME);
        String before = Totp.code(RFC, TIME.minusSeconds(30));

        assertThat(Totp.step(RFC, now, TIME, step - 1)).hasValue(step);
        assertThat(Totp.step(RFC, now, TIME, step)).isEmpty();
        assertThat(Totp.step(RFC, before, TIME, step)).isEmpty();
    }

    @Test
    void blanksBetweenDigitsAreFreeAndNothingElseIs() {
        assertThat(Totp.step(RFC, " 081 804\n", TIME, 0)).isPresent();
        assertThat(Totp.step(RFC, "81804", TIME, 0)).isEmpty();
        assertThat(Totp.step(RFC, "", TIME, 0)).isEmpty();
        assertThat(Totp.step(RFC, "081804\0", TIME, 0)).isEmpty();
    }

    /// RFC 4648, section 10.
    @Test
    void theSecretIsWrittenInBase32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW 6YTB OI");
        assertThat(Totp.base32(RFC)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void theAddressForThePhoneHoldsNothingUnescaped() {
        assertThat(Totp.uri("Eyebright & co", "a+b?c@example.org", RFC))
                .isEqualTo(
                        "otpauth://totp/Eyebright%20%26%20co:a%2Bb%3Fc%40example.org"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Eyebright%20%26%20co");
    }
}
