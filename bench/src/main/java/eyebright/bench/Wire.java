package eyebright.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection to a server on this machine that is kept open until the server ends it, with as little work for a request as can be: both
/// sides share the machine. Not for several threads.
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 60_000;
    private static final int BUFFER = 16_384;
    private static final int STATUS_BEGINS = 9;
    private static final int STATUS_ENDS = 12;
    private static final int TO_LOWER_CASE = 0x20;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean isOver;

    /// What came and was not read yet: from `at` to `end`.
    private final byte[] buffer = new byte[BUFFER];

    private int at;
    private int end;

    /// Where the line that was read last begins and ends, without its end.
    private int lineBegins;

    private int lineEnds;

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        at = 0;
        end = 0;
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
        readLine();
        int status = Integer.parseInt(text(lineBegins + STATUS_BEGINS, lineBegins + STATUS_ENDS));
        String location = "";
        String cookie = "";
        int length = 0;
        for (readLine(); lineBegins < lineEnds; readLine()) {
            if (isHeader("content-length")) {
                length = Integer.parseInt(value("content-length"));
            } else if (isHeader("transfer-encoding")) {
                length = -1;
            } else if (isHeader("connection")) {
                isOver = value("connection").equals("close");
            } else if (isHeader("location")) {
                location = value("location");
            } else if (isHeader("set-cookie")) {
                String all = value("set-cookie");
                cookie = all.substring(0, all.indexOf(';'));
            }
        }
        return new Answer(status, location, cookie, length < 0 ? chunks() : bytes(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            readLine();
            int length = Integer.parseInt(text(lineBegins, lineEnds), 16);
            all.writeBytes(bytes(length));
            readLine();
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int had = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, 0, had);
        at += had;
        if (in.readNBytes(bytes, had, length - had) < length - had) {
            throw new EOFException("the server hung up");
        }
        return bytes;
    }

    /// Whether the line is that header.
    ///
    /// @param name in small letters
    private boolean isHeader(String name) {
        if (lineEnds - lineBegins <= name.length() || buffer[lineBegins + name.length()] != ':') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((buffer[lineBegins + i] | TO_LOWER_CASE) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String value(String header) {
        return text(lineBegins + header.length() + 1, lineEnds).strip();
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void readLine() throws IOException {
        int looked = at;
        while (true) {
            for (; looked < end; looked++) {
                if (buffer[looked] == '\n') {
                    lineBegins = at;
                    lineEnds = looked > at && buffer[looked - 1] == '\r' ? looked - 1 : looked;
                    at = looked + 1;
                    return;
                }
            }
            looked = more(looked);
        }
    }

    /// Reads more of what comes, after what was not read yet, which is moved to the front.
    ///
    /// @return where the same byte stands then
    private int more(int looked) throws IOException {
        int moved = at;
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        if (end == buffer.length) {
            throw new IOException("a line of more than %d bytes".formatted(BUFFER));
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("the server hung up");
        }
        end += count;
        return looked - moved;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
