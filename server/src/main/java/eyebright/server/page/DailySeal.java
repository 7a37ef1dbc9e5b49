package eyebright.server.page;

import java.security.SecureRandom;
import java.time.InstantSource;

/// Signs texts under a key that is thrown away every day, so that what is signed can be known again for that long and
/// nobody can ever tell what it was. Used by one thread at a time.
final class DailySeal {

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int KEY_BYTES = 32;

    private final InstantSource clock;
    private Seal seal = fresh();
    private long day;

    DailySeal(InstantSource clock) {
        this.clock = clock;
        this.day = now();
    }

    /// The signature of these texts, today.
    String of(String... texts) {
        long now = now();
        if (now != day) {
            day = now;
            seal = fresh();
        }
        return seal.of(texts);
    }

    private long now() {
        return clock.instant().getEpochSecond() / SECONDS_OF_A_DAY;
    }

    private static Seal fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Seal(key);
    }
}
