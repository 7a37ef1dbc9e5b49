package eyebright.server.watch;

import eyebright.check.StudyFolder;
import eyebright.server.figures.GivingBack;
import eyebright.server.figures.Publishing;
import eyebright.server.figures.Releases;
import eyebright.server.page.Fielded;
import eyebright.server.page.Following;
import eyebright.server.page.FollowsEdits;
import eyebright.server.page.Studies;
import eyebright.server.page.Watching;
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
/// @param others what the rooms hold
public record Renewing(
        Watching watching,
        Store store,
        Studies studies,
        Publishing publishing,
        GivingBack givingBack,
        Releases releases,
        List<FollowsEdits> others) {

    public Renewing {
        others = List.copyOf(others);
    }

    /// Reads the folder again.
    ///
    /// @param told what was wrong with it, for the command
    public void read(Path folder, BiConsumer<Path, List<Problem>> told) {
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
        others.forEach(each -> each.edited(fielded));
    }
}
