package eyebright.database;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Whether the one who writes waits a little for company before a commit.
///
/// A commit costs nearly the same for many as for one. Where several came at once, more are on their way, and within two milliseconds
/// they are there: then fewer commits keep the processors and the disk busy. Who comes alone waits for nobody. Used by one thread.
final class Gathering {

    /// So many are company enough.
    static final int ENOUGH = 32;

    /// How often it looks who has come.
    static final int LOOKS = 4;

    private static final long BETWEEN_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private boolean cameTogether;

    /// Waits while more may come, if those before came together; two milliseconds at most.
    ///
    /// @param waiting who has come since the first of this group
    void await(Collection<?> waiting) {
        for (int look = 0; cameTogether && look < LOOKS && waiting.size() < ENOUGH; look++) {
            LockSupport.parkNanos(this, BETWEEN_NANOS);
        }
    }

    /// So many were in the group.
    void came(int together) {
        cameTogether = together > 1;
    }
}
