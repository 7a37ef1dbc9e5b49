package eyebright.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Where a study is in its days. A day is one of the study's time zone.
public sealed interface Season {

    /// So many days after closing who had begun may still finish: as long as a browser remembers whose answers are its.
    int FINISHING_DAYS = 30;

    /// Nobody may begin yet.
    ///
    /// @param opens the first day
    record Early(LocalDate opens) implements Season {}

    /// Everybody may begin.
    record Open() implements Season {}

    /// Nobody may begin any more; who had begun may finish.
    ///
    /// @param closed the last day of beginning
    /// @param until the last day of finishing
    record Finishing(LocalDate closed, LocalDate until) implements Season {}

    /// Nothing more is taken; withdrawal works.
    ///
    /// @param closed the last day of beginning
    /// @param until the last day of finishing
    record Closed(LocalDate closed, LocalDate until) implements Season {}

    /// The answers may be kept no longer: nothing is taken or used.
    ///
    /// @param kept the last day on which they could be kept
    record Over(LocalDate kept) implements Season {}

    /// Where a study is at a moment.
    ///
    /// @param study as its folder is now: who runs it may change when it opens and closes
    /// @param retentionEnd the last day of keeping, of the consent that counts
    static Season of(Study study, Optional<LocalDate> retentionEnd, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, study.zone());
        if (retentionEnd.filter(today::isAfter).isPresent()) {
            return new Over(retentionEnd.get());
        }
        if (study.opens().filter(today::isBefore).isPresent()) {
            return new Early(study.opens().get());
        }
        if (study.closes().filter(today::isAfter).isEmpty()) {
            return new Open();
        }
        LocalDate closed = study.closes().get();
        LocalDate until = closed.plusDays(FINISHING_DAYS);
        if (retentionEnd.filter(until::isAfter).isPresent()) {
            until = retentionEnd.get();
        }
        return today.isAfter(until) ? new Closed(closed, until) : new Finishing(closed, until);
    }

    /// Whether who has begun may go on.
    default boolean takesAnswers() {
        return switch (this) {
            case Early _, Open _, Finishing _ -> true;
            case Closed _, Over _ -> false;
        };
    }
}
