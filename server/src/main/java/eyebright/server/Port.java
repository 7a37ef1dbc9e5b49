package eyebright.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// How a port stands to this process, asked before anything is opened for it.
enum Port {
    /// It can listen there.
    FREE,
    /// Something else listens there.
    TAKEN,
    /// Nothing listens there, and the system does not let this process.
    FORBIDDEN;

    /// Lower ones are for programs that the system has given the right to.
    static final int FIRST_FOR_ALL = 1024;

    private static final int MILLISECONDS_TO_ANSWER = 1_000;

    /// How it stands.
    ///
    /// @param host the address to listen on
    /// @throws IOException if that is not an address of this machine
    static Port of(String host, int port) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        try {
            listen(address, port);
            return FREE;
        } catch (BindException refused) {
            refuseElsewhere(host, address);
            // Why, the system says in a language of its own. So this asks in another way.
            return port < FIRST_FOR_ALL && !answers(address, port) ? FORBIDDEN : TAKEN;
        }
    }

    private static void listen(InetAddress address, int port) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        }
    }

    private static void refuseElsewhere(String host, InetAddress address) throws IOException {
        try {
            listen(address, 0);
        } catch (BindException elsewhere) {
            throw new IOException(
                    "%s is not an address of this machine; give one that is by --host, or leave it out for 127.0.0.1"
                            .formatted(host),
                    elsewhere);
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (var knocking = new Socket()) {
            knocking.connect(new InetSocketAddress(address, port), MILLISECONDS_TO_ANSWER);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
