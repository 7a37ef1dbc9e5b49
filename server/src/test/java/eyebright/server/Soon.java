package eyebright.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what another thread does.
public final class Soon {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Soon() {}

    /// Whether it holds within that time, looked at again and again.
    public static boolean within(Duration time, BooleanSupplier holds) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (holds.getAsBoolean()) {
                return true;
            }
            pause(BETWEEN_LOOKS);
        }
        return false;
    }

    /// Does nothing for that long.
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
