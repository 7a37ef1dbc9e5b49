package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Limits.Act;
import eyebright.store.Code;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void manyAtOnceGetNoMoreThanOneByOne() throws Exception {
        var limits = new Limits(NOON);
        Callable<Boolean> one = () -> limits.take(Act.START, "192.0.2.1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long taken = 0;
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(200, one))) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(30);
        }
    }

    @Test
    void aHouseholdOfIpv6IsOneAddress() {
        var limits = new Limits(NOON);
        for (int host = 1; host <= 10; host++) {
            assertThat(limits.take(Act.WRONG_CODE, "2001:db8:1:2::" + host)).isTrue();
        }
        assertThat(limits.take(Act.WRONG_CODE, "2001:0db8:0001:0002:ffff:0:0:1")).isFalse();
        assertThat(limits.take(Act.WRONG_CODE, "2001:db8:1:3::1")).isTrue();
        assertThat(limits.take(Act.START, "2001:db8:1:2::1")).isTrue();
    }

    @Test
    void anIpv4AddressIsTheSameInIpv6() {
        var limits = new Limits(NOON);
        for (int tries = 0; tries < 10; tries++) {
            limits.take(Act.WRONG_CODE, "::ffff:192.0.2.1");
        }
        assertThat(limits.take(Act.WRONG_CODE, "192.0.2.1")).isFalse();
        assertThat(limits.take(Act.WRONG_CODE, "192.0.2.2")).isTrue();
    }

    @Test
    void tooManyAddressesMakeTheOldestForgotten() {
        // Two addresses, and what all have done together.
        var limits = new Limits(NOON, 3);
        for (int tries = 0; tries < 10; tries++) {
            limits.take(Act.WRONG_CODE, "192.0.2.1");
        }
        for (String other : List.of("192.0.2.2", "192.0.2.3")) {
            limits.take(Act.WRONG_CODE, other);
            assertThat(limits.take(Act.WRONG_CODE, "192.0.2.1")).isFalse();
        }
        for (int tries = 0; tries < 9; tries++) {
            assertThat(limits.take(Act.WRONG_CODE, "192.0.2.3")).isTrue();
        }
        assertThat(limits.take(Act.WRONG_CODE, "192.0.2.3")).isFalse();
    }

    @Test
    void whoHasAWholeIpv6SiteIsNoMoreThanTenHouseholds() {
        var limits = new Limits(NOON);
        int taken = 0;
        for (int household = 0; household < 1_000; household++) {
            taken += limits.take(Act.WRONG_CODE, "2001:db8:1:%x::1".formatted(household)) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(100);
        assertThat(limits.take(Act.WRONG_CODE, "2001:db8:2:1::1")).isTrue();
    }

    @Test
    void whoIsRefusedPushesNobodyOut() {
        var limits = new Limits(NOON, 200);
        for (int tries = 0; tries < 10; tries++) {
            limits.take(Act.WRONG_CODE, "192.0.2.1");
        }
        for (int household = 0; household < 1_000; household++) {
            limits.take(Act.WRONG_CODE, "2001:db8:1:%x::1".formatted(household));
        }
        assertThat(limits.take(Act.WRONG_CODE, "192.0.2.1")).isFalse();
    }

    /// The arithmetic of docs/security.md: five words of 2,048, at most 50,000 wrong ones an hour from everywhere.
    @Test
    void allTheAddressesOfTheWorldGuessNoCode() {
        var limits = new Limits(NOON);
        int taken = 0;
        for (int address = 0; address < 60_000; address++) {
            String from = "198.%d.%d.%d".formatted(18, address / 250, 1 + address % 250);
            taken += limits.take(Act.WRONG_CODE, from) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(50_000);

        double codes = Math.pow(2_048, Code.LENGTH);
        double respondents = 10_000;
        double aYear = taken * 24.0 * 365;
        assertThat(codes).isEqualTo(Math.pow(2, 55));
        assertThat(aYear * respondents / codes)
                .as("chance to hit anybody in a year")
                .isLessThan(1.5e-4);
        assertThat(aYear / codes).as("chance to hit one in a year").isLessThan(1.5e-8);
    }

    @Test
    void whatWasGivenBackCanBeTakenAgain() {
        var limits = new Limits(NOON);
        for (int tries = 0; tries < 50; tries++) {
            assertThat(limits.take(Act.WRONG_CODE, "192.0.2.1")).isTrue();
            limits.giveBack(Act.WRONG_CODE, "192.0.2.1");
        }
    }
}
