package eyebright.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection to a server on this machine that is kept open until the server ends it, with as little work for a request as can be: both
/// sides share the machine. Not for several threads.
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 60_000;
    private static final int BUFFER = 16_384;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean isOver;

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        isOver = false;
    }

    /// What a server answered.
    static final class Answer {
        private final int status;
        private final String location;
        private final String cookie;
        private final byte[] body;

        private Answer(int status, String location, String cookie, byte[] body) {
            this.status = status;
            this.location = location;
            this.cookie = cookie;
            this.body = body;
        }

        int status() {
            return status;
        }

        /// Where it sends the browser; empty if nowhere.
        String location() {
            return location;
        }

        /// The cookie that it sets, with its name; empty if none.
        String cookie() {
            return cookie;
        }

        /// The page, if it was not asked for in gzip.
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The last part of the address that it sends to.
        String next() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /// Asks for a page.
    ///
    /// @param headers further lines, each with its end
    Answer get(String path, String headers) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    /// Sends a form.
    Answer post(String path, String headers, String form) throws IOException {
        return exchange(
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length()
                        + "\r\n"
                        + headers
                        + "\r\n"
                        + form);
    }

    private Answer exchange(String request) throws IOException {
        if (isOver) {
            socket.close();
            connect();
        }
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().substring(9, 12));
        String location = "";
        String cookie = "";
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> length = -1;
                case "connection" -> isOver = value.equals("close");
                case "location" -> location = value;
                case "set-cookie" -> cookie = value.substring(0, value.indexOf(';'));
                default -> {}
            }
        }
        return new Answer(status, location, cookie, length < 0 ? chunks() : bytes(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            all.writeBytes(bytes(length));
            line();
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server hung up");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
