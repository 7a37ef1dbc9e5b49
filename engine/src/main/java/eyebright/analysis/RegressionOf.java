package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.stats.Fitting;
import eyebright.stats.TestResult;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.model.Coefficients;
import eyebright.stats.model.ExponentialEstimate;
import eyebright.stats.model.ProportionalOdds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The coefficients of a regression. Its summary is the rows.
///
/// A rule that nothing goes with the outcome (`within: 1.25 times`, or a number where the figures are
/// slopes) is decided by two one-sided tests of each coefficient that is shown, `tost[coefficient]`, which
/// stand first; with the interval of level 1 - 2 alpha that goes with them, such as `rate_ratio_equivalence[coefficient]`.
/// Ratios are compared as logarithms, by the normal distribution: 1.25 stands for 0.8 to 1.25.
///
/// @param variables of the model, the outcome first
/// @param expects the claim's rule
/// @param alpha what may pass by chance in the one-sided tests
record RegressionOf(
        Base base,
        Analysis.Model model,
        Formula formula,
        ModelVariables variables,
        Shape.Coefficients shape,
        double alpha,
        Optional<Expectation> expects,
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
        return switch (Design.of(
                formula, variables.predictors(summary.cases(), List.of(formula.outcome())))) {
            case Fitting.NotFitted<Design>(String reason) -> none(summary.n(), reason);
            case Fitting.Fitted<Design>(Design design) -> estimate(summary, design, depth);
        };
    }

    private Outcome estimate(Summary summary, Design design, Depth depth) {
        double[] outcome = variables.values(summary.cases(), formula.outcome());
        if (model == Analysis.Model.COUNTS) {
            Optional<String> fault = notCounts(outcome);
            if (fault.isPresent()) {
                return none(summary.n(), fault.get());
            }
        }
        return switch (model) {
            case LINEAR -> outcome(summary, Fit.linear(design, outcome, level), depth);
            case LOGISTIC -> outcome(summary, Fit.logistic(design, outcome, level, depth), depth);
            case COUNTS -> outcome(summary, Fit.counts(design, outcome, level, depth), depth);
            case ORDINAL -> ordinal(summary, design, outcome, depth);
            case MULTINOMIAL ->
                    outcome(summary, Fit.multinomial(design, categories(outcome), level), depth);
        };
    }

    /// Why an outcome is none of counts: an imported table may hold anything.
    static Optional<String> notCounts(double[] outcome) {
        for (double value : outcome) {
            if (value < 0 || value != Math.rint(value)) {
                return Optional.of(
                        "the outcome must be counts, 0 or more, and somebody has "
                                + written(value));
            }
        }
        return Optional.empty();
    }

    private Outcome ordinal(Summary summary, Design design, double[] outcome, Depth depth) {
        Fitting<ProportionalOdds> fitting = ProportionalOdds.fit(design, categories(outcome));
        Outcome done = outcome(summary, Fit.ordinal(fitting, level, depth), depth);
        if (shape.chances().isEmpty()
                || !(fitting
                        instanceof Fitting.Fitted<ProportionalOdds>(ProportionalOdds fitted))) {
            return done;
        }
        var estimates = new ArrayList<>(done.estimates());
        estimates.addAll(chances(shape.chances().get(), fitted, design));
        if (expects.isPresent() && expects.get() instanceof Expectation.Crosses crosses) {
            estimates.addAll(
                    Crossing.estimates(
                            crosses, shape.chances().get().at().code(), fitted, design, level));
        }
        return new Outcome(done.n(), estimates, done.tests(), done.bayesFactor());
    }

    /// Chances of each answer, with the other predictors at their mean or reference.
    private List<NamedEstimate> chances(
            Shape.Chances chances, ProportionalOdds fitted, Design design) {
        var estimates = new ArrayList<NamedEstimate>();
        for (String value : chances.values()) {
            List<Predictor> typical =
                    design.predictors().stream()
                            .map(each -> typical(each, chances.at().code(), value))
                            .toList();
            double[] row = design.rowsOf(typical).row(0);
            for (Label answer : chances.answers()) {
                estimates.add(
                        new NamedEstimate(
                                "chance[" + value + "," + answer.code() + "]",
                                fitted.levels().contains(answer.code())
                                        ? fitted.chance(answer.code(), row, level)
                                        : Fit.NOBODY));
            }
        }
        return estimates;
    }

    /// A predictor of one respondent: at that value, or at its mean or reference.
    static Predictor typical(Predictor predictor, String at, String value) {
        return switch (predictor) {
            case Predictor.Numeric numeric ->
                    new Predictor.Numeric(
                            numeric.name(),
                            new double[] {
                                numeric.name().equals(at)
                                        ? Double.parseDouble(value)
                                        : Arrays.stream(numeric.values()).average().orElse(0)
                            });
            case Categorical categorical ->
                    new Categorical(categorical.name(), categorical.levels(), new int[] {0});
        };
    }

    private Categorical categories(double[] outcome) {
        if (variables.variable(formula.outcome())
                instanceof ModelVariables.ModelVariable.OfLevels(String name, _, var levels)) {
            int[] codes = new int[outcome.length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (int) outcome[i];
            }
            return new Categorical(name, levels, codes);
        }
        double[] points = outcome.clone();
        Arrays.sort(points);
        int different = 0;
        for (double point : points) {
            if (different == 0 || point != points[different - 1]) {
                points[different++] = point;
            }
        }
        int[] codes = new int[outcome.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.binarySearch(points, 0, different, outcome[i]);
        }
        return new Categorical(
                formula.outcome(),
                Arrays.stream(points, 0, different).mapToObj(RegressionOf::written).toList(),
                codes);
    }

    /// A number as it stands in names of estimates: `2`, `0.5`.
    static String written(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private Outcome outcome(Summary summary, Fitting<Fit> fitting, Depth depth) {
        return switch (fitting) {
            case Fitting.NotFitted<Fit>(String reason) -> none(summary.n(), reason);
            case Fitting.Fitted<Fit>(Fit fit) ->
                    withEquivalence(
                            fit.coefficients(),
                            fit.outcome(
                                    summary.n(),
                                    shape.effect().estimate(),
                                    shape.coefficients(),
                                    sizes(summary, variables, formula),
                                    level,
                                    depth));
        };
    }

    /// The margin of the claim's rule, on the scale of the coefficients.
    private Optional<Margin> margin() {
        return expects.flatMap(
                rule ->
                        rule instanceof Expectation.Within(BigDecimal value, Expectation.In in)
                                ? Optional.of(
                                        Margin.around0(
                                                in == Expectation.In.TIMES
                                                        ? Math.log(value.doubleValue())
                                                        : value.doubleValue()))
                                : Optional.empty());
    }

    private Outcome withEquivalence(Coefficients coefficients, Outcome plain) {
        Optional<Margin> margin = margin();
        if (margin.isEmpty()) {
            return plain;
        }
        var estimates = new ArrayList<>(plain.estimates());
        var tests = new ArrayList<TestResult>();
        for (Label label : shape.coefficients()) {
            String name = label.code();
            if (!coefficients.names().contains(name) || !(coefficients.standardError(name) > 0)) {
                continue;
            }
            var test = EquivalenceTest.of(effect(coefficients, name), margin.get(), alpha);
            estimates.add(
                    new NamedEstimate(
                            shape.effect().estimate() + "_equivalence[" + name + "]",
                            shape.effect() == Shape.Effect.SLOPE
                                    ? test.effect()
                                    : ExponentialEstimate.of(test.effect())));
            OptionalDouble p = test.p();
            if (p.isPresent()) {
                tests.add(TestResult.exact("tost[" + name + "]", p.getAsDouble()));
            }
        }
        tests.addAll(plain.tests());
        return new Outcome(plain.n(), estimates, tests, plain.bayesFactor());
    }

    private static Effect effect(Coefficients coefficients, String name) {
        List<Double> df = coefficients.test(name).df();
        double value = coefficients.value(name);
        double error = coefficients.standardError(name);
        return df.isEmpty()
                ? Effect.withNormal(value, error, coefficients.n())
                : Effect.withT(value, error, df.getFirst(), coefficients.n());
    }

    /// How many respondents gave each answer that a predictor compares.
    static List<NamedEstimate> sizes(Summary summary, ModelVariables variables, Formula formula) {
        var sizes = new ArrayList<NamedEstimate>();
        for (String name : formula.predictors()) {
            if (variables.variable(name)
                    instanceof ModelVariables.ModelVariable.OfLevels(_, _, List<String> levels)) {
                for (int i = 0; i < levels.size(); i++) {
                    sizes.add(
                            NamedEstimate.count(
                                    "n[" + name + "." + levels.get(i) + "]",
                                    Math.toIntExact(variables.count(summary.cases(), name, i)),
                                    summary.n()));
                }
            }
        }
        return sizes;
    }

    private Outcome none(int n, String reason) {
        return Outcome.none(n, shape.estimates(), reason);
    }
}
