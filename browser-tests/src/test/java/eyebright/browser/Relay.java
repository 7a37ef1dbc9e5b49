package eyebright.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What stands in front of several servers, such as nginx: gives each connection to the first of them that takes it.
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile List<Integer> ports = List.of();

    Relay() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var _ = threads.submit(this::accept);
    }

    /// Where it is found, without a slash at the end.
    String origin() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// From now on these are tried, the first of them first.
    void to(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                var _ = threads.submit(() -> connect(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket from) {
        try (from;
                Socket to = firstThatLives()) {
            var back = threads.submit(() -> copy(to, from));
            copy(from, to);
            back.get();
        } catch (IOException | ExecutionException dead) {
            // The browser sees a connection that ends.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket firstThatLives() throws IOException {
        for (int port : ports) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (ConnectException dead) {
                // The next is asked.
            }
        }
        throw new ConnectException("none of " + ports + " lives");
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // Either side may go.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
