package eyebright.publish.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c#d, https://example.org/a?b=c#d",
        "https://example.org/a b, https://example.org/a%20b",
        "https://example.org/<script>, https://example.org/%3Cscript%3E",
        "http://example.org/ä%20, http://example.org/%C3%A4%20",
        "mailto:a@example.org, mailto:a@example.org",
        "HTTPS://example.org, HTTPS://example.org"
    })
    void addressesOfTheWebAndOfMailStandInPlainLetters(String address, String written) {
        assertThat(Addresses.of(address)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "ftp://example.org",
                "//example.org",
                "https://",
                "https://example.org/%zz",
                "",
                " https://example.org"
            })
    void noOtherAddressStands(String address) {
        assertThat(Addresses.of(address)).isEmpty();
    }
}
