package eyebright.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeStampsTest {

    private static final String TEXT = "what was frozen\n";

    private static final Path FILES = Path.of("src/test/resources/eyebright");

    @Test
    void aTokenOfTheTextIsRight() throws Exception {
        Authority authority = Authority.make();

        assertThat(read(authority.stamp(TEXT, Authority.NOW), Authorities.NONE))
                .isEqualTo(
                        new TimeStamp(
                                Authority.NOW,
                                "Clock of the tests, Example ?University?",
                                TimeStamp.Trust.SELF_CONSISTENT));
        assertThat(read(authority.stampBySha512(TEXT), Authorities.NONE).time())
                .isEqualTo(Authority.NOW);
    }

    @Test
    void onlyARootThatTheReaderGivesMakesItTrusted() throws Exception {
        Authority authority = Authority.make();
        byte[] token = authority.stamp(TEXT, Authority.NOW);

        assertThat(read(token, authority.trusted()).trust()).isEqualTo(TimeStamp.Trust.TRUSTED);
        assertThat(read(token, Authority.make().trusted()).trust())
                .isEqualTo(TimeStamp.Trust.NOT_TRACED);
    }

    @Test
    void aTokenOfAnotherTextIsRefused() throws Exception {
        assertThat(invalid(Authority.make().stamp("another text", Authority.NOW)))
                .startsWith("the time stamp is of another text: its imprint is ");
    }

    @Test
    void aTouchedTokenIsRefused() throws Exception {
        byte[] token = Authority.make().stamp(TEXT, Authority.NOW);
        // The last bytes are the signature.
        token[token.length - 5] ^= 1;

        assertThat(invalid(token)).startsWith("the signature of the time stamp is not right");
    }

    @Test
    void aCertificateOfAnotherTimeOrForAnotherUseIsRefused() throws Exception {
        Instant later = Authority.NOW.plus(Duration.ofDays(200));

        assertThat(invalid(Authority.make().stamp(TEXT, later)))
                .startsWith("the signature of the time stamp is not right");
        assertThatThrownBy(() -> Authority.make(false).stamp(TEXT, Authority.NOW))
                .hasMessageContaining("ExtendedKeyUsage");
    }

    @Test
    void aWeakHashIsRefused() throws Exception {
        assertThat(invalid(Authority.make().stampBySha1(TEXT)))
                .isEqualTo(
                        "the time stamp must be of a SHA-256, SHA-384 or SHA-512 hash, not of another");
    }

    @Test
    void aTokenWithoutItsCertificateIsRefused() throws Exception {
        assertThat(invalid(Authority.make().stampWithoutCertificate(TEXT)))
                .startsWith("the time stamp holds no certificate of its signer");
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (byte[] bytes :
                new byte[][] {{}, {0}, {0x30, 0x03, 0x02, 0x01, 0x05}, new byte[5000]}) {
            assertThat(invalid(bytes))
                    .isEqualTo("the time stamp must be a token of RFC 3161 (DER)");
        }
    }

    /// Made by OpenSSL 3.0: see README.md beside the root.
    @Test
    void theAnswerThatOpensslGivesIsRead() throws IOException {
        Path entry = FILES.resolve("check/time-stamp/good/frozen/0001");
        byte[] answer = Files.readAllBytes(entry.resolve("time-stamp.tsr"));
        String text = Files.readString(entry.resolve("entry.yaml"));
        Authorities root = TimeStamps.authorities(FILES.resolve("freeze/example-root.pem"));

        TimeStamp stamp =
                switch (TimeStamps.read(answer, text, root)) {
                    case TimeStamps.Reading.Valid(TimeStamp read) -> read;
                    case TimeStamps.Reading.Invalid(String why) ->
                            throw new IllegalStateException(why);
                };

        assertThat(stamp.authority()).isEqualTo("Example time stamps, Example authority of time");
        assertThat(stamp.trust()).isEqualTo(TimeStamp.Trust.TRUSTED);
        assertThat(stamp.time()).isBetween("2026-11-22T08:00:00Z", "2026-11-23T00:00:00Z");
    }

    @Test
    void whatHoldsNoCertificatesIsSaid() {
        Path file = FILES.resolve("freeze/README.md");

        assertThatThrownBy(() -> TimeStamps.authorities(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must hold certificates");
    }

    private static TimeStamp read(byte[] token, Authorities trusted) {
        return switch (TimeStamps.read(token, TEXT, trusted)) {
            case TimeStamps.Reading.Valid(TimeStamp stamp) -> stamp;
            case TimeStamps.Reading.Invalid(String why) -> throw new IllegalStateException(why);
        };
    }

    private static String invalid(byte[] token) {
        return switch (TimeStamps.read(token, TEXT, Authorities.NONE)) {
            case TimeStamps.Reading.Valid(TimeStamp stamp) ->
                    throw new IllegalStateException(stamp.toString());
            case TimeStamps.Reading.Invalid(String why) -> why;
        };
    }
}
