package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.server.page.Mode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study.example.org",
                "ftp://study.example.org",
                "https:study.example.org",
                "https:///",
                "https://me@study.example.org",
                "https://study.example.org/studies",
                "https://study.example.org/?a=b",
                "https://study.example.org/#top"
            })
    void aPublicAddressIsAHostAndNothingMore(String address) {
        assertThatThrownBy(() -> at(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--public-url must be http or https and a host")
                .hasMessageEndingWith("not " + address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://study.example.org, true",
        "HTTPS://study.example.org/, true",
        "https://study.example.org:8443, true",
        "http://localhost:8080, false"
    })
    void aSiteReachedByHttpsIsSecure(String address, boolean secure) {
        assertThat(at(address).isSecure()).isEqualTo(secure);
    }

    private static SiteSettings at(String address) {
        return new SiteSettings(
                List.of(Path.of("study")),
                "127.0.0.1",
                0,
                Optional.of(URI.create(address)),
                Path.of("data"),
                new Mode.Collecting());
    }
}
