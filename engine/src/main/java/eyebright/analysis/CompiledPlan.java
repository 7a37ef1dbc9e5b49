package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.score.Scales;
import eyebright.stats.model.Formula;
import eyebright.study.Option;
import eyebright.study.Page;
import eyebright.study.Points;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A plan whose claims are ready to run.
///
/// @param plan what was compiled
/// @param claims in its order
public record CompiledPlan(Plan plan, List<CompiledClaim> claims) {

    public CompiledPlan {
        claims = List.copyOf(claims);
    }

    static CompiledPlan of(Plan plan, Study study, Scales scales) {
        var vocabulary = new PlanVocabulary(study, scales, plan.lets());
        return new CompiledPlan(
                plan,
                plan.claims().stream()
                        .map(claim -> compiled(claim, vocabulary, plan.level()))
                        .toList());
    }

    private static CompiledClaim compiled(Claim claim, PlanVocabulary vocabulary, double level) {
        return new CompiledClaim(
                claim,
                analysis(claim, vocabulary, level),
                claim.beside().stream()
                        .map(
                                companion ->
                                        new CompiledClaim.Beside(
                                                companion,
                                                compiled(claim.only(companion), vocabulary, level)))
                        .toList());
    }

    private static CompiledAnalysis analysis(Claim claim, PlanVocabulary vocabulary, double level) {
        return switch (claim.analysis()) {
            case Analysis.Share(Expression condition) ->
                    new ShareOf(base(claim, vocabulary, condition.variables()), condition, level);
            case Analysis.Shares(String variable) ->
                    new SharesOf(
                            base(claim, vocabulary, Set.of(variable)),
                            variable,
                            shares(vocabulary, variable),
                            level);
            case Analysis.SideBySide(String first, String second) ->
                    new SideBySideOf(
                            base(claim, vocabulary, ordered(List.of(first, second))),
                            new Shape.TwoSettings(
                                    setting(vocabulary, first, second),
                                    setting(vocabulary, second, first),
                                    Label.of(vocabulary.options(first))),
                            level);
            case Analysis.Compare compare -> compare(claim, compare, vocabulary, level);
            case Analysis.CrossTable(String rows, String columns) ->
                    new TableOf(
                            base(claim, vocabulary, ordered(List.of(rows, columns))),
                            new Groups(rows, Label.of(vocabulary.options(rows))),
                            new Groups(columns, Label.of(vocabulary.options(columns))),
                            level);
            case Analysis.MeanOf(Expression of) ->
                    new MeanOf(
                            base(claim, vocabulary, of.variables()),
                            of,
                            scaling(vocabulary, of),
                            level);
            case Analysis.Regression regression when regression.block().isEmpty() ->
                    regression(claim, regression, vocabulary, level);
            case Analysis.Paired _,
                    Analysis.Correlate _,
                    Analysis.Regression _,
                    Analysis.Stacked _,
                    Analysis.Matched _,
                    Analysis.Reliability _ ->
                    new NothingYet(claim.analysis().key());
            case Analysis.NotYet(String words, _) -> new NothingYet(words);
        };
    }

    private static CompiledAnalysis compare(
            Claim claim, Analysis.Compare compare, PlanVocabulary vocabulary, double level) {
        var read = new LinkedHashSet<String>();
        read.add(compare.by());
        read.addAll(compare.of().variables());
        Base base = base(claim, vocabulary, read);
        List<Option> options = vocabulary.options(compare.by());
        List<Label> labels =
                compare.groups().stream()
                        .flatMap(
                                pool ->
                                        Label.of(options).stream()
                                                .filter(label -> label.code().equals(pool.code()))
                                                .map(
                                                        label ->
                                                                new Label(
                                                                        label.code(),
                                                                        pool.label()
                                                                                .orElse(
                                                                                        label
                                                                                                .text()))))
                        .toList();
        var groups =
                new Groups(
                        compare.by(),
                        labels,
                        compare.groups().stream().map(Analysis.Pool::codes).toList());
        Type type =
                compare.of()
                        .type(vocabulary)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "claim %s reads what the study does not ask"
                                                        .formatted(claim.id())));
        return switch (type) {
            case LOGIC -> new GroupSharesOf(base, compare.of(), groups, level);
            case TEXT ->
                    new GroupSharesOf(
                            base, Expression.of(compare.of() + " == \"yes\""), groups, level);
            case DECIMAL ->
                    new GroupMeansOf(
                            base, compare.of(), groups, scaling(vocabulary, compare.of()), level);
        };
    }

    private static CompiledAnalysis regression(
            Claim claim,
            Analysis.Regression regression,
            PlanVocabulary vocabulary,
            double level) {
        var labels = new ModelLabels(vocabulary, regression.levels());
        Formula formula = regression.formula();
        ModelVariables variables = labels.variables(formula);
        return new RegressionOf(
                base(claim, vocabulary, names(variables)),
                regression.model(),
                formula,
                variables,
                new Shape.Coefficients(
                        labels.outcome(formula.outcome()),
                        effect(regression.model()),
                        coefficients(labels, regression),
                        regression
                                .at()
                                .map(
                                        at ->
                                                new Shape.Chances(
                                                        labels.outcome(at.variable()),
                                                        at.values().stream()
                                                                .map(RegressionOf::written)
                                                                .toList(),
                                                        labels.answers(formula.outcome())))),
                level);
    }

    /// The coefficients that are shown: of a model of several answers, those of each against the first.
    private static List<Label> coefficients(
            ModelLabels labels, Analysis.Regression regression) {
        List<Label> each = labels.coefficients(regression.formula(), regression.shows());
        if (regression.model() != Analysis.Model.MULTINOMIAL) {
            return each;
        }
        return labels.answers(regression.formula().outcome()).stream()
                .skip(1)
                .flatMap(
                        answer ->
                                each.stream()
                                        .map(
                                                label ->
                                                        new Label(
                                                                "%s: %s"
                                                                        .formatted(
                                                                                answer.code(),
                                                                                label.code()),
                                                                "“%s”, %s"
                                                                        .formatted(
                                                                                answer.text(),
                                                                                label.text()))))
                .toList();
    }

    private static Shape.Effect effect(Analysis.Model model) {
        return switch (model) {
            case LINEAR -> Shape.Effect.SLOPE;
            case LOGISTIC, ORDINAL, MULTINOMIAL -> Shape.Effect.ODDS_RATIO;
            case COUNTS -> Shape.Effect.RATE_RATIO;
        };
    }

    private static Set<String> names(ModelVariables variables) {
        return ordered(
                variables.variables().stream()
                        .map(ModelVariables.ModelVariable::name)
                        .toList());
    }

    private static Base base(Claim claim, PlanVocabulary vocabulary, Set<String> read) {
        return new Base(claim.among(), read.stream().map(vocabulary::column).distinct().toList());
    }

    private static Set<String> ordered(List<String> names) {
        return new LinkedHashSet<>(names);
    }

    private static Shape shares(PlanVocabulary vocabulary, String variable) {
        Optional<Points> points = vocabulary.points(variable);
        if (points.isPresent()) {
            return new Shape.EachPoint(points.get());
        }
        return new Shape.EachOption(
                Label.of(vocabulary.options(variable)),
                vocabulary.isSeveral(variable) ? Shape.Answers.SEVERAL : Shape.Answers.ONE);
    }

    private static Shape.Scaling scaling(PlanVocabulary vocabulary, Expression of) {
        return of.onlyVariable()
                .map(name -> new Shape.Scaling(vocabulary.unit(name), vocabulary.points(name)))
                .orElse(new Shape.Scaling("", Optional.empty()));
    }

    /// What to call one of two questions: the block of its page, the title of its page, the question, its
    /// name; the first of these that differs.
    private static Label setting(PlanVocabulary vocabulary, String name, String other) {
        List<String> names = names(vocabulary, name);
        List<String> others = names(vocabulary, other);
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(others.get(i))
                    && !names.get(i).isBlank()
                    && !others.get(i).isBlank()) {
                return new Label(name, names.get(i));
            }
        }
        return new Label(name, name);
    }

    private static List<String> names(PlanVocabulary vocabulary, String name) {
        Optional<Variable> variable = vocabulary.asked(name);
        Optional<Page> page = variable.flatMap(each -> vocabulary.study().page(each.page()));
        return List.of(
                page.flatMap(Page::block).orElse("").replace('-', ' '),
                page.map(Page::title).orElse(""),
                variable.map(Variable::label).orElse(""));
    }
}
