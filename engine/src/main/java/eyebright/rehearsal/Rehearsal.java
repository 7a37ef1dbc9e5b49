package eyebright.rehearsal;

import eyebright.respondents.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of rehearsing a study, as far as it went.
///
/// @param stamp of what
/// @param seed with which
/// @param respondents in each replicate
/// @param replications how many replicates each scenario was to have
/// @param census how many careful respondents say what is so
/// @param alpha what may pass by chance in a verdict
/// @param sizes the numbers of respondents at which a part of the replicates was run; empty if none was
/// @param grounds where the numbers of the population come from
/// @param claims in the order of the plan
/// @param scenarios in the order in which they were run; the last may not have all its replicates
public record Rehearsal(
        Stamp stamp,
        long seed,
        int respondents,
        int replications,
        int census,
        double alpha,
        List<Integer> sizes,
        Grounds grounds,
        List<ClaimSaid> claims,
        List<ScenarioRun> scenarios) {

    public Rehearsal {
        sizes = List.copyOf(sizes);
        claims = List.copyOf(claims);
        scenarios = List.copyOf(scenarios);
    }

    /// Where the numbers of a population come from.
    ///
    /// @param published how many name a published figure
    /// @param assumed how many are assumed
    public record Grounds(int published, int assumed) {

        /// @throws IllegalArgumentException if a number is negative
        public Grounds {
            if (published < 0 || assumed < 0) {
                throw new IllegalArgumentException("grounds must be 0 or more");
            }
        }

        /// All numbers.
        public int all() {
            return Math.addExact(published, assumed);
        }
    }

    /// What came of that scenario, if it was run.
    public Optional<ScenarioRun> scenario(String word) {
        return scenarios.stream().filter(each -> each.scenario().equals(word)).findFirst();
    }

    /// What the population wishes and cannot have together, each in a sentence; where it is not so in every scenario,
    /// in which.
    public List<String> gaps() {
        var where = new LinkedHashMap<String, List<String>>();
        for (ScenarioRun run : scenarios) {
            for (Gap gap : run.gaps()) {
                where.computeIfAbsent(gap.says(), _ -> new ArrayList<>())
                        .add(Said.head(run.scenario()));
            }
        }
        return where.entrySet().stream()
                .map(
                        each ->
                                each.getValue().size() == scenarios.size()
                                        ? each.getKey()
                                        : "%s (%s)"
                                                .formatted(
                                                        each.getKey(), Said.and(each.getValue())))
                .toList();
    }

    /// What a study folder keeps of it: all but what a claim's margin says of other claims, which no page shows.
    public Rehearsal kept() {
        return new Rehearsal(
                stamp,
                seed,
                respondents,
                replications,
                census,
                alpha,
                sizes,
                grounds,
                claims,
                scenarios.stream().map(ScenarioRun::kept).toList());
    }

    /// The scenarios that are about all claims alike, such as as published, half and nothing.
    public List<ScenarioRun> shared() {
        return scenarios.stream().filter(each -> each.marginOf().isEmpty()).toList();
    }

    /// What came of the scenario in which a claim is exactly at its margin, if it was run.
    public Optional<ScenarioRun> atMarginOf(String claim) {
        return scenario(ScenarioRun.MARGIN + claim);
    }

    /// The scenarios that say something of a claim: those about all, and its own margin.
    public List<ScenarioRun> about(String claim) {
        return Stream.concat(shared().stream(), atMarginOf(claim).stream()).toList();
    }

    /// The claims that have a rule.
    public List<ClaimSaid> judged() {
        return claims.stream().filter(ClaimSaid::isJudged).toList();
    }

    /// How many respondents give a claim that chance of support, going by what came of it in a scenario.
    ///
    /// @param chance above 0 and below 1, such as 0.8
    public SampleSize sampleSize(double chance, ClaimRun run) {
        return SampleSize.of(chance, sizes, run.curve(), respondents, run.supported());
    }

    /// How many respondents give that chance of having all primary claims supported at once.
    public SampleSize sampleSizeForAll(double chance, ScenarioRun run) {
        return run.family(FamilyTally.PRIMARY)
                .map(
                        family ->
                                SampleSize.of(
                                        chance,
                                        sizes,
                                        run.primaries(),
                                        respondents,
                                        family.together()))
                .orElse(new SampleSize.Unknown("no claim is primary"));
    }
}
