package eyebright.server.metrics;

import eyebright.database.StoreException;
import eyebright.store.TooManySavesException;
import eyebright.store.UnknownRespondentException;
import eyebright.store.WithdrawnException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Counts saves for Prometheus.
final class CountedSaves implements SaveMeter {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Counter acknowledged;
    private final Counter refused;
    private final Histogram seconds;

    CountedSaves(PrometheusRegistry registry) {
        acknowledged =
                Counter.builder()
                        .name("eyebright_saves_acknowledged_total")
                        .help("Writes for respondents that were committed and synced, by kind.")
                        .labelNames("kind")
                        .register(registry);
        refused =
                Counter.builder()
                        .name("eyebright_saves_refused_total")
                        .help("Writes for respondents that were not kept, by kind and reason.")
                        .labelNames("kind", "reason")
                        .register(registry);
        seconds =
                Histogram.builder()
                        .name("eyebright_save_seconds")
                        .help("How long acknowledged writes took, waiting and syncing included.")
                        .classicOnly()
                        .classicUpperBounds(
                                0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10)
                        .register(registry);
        for (Kind kind : Kind.values()) {
            // There from the start, so that the first of a kind is a change that can be seen.
            acknowledged.initLabelValues(word(kind));
            refused.initLabelValues(word(kind), "store");
        }
    }

    @Override
    public <T> T time(Kind kind, Supplier<T> write) {
        long begun = System.nanoTime();
        try {
            T written = write.get();
            seconds.observe((System.nanoTime() - begun) / SECOND);
            acknowledged.labelValues(word(kind)).inc();
            return written;
        } catch (RuntimeException fault) {
            refused.labelValues(word(kind), reason(fault)).inc();
            throw fault;
        }
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String reason(RuntimeException fault) {
        return switch (fault) {
            case TooManySavesException _ -> "too-many";
            case WithdrawnException _ -> "withdrawn";
            case UnknownRespondentException _ -> "unknown";
            case StoreException _ -> "store";
            case IllegalArgumentException _ -> "unkeepable";
            default -> "other";
        };
    }
}
