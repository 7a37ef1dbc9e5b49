package eyebright.server.page;

import eyebright.check.StudyFolder;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.store.Store;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A study that this site runs, with the earlier versions that some respondents began with. Safe for
/// many threads.
public final class Fielded {

    private static final System.Logger LOG = System.getLogger(Fielded.class.getName());

    private final StudyFolder folder;
    private final Store store;
    private final String questionnaireHash;
    private final String planHash;
    private final Versions followed;
    private final Map<String, Study> versions = new ConcurrentHashMap<>();

    /// Which version somebody goes on with.
    public enum Versions {
        /// The one they began with.
        AS_BEGUN,
        /// The one of the folder: whoever edits it wants to see that.
        LATEST
    }

    /// @param store has the versions of the study
    public Fielded(StudyFolder folder, Store store) {
        this(folder, store, Versions.AS_BEGUN);
    }

    /// @param store has the versions of the study
    public Fielded(StudyFolder folder, Store store, Versions followed) {
        this.folder = folder;
        this.store = store;
        this.followed = followed;
        this.questionnaireHash = folder.questionnaireHash();
        this.planHash = folder.plan().hash();
        versions.put(questionnaireHash, folder.study());
    }

    /// Says to the operator which versions that respondents began with cannot be read any more: those
    /// respondents cannot go on.
    public void tellUnreadable() {
        for (String hash : store.questionnaires(name())) {
            if (version(hash).isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "study {0}: the version {1} that some began with cannot be read any more;"
                                + " they can only have their answers deleted",
                        name(),
                        hash);
            }
        }
    }

    /// The folder as it is now.
    public StudyFolder folder() {
        return folder;
    }

    /// The questionnaire as it is now.
    public Study study() {
        return folder.study();
    }

    /// The hash of the questionnaire as it is now; worked out once, since every save carries one.
    public String questionnaireHash() {
        return questionnaireHash;
    }

    /// The hash of the plan as it is now.
    public String planHash() {
        return planHash;
    }

    /// Its name.
    public String name() {
        return study().name();
    }

    /// How pages name it.
    public Shell.Named named() {
        return new Shell.Named(
                name(),
                study().title(),
                folder.manuscripts().article().isPresent(),
                folder.manuscripts().review().isPresent(),
                folder.rehearsal().isPresent());
    }

    /// Which version who has begun goes on with.
    public Versions followed() {
        return followed;
    }

    /// The questionnaire that who began with that version goes on with, if this site ever ran it.
    public Optional<Study> version(String questionnaireHash) {
        if (followed == Versions.LATEST) {
            return Optional.of(study());
        }
        Study known = versions.get(questionnaireHash);
        if (known != null) {
            return Optional.of(known);
        }
        // Hashes that nobody has are not remembered: a form could name any number of them.
        Optional<Study> read =
                store.version(name(), questionnaireHash).flatMap(Fielded::readOrNothing);
        read.ifPresent(study -> versions.put(questionnaireHash, study));
        return read;
    }

    private static Optional<Study> readOrNothing(Sources sources) {
        return StudyReader.read(sources, new Problems());
    }
}
