package eyebright.publish.cite;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a site is found, and what is where in it.
///
/// @param address `http` or `https` and a host, perhaps a port; absent where the site has no address that others can open
public record Home(Optional<URI> address) {

    /// No address.
    public static final Home NONE = new Home(Optional.empty());

    public Home {
        address.filter(
                        url ->
                                url.getHost() == null
                                        || url.getScheme() == null
                                        || !url.getScheme().matches("(?i)https?"))
                .ifPresent(
                        url -> {
                            throw new IllegalArgumentException(
                                    "address must be http or https and a host, such as"
                                            + " https://study.example.org, not "
                                            + url);
                        });
    }

    /// The site's name: its host.
    public Optional<String> name() {
        return address.map(URI::getHost);
    }

    /// The address of something in it.
    ///
    /// @param path begins with a slash
    public Optional<String> of(String path) {
        return address.map(site -> site.toString().replaceAll("/+$", "") + path);
    }

    /// Where an article is read: a version for good, else as it stands.
    public Optional<String> article(String study, OptionalInt version) {
        return of(
                "/%s/article%s"
                        .formatted(study, version.isPresent() ? "/" + version.getAsInt() : ""));
    }

    /// Where the data of an article are: beside its version, else on the page of the latest.
    Optional<String> data(Work article) {
        return article.version().isPresent()
                ? article.address().map(each -> each + "/data-package/README.txt")
                : article.address().map(each -> each.replaceAll("/article$", "/data"));
    }
}
