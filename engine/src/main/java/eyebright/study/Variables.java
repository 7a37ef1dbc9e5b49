package eyebright.study;

import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which variables a question has.
final class Variables {

    private Variables() {}

    /// Every variable of the pages by name, in their order.
    static Map<String, Variable> of(List<Page> pages) {
        var variables = new LinkedHashMap<String, Variable>();
        for (Page page : pages) {
            for (Variable variable : page.variables()) {
                variables.put(variable.name(), variable);
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    /// Those of the questions of a page, in their order.
    static List<Variable> of(String page, List<Question> questions) {
        return questions.stream().flatMap(question -> of(page, question).stream()).toList();
    }

    /// Those of one question of a page.
    static List<Variable> of(String page, Question question) {
        return switch (question) {
            case Question.OneOf one -> List.of(whole(page, one, new Kind.Choice(one.options())));
            case Question.SeveralOf several ->
                    List.of(whole(page, several, new Kind.Choices(several.options())));
            case Question.Rating rating -> List.of(whole(page, rating, numeric(rating.points())));
            case Question.Rate rate ->
                    rate.items().stream().map(item -> item(page, rate, item)).toList();
            case Question.Count count ->
                    List.of(
                            whole(
                                    page,
                                    count,
                                    new Kind.Numeric(
                                            BigDecimal.valueOf(count.from()),
                                            BigDecimal.valueOf(count.to()),
                                            0,
                                            count.unit())));
            case Question.Quantity quantity ->
                    List.of(
                            whole(
                                    page,
                                    quantity,
                                    new Kind.Numeric(
                                            quantity.from(),
                                            quantity.to(),
                                            quantity.decimals(),
                                            quantity.unit())));
            case Question.OneIn oneIn ->
                    List.of(
                            whole(
                                    page,
                                    oneIn,
                                    new Kind.Numeric(
                                            BigDecimal.ONE,
                                            BigDecimal.valueOf(oneIn.to()),
                                            0,
                                            oneIn.unit())));
            case Question.Words words -> List.of(whole(page, words, new Kind.Text(words.upTo())));
            case Question.Statement _ -> List.of();
        };
    }

    private static Variable whole(String page, Question question, Kind kind) {
        Asked asked = question.asked();
        return new Variable(
                asked.id(), asked.text(), asked.column().orElse(asked.id()), page, kind);
    }

    private static Variable item(String page, Question.Rate rate, Item item) {
        String name = rate.id() + "." + item.code();
        Optional<String> column = item.column();
        return new Variable(name, item.label(), column.orElse(name), page, numeric(rate.points()));
    }

    private static Kind numeric(Points points) {
        return new Kind.Numeric(
                BigDecimal.valueOf(points.from()), BigDecimal.valueOf(points.to()), 0, "points");
    }
}
