package eyebright.rehearsal;

import eyebright.analysis.Finding;
import eyebright.replication.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Counts what comes out at once for claims that are judged together. For one thread.
final class FamilyTally {

    /// The claims that decide.
    static final String PRIMARY = "primary";

    private final String name;
    private final String scenario;
    private final List<ClaimSaid> claims;
    private final List<Integer> places;
    private final int falsifiable;
    private int allSupported;
    private int anyFalse;
    private int replicates;

    private FamilyTally(
            String name, String scenario, List<ClaimSaid> claims, List<Integer> places) {
        this.name = name;
        this.scenario = scenario;
        this.claims = claims;
        this.places = places;
        this.falsifiable =
                (int)
                        places.stream()
                                .map(claims::get)
                                .filter(each -> each.kind().canBeFalse(each.id(), scenario))
                                .count();
    }

    /// One for the primary claims, then one for each family in the order of the plan; a claim of no family is one of
    /// its own. Claims without a rule belong to none.
    static List<FamilyTally> of(List<ClaimSaid> claims, String scenario) {
        Map<String, List<Integer>> families = new LinkedHashMap<>();
        List<Integer> judged =
                IntStream.range(0, claims.size())
                        .filter(place -> claims.get(place).isJudged())
                        .boxed()
                        .toList();
        List<Integer> primary =
                judged.stream().filter(place -> claims.get(place).primary()).toList();
        if (!primary.isEmpty()) {
            families.put(PRIMARY, primary);
        }
        for (int place : judged) {
            ClaimSaid claim = claims.get(place);
            // The words before them keep a family, a claim and the primary ones of the same name
            // apart.
            String family = claim.family().map("family "::concat).orElse("claim " + claim.id());
            families.computeIfAbsent(family, _ -> new ArrayList<>()).add(place);
        }
        var tallies = new ArrayList<FamilyTally>();
        families.forEach(
                (family, places) -> tallies.add(new FamilyTally(family, scenario, claims, places)));
        return tallies;
    }

    /// The places of the claims it is of.
    List<Integer> places() {
        return places;
    }

    /// One replicate more.
    void add(List<Finding> findings) {
        replicates++;
        boolean areSupported = true;
        boolean isOneFalse = false;
        for (int place : places) {
            Finding finding = findings.get(place);
            areSupported &= isSupported(finding);
            isOneFalse |= isFalse(claims.get(place), finding);
        }
        allSupported += areSupported ? 1 : 0;
        anyFalse += isOneFalse ? 1 : 0;
    }

    private boolean isFalse(ClaimSaid claim, Finding finding) {
        Optional<Verdict> verdict = finding.verdict();
        return verdict.isPresent() && claim.kind().isFalse(claim.id(), scenario, verdict.get());
    }

    /// Whether what the claim says was found.
    static boolean isSupported(Finding finding) {
        return finding.verdict()
                .filter(verdict -> verdict == Verdict.SUPPORTED || verdict == Verdict.NO_DIFFERENCE)
                .isPresent();
    }

    /// What was counted.
    FamilyRun run() {
        return new FamilyRun(name, places.size(), falsifiable, allSupported, anyFalse, replicates);
    }
}
