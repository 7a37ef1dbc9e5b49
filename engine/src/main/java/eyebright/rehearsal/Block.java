package eyebright.rehearsal;

import eyebright.analysis.CompiledPlan;
import eyebright.analysis.Depth;
import eyebright.analysis.Finding;
import java.util.ArrayList;
import java.util.List;

/// Runs one stretch of the replicates of a scenario, on one thread. What it counts depends on nothing but which
/// replicates they are.
///
/// @param sizes the numbers of respondents at which a part of the replicates is run, growing; may be empty
/// @param respondents of every other replicate; one of the sizes, if there are any
record Block(
        String scenario,
        CompiledPlan plan,
        List<Watched> watched,
        Drawing drawing,
        int respondents,
        List<Integer> sizes) {

    /// Every eighth replicate is run at all sizes, up to this one: more would take longer and say no more.
    private static final int EVERY = 8;

    private static final int LAST_OF_CURVE = 4096;

    /// Runs those from `first` on.
    ///
    /// @param first from 1
    ScenarioRun run(int first, int count) {
        List<ClaimTally> claims =
                watched.stream().map(each -> new ClaimTally(each, sizes.size())).toList();
        List<FamilyTally> families =
                FamilyTally.of(watched.stream().map(Watched::claim).toList(), scenario);
        List<Integer> primary =
                families.stream()
                        .filter(each -> each.run().name().equals(FamilyTally.PRIMARY))
                        .findFirst()
                        .map(FamilyTally::places)
                        .orElse(List.of());
        CurveRun primaries = CurveRun.none(sizes.size());
        for (int replicate = first; replicate < first + count; replicate++) {
            List<Finding> findings = findings(replicate, respondents);
            for (int i = 0; i < claims.size(); i++) {
                claims.get(i).add(findings.get(i));
            }
            families.forEach(each -> each.add(findings));
            if (!sizes.isEmpty() && replicate % EVERY == 0 && replicate <= LAST_OF_CURVE) {
                List<List<Finding>> bySize = bySize(replicate, findings);
                for (int i = 0; i < claims.size(); i++) {
                    claims.get(i).add(supported(bySize, List.of(i)));
                }
                primaries = primaries.and(supported(bySize, primary));
            }
        }
        return new ScenarioRun(
                scenario,
                count,
                drawing.gaps(),
                claims.stream().map(ClaimTally::run).toList(),
                families.stream().map(FamilyTally::run).toList(),
                primaries);
    }

    private List<List<Finding>> bySize(int replicate, List<Finding> own) {
        var all = new ArrayList<List<Finding>>();
        for (int size : sizes) {
            all.add(size == respondents ? own : findings(replicate, size));
        }
        return all;
    }

    /// Whether all those claims were supported, at each size.
    private static List<Boolean> supported(List<List<Finding>> bySize, List<Integer> places) {
        return bySize.stream()
                .map(
                        findings ->
                                !places.isEmpty()
                                        && places.stream()
                                                .map(findings::get)
                                                .allMatch(FamilyTally::isSupported))
                .toList();
    }

    private List<Finding> findings(int replicate, int size) {
        return plan.findings(drawing.frame(replicate, size), Depth.VERDICT);
    }
}
