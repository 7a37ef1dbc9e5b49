package eyebright.server.answering;

import eyebright.method.Day;
import eyebright.server.page.Mode;
import eyebright.study.Season;
import eyebright.study.Study;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/// Whether a study takes new respondents today, and answers of those who had begun. Where nothing is kept, always.
public final class Doors {

    private final InstantSource clock;
    private final Mode mode;

    Doors(InstantSource clock, Mode mode) {
        this.clock = clock;
        this.mode = mode;
    }

    /// Why nobody may begin today, or nothing.
    public String closedBecause(Study study) {
        return switch (season(study, study.consent().retentionEnd())) {
            case Season.Open _ -> "";
            case Season.Early(LocalDate opens) ->
                    "This study opens on %s.".formatted(Day.inWords(opens));
            case Season.Finishing(LocalDate closed, LocalDate until) ->
                    "This study closed on %s. Who had begun can still finish, until %s."
                            .formatted(Day.inWords(closed), Day.inWords(until));
            case Season.Closed(LocalDate closed, _) ->
                    "This study closed on %s.".formatted(Day.inWords(closed));
            case Season.Over(LocalDate kept) -> over(kept);
        };
    }

    /// Why somebody who had begun can no longer answer, or nothing.
    String lateBecause(Visit visit) {
        return switch (season(visit)) {
            case Season.Open _, Season.Early _, Season.Finishing _ -> "";
            case Season.Closed(LocalDate closed, LocalDate until) ->
                    "This study closed on %s, and the time to finish ended on %s. What you had saved stays as it is."
                            .formatted(Day.inWords(closed), Day.inWords(until));
            case Season.Over(LocalDate kept) -> over(kept);
        };
    }

    /// Whether the answers of somebody may still be used for anything: after the day that they were promised, not.
    public boolean mayUse(Visit visit) {
        return !(season(visit) instanceof Season.Over);
    }

    private static String over(LocalDate kept) {
        return "This study is over: answers were kept until %s.".formatted(Day.inWords(kept));
    }

    /// Under the consent they gave: a later version cannot keep their answers longer.
    private Season season(Visit visit) {
        return season(visit.fielded().study(), visit.study().consent().retentionEnd());
    }

    private Season season(Study study, Optional<LocalDate> retentionEnd) {
        return switch (mode) {
            case Mode.Preview _, Mode.Watch _, Mode.Rehearsed _ -> new Season.Open();
            case Mode.Collecting _ -> Season.of(study, retentionEnd, clock.instant());
        };
    }
}
