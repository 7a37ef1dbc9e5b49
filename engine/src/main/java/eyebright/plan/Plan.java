package eyebright.plan;

import eyebright.score.Scales;
import eyebright.source.Sha256;
import eyebright.stats.family.SimultaneousIntervals;
import eyebright.study.Study;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The claims of a study, and everything that decides how they come out: scales, flags, and who counts.
///
/// @param name what the plan calls itself
/// @param respondents how many the study waits for: public pages show no findings before; 0 or more
/// @param level the coverage of an interval: above 0 and below 1
/// @param alpha what may pass by chance in a verdict: above 0 and below .5
/// @param simultaneous families whose intervals cover together with that level
/// @param claims in the order of the file, ids all different
/// @param lets numbers made from answers, in the order of the file; each may read those before it
/// @param words what sentences call what it reads
/// @param published the figures of `published.yaml`
/// @param scales what is scored before anything is computed
/// @param exclusions who counts
/// @param stopping when the study stops gathering answers, in words; absent if it does not say
public record Plan(
        String name,
        int respondents,
        double level,
        double alpha,
        Set<String> simultaneous,
        List<Claim> claims,
        List<Let> lets,
        Words words,
        List<Published> published,
        Scales scales,
        Exclusions exclusions,
        Optional<String> stopping) {

    static final double DEFAULT_LEVEL = 0.95;
    static final double DEFAULT_ALPHA = 0.05;

    public Plan {
        claims = List.copyOf(claims);
        simultaneous = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(simultaneous));
        lets = List.copyOf(lets);
        published = List.copyOf(published);
        if (respondents < 0) {
            throw new IllegalArgumentException("respondents must be 0 or more, not " + respondents);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, not " + level);
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be above 0 and below .5, not " + alpha);
        }
        var ids = new HashSet<String>();
        for (Claim claim : claims) {
            if (!ids.add(claim.id())) {
                throw new IllegalArgumentException(
                        "ids of claims must be different, but \"%s\" stands twice"
                                .formatted(claim.id()));
            }
        }
    }

    /// The plan of a study that has none: it claims nothing.
    public static Plan empty(Study study, Scales scales) {
        return new Plan(
                study.name(),
                0,
                DEFAULT_LEVEL,
                DEFAULT_ALPHA,
                Set.of(),
                List.of(),
                List.of(),
                Words.NONE,
                List.of(),
                scales,
                Exclusions.of(study),
                Optional.empty());
    }

    /// The coverage of each interval of a claim: higher than that of the plan where those of its family are
    /// to cover together.
    public double levelOf(Claim claim) {
        if (claim.family().filter(simultaneous::contains).isEmpty()) {
            return level;
        }
        int k = (int) claims.stream().filter(each -> each.family().equals(claim.family())).count();
        return SimultaneousIntervals.BONFERRONI.levelOfEach(level, k);
    }

    /// SHA-256, in hex, of the canonical text of the plan.
    public String hash() {
        return Sha256.hex(canonical());
    }

    /// The canonical text of the plan: its claims with the figures they repeat, the scales and flags, and
    /// who counts. Comments, line ends, and published figures that no claim names do not change it.
    public String canonical() {
        return PlanText.of(this);
    }
}
