package eyebright.cli;

import eyebright.method.Day;
import eyebright.source.Problems;
import eyebright.store.Store;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Whether the answers of a data folder may still be used: after the last day that a consent named they may not, deleted or
/// not.
final class Keeping {

    private Keeping() {}

    /// Why not; empty if they may. Each respondent's own consent counts, in the version they agreed to, and the day is that of the study's
    /// time zone.
    ///
    /// @param data the folder of the store
    static Optional<String> refusal(Store store, Study study, Path data, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, study.zone());
        return store.questionnaires(study.name()).stream()
                .flatMap(version -> agreed(store, study, version).consent().retentionEnd().stream())
                .filter(today::isAfter)
                .min(LocalDate::compareTo)
                .map(end -> sentence(study.name(), data, end, today));
    }

    /// A version that cannot be read any more is held to the consent of now, as the site does.
    private static Study agreed(Store store, Study study, String version) {
        return store.version(study.name(), version)
                .flatMap(sources -> StudyReader.read(sources, new Problems()))
                .orElse(study);
    }

    private static String sentence(String study, Path data, LocalDate end, LocalDate today) {
        return "%s: answers to %s were promised to be kept until %s and no longer, and by the clock of this machine it is %s. They are not read any more. %s"
                .formatted(
                        data,
                        study,
                        Day.inWords(end),
                        Day.inWords(today),
                        "eyebright serve deletes those whose day is over; eyebright delete-answers %s --data %s --confirm %s deletes all of them now. If the clock is wrong, set it"
                                .formatted(study, data, study));
    }
}
