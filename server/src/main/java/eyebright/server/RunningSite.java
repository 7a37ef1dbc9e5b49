package eyebright.server;

import eyebright.server.metrics.SiteMetrics;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// A site that answers until it is closed.
public final class RunningSite implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final Optional<SiteMetrics> metrics;
    private final Runnable before;
    private final Runnable afterwards;

    RunningSite(
            ServletWebServerApplicationContext context,
            Optional<SiteMetrics> metrics,
            Runnable before,
            Runnable afterwards) {
        this.context = context;
        this.metrics = metrics;
        this.before = before;
        this.afterwards = afterwards;
    }

    /// The port it listens on.
    public int port() {
        var server = context.getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /// The port of this machine that figures are at, if they are anywhere.
    public OptionalInt metricsPort() {
        return metrics.stream().mapToInt(SiteMetrics::port).findFirst();
    }

    /// Everything that answers, for tests that look at all of it.
    public ApplicationContext context() {
        return context;
    }

    /// Stops answering, then lets go of the store; what was thrown away on purpose is deleted.
    @Override
    public void close() {
        before.run();
        context.close();
        afterwards.run();
    }
}
