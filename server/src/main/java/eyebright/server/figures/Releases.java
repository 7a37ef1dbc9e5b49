package eyebright.server.figures;

import eyebright.disclosure.Ledger;
import eyebright.frame.Origin;
import eyebright.publish.Gathered;
import eyebright.publish.PublicAnswers;
import eyebright.publish.cite.Home;
import eyebright.publish.data.About;
import eyebright.publish.version.Edition;
import eyebright.publish.version.KeptVersions;
import eyebright.publish.version.KeptVersions.Kept;
import eyebright.publish.version.Version;
import eyebright.server.page.Fielded;
import eyebright.server.page.Studies;
import eyebright.store.Snapshot;
import eyebright.store.Store;
import eyebright.store.StoredFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The published versions of the studies of a site, and how another is made. Safe for many threads.
///
/// Which there are, and which files each has, is read when the site starts and when one is added: a request names a file of
/// that list or none.
public final class Releases {

    /// Why a version does not go out that is not the one that was read.
    public static final String MOVED =
            "What is public has changed since you opened this page. Please read once more what would change.";

    private static final System.Logger LOG = System.getLogger(Releases.class.getName());

    private final Store store;
    private final Flow flow;
    private final Publishing publishing;
    private final Origin origin;
    private final Path published;
    private final Home home;
    private final Map<String, Listed> listings = new ConcurrentHashMap<>();

    /// @param origin of every answer in the store
    /// @param published the folder that keeps versions; it need not be there
    /// @param home where the site is found
    public Releases(
            Studies studies,
            Store store,
            Flow flow,
            Publishing publishing,
            Origin origin,
            Path published,
            Home home) {
        this.store = store;
        this.flow = flow;
        this.publishing = publishing;
        this.origin = origin;
        this.published = published;
        this.home = home;
        studies.all().forEach(this::read);
    }

    /// What becomes of the wish to publish.
    public sealed interface Outcome {

        /// It can be published, or was.
        ///
        /// @param version with what changed since the one before, in words
        record Ready(Version version) implements Outcome {}

        /// It cannot be published now.
        ///
        /// @param why a sentence or several
        record Refused(String why) implements Outcome {}
    }

    /// A version that may go out, or why none may.
    private sealed interface Next {

        /// @param ledger what is kept before it goes out; absent where no row went through rules
        record May(Edition edition, Optional<Ledger> ledger) implements Next {}

        record MayNot(String why) implements Next {}
    }

    /// The versions of a study as they were read.
    ///
    /// @param changed when their folder had last been changed
    private record Listed(KeptVersions.Listing listing, FileTime changed) {}

    /// Those of a study, with what another server has published into the same folder.
    public KeptVersions.Listing of(Fielded fielded) {
        Listed listed = listings.get(fielded.name());
        if (listed == null) {
            throw new IllegalArgumentException("no such study: " + fielded.name());
        }
        return listed.changed().equals(changed(fielded)) ? listed.listing() : read(fielded);
    }

    private FileTime changed(Fielded fielded) {
        try {
            return Files.getLastModifiedTime(published.resolve(fielded.name()));
        } catch (IOException absent) {
            return FileTime.fromMillis(0);
        }
    }

    /// What would be published now. Nothing is written.
    ///
    /// @param day the version's
    public Outcome preview(Fielded fielded, LocalDate day) {
        return switch (next(fielded, day)) {
            case Next.May(Edition edition, _) -> new Outcome.Ready(edition.version());
            case Next.MayNot(String why) -> new Outcome.Refused(why);
        };
    }

    /// What a version is worked out from: number, answers, plan, text.
    public static String basis(Version version) {
        return "%d %s %s %s"
                .formatted(
                        version.number(),
                        version.data().hash().orElse(""),
                        version.plan().hash(),
                        version.text().orElse(""));
    }

    /// Publishes a version. It is there for readers when this comes back, and for good.
    ///
    /// @param day the version's
    /// @param basis of the version that was read before: no other goes out
    public synchronized Outcome publish(Fielded fielded, LocalDate day, String basis) {
        return switch (next(fielded, day)) {
            case Next.May(Edition edition, Optional<Ledger> ledger) -> {
                if (!basis(edition.version()).equals(basis)) {
                    yield new Outcome.Refused(MOVED);
                }
                if (ledger.isPresent() && !keep(fielded, ledger.get(), edition.version())) {
                    yield new Outcome.Refused(MOVED);
                }
                try {
                    kept(fielded).add(edition.version().number(), edition::write);
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
                read(fielded);
                yield new Outcome.Ready(edition.version());
            }
            case Next.MayNot(String why) -> new Outcome.Refused(why);
        };
    }

    /// A version rests on the answers of the public snapshot and on no others: who compares the two learns nothing of anybody.
    private Next next(Fielded fielded, LocalDate day) {
        Publishing.Published shown = publishing.of(fielded);
        Optional<Snapshot> snapshot = store.latestSnapshot(fielded.name());
        if (shown.number() == 0 || snapshot.isEmpty()) {
            return new Next.MayNot("Nothing is public yet: there are too few answers.");
        }
        if (snapshot.get().number() != shown.number()) {
            return new Next.MayNot(
                    "The public numbers are moving just now. Try again in a few seconds.");
        }
        int wanted = shown.findings().plan().respondents();
        int now = shown.findings().data().respondents();
        if (now < wanted) {
            return new Next.MayNot(
                    "The study waits for %,d respondents; %,d count so far."
                            .formatted(wanted, now));
        }
        long sequence = snapshot.get().lastSequence();
        if (StoredFrame.shown(store, fielded.study(), origin, sequence).frame().size()
                != snapshot.get().respondents()) {
            return new Next.MayNot(
                    "Somebody has had their answers deleted since the public numbers were worked out."
                            + " A version waits for the next numbers: comparing the two could tell what that"
                            + " person had answered.");
        }
        Optional<Version> unknown = unknown(fielded);
        if (unknown.isPresent()) {
            return new Next.MayNot(PublicAnswers.UNKNOWN.formatted(unknown.get().number()) + ".");
        }
        Ledger earlier = store.ledger(fielded.name());
        return switch (PublicAnswers.of(
                fielded.study(),
                fielded.folder().publicData(),
                StoredFrame.published(store, fielded.study(), origin, earlier, sequence).frame(),
                earlier,
                sequence)) {
            case PublicAnswers.Refused(String why) -> new Next.MayNot(why);
            case PublicAnswers.Allowed allowed when allowed.answers().size() < wanted ->
                    new Next.MayNot(
                            "The study waits for %,d respondents; the rows of %,d may go out so far."
                                    .formatted(wanted, allowed.answers().size()));
            case PublicAnswers.Allowed allowed -> next(fielded, day, allowed);
        };
    }

    private boolean keep(Fielded fielded, Ledger ledger, Version version) {
        return store.keep(
                fielded.name(),
                ledger,
                fielded.folder().publicData().orElseThrow().fewest(),
                version.data().hash().orElse(""));
    }

    /// A version of which it is not kept how its rows were told: the data are of a backup made before.
    private Optional<Version> unknown(Fielded fielded) {
        return of(fielded).versions().stream()
                .map(Kept::version)
                .filter(version -> !version.data().isRehearsed())
                .filter(
                        version ->
                                version.data().hash().stream()
                                        .anyMatch(hash -> !store.knows(fielded.name(), hash)))
                .findFirst();
    }

    private Next next(Fielded fielded, LocalDate day, PublicAnswers.Allowed allowed) {
        try {
            int number = kept(fielded).next();
            Optional<Version> before = of(fielded).latest().map(Kept::version);
            var about =
                    new About(
                            Edition.release(number),
                            day,
                            List.of(),
                            Optional.empty(),
                            Optional.empty());
            return new Next.May(
                    Edition.of(
                            fielded.folder(),
                            new Gathered(allowed.answers(), allowed, flow.of(fielded.name())),
                            about,
                            home,
                            number,
                            before),
                    allowed.ledger());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private KeptVersions kept(Fielded fielded) {
        return KeptVersions.of(published, fielded.name());
    }

    /// Reads which there are of a study.
    public KeptVersions.Listing read(Fielded fielded) {
        // Asked first: what comes while it is read is read again.
        FileTime changed = changed(fielded);
        try {
            KeptVersions.Listing listing = kept(fielded).list();
            listing.faults().forEach(fault -> LOG.log(Level.WARNING, fault));
            listings.put(fielded.name(), new Listed(listing, changed));
            return listing;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
