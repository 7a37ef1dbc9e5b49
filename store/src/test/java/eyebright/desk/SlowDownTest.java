package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SlowDownTest {

    private final Hands hands = new Hands();
    private final SlowDown slowDown = new SlowDown(hands, Duration.ofSeconds(30));

    @Test
    void fiveAreFreeThenEachDoublesTheWaitUpToTheLongest() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(slowDown.take("ada")).isEmpty();
        }
        for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
            assertThat(slowDown.take("ada")).contains(Duration.ofSeconds(seconds));
            hands.pass(Duration.ofSeconds(seconds));
            assertThat(slowDown.take("ada")).isEmpty();
        }
        assertThat(slowDown.wrong("ada")).isEqualTo(12);
    }

    @Test
    void nobodyElseWaitsAndTheRightOneIsForgiven() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(slowDown.take("ada")).isEmpty();
        }
        assertThat(slowDown.take("grace")).isEmpty();
        slowDown.right("ada");
        assertThat(slowDown.take("ada")).isEmpty();
    }

    @Test
    void aDayLaterItIsForgotten() {
        for (int tries = 0; tries < 30; tries++) {
            assertThat(slowDown.take("ada")).isEmpty();
            hands.pass(Duration.ofSeconds(30));
        }
        hands.pass(Duration.ofHours(25));
        for (int tries = 0; tries < 5; tries++) {
            assertThat(slowDown.take("ada")).isEmpty();
        }
    }

    @Test
    void aThousandAtOnceAreFive() throws Exception {
        Callable<Optional<Duration>> one = () -> slowDown.take("ada");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int taken = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(1000, one))) {
                taken += answer.get().isEmpty() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(5);
        }
    }
}
