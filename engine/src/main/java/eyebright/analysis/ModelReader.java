package eyebright.analysis;

import eyebright.expression.Type;
import eyebright.expression.Vocabulary.Meaning;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Rule;
import eyebright.stats.model.Formula;
import eyebright.stats.model.FormulaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads regressions: a formula, the levels that are compared, and what of it the claim is about.
final class ModelReader {

    private final PlanExpressions expressions;
    private final PlanVocabulary vocabulary;

    ModelReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.vocabulary = expressions.vocabulary();
    }

    /// A model with its formula under its key.
    Optional<Analysis> regression(Fields claim, Analysis.Model model) {
        Optional<Node.Scalar> scalar = claim.scalar(model.key());
        Optional<Formula> formula = scalar.flatMap(this::formula);
        List<String> known = formula.map(ModelReader::names).orElse(List.of());
        List<Analysis.Levels> levels = new LevelsReader(expressions).read(claim, known);
        boolean hasOutcome =
                formula.isPresent() && isOutcome(model, formula.get(), levels, scalar.get());
        Coefficients coefficients = new Coefficients(vocabulary, levels);
        Optional<List<String>> shows =
                shows(claim, formula.map(coefficients::of).orElse(List.of()));
        List<String> block =
                among(claim, "block", formula.map(Formula::predictors).orElse(List.of()));
        Optional<Analysis.At> at = at(claim, model, formula);
        if (!hasOutcome || shows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Analysis.Regression(model, formula.get(), levels, shows.get(), block, at));
    }

    /// Two counts on the same predictors.
    Optional<Analysis> stacked(Fields claim) {
        List<Node.Scalar> two = claim.scalars("stacked");
        List<Formula> formulas = two.stream().flatMap(scalar -> formula(scalar).stream()).toList();
        List<String> known = formulas.stream().flatMap(each -> names(each).stream()).toList();
        List<Analysis.Levels> levels = new LevelsReader(expressions).read(claim, known);
        if (formulas.size() != two.size()) {
            claim.has("shows");
            return Optional.empty();
        }
        if (two.size() != 2 || !formulas.getFirst().terms().equals(formulas.getLast().terms())) {
            claim.has("shows");
            expressions.wrongValue(
                    claim.placeOf("stacked"),
                    "stacked must be two formulas with the same predictors",
                    "write it like [this ~ age + sex, that ~ age + sex]");
            return Optional.empty();
        }
        boolean areCounts =
                isOutcome(Analysis.Model.COUNTS, formulas.getFirst(), levels, two.getFirst())
                        && isOutcome(
                                Analysis.Model.COUNTS, formulas.getLast(), levels, two.getLast());
        Optional<List<String>> shows =
                shows(claim, new Coefficients(vocabulary, levels).of(formulas.getFirst()));
        return areCounts && shows.isPresent()
                ? Optional.of(
                        new Analysis.Stacked(
                                formulas.getFirst(), formulas.getLast(), levels, shows.get()))
                : Optional.empty();
    }

    private Optional<Formula> formula(Node.Scalar scalar) {
        Formula formula;
        try {
            formula = Formula.parse(scalar.value());
        } catch (FormulaException fault) {
            expressions
                    .problems()
                    .add(
                            Rule.BAD_FORMULA,
                            scalar.at(fault.column() - 1),
                            fault.problem(),
                            fault.fix());
            return Optional.empty();
        }
        boolean isWhole = true;
        for (Formula.Mention mention : formula.variables()) {
            isWhole &= canStand(mention, scalar.at(mention.column() - 1), formula);
        }
        return isWhole ? Optional.of(formula) : Optional.empty();
    }

    /// Whether a variable of a formula is there and is a number, a condition or a one-of question.
    private boolean canStand(Formula.Mention mention, Place place, Formula formula) {
        String name = mention.variable();
        Optional<Meaning> meaning = vocabulary.meaning(name);
        if (meaning.isEmpty()) {
            expressions.neverAsked(name, place);
            return false;
        }
        boolean isText = meaning.get().type() == Type.TEXT && !vocabulary.isOne(name);
        if (isText || vocabulary.isSeveral(name)) {
            expressions.wrongType(
                    place,
                    "a formula needs numbers, conditions and one-of questions, and \"%s\" is none"
                            .formatted(name),
                    vocabulary.isSeveral(name)
                            ? "name one of its options: "
                                    + name
                                    + "."
                                    + vocabulary.options(name).getFirst().code()
                            : "leave it out");
            return false;
        }
        boolean isNumber = meaning.get().type() == Type.DECIMAL;
        boolean isChanged =
                formula.terms().stream()
                        .flatMap(term -> term.variables().stream())
                        .anyMatch(each -> each.name().equals(name) && !each.isPlain());
        if (isChanged && !isNumber) {
            expressions.wrongType(
                    place,
                    "only a number can be divided or have a logarithm, and \"%s\" is none"
                            .formatted(name),
                    "write " + name);
            return false;
        }
        return true;
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
        boolean hasLevels = levels.stream().anyMatch(each -> each.variable().equals(outcome));
        boolean fits =
                switch (model) {
                    case LINEAR, COUNTS -> isNumber;
                    case LOGISTIC ->
                            expressions.isYesNo(outcome)
                                    || vocabulary.isCondition(outcome)
                                    || (hasLevels && levels(levels, outcome).size() == 2);
                    case ORDINAL -> vocabulary.points(outcome).isPresent() || hasLevels;
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
            case LOGISTIC -> "a yes-no question or a condition";
            case ORDINAL -> "a rating, or a one-of question with its levels from lowest to highest";
            case MULTINOMIAL -> "a one-of question";
        };
    }

    private static String fix(Analysis.Model model, String outcome) {
        return switch (model) {
            case LINEAR, COUNTS -> "name a number, or make one of it with let";
            case LOGISTIC -> "make a condition of it with let, or name the two answers in levels";
            case ORDINAL -> "add levels: {%s: [lowest, …, highest]}".formatted(outcome);
            case MULTINOMIAL -> "name a question with one-of";
        };
    }

    private static List<String> levels(List<Analysis.Levels> levels, String variable) {
        return levels.stream()
                .filter(each -> each.variable().equals(variable))
                .findFirst()
                .map(Analysis.Levels::codes)
                .orElse(List.of());
    }

    /// The coefficients under `shows`: names of coefficients, or of predictors for all of theirs; empty
    /// with a problem if one is not there.
    private Optional<List<String>> shows(Fields claim, List<Coefficients.Named> known) {
        List<Node.Scalar> given = given(claim, "shows");
        var shows = new ArrayList<String>();
        boolean areThere = true;
        for (Node.Scalar each : given) {
            List<String> found =
                    known.stream()
                            .filter(
                                    named ->
                                            named.coefficient().equals(each.value())
                                                    || named.term().equals(each.value()))
                            .map(Coefficients.Named::coefficient)
                            .toList();
            if (found.isEmpty() && !known.isEmpty()) {
                expressions.unknown(
                        "coefficient",
                        each.value(),
                        each.place(),
                        known.stream().map(Coefficients.Named::coefficient).toList());
            }
            areThere &= !found.isEmpty();
            shows.addAll(found);
        }
        return areThere ? Optional.of(shows.stream().distinct().toList()) : Optional.empty();
    }

    private List<String> among(Fields claim, String key, List<String> known) {
        var names = new ArrayList<String>();
        for (Node.Scalar each : given(claim, key)) {
            if (known.contains(each.value())) {
                names.add(each.value());
            } else if (!known.isEmpty()) {
                expressions.unknown("predictor", each.value(), each.place(), known);
            }
        }
        return names;
    }

    /// A text, or a list of texts.
    private static List<Node.Scalar> given(Fields claim, String key) {
        return claim.node(key).orElse(null) instanceof Node.Scalar
                ? claim.scalar(key).stream().toList()
                : claim.scalars(key);
    }

    private Optional<Analysis.At> at(
            Fields claim, Analysis.Model model, Optional<Formula> formula) {
        if (!claim.has("at") || formula.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> node = claim.node("at");
        if (model == Analysis.Model.ORDINAL
                && node.get() instanceof Node.Mapping(_, List<Node.Entry> entries)
                && entries.size() == 1
                && formula.get().predictors().contains(entries.getFirst().key())
                && entries.getFirst().value() instanceof Node.Items(_, List<Node> items)) {
            List<Double> values =
                    items.stream()
                            .filter(Node.Scalar.class::isInstance)
                            .map(item -> ((Node.Scalar) item).value())
                            .filter(text -> text.matches("-?\\d{1,9}(\\.\\d{1,9})?"))
                            .map(Double::valueOf)
                            .toList();
            if (values.size() == items.size() && !values.isEmpty()) {
                return Optional.of(new Analysis.At(entries.getFirst().key(), values));
            }
        }
        expressions.wrongValue(
                node.get().place(),
                "at must give numbers of one predictor of an ordinal model",
                "write it like {strength: [2, 5, 8]}");
        return Optional.empty();
    }

    private static List<String> names(Formula formula) {
        return formula.variables().stream().map(Formula.Mention::variable).distinct().toList();
    }
}
