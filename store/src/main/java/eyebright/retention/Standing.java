package eyebright.retention;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;

/// How answers stand to the last day on which they may be kept.
///
/// A clock that is wrong must delete nothing: a machine may wake up in another year. So the day after the last is believed
/// at once only if the clock *walked* there, seen by the site on several days before. A clock that *jumped* there is
/// believed once it has stayed there for two weeks, in which the site says every day what it is about to do. Whoever
/// is sure need not wait: a command deletes at once.
public sealed interface Standing {

    /// From how many days before the last one is told of it, and days are noted.
    int NOTICE_DAYS = 30;

    /// On how many of those days a clock that walked has been seen.
    int WALKED_DAYS = 7;

    /// How long before the first day after the last a clock that walked was seen at the latest. A long weekend without
    /// the site is no jump.
    int WALKED_GAP = 4;

    /// On how many days past the last a clock that jumped is to be seen.
    int JUMPED_DAYS = 14;

    /// There is time.
    record Kept() implements Standing {}

    /// The last day is near.
    ///
    /// @param days to go; 0 on the last day
    record Ending(long days) implements Standing {}

    /// The last day is past by a clock that jumped: the answers are out of use, and not deleted yet.
    ///
    /// @param days on how many more days the clock must say so
    record Doubted(int days) implements Standing {}

    /// The last day is past: the answers are to be deleted now.
    record Due() implements Standing {}

    /// The standing on a day.
    ///
    /// @param end the last day on which the answers may be kept
    /// @param today by the clock
    /// @param seen days that the site saw on the clock, of those near or past the end; later ones than today do not count, since
    ///   the clock was wrong then
    static Standing of(LocalDate end, LocalDate today, SortedSet<LocalDate> seen) {
        long days = ChronoUnit.DAYS.between(today, end);
        if (days > NOTICE_DAYS) {
            return new Kept();
        }
        if (days >= 0) {
            return new Ending(days);
        }
        SortedSet<LocalDate> before = seen.headSet(end.plusDays(1));
        SortedSet<LocalDate> past = seen.subSet(end.plusDays(1), today.plusDays(1));
        LocalDate firstPast = past.isEmpty() ? today : past.first();
        if (before.size() >= WALKED_DAYS
                && !before.last().isBefore(firstPast.minusDays(WALKED_GAP))) {
            return new Due();
        }
        int more = JUMPED_DAYS - past.size() - (past.contains(today) ? 0 : 1);
        return more <= 0 ? new Due() : new Doubted(more);
    }

    /// Whether a day is one to note.
    static boolean isNoted(LocalDate end, LocalDate today) {
        return ChronoUnit.DAYS.between(today, end) <= NOTICE_DAYS;
    }
}
