package eyebright.plan;

import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Rule;
import eyebright.stats.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads regressions: a formula, the levels that are compared, and what of it the claim is about.
final class ModelReader {

    private static final int MOST_COEFFICIENTS = 300;

    private final PlanExpressions expressions;
    private final PlanVocabulary vocabulary;

    ModelReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.vocabulary = expressions.vocabulary();
    }

    /// A model with its formula under its key.
    Optional<Analysis> regression(Fields claim, Analysis.Model model) {
        Optional<Node.Scalar> scalar = claim.scalar(model.key());
        Optional<Formula> formula =
                scalar.flatMap(
                        each ->
                                new FormulaReader(expressions)
                                        .read(each)
                                        .filter(read -> takesOffsets(model, read, each)));
        Optional<List<Analysis.Levels>> levels =
                new LevelsReader(expressions)
                        .read(claim, formula.map(ModelReader::names).orElse(List.of()));
        Optional<List<Analysis.Levels>> all =
                levels.filter(_ -> formula.isPresent())
                        .filter(each -> isOutcome(model, formula.get(), each, scalar.get()))
                        .map(each -> resolved(model, formula.get(), each))
                        .filter(each -> isBounded(model, formula.get(), each, scalar.get()));
        Optional<List<String>> shows = shows(claim, formula, all);
        Optional<List<String>> block = new BlockReader(expressions).read(claim, model, formula);
        Optional<List<Analysis.At>> at = new AtReader(expressions).read(claim, model, formula);
        if (all.isEmpty() || shows.isEmpty() || block.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Analysis.Regression(
                        model,
                        formula.get(),
                        all.get(),
                        shows.get(),
                        block.get(),
                        at.get().stream().findFirst()));
    }

    /// Two counts on the same predictors.
    Optional<Analysis> stacked(Fields claim) {
        List<Node.Scalar> two = claim.scalars("stacked");
        boolean areTexts =
                claim.node("stacked").orElse(null) instanceof Node.Items(_, List<Node> nodes)
                        && nodes.size() == two.size();
        var reader = new FormulaReader(expressions);
        List<Formula> formulas = two.stream().flatMap(each -> reader.read(each).stream()).toList();
        List<String> known =
                formulas.stream().flatMap(each -> names(each).stream()).distinct().toList();
        Optional<List<Analysis.Levels>> levels = new LevelsReader(expressions).read(claim, known);
        boolean areTwo = areTexts && formulas.size() == two.size() && areTwo(claim, two, formulas);
        Optional<List<Analysis.Levels>> all =
                levels.filter(_ -> areTwo)
                        .map(each -> resolved(Analysis.Model.COUNTS, formulas.getFirst(), each))
                        .filter(
                                each ->
                                        isBounded(
                                                Analysis.Model.COUNTS,
                                                formulas.getFirst(),
                                                each,
                                                two.getFirst()));
        Optional<List<String>> shows =
                shows(claim, areTwo ? Optional.of(formulas.getFirst()) : Optional.empty(), all);
        return all.isPresent() && shows.isPresent()
                ? Optional.of(
                        new Analysis.Stacked(
                                formulas.getFirst(), formulas.getLast(), all.get(), shows.get()))
                : Optional.empty();
    }

    private boolean areTwo(Fields claim, List<Node.Scalar> two, List<Formula> formulas) {
        if (two.size() != 2 || !formulas.getFirst().terms().equals(formulas.getLast().terms())) {
            expressions.wrongValue(
                    claim.placeOf("stacked"),
                    "stacked must be two formulas with the same predictors in the same order",
                    "write it like [this ~ age + sex, that ~ age + sex]");
            return false;
        }
        String first = formulas.getFirst().outcome();
        String second = formulas.getLast().outcome();
        if (first.equals(second)
                || formulas.getFirst().predictors().contains(second)
                || formulas.getLast().predictors().contains(first)) {
            expressions.wrongValue(
                    claim.placeOf("stacked"),
                    "stacked must have two outcomes that are in nothing else of the formulas",
                    "write it like [this ~ age + sex, that ~ age + sex]");
            return false;
        }
        boolean isFirst =
                isOutcome(Analysis.Model.COUNTS, formulas.getFirst(), List.of(), two.getFirst());
        boolean isSecond =
                isOutcome(Analysis.Model.COUNTS, formulas.getLast(), List.of(), two.getLast());
        return isFirst && isSecond;
    }

    private boolean takesOffsets(Analysis.Model model, Formula formula, Node.Scalar scalar) {
        boolean takes =
                switch (model) {
                    case LINEAR, LOGISTIC, COUNTS -> true;
                    case ORDINAL, MULTINOMIAL -> formula.offsets().isEmpty();
                };
        if (!takes) {
            expressions
                    .problems()
                    .add(
                            Rule.BAD_FORMULA,
                            scalar.place(),
                            "%s must have no offset".formatted(model.key()),
                            "leave it out, or let it be a predictor");
        }
        return takes;
    }

    private boolean isOutcome(
            Analysis.Model model,
            Formula formula,
            List<Analysis.Levels> levels,
            Node.Scalar scalar) {
        String outcome = formula.outcome();
        boolean isNumber =
                vocabulary.meaning(outcome).stream()
                        .anyMatch(meaning -> meaning.type() == Type.DECIMAL);
        Optional<Integer> declared =
                levels.stream()
                        .filter(each -> each.variable().equals(outcome))
                        .map(each -> each.codes().size())
                        .findFirst();
        boolean fits =
                switch (model) {
                    case LINEAR -> isNumber;
                    case COUNTS -> isNumber && !vocabulary.isScale(outcome);
                    case LOGISTIC ->
                            vocabulary.isCondition(outcome)
                                    || declared.map(size -> size == 2)
                                            .orElse(expressions.isYesNo(outcome));
                    case ORDINAL ->
                            declared.isPresent()
                                    || (vocabulary.asked(outcome).isPresent()
                                            && vocabulary.points(outcome).isPresent());
                    case MULTINOMIAL -> vocabulary.isOne(outcome);
                };
        if (!fits) {
            expressions.wrongType(
                    scalar.place(),
                    "the outcome of %s must be %s, and \"%s\" is none"
                            .formatted(model.key(), wanted(model), outcome),
                    fix(model, outcome));
        }
        return fits;
    }

    private static String wanted(Analysis.Model model) {
        return switch (model) {
            case LINEAR -> "a number";
            case COUNTS -> "a count";
            case LOGISTIC -> "a yes-no question, a condition, or a one-of question with two levels";
            case ORDINAL -> "a rating, or a one-of question with its levels from lowest to highest";
            case MULTINOMIAL -> "a one-of question";
        };
    }

    private String fix(Analysis.Model model, String outcome) {
        return switch (model) {
            case LINEAR, COUNTS -> "name a number, or make one of it with let";
            case LOGISTIC -> "make a condition of it with let, or name the two answers in levels";
            case ORDINAL ->
                    vocabulary.isOne(outcome)
                            ? "add levels: {%s: [lowest, …, highest]}".formatted(outcome)
                            : "name a rating, or a one-of question";
            case MULTINOMIAL -> "name a question with one-of";
        };
    }

    /// The levels of every one-of question of a formula, in its order: those declared, else all its
    /// options. So the plan says what is compared with what, whatever becomes of the questionnaire.
    private List<Analysis.Levels> resolved(
            Analysis.Model model, Formula formula, List<Analysis.Levels> declared) {
        return names(formula).stream()
                .filter(vocabulary::isOne)
                .map(
                        name ->
                                declared.stream()
                                        .filter(each -> each.variable().equals(name))
                                        .findFirst()
                                        .orElseGet(() -> all(model, formula, name)))
                .toList();
    }

    private Analysis.Levels all(Analysis.Model model, Formula formula, String name) {
        boolean isEvent = model == Analysis.Model.LOGISTIC && name.equals(formula.outcome());
        return new Analysis.Levels(name, isEvent ? List.of("no", "yes") : vocabulary.levels(name));
    }

    /// Whether the coefficients are few enough to be listed: crossed questions multiply.
    private boolean isBounded(
            Analysis.Model model,
            Formula formula,
            List<Analysis.Levels> levels,
            Node.Scalar scalar) {
        var coefficients = new Coefficients(vocabulary, levels);
        double many =
                formula.terms().stream().mapToDouble(coefficients::count).sum()
                        * (model == Analysis.Model.MULTINOMIAL
                                ? coefficients.levels(formula.outcome()).size() - 1
                                : 1);
        if (many <= MOST_COEFFICIENTS) {
            return true;
        }
        expressions
                .problems()
                .add(
                        Rule.BAD_FORMULA,
                        scalar.place(),
                        "a formula must have at most %d coefficients, not %.0f"
                                .formatted(MOST_COEFFICIENTS, many),
                        "name fewer levels, or cross fewer predictors");
        return false;
    }

    /// The coefficients under `shows`: names of coefficients, or of predictors for all of theirs; empty
    /// with a problem if one is not there.
    private Optional<List<String>> shows(
            Fields claim, Optional<Formula> formula, Optional<List<Analysis.Levels>> levels) {
        if (!claim.has("shows")) {
            return Optional.of(List.of());
        }
        Optional<List<Node.Scalar>> given = expressions.names(claim, "shows");
        if (given.isEmpty() || formula.isEmpty() || levels.isEmpty()) {
            return Optional.empty();
        }
        List<Coefficients.Named> known =
                new Coefficients(vocabulary, levels.get()).of(formula.get());
        var shows = new ArrayList<String>();
        for (Node.Scalar each : given.get()) {
            List<String> found =
                    known.stream()
                            .filter(named -> isMeant(each.value(), named))
                            .map(Coefficients.Named::coefficient)
                            .toList();
            if (found.isEmpty()) {
                expressions.unknown(
                        "coefficient",
                        each.value(),
                        each.place(),
                        known.stream().map(Coefficients.Named::coefficient).toList());
                return Optional.empty();
            }
            shows.addAll(found);
        }
        return Optional.of(shows.stream().distinct().toList());
    }

    private static boolean isMeant(String name, Coefficients.Named named) {
        return name.equals(named.coefficient())
                || name.equals(named.term())
                || (named.parts().size() == 1
                        && name.equals(named.parts().getFirst().variable().name()));
    }

    private static List<String> names(Formula formula) {
        return formula.variables().stream().map(Formula.Mention::variable).distinct().toList();
    }
}
