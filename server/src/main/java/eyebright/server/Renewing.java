package eyebright.server;

import eyebright.check.StudyFolder;
import eyebright.source.Problem;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/// Puts a folder that was edited in place of what it was: in everything that holds something of a study. Used by the
/// thread that watches.
///
/// @param told what was wrong with it, for the command
record Renewing(
        Watching watching,
        Store store,
        Studies studies,
        Publishing publishing,
        GivingBack givingBack,
        Articles articles,
        Releases releases,
        Citings citings,
        Checklists checklists,
        BiConsumer<Path, List<Problem>> told) {

    /// Reads the folder again.
    void read(Path folder) {
        try {
            Following now = Following.read(folder);
            now.study().ifPresent(this::put);
            watching.put(now);
            told.accept(folder, now.problems());
        } catch (IOException changing) {
            throw new UncheckedIOException(changing);
        }
    }

    private void put(StudyFolder folder) {
        store.addVersion(Version.of(folder));
        var fielded = new Fielded(folder, store, Fielded.Versions.LATEST);
        givingBack.forget(fielded.name());
        publishing.renew(fielded);
        releases.read(fielded);
        studies.put(fielded);
        articles.renew(fielded);
        citings.forget(fielded.name());
        checklists.forget(fielded.name());
    }
}
