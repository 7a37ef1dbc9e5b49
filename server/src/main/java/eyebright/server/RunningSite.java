package eyebright.server;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// A site that answers until it is closed.
public final class RunningSite implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final Runnable afterwards;

    RunningSite(ServletWebServerApplicationContext context, Runnable afterwards) {
        this.context = context;
        this.afterwards = afterwards;
    }

    /// The port it listens on.
    public int port() {
        var server = context.getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /// Stops answering, then lets go of the store; what was thrown away on purpose is deleted.
    @Override
    public void close() {
        context.close();
        afterwards.run();
    }
}
