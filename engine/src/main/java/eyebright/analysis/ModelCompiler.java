package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Type;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Label;
import eyebright.plan.PlanVocabulary;
import eyebright.plan.Words;
import eyebright.plan.WordsReader;
import eyebright.score.Scale;
import eyebright.stats.formula.Formula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the models of one claim ready to run.
///
/// @param study the study's name, which chance is keyed by
/// @param level coverage of the intervals
/// @param alpha what may pass by chance
record ModelCompiler(
        Claim claim, PlanVocabulary vocabulary, String study, double level, double alpha) {

    CompiledAnalysis regression(Analysis.Regression regression) {
        var labels = new ModelLabels(vocabulary, regression.levels());
        Formula formula = regression.formula();
        ModelVariables variables = labels.variables(formula);
        if (!regression.block().isEmpty()) {
            return new BlockOf(
                    base(variables),
                    regression.model(),
                    formula,
                    regression.block(),
                    variables,
                    new Shape.Block(
                            labels.called(formula.outcome()),
                            labels.predictors(regression.block())),
                    study,
                    claim.id(),
                    claim.expects(),
                    level);
        }
        return new RegressionOf(
                base(variables),
                regression.model(),
                formula,
                variables,
                new Shape.Coefficients(
                        labels.outcome(regression.model(), formula.outcome()),
                        effect(regression.model()),
                        coefficients(labels, regression),
                        others(labels, regression),
                        regression.at().map(at -> chances(labels, formula, at))),
                alpha,
                claim.expects(),
                level);
    }

    /// What the model holds equal: its coefficients that are not shown.
    private static List<Label> others(ModelLabels labels, Analysis.Regression regression) {
        if (regression.shows().isEmpty()) {
            return List.of();
        }
        return labels.coefficients(regression.formula(), List.of()).stream()
                .filter(label -> !regression.shows().contains(label.code()))
                .toList();
    }

    private static Shape.Chances chances(ModelLabels labels, Formula formula, Analysis.At at) {
        return new Shape.Chances(
                labels.called(at.variable()),
                at.values().stream().map(RegressionOf::written).toList(),
                labels.answers(formula.outcome()));
    }

    /// The coefficients that are shown: of a model of several answers, those of each against the first.
    private static List<Label> coefficients(ModelLabels labels, Analysis.Regression regression) {
        List<Label> each = labels.coefficients(regression.formula(), regression.shows());
        if (regression.model() != Analysis.Model.MULTINOMIAL) {
            return each;
        }
        return labels.answers(regression.formula().outcome()).stream()
                .skip(1)
                .flatMap(answer -> each.stream().map(label -> of(answer, label)))
                .toList();
    }

    private static Label of(Label answer, Label coefficient) {
        return new Label(
                "%s: %s".formatted(answer.code(), coefficient.code()),
                "%s, for %s".formatted(coefficient.text(), answer.said()),
                coefficient.kind());
    }

    private static Shape.Effect effect(Analysis.Model model) {
        return switch (model) {
            case LINEAR -> Shape.Effect.SLOPE;
            case LOGISTIC, ORDINAL, MULTINOMIAL -> Shape.Effect.ODDS_RATIO;
            case COUNTS -> Shape.Effect.RATE_RATIO;
        };
    }

    CompiledAnalysis imputed(Analysis.Imputed imputed) {
        Analysis.Regression regression = imputed.regression();
        var labels = new ModelLabels(vocabulary, regression.levels());
        ModelVariables variables = labels.variables(regression.formula());
        return new ImputedOf(
                base(variables),
                imputed,
                variables,
                new Shape.Coefficients(
                        labels.outcome(regression.model(), regression.formula().outcome()),
                        effect(regression.model()),
                        coefficients(labels, regression),
                        others(labels, regression),
                        Optional.empty()),
                study,
                claim.id(),
                level);
    }

    CompiledAnalysis weightedShare(Analysis.WeightedShare share) {
        var variables = new ArrayList<ModelVariables.ModelVariable>();
        variables.add(
                new ModelVariables.ModelVariable.OfNumber(
                        "share", share.condition(), Figures.Counts.CONDITION));
        for (int i = 0; i < share.targets().size(); i++) {
            variables.add(
                    new ModelVariables.ModelVariable.OfNumber(
                            "target " + i, share.targets().get(i).of(), Figures.Counts.CONDITION));
        }
        return new WeightedShareOf(
                base(read()), new ModelVariables(variables), share.targets(), level);
    }

    CompiledAnalysis stacked(Analysis.Stacked stacked) {
        var labels = new ModelLabels(vocabulary, stacked.levels());
        Formula first = stacked.first();
        Formula second = stacked.second();
        Set<String> names = new LinkedHashSet<>();
        for (Formula formula : List.of(first, second)) {
            names.add(formula.outcome());
            names.addAll(formula.predictors());
        }
        var variables = new ModelVariables(names.stream().map(labels::variable).toList());
        return new StackedOf(
                base(variables),
                first,
                second,
                variables,
                new Shape.TwoCounts(
                        labels.called(first.outcome()),
                        labels.called(second.outcome()),
                        labels.coefficients(first, stacked.shows())),
                level);
    }

    CompiledAnalysis matched(Analysis.Matched matched) {
        var variables = new ArrayList<ModelVariables.ModelVariable>();
        var labels = new ArrayList<Label>();
        for (Analysis.Both both : matched.predictors()) {
            variables.add(situation(1, both.name(), both.first()));
            variables.add(situation(2, both.name(), both.second()));
            labels.addAll(labels(both));
        }
        matched.outcome()
                .ifPresent(
                        both -> {
                            variables.add(situation(1, both.name(), both.first()));
                            variables.add(situation(2, both.name(), both.second()));
                        });
        Formula formula =
                Formula.parse(
                        matched.predictors().stream()
                                .map(Analysis.Both::name)
                                .collect(Collectors.joining(" + ", "outcome ~ ", "")));
        var all = new ModelVariables(variables);
        return new MatchedOf(
                base(read()),
                formula,
                all,
                matched.outcome().map(Analysis.Both::name),
                new Shape.Coefficients(
                        Label.phrase(
                                "outcome",
                                matched.outcome().isPresent()
                                        ? "it"
                                        : vocabulary
                                                .words(WordsReader.OUTCOME)
                                                .called()
                                                .orElse("the first of the two situations")),
                        Shape.Effect.ODDS_RATIO,
                        labels,
                        Optional.empty()),
                level);
    }

    private ModelVariables.ModelVariable situation(int which, String name, Expression expression) {
        Optional<String> question = expression.onlyVariable().filter(vocabulary::isOne);
        String variable = MatchedOf.in(which, name);
        if (question.isPresent()) {
            return new ModelVariables.ModelVariable.OfLevels(
                    variable, question.get(), vocabulary.levels(question.get()));
        }
        return new ModelVariables.ModelVariable.OfNumber(variable, expression, counts(expression));
    }

    private List<Label> labels(Analysis.Both both) {
        Optional<String> question = both.first().onlyVariable().filter(vocabulary::isOne);
        if (question.isPresent()) {
            List<String> levels = vocabulary.levels(question.get());
            var names = new ModelLabels(vocabulary, List.of());
            return levels.stream()
                    .skip(1)
                    .map(
                            level ->
                                    names.compared(
                                            both.name() + "." + level,
                                            question.get(),
                                            level,
                                            levels.getFirst()))
                    .toList();
        }
        return List.of(Label.phrase(both.name(), more(both)));
    }

    /// What a matched predictor is called: a condition as it is, a number as one more of it.
    private String more(Analysis.Both both) {
        Words.Word words = vocabulary.words(both.name());
        if (counts(both.first()) == Figures.Counts.CONDITION) {
            return words.called().orElseGet(() -> both.name().replace('_', ' '));
        }
        return words.more(true, "one")
                .or(words::called)
                .orElseGet(() -> "one more of “%s”".formatted(both.name().replace('_', ' ')));
    }

    CompiledAnalysis correlation(Analysis.Correlate correlate) {
        var numbers =
                new ModelVariables(
                        List.of(number("1", correlate.first()), number("2", correlate.second())));
        String estimate =
                switch (correlate.correlation()) {
                    case PEARSON -> "r";
                    case SPEARMAN -> "rho";
                    case KENDALL -> "tau_b";
                };
        return new CorrelationOf(
                base(read()),
                correlate.correlation(),
                numbers,
                new Shape.Correlation(
                        words(correlate.first()), words(correlate.second()), estimate),
                claim.expects(),
                level,
                alpha);
    }

    private ModelVariables.ModelVariable number(String name, Expression expression) {
        boolean isYesNo = expression.onlyVariable().filter(vocabulary::isOne).isPresent();
        return isYesNo
                ? new ModelVariables.ModelVariable.OfLevels(
                        name, expression.onlyVariable().get(), List.of("no", "yes"))
                : new ModelVariables.ModelVariable.OfNumber(name, expression, counts(expression));
    }

    private Label words(Expression expression) {
        String code = expression.toString();
        return expression
                .onlyVariable()
                .map(name -> new ModelLabels(vocabulary, List.of()).called(name))
                .map(label -> new Label(code, label.text(), label.kind()))
                .orElse(new Label(code, code));
    }

    private Figures.Counts counts(Expression expression) {
        return expression.type(vocabulary).filter(type -> type == Type.LOGIC).isPresent()
                ? Figures.Counts.CONDITION
                : Figures.Counts.NUMBER;
    }

    CompiledAnalysis reliability(String name) {
        Scale scale =
                vocabulary
                        .scale(name)
                        .orElseThrow(() -> new IllegalArgumentException("no scale " + name));
        var items =
                new ModelVariables(scale.items().stream().map(item -> item(scale, item)).toList());
        return new ReliabilityOf(
                base(new LinkedHashSet<>(scale.items())),
                items,
                scale.items(),
                new Shape.Reliability(
                        new ModelLabels(vocabulary, List.of()).called(name),
                        scale.items().stream()
                                .map(item -> new Label(item, item.substring(item.indexOf('.') + 1)))
                                .toList()),
                level);
    }

    private static ModelVariables.ModelVariable item(Scale scale, String item) {
        return new ModelVariables.ModelVariable.OfNumber(
                item,
                scale.reversed().contains(item)
                        ? Expression.of(
                                "%s - %s"
                                        .formatted(
                                                BigDecimal.valueOf(scale.ends())
                                                        .stripTrailingZeros()
                                                        .toPlainString(),
                                                item))
                        : Expression.of(item),
                Figures.Counts.NUMBER);
    }

    private Base base(ModelVariables variables) {
        Set<String> names = new LinkedHashSet<>();
        variables.variables().forEach(variable -> names.add(variable.name()));
        return base(names);
    }

    /// The variables of the expressions of the analysis, in their order.
    private Set<String> read() {
        return CompiledPlan.read(claim.analysis());
    }

    private Base base(Set<String> read) {
        return CompiledPlan.base(claim, vocabulary, read);
    }
}
