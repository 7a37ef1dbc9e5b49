package eyebright.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Origin;
import eyebright.server.Gardens;
import eyebright.server.Rehearsing;
import eyebright.server.Soon;
import eyebright.server.page.Fielded;
import eyebright.server.page.Studies;
import eyebright.store.Store;
import eyebright.store.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When it looks again though nothing has come. All answers are there before the first look.
class PublishingLooksTest {

    private static final Origin ORIGIN = new Origin.Real();
    private static final int ENOUGH = 30;

    @TempDir private Path folder;

    private Store store;
    private Fielded fielded;
    private GivingBack givingBack;

    @BeforeEach
    void open() {
        StudyFolder garden = Gardens.read();
        store = Store.open(folder, Clock.systemUTC());
        store.addVersion(Version.of(garden));
        Rehearsing.fill(store, garden, 1, ENOUGH);
        fielded = new Fielded(garden, store);
        givingBack = new GivingBack(ORIGIN);
    }

    @AfterEach
    void close() {
        givingBack.close();
        store.close();
    }

    private Publishing publishing() {
        return new Publishing(new Studies(List.of(fielded)), store, ORIGIN, givingBack);
    }

    private int number(Publishing publishing) {
        return publishing.of(fielded).number();
    }

    @Test
    void itLooksAgainUntilAnswersMayBeUsed() {
        var isInUse = new AtomicBoolean();
        var looks = new AtomicInteger();
        try (Publishing publishing = publishing()) {
            publishing.begin(
                    _ -> {
                        looks.incrementAndGet();
                        return isInUse.get();
                    });
            await(() -> looks.get() >= 2);
            assertThat(number(publishing)).isZero();

            isInUse.set(true);
            await(() -> number(publishing) == 1);
        }
        assertThat(store.latestSnapshot(fielded.name()).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void itLooksAgainAfterAFault() {
        var looks = new AtomicInteger();
        try (Publishing publishing = publishing()) {
            publishing.begin(
                    _ -> {
                        if (looks.incrementAndGet() == 1) {
                            throw new IllegalStateException("a fault of the test's own");
                        }
                        return true;
                    });
            assertThat(number(publishing)).isZero();

            await(() -> number(publishing) == 1);
        }
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatAnotherServerMadeIsShown() {
        try (Publishing one = publishing();
                Publishing other = publishing()) {
            other.begin(_ -> false);
            assertThat(number(other)).isZero();

            one.begin(_ -> true);
            assertThat(number(one)).isEqualTo(1);
            await(() -> number(other) == 1);
        }
    }

    private static void await(BooleanSupplier holds) {
        assertThat(Soon.within(Duration.ofSeconds(20), holds)).isTrue();
    }
}
