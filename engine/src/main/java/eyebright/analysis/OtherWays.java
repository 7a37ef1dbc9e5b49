package eyebright.analysis;

import eyebright.replication.Judgement.Robustness;
import eyebright.replication.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same claim in the other ways that were planned for it: with other respondents, adjusted for more, with gaps
/// filled in. Each is judged by the claim's own rule, its p values adjusted as if it stood in the claim's place in its
/// family. It decides nothing and shows whether the verdict hangs on a choice.
final class OtherWays {

    private final CompiledPlan plan;
    private final List<Families.Member> members;
    private final Map<String, Integer> together;

    /// @param members the claims' own findings, not adjusted, in the order of the plan
    OtherWays(CompiledPlan plan, List<Families.Member> members) {
        this.plan = plan;
        this.members = List.copyOf(members);
        this.together = Families.together(members);
    }

    /// The findings, those beside them judged, with how many agree; and how they stand to what was published.
    List<Finding> of(List<Finding> judged) {
        var done = new ArrayList<Finding>();
        for (int i = 0; i < judged.size(); i++) {
            done.add(of(i, judged.get(i)));
        }
        return done;
    }

    private Finding of(int claim, Finding finding) {
        var beside = new ArrayList<Finding>();
        List<CompiledClaim.Beside> compiled = plan.claims().get(claim).beside();
        int same = 0;
        int all = 0;
        for (int i = 0; i < finding.beside().size(); i++) {
            Finding other = finding.beside().get(i);
            Optional<Judge> judge = compiled.get(i).compiled().judge();
            Optional<Verdict> verdict =
                    judge.isPresent() && finding.verdict().isPresent()
                            ? verdict(claim, other, judge.get())
                            : Optional.empty();
            if (verdict.isEmpty()) {
                beside.add(other);
                continue;
            }
            all++;
            if (verdict.equals(finding.verdict())) {
                same++;
            }
            beside.add(other.judged(verdict.get(), judge.orElseThrow().rule()));
        }
        return finding.beside(beside)
                .compared(
                        Comparing.of(finding),
                        all == 0 ? Optional.empty() : Optional.of(new Robustness(same, all)));
    }

    /// The verdict of another way, in the place of the claim.
    private Optional<Verdict> verdict(int claim, Finding other, Judge judge) {
        var instead = new ArrayList<>(members);
        String family = members.get(claim).family();
        instead.set(claim, Families.Member.of(other, family, Optional.of(judge)));
        Finding adjusted = Families.adjusted(instead).get(claim);
        return judge.judged(adjusted, together.getOrDefault(family, 1)).verdict();
    }
}
