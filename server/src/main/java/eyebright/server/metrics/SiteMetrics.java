package eyebright.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The figures of one running site, at `/metrics` of a port that only this machine reaches.
///
/// They are counts since the start of the process. Read often enough they still tell when something was saved, which the
/// store does not keep: the guide for operators says what follows from that.
public final class SiteMetrics implements AutoCloseable {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final SaveMeter saves = new CountedSaves(registry);
    private final RequestMeter requests = new RequestMeter(registry);
    private final HTTPServer server;

    private SiteMetrics(int port) throws IOException {
        Info.builder()
                .name("eyebright_build_info")
                .help("The version of Eyebright that runs.")
                .labelNames("version")
                .register(registry)
                .setLabelValues(
                        Optional.ofNullable(
                                        SiteMetrics.class.getPackage().getImplementationVersion())
                                .orElse("development"));
        JvmMetrics.builder().register(registry);
        server =
                HTTPServer.builder()
                        .inetAddress(InetAddress.getLoopbackAddress())
                        .port(port)
                        .registry(registry)
                        .buildAndStart();
    }

    /// Begins to answer on that port of loopback, 0 for any that is free.
    ///
    /// @throws java.net.BindException if something else listens there
    public static SiteMetrics start(int port) throws IOException {
        return new SiteMetrics(port);
    }

    /// The port it answers on.
    public int port() {
        return server.getPort();
    }

    /// Counts what is written.
    public SaveMeter saves() {
        return saves;
    }

    /// Counts what is asked for.
    public RequestMeter requests() {
        return requests;
    }

    /// From now on the figures have these too, asked for whenever they are read.
    ///
    /// @param waiting how many writes wait for the thread that writes
    /// @param snapshots of every study
    public void watch(IntSupplier waiting, Supplier<List<SnapshotAge>> snapshots) {
        GaugeWithCallback.builder()
                .name("eyebright_writes_waiting")
                .help("Writes that wait for the thread that writes.")
                .callback(each -> each.call(waiting.getAsInt()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("eyebright_snapshot_number")
                .help("Number of the snapshot that public pages show, 0 while there is none.")
                .labelNames("study")
                .callback(
                        each ->
                                snapshots
                                        .get()
                                        .forEach(age -> each.call(age.number(), age.study())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("eyebright_snapshot_age_seconds")
                .help("Seconds since this server made that snapshot, or read it at its start.")
                .labelNames("study")
                .callback(
                        each ->
                                snapshots
                                        .get()
                                        .forEach(age -> each.call(age.seconds(), age.study())))
                .register(registry);
    }

    @Override
    public void close() {
        server.close();
    }
}
