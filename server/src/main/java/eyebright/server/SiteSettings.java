package eyebright.server;

import eyebright.database.PostgresqlUrl;
import eyebright.server.page.Mode;
import eyebright.server.page.Proxies;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a site needs to start.
///
/// @param studyFolders at least one
/// @param host the name or address to listen on
/// @param port 0 takes any that is free
/// @param publicUrl where people find the site, if that is not where it listens: `http` or `https`, a
///   host, perhaps a port, nothing after it but perhaps `/`
/// @param data the folder of the store; left alone in preview and rehearsal
/// @param database the PostgreSQL that keeps answers, which the folder names from then on; that which it names, or its files, if absent
/// @param mode what to do with answers
/// @param proxies the servers before this one whose `X-Forwarded-For` is believed, if there is a public address: addresses, or
///   ranges such as `172.17.0.0/16`; this machine where none is named
/// @param metricsPort where this machine can read figures, 0 for any port that is free; nowhere if absent
public record SiteSettings(
        List<Path> studyFolders,
        String host,
        int port,
        Optional<URI> publicUrl,
        Path data,
        Optional<PostgresqlUrl> database,
        Mode mode,
        List<String> proxies,
        OptionalInt metricsPort) {

    private static final int LAST_PORT = 65_535;

    public SiteSettings {
        studyFolders = List.copyOf(studyFolders);
        proxies = List.copyOf(proxies);
        if (studyFolders.isEmpty()) {
            throw new IllegalArgumentException("studyFolders must be 1 or more, not none");
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        metricsPort.stream()
                .filter(given -> given < 0 || given > LAST_PORT)
                .forEach(
                        given -> {
                            throw new IllegalArgumentException(
                                    "--metrics-port must be 0 to 65535, not " + given);
                        });
        proxies.forEach(Proxies::check);
        publicUrl
                .filter(url -> !isSite(url))
                .ifPresent(
                        url -> {
                            throw new IllegalArgumentException(
                                    "--public-url must be http or https and a host, such as"
                                            + " https://study.example.org, not "
                                            + url);
                        });
    }

    /// Behind a server on this machine or none, without figures.
    public SiteSettings(
            List<Path> studyFolders,
            String host,
            int port,
            Optional<URI> publicUrl,
            Path data,
            Mode mode) {
        this(
                studyFolders,
                host,
                port,
                publicUrl,
                data,
                Optional.empty(),
                mode,
                List.of(),
                OptionalInt.empty());
    }

    /// Whether the site is reached by https only.
    boolean isSecure() {
        return publicUrl.map(url -> "https".equalsIgnoreCase(url.getScheme())).orElse(false);
    }

    private static boolean isSite(URI url) {
        return ("http".equalsIgnoreCase(url.getScheme())
                        || "https".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null
                && List.of("", "/").contains(url.getPath())
                && url.getQuery() == null
                && url.getFragment() == null;
    }
}
