package eyebright.study;

import eyebright.expression.Type;
import eyebright.expression.Vocabulary;
import eyebright.expression.Vocabulary.Meaning;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What expressions can read of a questionnaire: variables, and each option of a several-of question as
/// a condition `question.option`.
public final class Vocabularies {

    private Vocabularies() {}

    /// Of these variables, and of these numbers beside them, such as scales.
    public static Vocabulary of(Collection<Variable> variables, Collection<String> numbers) {
        var meanings = new LinkedHashMap<String, Meaning>();
        variables.forEach(variable -> add(variable, meanings));
        numbers.forEach(number -> meanings.put(number, new Meaning(Type.DECIMAL, List.of())));
        return new Known(meanings);
    }

    private static void add(Variable variable, Map<String, Meaning> meanings) {
        switch (variable.kind()) {
            case Variable.Kind.Choice(List<Option> options) ->
                    meanings.put(
                            variable.name(),
                            new Meaning(Type.TEXT, options.stream().map(Option::code).toList()));
            case Variable.Kind.Choices(List<Option> options) -> {
                // Readable as a whole for answered(felt); what was chosen is felt.joy.
                meanings.put(variable.name(), new Meaning(Type.LOGIC, List.of()));
                for (Option option : options) {
                    meanings.put(
                            variable.name() + "." + option.code(),
                            new Meaning(Type.LOGIC, List.of()));
                }
            }
            case Variable.Kind.Numeric _ ->
                    meanings.put(variable.name(), new Meaning(Type.DECIMAL, List.of()));
            case Variable.Kind.Text _ ->
                    meanings.put(variable.name(), new Meaning(Type.TEXT, List.of()));
        }
    }

    private record Known(Map<String, Meaning> meanings) implements Vocabulary {

        @Override
        public Optional<Meaning> meaning(String variable) {
            return Optional.ofNullable(meanings.get(variable));
        }

        @Override
        public Collection<String> names() {
            return meanings.keySet();
        }
    }
}
