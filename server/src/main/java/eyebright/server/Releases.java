package eyebright.server;

import eyebright.publish.version.KeptVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The published versions of the studies of a site. Safe for many threads.
///
/// Which there are, and which files each has, is read when the site starts and when one is added: a request names a file of
/// that list or none.
final class Releases {

    private static final System.Logger LOG = System.getLogger(Releases.class.getName());

    private final Path published;
    private final Map<String, KeptVersions.Listing> listings = new ConcurrentHashMap<>();

    /// @param published the folder that keeps them; it need not be there
    Releases(Studies studies, Path published) {
        this.published = published;
        studies.all().forEach(this::read);
    }

    /// Those of a study.
    KeptVersions.Listing of(Fielded fielded) {
        KeptVersions.Listing listing = listings.get(fielded.name());
        if (listing == null) {
            throw new IllegalArgumentException("no such study: " + fielded.name());
        }
        return listing;
    }

    private void read(Fielded fielded) {
        try {
            KeptVersions.Listing listing = KeptVersions.of(published, fielded.name()).list();
            listing.faults().forEach(fault -> LOG.log(Level.WARNING, fault));
            listings.put(fielded.name(), listing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
