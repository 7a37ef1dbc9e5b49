package eyebright.server;

import java.util.OptionalInt;

/// Another program listens on the port.
public final class PortTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int port;
    private final int free;

    PortTakenException(int port, OptionalInt free) {
        super(
                "port %d is taken%s"
                        .formatted(
                                port,
                                free.isPresent()
                                        ? "; the next free one is " + free.getAsInt()
                                        : ""));
        this.port = port;
        this.free = free.orElse(0);
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
