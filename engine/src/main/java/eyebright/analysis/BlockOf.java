package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Expectation;
import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.NoncentralChiSquared;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.model.Blocks;
import eyebright.stats.model.CrossValidatedR2;
import eyebright.stats.model.LeftOut;
import eyebright.stats.model.LikelihoodRatio;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.model.LogisticRegression;
import eyebright.stats.model.WhenSeparated;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What some predictors tell of an outcome together, beyond the others, in a linear or logistic model. Its
/// summary is the rows.
///
/// The cross-validated R² stands beside: what the block adds to predictions of respondents the model has
/// not seen. Its folds are drawn from the study's name and the claim's id.
///
/// A rule that the block explains less than a bound is decided by `r2_below`, which then stands first; the
/// ordinary likelihood-ratio test asks whether it explains anything at all.
///
/// @param expects the claim's rule
record BlockOf(
        Base base,
        Analysis.Model model,
        Formula formula,
        List<String> block,
        ModelVariables variables,
        Shape.Block shape,
        String study,
        String claim,
        Optional<Expectation> expects,
        double level)
        implements CompiledAnalysis {

    private static final CrossValidatedR2.Partitions PARTITIONS =
            new CrossValidatedR2.Partitions(10, 1);

    BlockOf {
        block = List.copyOf(block);
    }

    @Override
    public Summary summarise(Frame frame) {
        return variables.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        if (summary.n() == 0) {
            return none(0, "nobody answered");
        }
        List<Predictor> predictors =
                variables.predictors(summary.cases(), List.of(formula.outcome()));
        double[] outcome = variables.values(summary.cases(), formula.outcome());
        Optional<LogisticRegression> whole = whole(predictors, outcome);
        Fitting<List<Blocks.Explained>> explained =
                Blocks.of(
                        formula,
                        List.of(new Blocks.Block("the block", block)),
                        each ->
                                whole.isPresent() && each.equals(formula)
                                        ? new Fitted<>(likelihood(whole.get()))
                                        : likelihood(each, predictors, outcome),
                        level);
        return switch (explained) {
            case NotFitted<List<Blocks.Explained>>(String reason) -> none(summary.n(), reason);
            case Fitted<List<Blocks.Explained>>(List<Blocks.Explained> blocks) -> {
                LikelihoodRatio ratio = blocks.getFirst().ratio();
                var share = new NamedEstimate("r2_block", ratio.share());
                yield new Outcome(
                        summary.n(),
                        switch (depth) {
                            case FULL ->
                                    List.of(
                                            share,
                                            new NamedEstimate(
                                                    "r2_cross_validated",
                                                    crossValidated(whole, predictors, outcome)));
                            case VERDICT -> List.of(share);
                        },
                        Stream.concat(
                                        below(ratio, summary.n()).stream(),
                                        Stream.of(Outcome.named("likelihood_ratio", ratio.test())))
                                .toList());
            }
        };
    }

    /// The logistic model of the whole formula; none where there is none, or it is another model.
    private Optional<LogisticRegression> whole(List<Predictor> predictors, double[] outcome) {
        return model == Analysis.Model.LOGISTIC
                        && Design.of(formula, predictors) instanceof Fitted<Design>(Design design)
                        && LogisticRegression.of(design, outcome, WhenSeparated.REFUSE)
                                instanceof Fitted<LogisticRegression>(LogisticRegression logistic)
                ? Optional.of(logistic)
                : Optional.empty();
    }

    /// The one-sided test that the block explains less than the bound of the claim's rule: how often the
    /// statistic is as small as this where the block explains just so much.
    private Optional<TestResult> below(LikelihoodRatio ratio, int n) {
        if (expects.isEmpty()
                || !(expects.get() instanceof Expectation.Below(BigDecimal value, _))
                || !(value.doubleValue() > 0 && value.doubleValue() < 1)
                || ratio.test().statistic().isEmpty()) {
            return Optional.empty();
        }
        double noncentrality = -n * Math.log1p(-value.doubleValue());
        double df = ratio.test().df().getFirst();
        double statistic = ratio.test().statistic().getAsDouble();
        return Optional.of(
                TestResult.of(
                        "r2_below",
                        statistic,
                        NoncentralChiSquared.cumulative(statistic, df, noncentrality),
                        df));
    }

    private Fitting<LogLikelihood> likelihood(
            Formula part, List<Predictor> predictors, double[] outcome) {
        return switch (Design.of(part, predictors)) {
            case NotFitted<Design>(String reason) -> new NotFitted<>(reason);
            case Fitted<Design>(Design design) -> likelihood(design, outcome);
        };
    }

    private Fitting<LogLikelihood> likelihood(Design design, double[] outcome) {
        int coefficients = design.columns().size();
        if (model == Analysis.Model.LINEAR) {
            return switch (LinearRegression.fit(design, outcome)) {
                case NotFitted<LinearRegression>(String reason) -> new NotFitted<>(reason);
                case Fitted<LinearRegression>(LinearRegression linear) ->
                        linear.logLikelihood().isPresent()
                                ? new Fitted<>(
                                        new LogLikelihood(
                                                linear.logLikelihood().getAsDouble(),
                                                coefficients,
                                                design.n()))
                                : new NotFitted<>("the predictors tell the outcome without error");
            };
        }
        return switch (LogisticRegression.of(design, outcome, WhenSeparated.REFUSE)) {
            case NotFitted<LogisticRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<LogisticRegression>(LogisticRegression logistic) ->
                    new Fitted<>(likelihood(logistic));
        };
    }

    private static LogLikelihood likelihood(LogisticRegression logistic) {
        return new LogLikelihood(
                logistic.logLikelihood(), logistic.coefficients().names().size(), logistic.n());
    }

    /// What the whole formula saves of the error of prediction. A part of the respondents to which a logistic
    /// model cannot be fitted from that of all gets a design of its own, which says why.
    private Estimate crossValidated(
            Optional<LogisticRegression> whole, List<Predictor> predictors, double[] outcome) {
        Optional<LeftOut> parts = whole.map(LeftOut::of);
        return CrossValidatedR2.of(
                outcome,
                PARTITIONS,
                study,
                claim,
                (fitted, others) ->
                        parts.flatMap(each -> each.predicted(others))
                                .<Fitting<double[]>>map(Fitted::new)
                                .orElseGet(() -> predicted(predictors, outcome, fitted, others)));
    }

    private static double[] chances(double[] logits) {
        return Arrays.stream(logits).map(each -> 1 / (1 + Math.exp(-each))).toArray();
    }

    private Fitting<double[]> predicted(
            List<Predictor> predictors, double[] outcome, int[] fitted, int[] others) {
        double[] known = Arrays.stream(fitted).mapToDouble(i -> outcome[i]).toArray();
        List<Predictor> seen = predictors.stream().map(each -> each.rows(fitted)).toList();
        List<Predictor> unseen = predictors.stream().map(each -> each.rows(others)).toList();
        return switch (Design.of(formula, seen)) {
            case NotFitted<Design>(String reason) -> new NotFitted<>(reason);
            case Fitted<Design>(Design design) ->
                    switch (coefficients(design, known)) {
                        case NotFitted<double[]>(String reason) -> new NotFitted<>(reason);
                        case Fitted<double[]>(double[] fit) ->
                                new Fitted<>(predicted(fit, design, unseen));
                    };
        };
    }

    /// The coefficients alone: what else a [Fit] holds is not asked of a part of the respondents.
    private Fitting<double[]> coefficients(Design design, double[] known) {
        if (model == Analysis.Model.LINEAR) {
            return switch (LinearRegression.fit(design, known)) {
                case NotFitted<LinearRegression>(String reason) -> new NotFitted<>(reason);
                case Fitted<LinearRegression>(LinearRegression linear) ->
                        new Fitted<>(linear.coefficients().values());
            };
        }
        return switch (LogisticRegression.of(design, known, WhenSeparated.FIRTH)) {
            case NotFitted<LogisticRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<LogisticRegression>(LogisticRegression logistic) ->
                    new Fitted<>(logistic.coefficients().values());
        };
    }

    private double[] predicted(double[] fit, Design design, List<Predictor> unseen) {
        double[] linear = design.rowsOf(unseen).times(fit);
        double[] offset = design.offsetOf(unseen);
        for (int i = 0; i < linear.length; i++) {
            linear[i] += offset[i];
        }
        return model == Analysis.Model.LINEAR ? linear : chances(linear);
    }

    private static Outcome none(int n, String reason) {
        return Outcome.none(n, List.of("r2_block", "r2_cross_validated"), reason);
    }
}
