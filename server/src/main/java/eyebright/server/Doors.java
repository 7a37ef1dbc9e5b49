package eyebright.server;

import eyebright.method.Day;
import eyebright.study.Study;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Whether a study takes new respondents today. Days are those of UTC; the closing day is the last.
final class Doors {

    private final InstantSource clock;
    private final Mode mode;

    Doors(InstantSource clock, Mode mode) {
        this.clock = clock;
        this.mode = mode;
    }

    /// Why nobody may begin today, or nothing.
    String closedBecause(Study study) {
        return switch (mode) {
            case Mode.Preview _, Mode.Watch _, Mode.Rehearsed _ -> "";
            case Mode.Collecting _ -> closedBecause(study, today());
        };
    }

    private static String closedBecause(Study study, LocalDate today) {
        if (study.opens().isPresent() && today.isBefore(study.opens().get())) {
            return "This study opens on %s.".formatted(Day.inWords(study.opens().get()));
        }
        if (study.closes().isPresent() && today.isAfter(study.closes().get())) {
            return "This study closed on %s. Who had begun can still finish."
                    .formatted(Day.inWords(study.closes().get()));
        }
        return "";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
