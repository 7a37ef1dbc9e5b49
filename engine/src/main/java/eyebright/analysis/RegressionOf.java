package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.model.Design;
import eyebright.stats.model.Fitting;
import eyebright.stats.model.Formula;
import eyebright.stats.model.Predictor;
import eyebright.stats.model.Predictor.Categorical;
import eyebright.stats.model.ProportionalOdds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The coefficients of a regression. Its summary is the rows.
///
/// @param variables of the model, the outcome first
record RegressionOf(
        Base base,
        Analysis.Model model,
        Formula formula,
        ModelVariables variables,
        Shape.Coefficients shape,
        double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        return variables.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary) {
        if (summary.n() == 0) {
            return none(0, "nobody answered");
        }
        return switch (Design.of(
                formula, variables.predictors(summary.cases(), List.of(formula.outcome())))) {
            case Fitting.NotFitted<Design>(String reason) -> none(summary.n(), reason);
            case Fitting.Fitted<Design>(Design design) -> estimate(summary, design);
        };
    }

    private Outcome estimate(Summary summary, Design design) {
        double[] outcome = variables.values(summary.cases(), formula.outcome());
        if (model == Analysis.Model.COUNTS) {
            Optional<String> fault = notCounts(outcome);
            if (fault.isPresent()) {
                return none(summary.n(), fault.get());
            }
        }
        return switch (model) {
            case LINEAR -> outcome(summary, Fit.linear(design, outcome, level));
            case LOGISTIC -> outcome(summary, Fit.logistic(design, outcome, level));
            case COUNTS -> outcome(summary, Fit.counts(design, outcome, level));
            case ORDINAL -> ordinal(summary, design, outcome);
            case MULTINOMIAL ->
                    outcome(summary, Fit.multinomial(design, categories(outcome), level));
        };
    }

    /// Why an outcome is none of counts: an imported table may hold anything.
    static Optional<String> notCounts(double[] outcome) {
        return Arrays.stream(outcome)
                .filter(value -> value < 0 || value != Math.rint(value))
                .mapToObj(
                        value ->
                                "the outcome must be counts, 0 or more, and somebody has "
                                        + written(value))
                .findFirst();
    }

    private Outcome ordinal(Summary summary, Design design, double[] outcome) {
        Fitting<ProportionalOdds> fitting = ProportionalOdds.fit(design, categories(outcome));
        Outcome done = outcome(summary, Fit.ordinal(fitting, level));
        if (shape.chances().isEmpty()
                || !(fitting instanceof Fitting.Fitted<ProportionalOdds>(ProportionalOdds fitted))) {
            return done;
        }
        var estimates = new ArrayList<>(done.estimates());
        estimates.addAll(chances(shape.chances().get(), fitted, design));
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
                                "chance[%s,%s]".formatted(value, answer.code()),
                                fitted.levels().contains(answer.code())
                                        ? fitted.chance(answer.code(), row, level)
                                        : new NotEstimable("nobody gave this answer")));
            }
        }
        return estimates;
    }

    private static Predictor typical(Predictor predictor, String at, String value) {
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
                    new Categorical(
                            categorical.name(), categorical.levels(), new int[] {0});
        };
    }

    private Categorical categories(double[] outcome) {
        if (variables.variable(formula.outcome())
                instanceof ModelVariables.ModelVariable.OfLevels(String name, _, var levels)) {
            return new Categorical(
                    name, levels, Arrays.stream(outcome).mapToInt(value -> (int) value).toArray());
        }
        double[] points = Arrays.stream(outcome).distinct().sorted().toArray();
        return new Categorical(
                formula.outcome(),
                Arrays.stream(points).mapToObj(RegressionOf::written).toList(),
                Arrays.stream(outcome)
                        .mapToInt(value -> Arrays.binarySearch(points, value))
                        .toArray());
    }

    /// A number as it stands in names of estimates: `2`, `0.5`.
    static String written(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private Outcome outcome(Summary summary, Fitting<Fit> fitting) {
        return switch (fitting) {
            case Fitting.NotFitted<Fit>(String reason) -> none(summary.n(), reason);
            case Fitting.Fitted<Fit>(Fit fit) ->
                    fit.outcome(
                            summary.n(),
                            shape.effect().estimate(),
                            shape.coefficients(),
                            sizes(summary, variables, formula),
                            level);
        };
    }

    /// How many respondents gave each answer that a predictor compares.
    static List<NamedEstimate> sizes(
            Summary summary, ModelVariables variables, Formula formula) {
        var sizes = new ArrayList<NamedEstimate>();
        for (String name : formula.predictors()) {
            if (variables.variable(name)
                    instanceof ModelVariables.ModelVariable.OfLevels(_, _, List<String> levels)) {
                for (int i = 0; i < levels.size(); i++) {
                    sizes.add(
                            NamedEstimate.count(
                                    "n[%s.%s]".formatted(name, levels.get(i)),
                                    Math.toIntExact(
                                            variables.count(summary.cases(), name, i)),
                                    summary.n()));
                }
            }
        }
        return sizes;
    }

    private Outcome none(int n, String reason) {
        Estimate none = new NotEstimable(reason);
        return new Outcome(
                n,
                shape.coefficients().stream()
                        .map(
                                label ->
                                        new NamedEstimate(
                                                "%s[%s]"
                                                        .formatted(
                                                                shape.effect().estimate(),
                                                                label.code()),
                                                none))
                        .toList(),
                List.of());
    }

}
