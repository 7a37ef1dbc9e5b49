package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.disclosure.Ledger;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.publish.PublicAnswers;
import eyebright.publish.version.Version;
import eyebright.store.Store;
import eyebright.store.StoreLockedException;
import eyebright.store.StoredFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;

/// The answers that a version is published from, with how their rows went out before.
///
/// A data folder keeps that; a table cannot.
///
/// @param data a data folder or a table
/// @param earlier how rows went out; nothing of a table
/// @param batch what those who are new are told as
record Publishable(Path data, StudyFolder study, Frame frame, Ledger earlier, long batch) {

    /// What is there; empty if a table has errors, or the answers of a folder may not be used any more, which is printed.
    static Optional<Publishable> read(Path data, StudyFolder study, CommandLine command)
            throws IOException {
        if (!Files.isDirectory(data)) {
            return DataArgument.read(data, study.study(), command)
                    .map(frame -> new Publishable(data, study, frame, Ledger.NONE, 0));
        }
        try (Store store = Store.read(data)) {
            if (!DataArgument.mayBeUsed(store, study.study(), data, command)) {
                return Optional.empty();
            }
            String name = study.study().name();
            Ledger earlier = store.ledger(name);
            long now = store.forEachShown(name, _ -> {});
            return Optional.of(
                    new Publishable(
                            data,
                            study,
                            StoredFrame.published(
                                            store, study.study(), new Origin.Real(), earlier, now)
                                    .frame(),
                            earlier,
                            now));
        }
    }

    /// What of them may go out.
    ///
    /// @param before the version that stands where this one is to stand
    PublicAnswers allowed(Optional<Version> before) {
        Optional<Version> real = before.filter(version -> !version.data().isRehearsed());
        if (real.isPresent() && isTable() && isReal()) {
            return new PublicAnswers.Refused(
                    "a version of these answers is there, and a table does not keep how its rows were told: who compares"
                            + " both could find out whose row is whose. Publish from the data folder of eyebright serve, or"
                            + " publish one version only, once all have answered");
        }
        if (real.isPresent() && !isTable() && !knows(real.get())) {
            return new PublicAnswers.Refused(PublicAnswers.UNKNOWN.formatted(real.get().number()));
        }
        return PublicAnswers.of(study.study(), study.publicData(), frame, earlier, batch);
    }

    private boolean knows(Version before) {
        try (Store store = Store.read(data)) {
            return before.data().hash().stream()
                    .allMatch(hash -> store.knows(study.study().name(), hash));
        }
    }

    private boolean isTable() {
        return !Files.isDirectory(data);
    }

    private boolean isReal() {
        return frame.origin() instanceof Origin.Real;
    }

    /// Keeps how the rows are told, before they go out.
    ///
    /// @return why they may not go out; empty if they may
    Optional<String> keep(PublicAnswers.Allowed allowed) {
        if (isTable() || allowed.ledger().isEmpty()) {
            return Optional.empty();
        }
        try (Store store = Store.open(data, InstantSource.system())) {
            return store.keep(
                            study.study().name(),
                            allowed.ledger().get(),
                            study.publicData().orElseThrow().fewest(),
                            allowed.answers().hash())
                    ? Optional.empty()
                    : Optional.of(
                            "somebody has had their answers deleted just now; run this once more");
        } catch (StoreLockedException _) {
            return Optional.of(
                    "eyebright serve is running on %s, where it must be kept how each row is told: publish at its desk, or stop it first"
                            .formatted(data));
        }
    }
}
