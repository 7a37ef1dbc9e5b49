package eyebright.server;

import eyebright.server.page.FormFilter;
import eyebright.server.page.Stops;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// How connections are taken: how many, how long each may keep silent, how much of what was refused is still read, and
/// what is answered where no page is asked.
final class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /// Each takes some 60 kB at worst, of a heap of 256 MB.
    static final int MOST = 2_000;

    /// How long a browser may keep silent within a request. Answers wait as long for who reads them.
    static final int SILENCE = (int) TimeUnit.SECONDS.toMillis(10);

    /// How long a connection is kept for the next request.
    private static final int BETWEEN = (int) TimeUnit.SECONDS.toMillis(15);

    /// After so many requests a connection is made anew. A server before this one keeps its own as long.
    private static final int MOST_REQUESTS = 1_000;

    /// Of a body that was refused this much is read, so that the answer arrives; then the connection ends.
    private static final int SWALLOWED = 2 * FormFilter.MOST_BYTES;

    private static final int MOST_HEADERS = 60;

    private final Stops stops;

    Connections(Stops stops) {
        this.stops = stops;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LeanHttp11.class.getName());
        factory.addConnectorCustomizers(Connections::limit);
        factory.addContextCustomizers(
                context -> {
                    var host = (StandardHost) context.getParent();
                    // No page of Tomcat's own, whoever adds one.
                    host.setErrorReportValveClass("");
                    host.getPipeline().addValve(new BareAnswers(stops));
                });
    }

    private static void limit(Connector connector) {
        connector.setAllowTrace(false);
        connector.setXpoweredBy(false);
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setMaxConnections(MOST);
        protocol.setConnectionTimeout(SILENCE);
        protocol.setKeepAliveTimeout(BETWEEN);
        protocol.setMaxKeepAliveRequests(MOST_REQUESTS);
        protocol.setMaxSwallowSize(SWALLOWED);
        protocol.setMaxHeaderCount(MOST_HEADERS);
    }
}
