package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Label;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.model.ProportionalSlopes;
import eyebright.stats.model.StackedErrors;
import eyebright.stats.model.StackedModel;
import eyebright.stats.model.StackedOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Two counts of the same respondents on the same predictors, in one model whose errors know that they are
/// the same people, and hold with few events. Its summary is the rows.
///
/// @param variables of both formulas, each once
record StackedOf(
        Base base,
        Formula first,
        Formula second,
        ModelVariables variables,
        Shape.TwoCounts shape,
        double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        return variables.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        if (summary.n() == 0) {
            return none(0, "nobody answered");
        }
        for (Formula each : List.of(first, second)) {
            Optional<String> fault =
                    RegressionOf.notCounts(variables.values(summary.cases(), each.outcome()));
            if (fault.isPresent()) {
                return none(summary.n(), fault.get());
            }
        }
        return switch (outcome(summary, first)) {
            case NotFitted<StackedOutcome>(String reason) -> none(summary.n(), reason);
            case Fitted<StackedOutcome>(StackedOutcome one) ->
                    switch (outcome(summary, second)) {
                        case NotFitted<StackedOutcome>(String reason) -> none(summary.n(), reason);
                        case Fitted<StackedOutcome>(StackedOutcome other) ->
                                estimate(
                                        summary,
                                        StackedModel.of(one, other, StackedErrors.SMALL_SAMPLES),
                                        depth);
                    };
        };
    }

    private Fitting<StackedOutcome> outcome(Summary summary, Formula formula) {
        List<String> outcomes = List.of(first.outcome(), second.outcome());
        return switch (Design.of(formula, variables.predictors(summary.cases(), outcomes))) {
            case NotFitted<Design>(String reason) -> new NotFitted<>(reason);
            case Fitted<Design>(Design design) ->
                    new Fitted<>(
                            StackedOutcome.counts(
                                    formula.outcome(),
                                    design,
                                    variables.values(summary.cases(), formula.outcome()),
                                    ones(design.n()),
                                    IntStream.range(0, design.n()).toArray()));
        };
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private Outcome estimate(Summary summary, Fitting<StackedModel> fitting, Depth depth) {
        return switch (fitting) {
            case NotFitted<StackedModel>(String reason) -> none(summary.n(), reason);
            case Fitted<StackedModel>(StackedModel model) -> estimate(summary, model, depth);
        };
    }

    private Outcome estimate(Summary summary, StackedModel model, Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        for (Label label : shape.coefficients()) {
            String name = label.code();
            if (!model.differences().names().contains(name)) {
                estimates.add(new NamedEstimate("ratio[" + name + "]", Fit.NOBODY));
                continue;
            }
            estimates.add(new NamedEstimate("ratio[" + name + "]", model.ratio(name, level)));
            estimates.add(rate("rate_ratio1", name, first, model));
            estimates.add(rate("rate_ratio2", name, second, model));
        }
        boolean isOne = shape.coefficients().size() == 1;
        if (isOne && model.differences().names().contains(shape.coefficients().getFirst().code())) {
            String name = shape.coefficients().getFirst().code();
            Fit.wald(model.differences(), name).ifPresent(tests::add);
        }
        model.equality().ifPresent(test -> tests.add(Outcome.named("equal_slopes", test)));
        estimates.addAll(RegressionOf.sizes(summary, variables, first));
        if (!isOne && depth == Depth.FULL) {
            ProportionalSlopes slopes = model.proportionality(level);
            estimates.add(new NamedEstimate("multiple", slopes.multiple()));
            slopes.test().ifPresent(test -> tests.add(Outcome.named("proportional_slopes", test)));
        }
        return new Outcome(summary.n(), estimates, tests);
    }

    private NamedEstimate rate(String ratio, String name, Formula formula, StackedModel model) {
        return new NamedEstimate(
                ratio + "[" + name + "]",
                Fit.ratio(model.coefficients(), formula.outcome() + ": " + name, level));
    }

    private Outcome none(int n, String reason) {
        return Outcome.none(
                n,
                shape.coefficients().stream().map(label -> "ratio[" + label.code() + "]").toList(),
                reason);
    }
}
