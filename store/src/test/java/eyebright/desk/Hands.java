package eyebright.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock whose hands a test moves.
final class Hands implements InstantSource {

    private volatile Instant now = Instant.parse("2027-03-01T12:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
