package eyebright.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sends bytes to a site as they are, so that nothing mends them on the way, and reads what comes back.
final class RawSocket {

    private static final String HEAD_END = "\r\n\r\n";

    /// What comes before the answer to who asked whether to go on.
    private static final Pattern GO_ON = Pattern.compile("^(HTTP/1\\.1 100[^\r]*\r\n\r\n)+");

    private RawSocket() {}

    /// What came back.
    ///
    /// @param bytes all of it, as Latin-1; empty where the connection was closed without a word
    /// @param time until the connection was closed
    record Answer(String bytes, Duration time) {

        /// Whether there was no answer at all.
        boolean isSilent() {
            return bytes.isEmpty();
        }

        /// The status, 0 where the answer has none.
        int status() {
            return bytes.matches("(?s)HTTP/1\\.[01] [0-9]{3} ?.*")
                    ? Integer.parseInt(bytes.substring(9, 12))
                    : 0;
        }

        /// The values of a header, in the order they came.
        List<String> headers(String name) {
            var values = new ArrayList<String>();
            for (String line : head().split("\r\n", -1)) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
                    values.add(line.substring(colon + 1).strip());
                }
            }
            return values;
        }

        /// The value of a header, or nothing.
        String header(String name) {
            return String.join(", ", headers(name));
        }

        /// What follows the headers, as UTF-8.
        String body() {
            int end = bytes.indexOf(HEAD_END);
            return end < 0
                    ? ""
                    : new String(
                            bytes.substring(end + HEAD_END.length())
                                    .getBytes(StandardCharsets.ISO_8859_1),
                            StandardCharsets.UTF_8);
        }

        /// Whether the body is a page.
        boolean isPage() {
            return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html");
        }

        private String head() {
            int end = bytes.indexOf(HEAD_END);
            return end < 0 ? bytes : bytes.substring(0, end);
        }
    }

    /// Sends these bytes and then no more, and reads until the site closes the connection.
    ///
    /// @throws IOException if nothing comes for that long, or the connection breaks before anything came
    static Answer send(int port, byte[] request, Duration patience) throws IOException {
        return send(Optional.empty(), port, request, patience);
    }

    /// As above, from that address of this machine.
    static Answer send(Optional<InetAddress> from, int port, byte[] request, Duration patience)
            throws IOException {
        long begun = System.nanoTime();
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            if (from.isPresent()) {
                socket.bind(new InetSocketAddress(from.get(), 0));
            }
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException refused) {
                // The site closed before it had read all: what it said before that still counts.
                received.reset();
            }
            read(socket.getInputStream(), received);
        }
        return new Answer(
                GO_ON.matcher(received.toString(StandardCharsets.ISO_8859_1)).replaceFirst(""),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void read(InputStream from, ByteArrayOutputStream received) throws IOException {
        try {
            from.transferTo(received);
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException reset) {
            // A site that closes on bytes it has not read resets the connection: what came first is
            // there.
            received.flush();
        }
    }
}
