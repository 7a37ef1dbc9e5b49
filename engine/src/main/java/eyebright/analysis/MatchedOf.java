package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Label;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.model.ConditionalLogistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two situations of each respondent against each other, by conditional logistic regression. Its summary is
/// the rows: of each predictor the first situation and the second.
///
/// @param formula the outcome and the predictors, under the names they have in the plan
/// @param variables two for each name of the formula but an outcome that is not given: `name 1`, `name 2`
/// @param outcome the name of the outcome's variables; absent where it is true first and false second
record MatchedOf(
        Base base,
        Formula formula,
        ModelVariables variables,
        Optional<String> outcome,
        Shape.Coefficients shape,
        double level)
        implements CompiledAnalysis {

    /// The name of a variable in one of the two situations.
    static String in(int situation, String name) {
        return name + " " + situation;
    }

    @Override
    public Summary summarise(Frame frame) {
        return variables.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        int n = summary.n();
        if (n == 0) {
            return none(0, "nobody answered");
        }
        var predictors = new ArrayList<Predictor>();
        for (String name : formula.predictors()) {
            predictors.add(both(summary, name));
        }
        int[] outcomes = outcomes(summary);
        int[] sets = new int[2 * n];
        for (int i = 0; i < n; i++) {
            sets[i] = i;
            sets[n + i] = i;
        }
        return switch (Design.of(formula, predictors)) {
            case NotFitted<Design>(String reason) -> none(n, reason);
            case Fitted<Design>(Design design) ->
                    estimate(n, ConditionalLogistic.fit(design, outcomes, sets), depth);
        };
    }

    /// The first situations of all respondents, and then the second ones.
    private Predictor both(Summary summary, String name) {
        double[] first = variables.values(summary.cases(), in(1, name));
        double[] second = variables.values(summary.cases(), in(2, name));
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return switch (variables.variable(in(1, name))) {
            case ModelVariables.ModelVariable.OfNumber _ -> Predictor.Numeric.of(name, all);
            case ModelVariables.ModelVariable.OfLevels(_, _, List<String> levels) -> {
                int[] codes = new int[all.length];
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = (int) all[i];
                }
                yield new Predictor.Categorical(name, levels, codes).withUsedLevels();
            }
        };
    }

    private int[] outcomes(Summary summary) {
        int n = summary.n();
        int[] outcomes = new int[2 * n];
        for (int i = 0; i < n; i++) {
            outcomes[i] = 1;
        }
        if (outcome.isPresent()) {
            double[] first = variables.values(summary.cases(), in(1, outcome.get()));
            double[] second = variables.values(summary.cases(), in(2, outcome.get()));
            for (int i = 0; i < n; i++) {
                outcomes[i] = (int) first[i];
                outcomes[n + i] = (int) second[i];
            }
        }
        return outcomes;
    }

    private Outcome estimate(int n, Fitting<ConditionalLogistic> fitting, Depth depth) {
        return switch (fitting) {
            case NotFitted<ConditionalLogistic>(String reason) -> none(n, reason);
            case Fitted<ConditionalLogistic>(ConditionalLogistic model) ->
                    estimate(n, model, depth);
        };
    }

    private Outcome estimate(int n, ConditionalLogistic model, Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        List<String> names = model.coefficients().names();
        tests.add(Outcome.named("likelihood_ratio", model.likelihoodRatioTest()));
        for (Label label : shape.coefficients()) {
            String name = label.code();
            if (!names.contains(name)) {
                estimates.add(new NamedEstimate("odds_ratio[" + name + "]", Fit.NOBODY));
                continue;
            }
            estimates.add(
                    new NamedEstimate(
                            "odds_ratio[" + name + "]",
                            switch (depth) {
                                case FULL -> model.oddsRatio(name, level);
                                case VERDICT -> model.waldOddsRatio(name, level);
                            }));
            Fit.wald(model.coefficients(), name).ifPresent(tests::add);
        }
        estimates.add(NamedEstimate.count("discordant", model.discordantSets(), n));
        return new Outcome(n, estimates, tests);
    }

    private Outcome none(int n, String reason) {
        return Outcome.none(n, shape.estimates(), reason);
    }
}
