package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Label;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.missing.MultipleImputation;
import eyebright.stats.missing.RubinsRules;
import eyebright.stats.missing.Variable;
import eyebright.stats.model.Coefficients;
import eyebright.stats.model.ExponentialEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// The coefficients of a regression of all respondents of the base, what they left out filled in several
/// times. Its summary is the rows: of each variable its value and whether it is known.
///
/// Filled in are the variables of the model from each other, the outcome among them, as Rubin's rules ask;
/// chance is keyed by the study and the claim.
record ImputedOf(
        Base base,
        Analysis.Imputed imputed,
        ModelVariables variables,
        Shape.Coefficients shape,
        String study,
        String claim,
        double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        return variables.summariseWithGaps(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        int n = summary.n();
        if (n == 0) {
            return none(0, "nobody answered");
        }
        return switch (MultipleImputation.of(columns(summary), imputed.dataSets(), study, claim)) {
            case NotFitted<MultipleImputation>(String reason) -> none(n, reason);
            case Fitted<MultipleImputation>(MultipleImputation filled) -> estimate(n, filled);
        };
    }

    private List<Variable> columns(Summary summary) {
        var columns = new ArrayList<Variable>();
        for (int i = 0; i < variables.variables().size(); i++) {
            double[] known = summary.cases().column(2 * i + 1);
            var there = new BitSet();
            for (int row = 0; row < known.length; row++) {
                there.set(row, known[row] > 0);
            }
            ModelVariables.ModelVariable variable = variables.variables().get(i);
            columns.add(
                    Variable.of(
                            variable.name(),
                            variable instanceof ModelVariables.ModelVariable.OfLevels
                                    ? Variable.Kind.CATEGORIES
                                    : Variable.Kind.ORDERED,
                            summary.cases().column(2 * i),
                            there));
        }
        return columns;
    }

    private Outcome estimate(int n, MultipleImputation filled) {
        var fits = new ArrayList<Coefficients>();
        for (List<Variable> dataSet : filled.dataSets()) {
            switch (fit(dataSet)) {
                case NotFitted<Fit>(String reason) -> {
                    return none(n, reason);
                }
                case Fitted<Fit>(Fit fit) -> fits.add(fit.coefficients());
            }
        }
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        for (Label label : shape.coefficients()) {
            pool(label.code(), n, fits, estimates, tests);
        }
        return new Outcome(n, estimates, tests);
    }

    private Fitting<Fit> fit(List<Variable> dataSet) {
        Formula formula = imputed.regression().formula();
        double[] outcome = values(dataSet.getFirst());
        var predictors = new ArrayList<Predictor>();
        for (int i = 1; i < dataSet.size(); i++) {
            predictors.add(
                    ModelVariables.predictor(variables.variables().get(i), values(dataSet.get(i))));
        }
        return switch (Design.of(formula, predictors)) {
            case NotFitted<Design>(String reason) -> new NotFitted<>(reason);
            case Fitted<Design>(Design design) ->
                    switch (imputed.regression().model()) {
                        case LINEAR -> Fit.linear(design, outcome, level);
                        case LOGISTIC -> Fit.logistic(design, outcome, level, Depth.VERDICT);
                        case COUNTS ->
                                RegressionOf.notCounts(outcome)
                                        .map(Fitting.NotFitted<Fit>::new)
                                        .<Fitting<Fit>>map(none -> none)
                                        .orElseGet(
                                                () ->
                                                        Fit.counts(
                                                                design,
                                                                outcome,
                                                                level,
                                                                Depth.VERDICT));
                        case ORDINAL, MULTINOMIAL ->
                                throw new IllegalStateException(
                                        "cannot be pooled: " + imputed.regression().key());
                    };
        };
    }

    private static double[] values(Variable variable) {
        double[] values = new double[variable.size()];
        Arrays.setAll(values, variable::value);
        return values;
    }

    private void pool(
            String name,
            int n,
            List<Coefficients> fits,
            List<NamedEstimate> estimates,
            List<TestResult> tests) {
        String effect = "%s[%s]".formatted(shape.effect().estimate(), name);
        if (!fits.stream().allMatch(each -> each.names().contains(name))) {
            estimates.add(new NamedEstimate(effect, Fit.NOBODY));
            return;
        }
        List<Double> values = fits.stream().map(each -> each.value(name)).toList();
        List<Double> errors = fits.stream().map(each -> each.standardError(name)).toList();
        boolean isLinear = imputed.regression().model() == Analysis.Model.LINEAR;
        int df = n - fits.getFirst().names().size();
        RubinsRules pooled =
                isLinear && df > 0
                        ? RubinsRules.withT(values, errors, df, n, level)
                        : RubinsRules.withNormal(values, errors, n, level);
        estimates.add(
                new NamedEstimate(
                        effect,
                        isLinear ? pooled.estimate() : ExponentialEstimate.of(pooled.estimate())));
        if (pooled.estimate() instanceof Known(double value, _, _) && pooled.spread().isPresent()) {
            RubinsRules.Spread spread = pooled.spread().get();
            estimates.add(
                    new NamedEstimate(
                            "missing_information[%s]".formatted(name),
                            Known.bare(spread.missingInformation(), n)));
            double t = value / Math.sqrt(spread.total());
            double p = 2 * TDistribution.of(spread.df()).survivalProbability(Math.abs(t));
            tests.add(TestResult.of("wald[%s]".formatted(name), t, Math.min(1, p), spread.df()));
        }
    }

    private Outcome none(int n, String reason) {
        return Outcome.none(n, shape.estimates(), reason);
    }
}
