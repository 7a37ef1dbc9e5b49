package eyebright.server;

import java.util.OptionalInt;

/// Another program listens on the port.
public final class PortTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int port;
    private final int free;

    PortTakenException(int port, OptionalInt free) {
        this(
                port,
                free,
                free.isPresent()
                        ? "the next free one is " + free.getAsInt()
                        : "name another by --port, or 0 for any that is free");
    }

    private PortTakenException(int port, OptionalInt free, String advice) {
        super("port %d is taken; %s".formatted(port, advice));
        this.port = port;
        this.free = free.orElse(0);
    }

    /// The port for figures is taken.
    static PortTakenException ofMetrics(int port) {
        return new PortTakenException(
                port,
                OptionalInt.empty(),
                "name another by --metrics-port, or 0 for any that is free");
    }

    /// The port that is taken.
    public int port() {
        return port;
    }

    /// The next port that is free, if one was found nearby.
    public OptionalInt free() {
        return free == 0 ? OptionalInt.empty() : OptionalInt.of(free);
    }
}
