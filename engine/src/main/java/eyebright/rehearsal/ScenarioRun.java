package eyebright.rehearsal;

import eyebright.respondents.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of every claim in one scenario, so far.
///
/// @param scenario its word, such as `as-published`
/// @param replicates how many were run
/// @param gaps what the population wishes and cannot have together in it
/// @param claims in the order of the plan
/// @param families claims that are judged together, the primary ones first
/// @param primaries how often all primary claims were supported at once, at each size
public record ScenarioRun(
        String scenario,
        int replicates,
        List<Gap> gaps,
        List<ClaimRun> claims,
        List<FamilyRun> families,
        CurveRun primaries) {

    static final String MARGIN = "at-the-margin.";

    public ScenarioRun {
        gaps = List.copyOf(gaps);
        claims = List.copyOf(claims);
        families = List.copyOf(families);
    }

    /// What came of the claim of that id.
    public Optional<ClaimRun> claim(String id) {
        return claims.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// What came of the family of that name.
    public Optional<FamilyRun> family(String name) {
        return families.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The claim at whose margin it stands; empty of a scenario that is about all claims alike.
    public Optional<String> marginOf() {
        return scenario.startsWith(MARGIN)
                ? Optional.of(scenario.substring(MARGIN.length()))
                : Optional.empty();
    }

    /// Of a claim's margin what it says of that claim; otherwise all.
    ScenarioRun kept() {
        return marginOf()
                .flatMap(this::claim)
                .map(
                        own ->
                                new ScenarioRun(
                                        scenario,
                                        replicates,
                                        gaps,
                                        List.of(own),
                                        families,
                                        primaries))
                .orElse(this);
    }

    ScenarioRun plus(ScenarioRun other) {
        var sums = new ArrayList<ClaimRun>();
        for (int i = 0; i < claims.size(); i++) {
            sums.add(claims.get(i).plus(other.claims.get(i)));
        }
        var joint = new ArrayList<FamilyRun>();
        for (int i = 0; i < families.size(); i++) {
            joint.add(families.get(i).plus(other.families.get(i)));
        }
        return new ScenarioRun(
                scenario,
                Math.addExact(replicates, other.replicates),
                gaps,
                sums,
                joint,
                primaries.plus(other.primaries));
    }
}
