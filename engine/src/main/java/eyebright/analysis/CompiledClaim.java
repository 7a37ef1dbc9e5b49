package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Claim;
import eyebright.plan.Companion;
import java.util.List;

/// A claim whose analysis is ready to run, in two steps: rows to a small summary, the summary to
/// estimates. Immutable and safe for many threads.
public final class CompiledClaim {

    private final Claim claim;
    private final CompiledAnalysis analysis;
    private final List<Beside> beside;

    CompiledClaim(Claim claim, CompiledAnalysis analysis, List<Beside> beside) {
        this.claim = claim;
        this.analysis = analysis;
        this.beside = List.copyOf(beside);
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
}
