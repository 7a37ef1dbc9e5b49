package eyebright.recompute;

import eyebright.plan.Analysis;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Term;
import eyebright.stats.formula.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the models of a plan as calls of the script's functions.
///
/// @param answered what the answers can be
/// @param texts how texts are written
/// @param expressions how expressions are written
record RModels(Answered answered, RText texts, RExpression expressions) {

    String regression(Analysis.Regression regression) {
        Formula formula = regression.formula();
        List<Analysis.Levels> levels = levels(regression);
        var parts = new ArrayList<String>();
        parts.add(texts.of(regression.model().key()));
        parts.add("outcome = " + texts.of(formula.outcome()));
        parts.add("variables = " + variables(names(List.of(formula)), levels));
        parts.add("terms = " + terms(formula));
        if (regression.block().isEmpty()) {
            parts.add("shows = " + shows(regression.shows()));
        } else {
            parts.add("without = " + texts.all(regression.block()));
        }
        parts.add("intercept = " + intercept(formula));
        parts.add("offsets = " + parts(formula.offsets()));
        regression.at().ifPresent(at -> parts.add("at = " + at(at, formula.outcome(), levels)));
        return (regression.block().isEmpty() ? "regression(%s)" : "block(%s)")
                .formatted(lines(parts));
    }

    /// The levels that are declared, and of a yes-no outcome yes against no.
    private List<Analysis.Levels> levels(Analysis.Regression regression) {
        String outcome = regression.formula().outcome();
        if (regression.model() != Analysis.Model.LOGISTIC || !answered.isOneOf(outcome)) {
            return regression.levels();
        }
        return Stream.concat(
                        regression.levels().stream(),
                        Stream.of(new Analysis.Levels(outcome, List.of("no", "yes"))))
                .toList();
    }

    String stacked(Analysis.Stacked stacked) {
        Formula first = stacked.first();
        Formula second = stacked.second();
        return "stacked(%s)"
                .formatted(
                        lines(
                                List.of(
                                        texts.of(first.outcome()),
                                        texts.of(second.outcome()),
                                        "variables = "
                                                + variables(
                                                        names(List.of(first, second)),
                                                        stacked.levels()),
                                        "first_terms = " + terms(first),
                                        "second_terms = " + terms(second),
                                        "first_offsets = " + parts(first.offsets()),
                                        "second_offsets = " + parts(second.offsets()),
                                        "shows = " + shows(stacked.shows()),
                                        "intercept = " + intercept(first))));
    }

    String matched(Analysis.Matched matched) {
        List<String> shows =
                matched.predictors().stream().flatMap(each -> coefficients(each).stream()).toList();
        var parts = new ArrayList<String>();
        parts.add(
                matched.predictors().stream()
                        .map(this::situations)
                        .collect(Collectors.joining(",\n    ", "list(", ")")));
        parts.add("shows = " + texts.all(shows));
        matched.outcome().ifPresent(both -> parts.add("outcome = " + situations(both)));
        return "matched(%s)".formatted(lines(parts));
    }

    private List<String> coefficients(Analysis.Both both) {
        return oneOf(both)
                .map(
                        name ->
                                answered.compared(name).stream()
                                        .skip(1)
                                        .map(code -> both.name() + "." + code)
                                        .toList())
                .orElse(List.of(both.name()));
    }

    private Optional<String> oneOf(Analysis.Both both) {
        return both.first().onlyVariable().filter(answered::isOneOf);
    }

    private String situations(Analysis.Both both) {
        return "situations(%s, %s, %s%s)"
                .formatted(
                        texts.of(both.name()),
                        expressions.of(both.first()),
                        expressions.of(both.second()),
                        oneOf(both)
                                .map(name -> ", " + texts.all(answered.compared(name)))
                                .orElse(""));
    }

    private static Set<String> names(List<Formula> formulas) {
        var names = new LinkedHashSet<String>();
        for (Formula formula : formulas) {
            names.add(formula.outcome());
            names.addAll(formula.predictors());
        }
        return names;
    }

    private String variables(Set<String> names, List<Analysis.Levels> levels) {
        return names.stream()
                .map(name -> variable(name, levels))
                .collect(Collectors.joining(", ", "list(", ")"));
    }

    private String variable(String name, List<Analysis.Levels> levels) {
        String quoted = texts.of(name);
        return answered.isOneOf(name)
                ? "answers(%s, %s)".formatted(quoted, texts.all(codes(name, levels)))
                : "number(%s, v(%s))".formatted(quoted, quoted);
    }

    private List<String> codes(String name, List<Analysis.Levels> levels) {
        return levels.stream()
                .filter(each -> each.variable().equals(name))
                .findFirst()
                .map(Analysis.Levels::codes)
                .orElseGet(() -> answered.compared(name));
    }

    private String terms(Formula formula) {
        return formula.terms().stream()
                .filter(term -> term.order() > 0)
                .map(Term::variables)
                .map(this::parts)
                .collect(Collectors.joining(", ", "list(", ")"));
    }

    private String parts(List<Variable> variables) {
        return variables.stream().map(this::part).collect(Collectors.joining(", ", "list(", ")"));
    }

    private String part(Variable variable) {
        return "part(%s%s%s)"
                .formatted(
                        texts.of(variable.name()),
                        variable.divisor() == 1 ? "" : ", " + RRecipe.number(variable.divisor()),
                        variable.change() == Variable.Change.LOG ? ", log = TRUE" : "");
    }

    private static String intercept(Formula formula) {
        return formula.intercept() == Formula.Intercept.THERE ? "TRUE" : "FALSE";
    }

    private String shows(List<String> shows) {
        return shows.isEmpty() ? "NULL" : texts.all(shows);
    }

    private String at(Analysis.At at, String outcome, List<Analysis.Levels> levels) {
        return "list(name = %s, values = %s, answers = %s)"
                .formatted(
                        texts.of(at.variable()),
                        at.values().stream()
                                .map(RRecipe::number)
                                .collect(Collectors.joining(", ", "c(", ")")),
                        texts.all(
                                answered.isOneOf(outcome)
                                        ? codes(outcome, levels)
                                        : answered.codes(outcome)));
    }

    private static String lines(List<String> parts) {
        return String.join(",\n    ", parts);
    }
}
