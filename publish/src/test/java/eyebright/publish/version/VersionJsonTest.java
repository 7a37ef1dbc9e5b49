package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.publish.version.VersionJson.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionJsonTest {

    @Test
    void whatIsWrittenIsReadBackWithAllDigits() {
        Version version = Examples.version();
        String json = VersionJson.write(version);

        assertThat(VersionJson.read(json)).isEqualTo(new Reading.Read(version));
        assertThat(VersionJson.write(version)).isEqualTo(json);
        assertThat(json).contains("0.7123456789012345").endsWith("}\n");
    }

    @Test
    void keysOfALaterEyebrightArePassedOver() {
        String json = VersionJson.write(Examples.version());

        assertThat(VersionJson.read(json.replaceFirst("\\{", "{\"later\": {\"x\": [1]},")))
                .isEqualTo(new Reading.Read(Examples.version()));
    }

    @Test
    void whatMayBeAbsentMayBeAbsent() {
        Version version = Examples.version(0, "71 %", Optional.empty());

        assertThat(VersionJson.read(VersionJson.write(version)))
                .isEqualTo(new Reading.Read(version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\" : 1|\"number\" : 0|number must be 1 or more, not 0",
                "\"number\" : 1|\"number\" : 1.5|\"number\" must be 0 or a whole number above",
                "\"number\" : 1|\"count\" : 1|it holds no \"number\"",
                "2026-11-22\",|22.11.2026\",|day must be like 2026-11-22, not \"22.11.2026\"",
                "\"2026-11-22\"|\"+999999999-12-31\"|day must be like 2026-11-22, not \"+999999999-12-31\"",
                "\"study\" : \"waves\"|\"study\" : 7|\"study\" must be a text",
                "\"study\" : \"waves\"|\"study\" : \"wa\\u001bves\"|\"study\" must be a text without the character U+001B",
                "\"study\"|study|it is no JSON"
            })
    void aBrokenFileIsAFaultWithItsReason(String from, String to, String why) {
        String json = VersionJson.write(Examples.version());
        assertThat(json).contains(from);

        assertThat(VersionJson.read(json.replace(from, to))).isEqualTo(new Reading.Fault(why));
    }

    /// A number that no machine has must not keep a site from starting.
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "99999999999999999999", "1.5", "-1"})
    void aSizeThatIsNoneIsAFault(String bytes) {
        String json = VersionJson.write(Examples.version());

        assertThat(VersionJson.read(json.replace("\"bytes\" : 12", "\"bytes\" : " + bytes)))
                .isEqualTo(new Reading.Fault("\"bytes\" must be 0 or a whole number above"));
    }

    @Test
    void otherJsonIsAFault() {
        assertThat(VersionJson.read("[]")).isInstanceOf(Reading.Fault.class);
        assertThat(VersionJson.read("")).isInstanceOf(Reading.Fault.class);
        assertThat(VersionJson.read("null")).isInstanceOf(Reading.Fault.class);
    }
}
