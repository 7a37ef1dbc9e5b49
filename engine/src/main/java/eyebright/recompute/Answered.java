package eyebright.recompute;

import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.score.Scoring;
import eyebright.study.Option;
import eyebright.study.Points;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the answers to the questions of a study can be.
record Answered(Study study, Scales scales) {

    /// Whether it is a one-of question.
    boolean isOneOf(String name) {
        return kind(name).filter(Kind.Choice.class::isInstance).isPresent();
    }

    /// The codes of its options, or the points of its rating, in the order of the questionnaire.
    List<String> codes(String name) {
        Optional<Points> points = points(name);
        if (points.isPresent()) {
            return IntStream.rangeClosed(points.get().from(), points.get().to())
                    .mapToObj(Integer::toString)
                    .toList();
        }
        return kind(name)
                .map(
                        kind ->
                                switch (kind) {
                                    case Kind.Choice(List<Option> options) -> codes(options);
                                    case Kind.Choices(List<Option> options) -> codes(options);
                                    case Kind.Numeric _, Kind.Text _ -> List.<String>of();
                                })
                .orElse(List.of());
    }

    /// The codes as a model compares them, the reference first: "no" before "yes".
    List<String> compared(String name) {
        List<String> codes = codes(name);
        if (!codes.contains("yes") || !codes.contains("no")) {
            return codes;
        }
        return Stream.concat(
                        Stream.of("no", "yes"),
                        codes.stream().filter(code -> !code.equals("yes") && !code.equals("no")))
                .toList();
    }

    private Optional<Kind> kind(String name) {
        return Optional.ofNullable(study.variables().get(name)).map(Variable::kind);
    }

    private static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }

    /// The points of a rating, of a rated item, or of a scale that is the mean of such items.
    private Optional<Points> points(String name) {
        Optional<Scale> scale =
                scales.scales().stream().filter(each -> each.name().equals(name)).findFirst();
        if (scale.isPresent()) {
            return scale.filter(each -> each.scoring() == Scoring.MEAN)
                    .flatMap(each -> points(each.items().getFirst()));
        }
        int dot = name.indexOf('.');
        return study.question(dot < 0 ? name : name.substring(0, dot))
                .flatMap(
                        question ->
                                switch (question) {
                                    case Question.Rating rating -> Optional.of(rating.points());
                                    case Question.Rate rate -> Optional.of(rate.points());
                                    case Question.OneOf _,
                                            Question.SeveralOf _,
                                            Question.Count _,
                                            Question.Quantity _,
                                            Question.OneIn _,
                                            Question.Words _,
                                            Question.Statement _ ->
                                            Optional.empty();
                                });
    }
}
