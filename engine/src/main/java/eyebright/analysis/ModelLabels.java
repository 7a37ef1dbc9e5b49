package eyebright.analysis;

import eyebright.stats.model.Formula;
import eyebright.stats.model.Variable;
import eyebright.study.Option;
import eyebright.study.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the variables and coefficients of a model are called, and what it reads.
final class ModelLabels {

    private final PlanVocabulary vocabulary;
    private final Coefficients coefficients;

    ModelLabels(PlanVocabulary vocabulary, List<Analysis.Levels> levels) {
        this.vocabulary = vocabulary;
        this.coefficients = new Coefficients(vocabulary, levels);
    }

    /// The variables of a formula, the outcome first.
    ModelVariables variables(Formula formula) {
        var variables = new ArrayList<ModelVariables.ModelVariable>();
        variables.add(variable(formula.outcome()));
        formula.predictors().forEach(name -> variables.add(variable(name)));
        return new ModelVariables(variables);
    }

    /// One variable by its name in the plan.
    ModelVariables.ModelVariable variable(String name) {
        if (vocabulary.isOne(name)) {
            return new ModelVariables.ModelVariable.OfLevels(
                    name, name, coefficients.levels(name));
        }
        return new ModelVariables.ModelVariable.OfNumber(
                name, eyebright.expression.Expression.of(name), counts(name));
    }

    private Figures.Counts counts(String name) {
        return vocabulary.meaning(name).stream()
                        .anyMatch(meaning -> meaning.type() == eyebright.expression.Type.LOGIC)
                ? Figures.Counts.CONDITION
                : Figures.Counts.NUMBER;
    }

    /// The outcome in words: the question, the title of a scale, or what the plan calls its number.
    Label outcome(String name) {
        return new Label(
                name,
                vocabulary.asked(name)
                        .map(variable -> variable.label())
                        .orElseGet(() -> vocabulary.label(name)));
    }

    /// The answers of an ordered outcome, from lowest to highest.
    List<Label> answers(String name) {
        Optional<Points> points = vocabulary.points(name);
        if (points.isPresent()) {
            return java.util.stream.IntStream.rangeClosed(points.get().from(), points.get().to())
                    .mapToObj(point -> new Label(Integer.toString(point), Integer.toString(point)))
                    .toList();
        }
        return coefficients.levels(name).stream()
                .map(code -> new Label(code, option(name, code)))
                .toList();
    }

    /// The coefficients the claim is about, in the order of the model.
    ///
    /// @param shows their names; all but the intercept if empty
    List<Label> coefficients(Formula formula, List<String> shows) {
        return coefficients.of(formula).stream()
                .filter(each -> shows.isEmpty() || shows.contains(each.coefficient()))
                .map(each -> new Label(each.coefficient(), words(each)))
                .toList();
    }

    /// The predictors of a block.
    List<Label> predictors(List<String> names) {
        return names.stream().map(this::outcome).toList();
    }

    /// How the codes of the levels of a coefficient are called, as an interaction of its parts.
    private String words(Coefficients.Named named) {
        List<String> words = named.parts().stream().map(this::words).toList();
        return words.size() == 1
                ? "for " + words.getFirst()
                : "for what %s adds to %s"
                        .formatted(words.getLast(), String.join(" and ", words.subList(0, words.size() - 1)));
    }

    private String words(Coefficients.Part part) {
        String name = part.variable().name();
        if (part.level().isEmpty()) {
            return more(part.variable());
        }
        List<String> levels = coefficients.levels(name);
        return "“%s” rather than “%s”"
                .formatted(option(name, part.level()), option(name, levels.getFirst()));
    }

    /// One more of a number: `10 years more`, `one point of Openness more`.
    private String more(Variable variable) {
        String name = variable.name();
        String step =
                variable.divisor() == 1
                        ? "one"
                        : BigDecimal.valueOf(variable.divisor())
                                .stripTrailingZeros()
                                .toPlainString();
        if (vocabulary.isLet(name)) {
            return vocabulary.isCondition(name)
                    ? vocabulary.label(name)
                    : variable.divisor() == 1
                            ? vocabulary.label(name) + " more"
                            : "%s times %s more".formatted(step, vocabulary.label(name));
        }
        if (vocabulary.isCondition(name)) {
            return "“%s”".formatted(vocabulary.option(name));
        }
        String what = vocabulary.isScale(name) ? vocabulary.label(name) : "“%s”".formatted(outcome(name).text());
        String unit = vocabulary.unit(name);
        return unit.isEmpty() || unit.equals("points")
                ? "%s of %s more".formatted(variable.divisor() == 1 ? "one point" : step + " points", what)
                : "%s more of %s in %s".formatted(step, unit, what);
    }

    private String option(String name, String code) {
        return vocabulary.options(name).stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }
}
