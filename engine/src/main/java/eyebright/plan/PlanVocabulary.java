package eyebright.plan;

import eyebright.expression.Type;
import eyebright.expression.Vocabulary;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.score.Scoring;
import eyebright.study.Option;
import eyebright.study.Points;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Vocabularies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a plan may read: every variable of the study, the options of its several-of questions as
/// conditions (`felt.joy`), its scales, the numbers it makes itself, and `flags` where flags are declared.
public final class PlanVocabulary implements Vocabulary {

    private final Study study;
    private final Map<String, Variable> variables;
    private final Map<String, Scale> scales = new LinkedHashMap<>();
    private final Map<String, Let> lets = new LinkedHashMap<>();
    private final Words words;
    private final Vocabulary readable;

    public PlanVocabulary(Study study, Scales scales, List<Let> lets, Words words) {
        this.study = study;
        this.words = words;
        this.variables = study.variables();
        scales.scales().forEach(scale -> this.scales.put(scale.name(), scale));
        lets.forEach(let -> this.lets.put(let.name(), let));
        var numbers = new ArrayList<>(this.scales.keySet());
        numbers.addAll(this.lets.keySet());
        if (scales.hasFlags()) {
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
    public Optional<Variable> asked(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /// The options of a variable that has some.
    public List<Option> options(String name) {
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
    public boolean isSeveral(String name) {
        return asked(name).filter(each -> each.kind() instanceof Variable.Kind.Choices).isPresent();
    }

    /// Whether it is a one-of question.
    public boolean isOne(String name) {
        return asked(name).filter(each -> each.kind() instanceof Variable.Kind.Choice).isPresent();
    }

    /// Whether it is a scale.
    boolean isScale(String name) {
        return scales.containsKey(name);
    }

    /// The scale of that name.
    public Optional<Scale> scale(String name) {
        return Optional.ofNullable(scales.get(name));
    }

    /// The names of the scales.
    List<String> scaleNames() {
        return List.copyOf(scales.keySet());
    }

    /// Whether it is 0 or 1: an option of a several-of question, or a number made of conditions.
    public boolean isCondition(String name) {
        return (lets.containsKey(name) && lets.get(name).isCondition())
                || meaning(name).stream().anyMatch(each -> each.type() == Type.LOGIC);
    }

    /// Whether it is a number the plan makes.
    public boolean isLet(String name) {
        return lets.containsKey(name);
    }

    /// What people read for an option of a several-of question, such as `felt.joy`.
    public String option(String name) {
        int dot = name.lastIndexOf('.');
        return options(name.substring(0, Math.max(dot, 0))).stream()
                .filter(option -> option.code().equals(name.substring(dot + 1)))
                .map(Option::label)
                .findFirst()
                .orElse(name);
    }

    /// What sentences call a variable, scale, number or option.
    public Words.Word words(String name) {
        Words.Word word = words.of(name);
        Optional<String> one =
                word.one().or(() -> Optional.ofNullable(lets.get(name)).flatMap(Let::label));
        return new Words.Word(word.called(), one, word.many());
    }

    /// An option of a one-of question as a sentence says it: in the plan's words where it has some.
    public Label optionLabel(String name, String code) {
        return words.of(name + "." + code)
                .called()
                .map(called -> Label.phrase(code, called))
                .orElseGet(
                        () ->
                                new Label(
                                        code,
                                        options(name).stream()
                                                .filter(option -> option.code().equals(code))
                                                .map(Option::label)
                                                .findFirst()
                                                .orElse(code)));
    }

    /// The codes of a one-of question, the reference of a comparison first: in the order of the
    /// questionnaire, but "no" before "yes".
    public List<String> levels(String name) {
        List<String> codes = options(name).stream().map(Option::code).toList();
        if (codes.contains("yes") && codes.contains("no")) {
            return Stream.concat(
                            Stream.of("no", "yes"),
                            codes.stream()
                                    .filter(code -> !code.equals("yes") && !code.equals("no")))
                    .toList();
        }
        return codes;
    }

    /// What a number is called that is not asked: the title of a scale, else its name.
    public String label(String name) {
        return scale(name).flatMap(Scale::title).orElse(name.replace('_', ' '));
    }

    /// The points of a rating, of a rated item, or of a scale that is the mean of such items.
    public Optional<Points> points(String name) {
        Scale scale = scales.get(name);
        if (scale != null) {
            return scale.scoring() == Scoring.MEAN && !scale.items().isEmpty()
                    ? points(scale.items().getFirst())
                    : Optional.empty();
        }
        return study.points(name);
    }

    /// The unit of a number: the plan's word for several of it, else that of the question; empty where it has
    /// none, such as a computed one without words.
    public String unit(String name) {
        Optional<String> many = words.of(name).many();
        if (many.isPresent()) {
            return many.get();
        }
        if (scales.containsKey(name)) {
            return "points";
        }
        return asked(name)
                .map(Variable::kind)
                .map(kind -> kind instanceof Variable.Kind.Numeric numeric ? numeric.unit() : "")
                .orElse("");
    }

    /// The column of a frame that holds what a name reads: that of the question for an option.
    public String column(String name) {
        if (!variables.containsKey(name) && !scales.containsKey(name)) {
            int dot = name.lastIndexOf('.');
            if (dot > 0 && isSeveral(name.substring(0, dot))) {
                return name.substring(0, dot);
            }
        }
        return name;
    }

    /// The questionnaire.
    public Study study() {
        return study;
    }
}
