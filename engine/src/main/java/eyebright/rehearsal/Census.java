package eyebright.rehearsal;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.CompiledPlan;
import eyebright.analysis.Depth;
import eyebright.analysis.Findings;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Summary;
import eyebright.frame.Frame;
import java.util.ArrayList;
import java.util.List;

/// What is so in a scenario: every claim's estimates among very many careful respondents who answer everything.
///
/// They come in parts, whose summaries are merged in their order: no part holds more than a few respondents' answers
/// at a time, and the result does not depend on how many threads work.
final class Census {

    private static final int PART = 10_000;

    private Census() {}

    /// The estimates of each claim, in the order of the plan.
    ///
    /// @param respondents how many, at most; whole parts of ten thousand where there are more
    static List<List<NamedEstimate>> of(
            CompiledPlan plan, Drawing drawing, int respondents, Workers workers) {
        int size = Math.min(PART, respondents);
        List<List<Summary>> parts =
                workers.all(respondents / size, part -> () -> part(plan, drawing, part, size));
        return workers.all(
                plan.claims().size(),
                place -> () -> estimates(plan.claims().get(place), place, parts));
    }

    private static List<Summary> part(CompiledPlan plan, Drawing drawing, int part, int size) {
        Frame frame =
                Findings.prepared(plan.plan().scales(), plan.plan(), drawing.careful(part, size));
        return plan.claims().stream().map(claim -> claim.summarise(frame)).toList();
    }

    private static List<NamedEstimate> estimates(
            CompiledClaim claim, int place, List<List<Summary>> parts) {
        var own = new ArrayList<Summary>();
        parts.forEach(part -> own.add(part.get(place)));
        // By halves: each row is copied a few times, not once for every part.
        while (own.size() > 1) {
            var halves = new ArrayList<Summary>();
            for (int i = 0; i + 1 < own.size(); i += 2) {
                halves.add(own.get(i).merge(own.get(i + 1)));
            }
            if (own.size() % 2 == 1) {
                halves.add(own.getLast());
            }
            own.clear();
            own.addAll(halves);
        }
        return claim.estimate(own.getFirst(), Depth.VERDICT).estimates();
    }
}
