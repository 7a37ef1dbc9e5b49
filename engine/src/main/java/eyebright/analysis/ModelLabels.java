package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Type;
import eyebright.plan.Analysis;
import eyebright.plan.Coefficients;
import eyebright.plan.Label;
import eyebright.plan.PlanVocabulary;
import eyebright.plan.Words;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Variable;
import eyebright.study.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the variables and coefficients of a model are called, and what it reads. The words of the plan come
/// first, then what the questionnaire says.
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
            return new ModelVariables.ModelVariable.OfLevels(name, name, coefficients.levels(name));
        }
        return new ModelVariables.ModelVariable.OfNumber(name, Expression.of(name), counts(name));
    }

    private Figures.Counts counts(String name) {
        return vocabulary.meaning(name).stream().anyMatch(meaning -> meaning.type() == Type.LOGIC)
                ? Figures.Counts.CONDITION
                : Figures.Counts.NUMBER;
    }

    /// A variable in words: those of the plan, the question, the title of a scale, or its name.
    Label called(String name) {
        return vocabulary
                .words(name)
                .called()
                .map(called -> Label.phrase(name, called))
                .or(() -> vocabulary.asked(name).map(variable -> new Label(name, variable.label())))
                .orElseGet(() -> Label.phrase(name, vocabulary.label(name)));
    }

    /// What a model explains, so that "the odds of" may stand before it.
    Label outcome(Analysis.Model model, String name) {
        Label called = called(name);
        if (called.kind() != Label.Kind.ANSWER) {
            return called;
        }
        return switch (model) {
            case LOGISTIC -> Label.phrase(name, "%s to %s".formatted(answer(name), called.said()));
            case ORDINAL -> Label.phrase(name, "a higher answer to " + called.said());
            case LINEAR, COUNTS, MULTINOMIAL -> called;
        };
    }

    /// The answer of two that a model of chances is about.
    private String answer(String name) {
        List<String> levels = coefficients.levels(name);
        if (levels.isEmpty() || levels.getLast().equals("yes")) {
            return "a yes";
        }
        return vocabulary.optionLabel(name, levels.getLast()).said();
    }

    /// The answers of an ordered outcome, from lowest to highest.
    List<Label> answers(String name) {
        Optional<Points> points = vocabulary.points(name);
        if (points.isPresent()) {
            return IntStream.rangeClosed(points.get().from(), points.get().to())
                    .mapToObj(point -> new Label(Integer.toString(point), Integer.toString(point)))
                    .toList();
        }
        return coefficients.levels(name).stream()
                .map(code -> vocabulary.optionLabel(name, code))
                .toList();
    }

    /// The coefficients the claim is about, in the order of the model.
    ///
    /// @param shows their names; all but the intercept if empty
    List<Label> coefficients(Formula formula, List<String> shows) {
        return coefficients.of(formula).stream()
                .filter(each -> shows.isEmpty() || shows.contains(each.coefficient()))
                .map(this::label)
                .toList();
    }

    /// The predictors of a block.
    List<Label> predictors(List<String> names) {
        return names.stream().map(this::called).toList();
    }

    private Label label(Coefficients.Named named) {
        String code = named.coefficient();
        List<Label> parts = named.parts().stream().map(part -> label(code, part)).toList();
        return parts.size() == 1
                ? parts.getFirst()
                : new Label(
                        code,
                        "the interplay of "
                                + String.join(" with ", parts.stream().map(Label::text).toList()),
                        Label.Kind.INTERPLAY);
    }

    private Label label(String code, Coefficients.Part part) {
        String name = part.variable().name();
        if (!part.level().isEmpty()) {
            return compared(code, name, part.level(), coefficients.levels(name).getFirst());
        }
        return Label.phrase(
                code, vocabulary.isCondition(name) ? condition(name) : more(part.variable()));
    }

    /// One answer to a question rather than another.
    Label compared(String code, String question, String answer, String other) {
        return Label.comparison(
                code,
                vocabulary.optionLabel(question, answer).said(),
                vocabulary.optionLabel(question, other).said());
    }

    private String condition(String name) {
        Words.Word words = vocabulary.words(name);
        return words.called()
                .or(words::one)
                .orElseGet(
                        () ->
                                vocabulary.isLet(name)
                                        ? vocabulary.label(name)
                                        : "“%s”".formatted(vocabulary.option(name)));
    }

    /// More of a number: `ten more years of age`, `one more point of Openness`.
    private String more(Variable variable) {
        String name = variable.name();
        boolean isOne = variable.divisor() == 1;
        String number = number(variable.divisor());
        Optional<String> inWords = vocabulary.words(name).more(isOne, number);
        if (inWords.isPresent()) {
            return inWords.get();
        }
        String unit = vocabulary.unit(name);
        String what = called(name).said();
        if (vocabulary.points(name).isPresent() || unit.equals("points")) {
            return "%s more %s of %s".formatted(number, isOne ? "point" : "points", what);
        }
        return unit.isEmpty() || isOne
                ? "%s more in %s".formatted(number, what)
                : "%s more %s in %s".formatted(number, unit, what);
    }

    private static String number(double number) {
        return number == Math.rint(number) && number > 0 && number < 1000
                ? NumberWords.of((int) number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
