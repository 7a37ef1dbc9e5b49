package eyebright.analysis;

import eyebright.analysis.Part.Ahead;
import eyebright.analysis.Part.Bounded;
import eyebright.analysis.Part.Found;
import eyebright.analysis.Part.Needed;
import eyebright.analysis.Part.OneOf;
import eyebright.analysis.Part.Sided;
import eyebright.analysis.Part.Where;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.plan.Words;
import eyebright.replication.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the judge of a claim: which estimate and which test its rule reads, by the shape of its answer.
final class JudgeCompiler {

    /// The things that contradict where an effect turns round: its direction, and what is ahead at the high end.
    private static final int CROSSING = 2;

    private final Claim claim;
    private final Expectation rule;
    private final Shape shape;
    private final List<String> asked;
    private final List<Part> parts = new ArrayList<>();
    private final List<BoundTests.Named> bounds = new ArrayList<>();
    private Judge.How how = Judge.How.ALL;

    private JudgeCompiler(Claim claim, Expectation rule, Shape shape, List<String> asked) {
        this.claim = claim;
        this.rule = rule;
        this.shape = shape;
        this.asked = asked;
    }

    private static List<String> coefficients(Shape shape) {
        if (shape instanceof Shape.Coefficients coefficients) {
            return coefficients.coefficients().stream().map(Label::code).toList();
        }
        return shape instanceof Shape.TwoCounts counts
                ? counts.coefficients().stream().map(Label::code).toList()
                : List.of();
    }

    /// The judge of a claim; empty where it has no rule, one in words, or one that its analysis cannot be held
    /// against.
    ///
    /// @param shape of the answer
    /// @param asked that of the claim, where it is a further analysis of one: a rule is about the coefficients that the
    ///   claim shows
    /// @param beside what stands beside the claim
    /// @param alpha that of the plan
    static Optional<Judge> of(
            Claim claim,
            Shape shape,
            Shape asked,
            List<CompiledClaim.Beside> beside,
            double alpha) {
        if (claim.expects().isEmpty()) {
            return Optional.empty();
        }
        Expectation says = claim.expects().get();
        var compiler = new JudgeCompiler(claim, says, shape, coefficients(asked));
        compiler.parts();
        if (compiler.parts.isEmpty()) {
            return Optional.empty();
        }
        List<CompiledClaim.Beside> also =
                beside.stream()
                        .filter(each -> claim.also().contains(each.companion().name()))
                        .toList();
        return Rule.of(
                        says,
                        alpha,
                        compiler.figure(),
                        also.stream().map(each -> each.companion().says()).toList())
                .map(
                        rule ->
                                new Judge(
                                        rule,
                                        compiler.parts,
                                        compiler.how,
                                        compiler.bounds,
                                        also(also),
                                        scales(says, beside)));
    }

    private static List<Judge.Also> also(List<CompiledClaim.Beside> also) {
        return also.stream()
                .flatMap(
                        each ->
                                each.compiled().judge().stream()
                                        .map(
                                                judge ->
                                                        new Judge.Also(
                                                                each.compiled().claim().id(),
                                                                judge)))
                .toList();
    }

    private static List<String> scales(Expectation says, List<CompiledClaim.Beside> beside) {
        return Rule.isOfNothing(says)
                ? beside.stream()
                        .filter(each -> each.companion().analysis() instanceof Analysis.Reliability)
                        .map(each -> each.compiled().claim().id())
                        .toList()
                : List.of();
    }

    /// What is judged, in a word.
    private String figure() {
        return switch (shape) {
            case Shape.OneShare _, Shape.EachPoint _ -> "share";
            case Shape.EachOption(List<Label> options, _) ->
                    rule instanceof Expectation.Mainly(List<String> named)
                            ? Words.list(
                                    options.stream()
                                            .filter(option -> named.contains(option.code()))
                                            .map(Label::said)
                                            .toList())
                            : "share";
            case Shape.TwoSettings _ -> "answer";
            case Shape.GroupShares _, Shape.GroupMeans _, Shape.TwoShares _, Shape.Table _ ->
                    "difference";
            case Shape.Correlation _ -> "correlation";
            case Shape.Coefficients coefficients ->
                    switch (coefficients.effect()) {
                        case SLOPE -> "slope";
                        case ODDS_RATIO -> "odds ratio";
                        case RATE_RATIO -> "rate ratio";
                    };
            case Shape.Block _ -> "explained part";
            case Shape.TwoCounts _ ->
                    rule instanceof Expectation.Differ ? "slope" : "ratio of the two rate ratios";
            case Shape.Reliability _ -> "reliability";
            case Shape.OneMean _ -> "mean";
            case Shape.Unanalysed _ -> "figure";
        };
    }

    private void parts() {
        switch (rule) {
            case Expectation.Mainly(List<String> options) -> mainly(options);
            case Expectation.Differ _ -> differ();
            case Expectation.Adds _ -> parts.add(new Found(BlockTests.PLAIN, added()));
            case Expectation.Crosses crosses -> crosses(crosses);
            case Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.InWords _ ->
                    figures();
        }
    }

    private void mainly(List<String> named) {
        if (shape instanceof Shape.EachOption(List<Label> options, _)) {
            for (String main : named) {
                for (Label other : options) {
                    if (!named.contains(other.code())) {
                        parts.add(
                                new Ahead(
                                        "mcnemar[%s,%s]".formatted(main, other.code()),
                                        "share[%s]".formatted(main),
                                        "share[%s]".formatted(other.code())));
                    }
                }
            }
        }
    }

    private void differ() {
        how = Judge.How.ANY;
        if (shape instanceof Shape.TwoSettings(_, _, List<Label> options)) {
            options.forEach(
                    option ->
                            parts.add(
                                    new Found(
                                            "mcnemar_midp[%s]".formatted(option.code()),
                                            "difference[%s]".formatted(option.code()))));
        } else if (shape instanceof Shape.TwoCounts(_, _, List<Label> coefficients)) {
            parts.add(
                    new Found(
                            "equal_slopes", "ratio[%s]".formatted(coefficients.getFirst().code())));
        }
    }

    /// The estimate that says whether a likelihood ratio could be had.
    private String added() {
        return shape instanceof Shape.Block ? BlockTests.ESTIMATE : "discordant";
    }

    private void crosses(Expectation.Crosses crosses) {
        if (!(shape instanceof Shape.Coefficients coefficients)
                || coefficients.coefficients().isEmpty()) {
            return;
        }
        how = Judge.How.TOGETHER;
        String code = coefficients.coefficients().getFirst().code();
        parts.add(
                new OneOf(
                        "wald[%s]".formatted(code),
                        "odds_ratio[%s]".formatted(code),
                        1,
                        Where.ABOVE,
                        CROSSING));
        String high = ahead(crosses.high());
        parts.add(new OneOf(high, high, 0, Where.ABOVE, CROSSING));
        String low = ahead(crosses.low());
        parts.add(new Needed(low, low, 0, Where.BELOW));
    }

    /// The test of what is ahead there.
    private String ahead(BigDecimal value) {
        String name = Crossing.name(value);
        bounds.add(new BoundTests(name, "", BoundTests.Scale.INTERVAL).of(name, 0));
        return name;
    }

    private void figures() {
        switch (shape) {
            case Shape.OneShare _ -> share();
            case Shape.TwoShares _ -> difference("mcnemar_midp");
            case Shape.GroupShares(List<Label> groups) when groups.size() == 2 ->
                    difference("fisher_p");
            case Shape.GroupMeans(List<Label> groups, _) when groups.size() == 2 ->
                    difference("welch_t");
            case Shape.Correlation(_, _, String estimate) -> correlation(estimate);
            case Shape.Coefficients coefficients ->
                    coefficients(
                            coefficients.effect().estimate(),
                            coefficients.effect() == Shape.Effect.SLOPE
                                    ? BoundTests.Scale.WALD_SLOPE
                                    : BoundTests.Scale.WALD_RATIO);
            case Shape.TwoCounts _ -> coefficients("ratio", BoundTests.Scale.WALD_RATIO);
            case Shape.Block _ -> block();
            case Shape.Reliability _ -> numbers("omega_total", "", "", BoundTests.Scale.INTERVAL);
            case Shape.GroupShares _,
                    Shape.GroupMeans _,
                    Shape.EachOption _,
                    Shape.EachPoint _,
                    Shape.TwoSettings _,
                    Shape.Table _,
                    Shape.OneMean _,
                    Shape.Unanalysed _ -> {}
        }
    }

    private void share() {
        if (claim.analysis() instanceof Analysis.WeightedShare) {
            weightedShare();
            return;
        }
        switch (rule) {
            case Expectation.Above(BigDecimal bound, _) ->
                    parts.add(
                            new Sided(
                                    ShareTests.NAME,
                                    "estimate",
                                    ShareTests.share(bound),
                                    Where.ABOVE));
            case Expectation.Below(BigDecimal bound, _) -> {
                double high = ShareTests.share(bound);
                parts.add(
                        new Bounded(
                                ShareTests.NAME,
                                "estimate",
                                finding -> ShareTests.outside(finding, 0, high)));
            }
            case Expectation.Inside(BigDecimal from, BigDecimal to, _) -> {
                double low = ShareTests.share(from);
                double high = ShareTests.share(to);
                parts.add(
                        new Bounded(
                                ShareTests.NAME,
                                "estimate",
                                finding -> ShareTests.outside(finding, low, high)));
            }
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ -> {}
        }
    }

    /// A weighted share has no counts to be tested exactly: its interval is held against the bounds.
    private void weightedShare() {
        var tests = new BoundTests("estimate", "", BoundTests.Scale.INTERVAL);
        switch (rule) {
            case Expectation.Above(BigDecimal bound, _) ->
                    sided(tests, "", ShareTests.share(bound), -1, Where.ABOVE);
            case Expectation.Below(BigDecimal bound, _) -> {
                double high = ShareTests.share(bound);
                bounds.add(tests.below("below", high));
                parts.add(new Bounded("below", "estimate", tests.outside(0, high)));
            }
            case Expectation.Inside(BigDecimal from, BigDecimal to, _) -> {
                double low = ShareTests.share(from);
                double high = ShareTests.share(to);
                bounds.add(tests.inside("inside", low, high));
                parts.add(new Bounded("inside", "estimate", tests.outside(low, high)));
            }
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ -> {}
        }
    }

    /// @param plain the two-sided test of no difference
    private void difference(String plain) {
        String name = "difference";
        double unit = shape instanceof Shape.GroupMeans ? 1 : 0.01;
        switch (rule) {
            case Expectation.MoreBy(BigDecimal points) ->
                    parts.add(
                            new Sided(
                                    points.signum() == 0 ? plain : "superiority",
                                    name,
                                    points.doubleValue() * unit,
                                    Where.ABOVE));
            case Expectation.NotMoreBy _ ->
                    parts.add(
                            new Bounded(
                                    "non_superiority",
                                    name,
                                    finding ->
                                            Part.value(finding, name, 0) > 0
                                                    ? p(finding, plain)
                                                    : 1));
            case Expectation.Within _ ->
                    parts.add(new Bounded("tost", name, finding -> p(finding, plain)));
            case Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ -> {}
        }
    }

    private void correlation(String estimate) {
        switch (estimate) {
            case "rho" -> numbers(estimate, "rho_t", "", BoundTests.Scale.INTERVAL);
            case "tau_b" -> numbers(estimate, "tau_z", "", BoundTests.Scale.INTERVAL);
            default -> numbers(estimate, "r_t", "", BoundTests.Scale.CORRELATION);
        }
    }

    /// The coefficients the claim is about, if this analysis shows all of them.
    ///
    /// @param effect the stem of their estimates
    private void coefficients(String effect, BoundTests.Scale scale) {
        if (coefficients(shape).containsAll(asked)) {
            for (String name : asked) {
                String bracket = "[%s]".formatted(name);
                numbers(effect + bracket, "wald" + bracket, bracket, scale);
            }
        }
    }

    /// A number or a ratio with a two-sided test of none. Where the analysis brings no test of the rule's own
    /// bounds, it is worked out.
    ///
    /// @param bracket what tells this test from others of its name; may be empty
    private void numbers(String estimate, String plain, String bracket, BoundTests.Scale scale) {
        var tests = new BoundTests(estimate, plain, scale);
        double none = scale == BoundTests.Scale.WALD_RATIO ? 1 : 0;
        switch (rule) {
            case Expectation.Above(BigDecimal value, _) ->
                    sided(tests, bracket, value.doubleValue(), none, Where.ABOVE);
            case Expectation.Below(BigDecimal value, _) when Rule.isOfSmallness(rule) -> {
                double bound = value.doubleValue();
                String name = "below" + bracket;
                bounds.add(tests.below(name, bound));
                parts.add(
                        new Bounded(
                                name, estimate, tests.outside(Double.NEGATIVE_INFINITY, bound)));
            }
            case Expectation.Below(BigDecimal value, _) ->
                    sided(tests, bracket, value.doubleValue(), none, Where.BELOW);
            case Expectation.Within(BigDecimal value, _) -> {
                double margin = value.doubleValue();
                String name = "tost" + bracket;
                bounds.add(tests.between(name, none == 1 ? 1 / margin : -margin, margin));
                parts.add(new Bounded(name, estimate, finding -> p(finding, plain)));
            }
            case Expectation.Inside(BigDecimal from, BigDecimal to, _) -> {
                double low = from.doubleValue();
                double high = to.doubleValue();
                String name = "inside" + bracket;
                bounds.add(tests.inside(name, low, high));
                parts.add(new Bounded(name, estimate, tests.outside(low, high)));
            }
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ -> {}
        }
    }

    private void sided(BoundTests tests, String bracket, double bound, double none, Where claimed) {
        String name = "bound" + bracket;
        if (bound != none) {
            bounds.add(tests.of(name, bound));
        }
        parts.add(
                new Sided(bound == none ? tests.plain() : name, tests.estimate(), bound, claimed));
    }

    /// What a block explains, tested by how often its likelihood ratio would be so small, or so large, where it
    /// explains as much as the bound.
    private void block() {
        switch (rule) {
            case Expectation.Above(BigDecimal value, _) when value.signum() <= 0 ->
                    parts.add(new Sided(BlockTests.PLAIN, BlockTests.ESTIMATE, 0, Where.ABOVE));
            case Expectation.Above(BigDecimal value, _) -> {
                bounds.add(BlockTests.of("bound", value.doubleValue()));
                parts.add(
                        new Sided("bound", BlockTests.ESTIMATE, value.doubleValue(), Where.ABOVE));
            }
            case Expectation.Below(BigDecimal value, _) ->
                    parts.add(
                            new Bounded(
                                    "r2_below",
                                    BlockTests.ESTIMATE,
                                    BlockTests.outside(0, value.doubleValue())));
            case Expectation.Inside(BigDecimal from, BigDecimal to, _) -> {
                double low = from.doubleValue();
                double high = to.doubleValue();
                bounds.add(BlockTests.inside("inside", low, high));
                parts.add(
                        new Bounded("inside", BlockTests.ESTIMATE, BlockTests.outside(low, high)));
            }
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ -> {}
        }
    }

    private static double p(Finding finding, String test) {
        return finding.test(test).map(each -> each.result().p()).orElse(1.0);
    }
}
