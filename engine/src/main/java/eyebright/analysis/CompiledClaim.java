package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Companion;
import java.util.List;
import java.util.Optional;

/// A claim whose analysis is ready to run, in two steps: rows to a small summary, the summary to
/// estimates. Immutable and safe for many threads.
public final class CompiledClaim {

    private static final String NOT_FROZEN = "the plan is not frozen";

    private final Claim claim;
    private final CompiledAnalysis analysis;
    private final List<Beside> beside;
    private final List<Beside> deciding;

    CompiledClaim(Claim claim, CompiledAnalysis analysis, List<Beside> beside) {
        this.claim = claim;
        this.analysis = analysis;
        this.beside = List.copyOf(beside);
        this.deciding =
                this.beside.stream()
                        .filter(
                                each ->
                                        !(each.compiled().claim().analysis()
                                                instanceof Analysis.Imputed))
                        .toList();
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

    /// Those that are run at that depth: what is filled in twenty times is for readers, and no rule asks for it.
    List<Beside> beside(Depth depth) {
        return switch (depth) {
            case FULL -> beside;
            case VERDICT -> deciding;
        };
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

    /// What a summary comes to.
    public Outcome estimate(Summary summary, Depth depth) {
        return analysis.estimate(summary, depth);
    }

    /// What the answer looks like.
    public Shape shape() {
        return analysis.shape();
    }

    /// The finding on these rows, by itself: its p values are not adjusted, and nothing stands beside it.
    ///
    /// @param frame with scales scored
    Finding finding(Frame frame, Depth depth) {
        Summary summary = summarise(frame);
        Outcome outcome = estimate(summary, depth);
        String why =
                shape() instanceof Shape.Unanalysed(String words)
                        ? "not yet analysed: " + words
                        : NOT_FROZEN;
        return new Finding(
                claim.id(),
                claim.says(),
                claim.asks(),
                claim.primary(),
                Optional.empty(),
                claim.family(),
                claim.among().map(Expression::toString),
                outcome.n(),
                summary.missing(),
                outcome.estimates(),
                outcome.tests().stream().map(Tested::alone).toList(),
                outcome.bayesFactor(),
                claim.originals(),
                Optional.empty(),
                Optional.empty(),
                why,
                shape(),
                claim.expects(),
                Optional.empty(),
                List.of());
    }
}
