package eyebright.analysis;

import eyebright.analysis.Part.Bounded;
import eyebright.analysis.Part.Sided;
import eyebright.analysis.Part.Where;
import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.replication.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the judge of a claim: which estimate and which test its rule reads, by the shape of its answer.
final class JudgeCompiler {

    private final Expectation rule;
    private final Shape shape;
    private final List<Part> parts = new ArrayList<>();
    private final List<BoundTests.Named> bounds = new ArrayList<>();

    private JudgeCompiler(Expectation rule, Shape shape) {
        this.rule = rule;
        this.shape = shape;
    }

    /// The judge of a claim; empty where it has no rule, one in words, or one that its analysis cannot be held
    /// against.
    ///
    /// @param alpha that of the plan
    static Optional<Judge> of(Claim claim, Shape shape, double alpha) {
        if (claim.expects().isEmpty()) {
            return Optional.empty();
        }
        Expectation says = claim.expects().get();
        var compiler = new JudgeCompiler(says, shape);
        compiler.parts();
        return compiler.parts.isEmpty()
                ? Optional.empty()
                : Rule.of(says, alpha, figure(shape))
                        .map(
                                rule ->
                                        new Judge(
                                                rule,
                                                compiler.parts,
                                                Judge.How.ALL,
                                                compiler.bounds));
    }

    /// What is judged, in a word.
    private static String figure(Shape shape) {
        return switch (shape) {
            case Shape.OneShare _, Shape.EachOption _, Shape.EachPoint _ -> "share";
            case Shape.TwoSettings _,
                    Shape.GroupShares _,
                    Shape.GroupMeans _,
                    Shape.TwoShares _,
                    Shape.Table _ ->
                    "difference";
            case Shape.Correlation _ -> "correlation";
            case Shape.Coefficients coefficients ->
                    switch (coefficients.effect()) {
                        case SLOPE -> "slope";
                        case ODDS_RATIO -> "odds ratio";
                        case RATE_RATIO -> "rate ratio";
                    };
            case Shape.Block _ -> "explained part";
            case Shape.TwoCounts _ -> "ratio of the two rate ratios";
            case Shape.Reliability _ -> "reliability";
            case Shape.OneMean _ -> "mean";
            case Shape.Unanalysed _ -> "figure";
        };
    }

    private void parts() {
        switch (shape) {
            case Shape.OneShare _ -> share();
            case Shape.TwoShares _ -> difference("mcnemar_midp");
            case Shape.GroupShares(List<Label> groups) when groups.size() == 2 ->
                    difference("fisher_p");
            case Shape.GroupMeans(List<Label> groups, _) when groups.size() == 2 ->
                    difference("welch_t");
            case Shape.Correlation(_, _, String estimate) -> correlation(estimate);
            case Shape.Coefficients coefficients ->
                    coefficients
                            .coefficients()
                            .forEach(
                                    label ->
                                            coefficient(
                                                    coefficients.effect().estimate(),
                                                    label.code(),
                                                    coefficients.effect() == Shape.Effect.SLOPE
                                                            ? BoundTests.Scale.WALD_SLOPE
                                                            : BoundTests.Scale.WALD_RATIO));
            case Shape.TwoCounts counts ->
                    counts.coefficients()
                            .forEach(
                                    label ->
                                            coefficient(
                                                    "ratio",
                                                    label.code(),
                                                    BoundTests.Scale.WALD_RATIO));
            case Shape.Block _ -> block();
            case Shape.GroupShares _,
                    Shape.GroupMeans _,
                    Shape.EachOption _,
                    Shape.EachPoint _,
                    Shape.TwoSettings _,
                    Shape.Table _,
                    Shape.Reliability _,
                    Shape.OneMean _,
                    Shape.Unanalysed _ -> {}
        }
    }

    private void share() {
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

    /// @param effect the stem of the estimate
    /// @param name the code of the coefficient
    private void coefficient(String effect, String name, BoundTests.Scale scale) {
        String bracket = "[%s]".formatted(name);
        numbers(effect + bracket, "wald" + bracket, bracket, scale);
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
                                name,
                                estimate,
                                tests.outside(Double.NEGATIVE_INFINITY, bound)));
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
            case Expectation.MoreBy _, Expectation.NotMoreBy _, Expectation.InWords _ -> {}
        }
    }

    private void sided(
            BoundTests tests, String bracket, double bound, double none, Where claimed) {
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
                    parts.add(
                            new Sided(BlockTests.PLAIN, BlockTests.ESTIMATE, 0, Where.ABOVE));
            case Expectation.Above(BigDecimal value, _) -> {
                bounds.add(BlockTests.of("bound", value.doubleValue()));
                parts.add(
                        new Sided(
                                "bound", BlockTests.ESTIMATE, value.doubleValue(), Where.ABOVE));
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
                    Expectation.InWords _ -> {}
        }
    }

    private static double p(Finding finding, String test) {
        return finding.test(test).map(each -> each.result().p()).orElse(1.0);
    }
}
