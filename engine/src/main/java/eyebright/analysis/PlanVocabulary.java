package eyebright.analysis;

import eyebright.expression.Vocabulary;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.score.Scoring;
import eyebright.study.Option;
import eyebright.study.Points;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Vocabularies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plan may read: every variable of the study, the options of its several-of questions as
/// conditions (`felt.joy`), its scales, and `flags` where flags are declared.
final class PlanVocabulary implements Vocabulary {

    private final Study study;
    private final Map<String, Variable> variables;
    private final Map<String, Scale> scales = new LinkedHashMap<>();
    private final Vocabulary readable;

    PlanVocabulary(Study study, Scales scales) {
        this.study = study;
        this.variables = study.variables();
        scales.scales().forEach(scale -> this.scales.put(scale.name(), scale));
        var numbers = new ArrayList<>(this.scales.keySet());
        if (!scales.flags().isEmpty()) {
            numbers.add(Scales.FLAGS);
        }
        this.readable = Vocabularies.of(variables.values(), numbers);
    }

    @Override
    public Optional<Meaning> meaning(String variable) {
        return readable.meaning(variable);
    }

    @Override
    public Collection<String> names() {
        return readable.names();
    }

    /// The variable that is asked under that name.
    Optional<Variable> asked(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /// The options of a variable that has some.
    List<Option> options(String name) {
        return asked(name)
                .map(
                        variable ->
                                switch (variable.kind()) {
                                    case Variable.Kind.Choice(List<Option> options) -> options;
                                    case Variable.Kind.Choices(List<Option> options) -> options;
                                    case Variable.Kind.Numeric _, Variable.Kind.Text _ ->
                                            List.<Option>of();
                                })
                .orElse(List.of());
    }

    /// Whether it is a several-of question.
    boolean isSeveral(String name) {
        return asked(name).filter(each -> each.kind() instanceof Variable.Kind.Choices).isPresent();
    }

    /// Whether it is a one-of question.
    boolean isOne(String name) {
        return asked(name).filter(each -> each.kind() instanceof Variable.Kind.Choice).isPresent();
    }

    /// The points of a rating, of a rated item, or of a scale that is the mean of such items.
    Optional<Points> points(String name) {
        Scale scale = scales.get(name);
        if (scale != null) {
            return scale.scoring() == Scoring.MEAN && !scale.items().isEmpty()
                    ? points(scale.items().getFirst())
                    : Optional.empty();
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

    /// The unit of a number; empty where it has none of its own, such as a computed one.
    String unit(String name) {
        if (scales.containsKey(name)) {
            return "points";
        }
        return asked(name)
                .map(Variable::kind)
                .map(kind -> kind instanceof Variable.Kind.Numeric numeric ? numeric.unit() : "")
                .orElse("");
    }

    /// The column of a frame that holds what a name reads: that of the question for an option.
    String column(String name) {
        if (!variables.containsKey(name) && !scales.containsKey(name)) {
            int dot = name.lastIndexOf('.');
            if (dot > 0 && isSeveral(name.substring(0, dot))) {
                return name.substring(0, dot);
            }
        }
        return name;
    }

    /// The questionnaire.
    Study study() {
        return study;
    }
}
