package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Limits.Act;
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
        var limits = new Limits(NOON, 2);
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
    void whatWasGivenBackCanBeTakenAgain() {
        var limits = new Limits(NOON);
        for (int tries = 0; tries < 50; tries++) {
            assertThat(limits.take(Act.WRONG_CODE, "192.0.2.1")).isTrue();
            limits.giveBack(Act.WRONG_CODE, "192.0.2.1");
        }
    }
}
