package eyebright.rehearsal;

import eyebright.replication.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of one claim in the replicates of a scenario.
///
/// @param id the claim's
/// @param verdicts in how many replicates each verdict came out
/// @param unjudged in how many there was none
/// @param failed in how many the claim's first figure could not be had, by reason; a later one may be of an answer that
///   nobody gave, and is missing in its own count alone
/// @param figures how its estimates did
/// @param margins what each margin costs, where its rule has one
/// @param curve how often it was supported at each size; of no sizes where that was not asked for
public record ClaimRun(
        String id,
        Map<Verdict, Integer> verdicts,
        int unjudged,
        Map<String, Integer> failed,
        List<FigureRun> figures,
        Optional<MarginRun> margins,
        CurveRun curve) {

    /// So many reasons are told apart; a study has few.
    private static final int REASONS = 20;

    private static final String OTHER = "other reasons";

    /// @throws IllegalArgumentException if a count is negative
    public ClaimRun {
        var all = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            all.put(verdict, verdicts.getOrDefault(verdict, 0));
        }
        verdicts = java.util.Collections.unmodifiableMap(all);
        failed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        figures = List.copyOf(figures);
        if (unjudged < 0
                || verdicts.values().stream().anyMatch(count -> count < 0)
                || failed.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "counts of claim %s must be 0 or more".formatted(id));
        }
    }

    /// How many replicates there were.
    public int replicates() {
        return unjudged + verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How often that verdict came out.
    public Frequency of(Verdict verdict) {
        return new Frequency(verdicts.getOrDefault(verdict, 0), replicates());
    }

    /// How often what the claim says was found, be it something or nothing.
    public Frequency supported() {
        return of(Verdict.SUPPORTED).or(of(Verdict.NO_DIFFERENCE));
    }

    /// Whether every replicate was judged.
    public boolean isJudged() {
        return unjudged == 0 && replicates() > 0;
    }

    ClaimRun plus(ClaimRun other) {
        var sums = new EnumMap<Verdict, Integer>(verdicts);
        other.verdicts.forEach((verdict, count) -> sums.merge(verdict, count, Math::addExact));
        var reasons = new LinkedHashMap<>(failed);
        other.failed.forEach(
                (reason, count) ->
                        reasons.merge(
                                reasons.containsKey(reason) || reasons.size() < REASONS
                                        ? reason
                                        : OTHER,
                                count,
                                Math::addExact));
        var sumOfFigures = new ArrayList<FigureRun>();
        for (int i = 0; i < figures.size(); i++) {
            sumOfFigures.add(figures.get(i).plus(other.figures.get(i)));
        }
        return new ClaimRun(
                id,
                sums,
                Math.addExact(unjudged, other.unjudged),
                reasons,
                sumOfFigures,
                margins.map(own -> own.plus(other.margins.orElseThrow())),
                curve.plus(other.curve));
    }
}
