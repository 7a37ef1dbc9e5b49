package eyebright.server;

import org.apache.coyote.http11.Http11NioProtocol;

/// HTTP/1.1 of Tomcat's with less room for each connection, since a thousand of them may come or read slowly and hold a thousand times as much. A
/// page is made as a whole before it is sent: it needs no room to be gathered in.
///
/// Public, and with a constructor without arguments, since Tomcat makes it by its name.
public final class LeanHttp11 extends Http11NioProtocol {

    /// Bytes of an answer that are gathered before they are sent on, and characters: 6 kB of memory where Tomcat takes 24.
    private static final int GATHERED = 2_048;

    /// Bytes that are read at once: with the 8 kB that a head may have, 12 kB of memory where Tomcat takes 24.
    private static final int READ = 2_048;

    /// Bytes that the system keeps of answers that are not read yet, not counting what it needs to keep them. Otherwise it takes up to
    /// megabytes from who asks for page after page and reads none, and all these are made.
    private static final int UNREAD = 64 * 1_024;

    /// With the sizes above.
    public LeanHttp11() {
        setProperty("socket.appReadBufSize", String.valueOf(READ));
        setProperty("socket.txBufSize", String.valueOf(UNREAD));
    }

    @Override
    public int getDesiredBufferSize() {
        return GATHERED;
    }
}
