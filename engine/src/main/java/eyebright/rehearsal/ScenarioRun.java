package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of every claim in one scenario, so far.
///
/// @param scenario its word, such as `as-published`
/// @param replicates how many were run
/// @param claims in the order of the plan
/// @param families claims that are judged together, the primary ones first
/// @param primaries how often all primary claims were supported at once, at each size
public record ScenarioRun(
        String scenario,
        int replicates,
        List<ClaimRun> claims,
        List<FamilyRun> families,
        CurveRun primaries) {

    public ScenarioRun {
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
                sums,
                joint,
                primaries.plus(other.primaries));
    }
}
