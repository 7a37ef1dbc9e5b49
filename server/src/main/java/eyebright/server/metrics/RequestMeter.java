package eyebright.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts requests by their kind and the status of their answer, before every other filter, so that what those refuse counts
/// too.
public final class RequestMeter extends OncePerRequestFilter {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SERVER_FAULT = 500;

    private final Counter requests;
    private final Histogram seconds;

    RequestMeter(PrometheusRegistry registry) {
        requests =
                Counter.builder()
                        .name("eyebright_requests_total")
                        .help("Requests answered, by kind and status; 429 is a limit that was hit.")
                        .labelNames("kind", "status")
                        .register(registry);
        seconds =
                Histogram.builder()
                        .name("eyebright_request_seconds")
                        .help("How long answering took, until the last byte was handed on.")
                        .labelNames("kind")
                        .classicOnly()
                        .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10)
                        .register(registry);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String kind = RequestKind.of(request.getRequestURI()).word();
        long begun = System.nanoTime();
        int status = SERVER_FAULT;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            requests.labelValues(kind, Integer.toString(status)).inc();
            seconds.labelValues(kind).observe((System.nanoTime() - begun) / SECOND);
        }
    }
}
