package eyebright.plan;

import eyebright.expression.Type;
import eyebright.expression.Vocabulary.Meaning;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Rule;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.FormulaException;
import eyebright.stats.formula.Term;
import eyebright.stats.formula.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a formula of a plan, and sees that what it is made of can stand in a model.
///
/// Stricter than [Formula], which knows no study: there is a predictor, the constant stays, and whoever
/// crosses a one-of question with something names both alone too, so that every coefficient is known by its
/// name before there are data.
final class FormulaReader {

    private static final int LONGEST = 2_000;

    private final PlanExpressions expressions;
    private final PlanVocabulary vocabulary;

    FormulaReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.vocabulary = expressions.vocabulary();
    }

    /// The formula of a text; empty, with problems, if it cannot be that of a claim.
    Optional<Formula> read(Node.Scalar scalar) {
        if (scalar.value().length() > LONGEST) {
            bad(
                    scalar.place(),
                    "a formula must have at most 2,000 characters, not %,d"
                            .formatted(scalar.value().length()),
                    "name fewer predictors");
            return Optional.empty();
        }
        Formula formula;
        try {
            formula = Formula.parse(scalar.value());
        } catch (FormulaException fault) {
            bad(scalar.at(fault.column() - 1), fault.problem(), fault.fix());
            return Optional.empty();
        }
        boolean isWhole = true;
        Set<String> seen = new HashSet<>();
        for (Formula.Mention mention : formula.variables()) {
            isWhole &=
                    !seen.add(mention.variable())
                            || canStand(
                                    mention.variable(), scalar.at(mention.column() - 1), formula);
        }
        return isWhole && isModel(formula, scalar) ? Optional.of(formula) : Optional.empty();
    }

    /// Whether a variable of a formula is there and is a number, a condition or a one-of question.
    private boolean canStand(String name, Place place, Formula formula) {
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
        if (meaning.get().type() == Type.DECIMAL) {
            return true;
        }
        if (isAny(name, formula.offsets())) {
            expressions.wrongType(
                    place,
                    "only a number can be an offset, and \"%s\" is none".formatted(name),
                    "leave it out, or let it be a predictor");
            return false;
        }
        boolean isChanged =
                formula.terms().stream()
                        .flatMap(term -> term.variables().stream())
                        .anyMatch(each -> each.name().equals(name) && !each.isPlain());
        if (isChanged) {
            expressions.wrongType(
                    place,
                    "only a number can be divided or have a logarithm, and \"%s\" is none"
                            .formatted(name),
                    "write " + name);
        }
        return !isChanged;
    }

    private static boolean isAny(String name, List<Variable> variables) {
        return variables.stream().anyMatch(variable -> variable.name().equals(name));
    }

    private boolean isModel(Formula formula, Node.Scalar scalar) {
        if (formula.intercept() == Formula.Intercept.NONE) {
            bad(
                    scalar.place(),
                    "a formula of a claim must keep its constant",
                    "take out - 1 or + 0");
            return false;
        }
        if (formula.terms().isEmpty()) {
            bad(
                    scalar.place(),
                    "a formula of a claim must name a predictor",
                    "write it like %s ~ predictor".formatted(formula.outcome()));
            return false;
        }
        for (Term term : formula.terms()) {
            Optional<Term> lacking = lacking(term, formula);
            if (lacking.isPresent()) {
                bad(
                        scalar.place(),
                        "%s needs %s in the formula too"
                                .formatted(term.name(), lacking.get().name()),
                        "write %s, which stands for all of it"
                                .formatted(term.name().replace(":", " * ")));
                return false;
            }
        }
        return true;
    }

    /// What a term stands without, so that a question in it would be coded by all its options.
    private Optional<Term> lacking(Term term, Formula formula) {
        return term.variables().stream()
                .filter(each -> term.order() > 1 && vocabulary.isOne(each.name()))
                .map(
                        each ->
                                new Term(
                                        term.variables().stream()
                                                .filter(other -> !other.equals(each))
                                                .toList()))
                .filter(part -> !formula.terms().contains(part))
                .findFirst();
    }

    private void bad(Place place, String problem, String fix) {
        expressions.problems().add(Rule.BAD_FORMULA, place, problem, fix);
    }
}
