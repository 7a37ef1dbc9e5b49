package eyebright.server;

import eyebright.server.page.Mode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a site needs to start.
///
/// @param studyFolders at least one
/// @param host the name or address to listen on
/// @param port 0 takes any that is free
/// @param publicUrl where people find the site, if that is not where it listens: `http` or `https`, a
///   host, perhaps a port, nothing after it but perhaps `/`
/// @param data the folder of the store; left alone in preview and rehearsal
/// @param mode what to do with answers
public record SiteSettings(
        List<Path> studyFolders,
        String host,
        int port,
        Optional<URI> publicUrl,
        Path data,
        Mode mode) {

    public SiteSettings {
        studyFolders = List.copyOf(studyFolders);
        if (studyFolders.isEmpty()) {
            throw new IllegalArgumentException("studyFolders must be 1 or more, not none");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
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
