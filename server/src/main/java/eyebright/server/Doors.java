package eyebright.server;

import eyebright.study.Study;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Whether a study takes new respondents today. Days are those of UTC; the closing day is the last.
final class Doors {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final InstantSource clock;
    private final Mode mode;

    Doors(InstantSource clock, Mode mode) {
        this.clock = clock;
        this.mode = mode;
    }

    /// Why nobody may begin today, or nothing.
    String closedBecause(Study study) {
        return switch (mode) {
            case Mode.Preview _, Mode.Rehearsed _ -> "";
            case Mode.Collecting _ -> closedBecause(study, today());
        };
    }

    /// A day as pages write it.
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String closedBecause(Study study, LocalDate today) {
        if (study.opens().isPresent() && today.isBefore(study.opens().get())) {
            return "This study opens on %s.".formatted(day(study.opens().get()));
        }
        if (study.closes().isPresent() && today.isAfter(study.closes().get())) {
            return "This study closed on %s. Who had begun can still finish."
                    .formatted(day(study.closes().get()));
        }
        return "";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
