package eyebright.analysis;

import eyebright.frame.Frame;

/// A claim whose analysis is ready to run, in two steps: rows to a small summary, the summary to
/// estimates. Immutable and safe for many threads.
public final class CompiledClaim {

    private final Claim claim;
    private final CompiledAnalysis analysis;

    CompiledClaim(Claim claim, CompiledAnalysis analysis) {
        this.claim = claim;
        this.analysis = analysis;
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
    public Outcome estimate(Summary summary) {
        return analysis.estimate(summary);
    }

    /// What the answer looks like.
    public Shape shape() {
        return analysis.shape();
    }
}
