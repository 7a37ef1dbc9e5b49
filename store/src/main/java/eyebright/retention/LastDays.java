package eyebright.retention;

import eyebright.study.Study;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Until when the answers to a study may be kept. Each respondent's own consent counts, in the version they agreed to: who
/// edits the day later moves it for those who come later.
public final class LastDays {

    private LastDays() {}

    /// The last days that people were promised, the earliest first, each with the versions that promised it. A version that
    /// names none is not among them.
    ///
    /// @param now the study as its folder has it
    /// @param versions that answers are kept of, by the hashes of their questionnaires
    /// @param read gives a version; one that cannot be read any more is held to the consent of now
    public static SortedMap<LocalDate, Set<String>> of(
            Study now, Collection<String> versions, Function<String, Optional<Study>> read) {
        var days = new TreeMap<LocalDate, Set<String>>();
        for (String version : versions) {
            Optional<LocalDate> day = read.apply(version).orElse(now).consent().retentionEnd();
            day.ifPresent(end -> days.computeIfAbsent(end, _ -> new TreeSet<>()).add(version));
        }
        return days;
    }
}
