package eyebright.cli;

import eyebright.method.Day;
import eyebright.retention.LastDays;
import eyebright.source.Problems;
import eyebright.store.Store;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Whether the answers of a data folder may still be used: after the last day that a consent named they may not, deleted or
/// not.
final class Keeping {

    private Keeping() {}

    /// Why not; empty if they may. The day is that of the study's time zone.
    ///
    /// @param data the folder of the store
    static Optional<String> refusal(Store store, Study study, Path data, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, study.zone());
        Set<LocalDate> over =
                LastDays.of(
                                study,
                                store.questionnaires(study.name()),
                                version -> agreed(store, study, version))
                        .headMap(today)
                        .keySet();
        return over.stream().findFirst().map(end -> sentence(study.name(), data, end, today));
    }

    private static Optional<Study> agreed(Store store, Study study, String version) {
        return store.version(study.name(), version)
                .flatMap(sources -> StudyReader.read(sources, new Problems()));
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
