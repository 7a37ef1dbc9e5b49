package eyebright.replication;

import eyebright.plan.Expectation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The rule of a claim, ready to judge: two rules in truth, one for support and one for contradiction. What meets
/// neither is inconclusive.
///
/// ```
/// size       above, more-by, inside, mainly, differ, adds, crosses; below of ratios    two-sided, p <= alpha
/// smallness  within, not-more-by; below of shares and parts                           one-sided, p <= alpha
/// ```
///
/// A claim of a size is judged in two directions, so it may be wrong in each half as often. A claim of smallness is
/// supported in one direction only, towards nothing, and asks one question: is more than the bound ruled
/// out? Contradicting it asks the other one, whether there is a difference, and is two-sided.
///
/// All its words are made once. They hold no figure of the data, so that judging makes none.
public final class Rule {

    private final double alpha;
    private final Verdict success;
    private final RuleWords words;

    private Rule(double alpha, Verdict success, RuleWords words) {
        this.alpha = alpha;
        this.success = success;
        this.words = words;
    }

    /// The rule of a claim; empty where it is in words, which a person judges.
    ///
    /// @param alpha what may pass by chance: above 0 and below 1
    /// @param figure what is judged, such as `share` or `correlation`
    /// @param also what further analyses must meet it too, in sentences
    public static Optional<Rule> of(
            Expectation says, double alpha, String figure, List<String> also) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be above 0 and below 1, not " + alpha);
        }
        return RuleWords.of(says, figure, alpha)
                .map(words -> new Rule(alpha, success(says), words.with(also)));
    }

    private static Verdict success(Expectation says) {
        return isOfNothing(says) ? Verdict.NO_DIFFERENCE : Verdict.SUPPORTED;
    }

    /// Whether a claim says that there is nothing, or no more than too little to matter.
    public static boolean isOfNothing(Expectation says) {
        return says.isOfNothing();
    }

    /// Whether a rule asks that something is small, and so is supported by a one-sided test. `below` asks for a
    /// size where nothing is 1 or 0 and the bound does not lie above it: of ratios, and of numbers below a
    /// bound of 0 or less.
    public static boolean isOfSmallness(Expectation says) {
        return isOfNothing(says)
                || (says instanceof Expectation.Below(BigDecimal bound, Expectation.In in)
                        && (in == Expectation.In.PERCENT
                                || (in == Expectation.In.NUMBER && bound.signum() > 0)));
    }

    /// What may pass by chance.
    public double alpha() {
        return alpha;
    }

    /// What it says of the data.
    public Verdict verdict(Evidence evidence) {
        if (evidence.p() <= alpha) {
            return success;
        }
        return evidence.against() <= alpha ? Verdict.CONTRADICTED : Verdict.INCONCLUSIVE;
    }

    /// The rule in words, in full sentences.
    public String words() {
        return words.rule();
    }

    /// Why a verdict was reached, as a plain clause.
    public String why(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED, NO_DIFFERENCE -> words.supported();
            case CONTRADICTED -> words.contradicted();
            case INCONCLUSIVE -> words.open();
        };
    }
}
