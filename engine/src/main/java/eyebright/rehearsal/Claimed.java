package eyebright.rehearsal;

import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import eyebright.replication.Verdict;
import java.util.Arrays;
import java.util.Optional;

/// What kind of thing a claim says, and so which of its verdicts would be a false alarm where.
public enum Claimed {
    /// Nothing that could be judged: a description.
    DESCRIPTION("description"),
    /// That there is something: a difference, a slope, a link.
    SOMETHING("something"),
    /// That there is nothing, or too little to matter.
    NOTHING("nothing"),
    /// How large a figure is that no scenario changes, such as a share.
    LEVEL("level");

    private static final String NOTHING_IS_THERE = "nothing";

    private final String word;

    Claimed(String word) {
        this.word = word;
    }

    /// The word in JSON.
    public String word() {
        return word;
    }

    /// The one of that word.
    static Optional<Claimed> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// What a claim says.
    static Claimed of(Claim claim) {
        return claim.expects().map(rule -> of(rule, claim.analysis())).orElse(DESCRIPTION);
    }

    private static Claimed of(Expectation rule, Analysis analysis) {
        return switch (rule) {
            case Expectation.NotMoreBy _, Expectation.Within _ -> NOTHING;
            case Expectation.MoreBy _ -> SOMETHING;
            case Expectation.Below(_, Expectation.In in)
                    when in == Expectation.In.NUMBER && !isLevel(analysis) ->
                    NOTHING;
            case Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    isLevel(analysis) ? LEVEL : SOMETHING;
        };
    }

    /// Whether it is of one figure, which stays as it is where no effect is.
    private static boolean isLevel(Analysis analysis) {
        return analysis instanceof Analysis.Share
                || analysis instanceof Analysis.WeightedShare
                || analysis instanceof Analysis.Shares
                || analysis instanceof Analysis.MeanOf
                || analysis instanceof Analysis.Reliability
                || analysis instanceof Analysis.SideBySide
                || analysis instanceof Analysis.Paired;
    }

    /// Whether a verdict can be a false alarm there.
    ///
    /// @param id the claim's
    /// @param scenario the scenario's word
    boolean canBeFalse(String id, String scenario) {
        return Arrays.stream(Verdict.values()).anyMatch(each -> isFalse(id, scenario, each));
    }

    /// Whether that verdict is a false alarm there: where there is nothing, something is found; where a
    /// difference is just as large as matters, it is called none.
    boolean isFalse(String id, String scenario, Verdict verdict) {
        if (scenario.equals(NOTHING_IS_THERE)) {
            return switch (this) {
                case SOMETHING -> verdict == Verdict.SUPPORTED || verdict == Verdict.CONTRADICTED;
                case NOTHING -> verdict == Verdict.CONTRADICTED;
                case LEVEL, DESCRIPTION -> false;
            };
        }
        return scenario.equals("at-the-margin." + id)
                && (verdict == Verdict.SUPPORTED || verdict == Verdict.NO_DIFFERENCE);
    }
}
