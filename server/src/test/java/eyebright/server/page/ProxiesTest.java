package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "0:0:0:0:0:0:0:1, true",
        "::1, true",
        "127.0.0.2, false",
        "10.0.0.1, false",
        "2001:db8::1, false"
    })
    void unlessToldOtherwiseThisMachineAloneIsBelieved(String peer, boolean isBelieved) {
        assertThat(new Proxies(List.of()).trust(peer)).isEqualTo(isBelieved);
    }

    @ParameterizedTest
    @CsvSource({
        "172.17.0.1, true",
        "172.17.255.254, true",
        "172.18.0.1, false",
        "10.0.0.2, true",
        "10.0.0.3, false",
        "fd00:0:0:0:0:0:0:7, true",
        "127.0.0.1, false"
    })
    void whoIsNamedIsBelievedAndNobodyElse(String peer, boolean isBelieved) {
        var proxies = new Proxies(List.of("172.17.0.0/16", "10.0.0.2", "fd00::/8"));
        assertThat(proxies.trust(peer)).isEqualTo(isBelieved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.2", "172.17.0.0/16", "0.0.0.0/0", "fd00::/8", "::1"})
    void anAddressOrARangeOfThemIsOne(String address) {
        assertThatCode(() -> Proxies.check(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.org",
                "localhost",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0",
                "*"
            })
    void anythingElseIsRefusedAndNoNameIsLookedUp(String address) {
        assertThatThrownBy(() -> Proxies.check(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--proxy must be an address or a range, such as 10.0.0.2 or 172.17.0.0/16, not "
                                + address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 192.0.2.1",
                "192.0.2.1:5678 | 192.0.2.1",
                "192.0.2.1: | 192.0.2.1",
                "2001:db8::1 | 2001:db8::1",
                "[2001:db8::1] | 2001:db8::1",
                "[2001:db8::1]:5678 | 2001:db8::1",
                "[::ffff:192.0.2.1]:5678 | ::ffff:192.0.2.1",
                "198.51.100.7:1, 192.0.2.1:5678 | 192.0.2.1",
                "192.0.2.1:5678 , [::1]:5678 | ::1",
                "unknown | unknown",
                "[2001:db8::1 | [2001:db8::1",
                "192.0.2.1:http | 192.0.2.1:http"
            })
    void whomAProxySawIsTheLastItNamesWithoutThePort(String forwarded, String seen) {
        assertThat(Proxies.seen(forwarded)).isEqualTo(seen);
    }

    @Test
    void aPeerThatIsNoAddressIsNotBelieved() {
        assertThat(new Proxies(List.of("10.0.0.0/8")).trust("fe80::1%eth0")).isFalse();
    }
}
