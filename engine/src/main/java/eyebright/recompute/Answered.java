package eyebright.recompute;

import eyebright.plan.PlanVocabulary;
import eyebright.study.Option;
import eyebright.study.Points;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the answers to the questions of a study can be.
record Answered(PlanVocabulary vocabulary) {

    /// Whether it is a one-of question.
    boolean isOneOf(String name) {
        return vocabulary.isOne(name);
    }

    /// The codes of its options, or the points of its rating, in the order of the questionnaire.
    List<String> codes(String name) {
        Optional<Points> points = vocabulary.points(name);
        if (points.isPresent()) {
            return IntStream.rangeClosed(points.get().from(), points.get().to())
                    .mapToObj(Integer::toString)
                    .toList();
        }
        return vocabulary.options(name).stream().map(Option::code).toList();
    }

    /// The codes as a model compares them, the reference first: "no" before "yes".
    List<String> compared(String name) {
        return vocabulary.points(name).isPresent() ? codes(name) : vocabulary.levels(name);
    }
}
