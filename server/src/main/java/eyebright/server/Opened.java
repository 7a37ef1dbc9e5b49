package eyebright.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What a site has opened, to be closed in the other order: each may use what was opened before it.
final class Opened {

    private final Deque<Runnable> closings = new ArrayDeque<>();

    /// Adds a way to close what was just opened.
    void toClose(Runnable closing) {
        closings.push(closing);
    }

    /// Closes everything, also where something cannot be closed; a second time nothing happens.
    void close() {
        RuntimeException first = null;
        while (!closings.isEmpty()) {
            first = closed(closings.pop(), first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException closed(
            Runnable closing, @Nullable RuntimeException first) {
        try {
            closing.run();
            return first;
        } catch (RuntimeException fault) {
            if (first == null) {
                return fault;
            }
            first.addSuppressed(fault);
            return first;
        }
    }
}
