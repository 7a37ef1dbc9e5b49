package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Companion;
import eyebright.replication.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A claim whose analysis is ready to run, in two steps: rows to a small summary, the summary to
/// estimates. Immutable and safe for many threads.
public final class CompiledClaim {

    private static final String NO_RULE = "nothing is claimed that a rule could judge";
    private static final String IN_WORDS = "its rule is in words, which no program judges";

    private final Claim claim;
    private final CompiledAnalysis analysis;
    private final List<Beside> beside;
    private final List<Beside> deciding;
    private final Optional<Judge> judge;
    private final String why;
    private final Optional<String> among;

    /// @param asked the shape of the claim's own answer, where this is a further analysis of it
    /// @param alpha that of the plan
    CompiledClaim(
            Claim claim,
            CompiledAnalysis analysis,
            Shape asked,
            List<Beside> beside,
            double alpha) {
        this.claim = claim;
        this.analysis = analysis;
        this.beside = List.copyOf(beside);
        this.deciding =
                this.beside.stream().filter(each -> decides(claim, each.companion())).toList();
        this.judge = JudgeCompiler.of(claim, analysis.shape(), asked, this.beside, alpha);
        this.why = why(claim, analysis.shape());
        this.among = claim.among().map(Expression::toString);
    }

    /// Whether the verdict of a claim reads what stands beside it: an analysis that must meet the rule too, or how
    /// reliable a scale is of which it says that there is nothing.
    private static boolean decides(Claim claim, Companion companion) {
        return claim.also().contains(companion.name())
                || (companion.analysis() instanceof Analysis.Reliability
                        && claim.expects().filter(Rule::isOfNothing).isPresent());
    }

    /// Why there is no verdict where no rule judges.
    private static String why(Claim claim, Shape shape) {
        if (shape instanceof Shape.Unanalysed) {
            return "not yet analysed";
        }
        return claim.expects().isPresent() ? IN_WORDS : NO_RULE;
    }

    /// A further analysis of the claim, ready to run.
    ///
    /// @param companion what was planned
    /// @param compiled the same as a claim of its own, which has nothing beside it
    public record Beside(Companion companion, CompiledClaim compiled) {}

    /// The further analyses, in their order.
    public List<Beside> beside() {
        return beside;
    }

    /// Those that are run at that depth: for a verdict only what it reads.
    List<Beside> beside(Depth depth) {
        return switch (depth) {
            case FULL -> beside;
            case VERDICT -> deciding;
        };
    }

    /// The names of all that it reads of a frame.
    Set<String> reads() {
        return analysis.base().reads();
    }

    /// The claim.
    public Claim claim() {
        return claim;
    }

    /// What is needed of these rows; summaries of parts merge to that of the whole.
    ///
    /// @param frame with scales scored
    public Summary summarise(Frame frame) {
        return analysis.summarise(frame);
    }

    /// What a summary comes to, with the tests of the claim's rule.
    public Outcome estimate(Summary summary, Depth depth) {
        Outcome outcome = analysis.estimate(summary, depth);
        return judge.isPresent() ? judge.get().tested(outcome) : outcome;
    }

    /// Who judges it; empty without a rule in numbers.
    Optional<Judge> judge() {
        return judge;
    }

    /// What the answer looks like.
    public Shape shape() {
        return analysis.shape();
    }

    /// The finding on these rows, by itself: its p values are not adjusted, it is not judged, and nothing stands
    /// beside it.
    ///
    /// @param frame with scales scored
    Finding finding(Frame frame, Depth depth) {
        Summary summary = summarise(frame);
        Outcome outcome = estimate(summary, depth);
        return new Finding(
                claim.id(),
                claim.says(),
                claim.asks(),
                claim.primary(),
                Optional.empty(),
                claim.family(),
                among,
                outcome.n(),
                summary.missing(),
                outcome.estimates(),
                outcome.tests().stream().map(Tested::alone).toList(),
                outcome.bayesFactor(),
                claim.originals(),
                judge.map(each -> each.rule().words()),
                Optional.empty(),
                why,
                shape(),
                claim.expects(),
                Optional.empty(),
                List.of());
    }
}
