package eyebright.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Earlier answers inside texts: `{{age}}` becomes what was answered, `…` if it was skipped.
public final class Piping {

    /// A skipped answer.
    public static final String SKIPPED = "…";

    static final Pattern PIPE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /// Everything that Markdown might read as markup.
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()#+!<>&|~-]");

    /// What would begin a numbered list, or underline a heading, if it began a line.
    private static final Pattern START = Pattern.compile("^(\\d{1,9}(?=\\.(?: |$))|(?==))");

    private Piping() {}

    /// Whether there is anything in a text for an answer to take the place of.
    public static boolean isIn(String markdown) {
        return markdown.contains("{{");
    }

    /// The text with the answers in it, which cannot become markup.
    public static String text(String markdown, Study study, Answers answers) {
        if (!isIn(markdown)) {
            return markdown;
        }
        Map<String, Variable> variables = study.variables();
        return PIPE.matcher(markdown)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        escaped(
                                                Optional.ofNullable(variables.get(match.group(1)))
                                                        .flatMap(v -> inWords(v, answers))
                                                        .orElse(SKIPPED))));
    }

    /// An answer as a person reads it: labels for codes, a number without needless zeros.
    public static Optional<String> inWords(Variable variable, Answers answers) {
        return answers.to(variable.name()).map(answer -> inWords(variable, answer));
    }

    private static String inWords(Variable variable, Answer answer) {
        return switch (answer) {
            case Answer.One(String code) -> label(variable, code);
            case Answer.Several(List<String> codes) ->
                    codes.stream()
                            .map(code -> label(variable, code))
                            .collect(Collectors.joining(", "));
            case Answer.Amount(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
            case Answer.Words(String text) -> text;
        };
    }

    private static String label(Variable variable, String code) {
        List<Option> options =
                switch (variable.kind()) {
                    case Variable.Kind.Choice(List<Option> choice) -> choice;
                    case Variable.Kind.Choices(List<Option> choices) -> choices;
                    case Variable.Kind.Numeric _, Variable.Kind.Text _ -> List.of();
                };
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }

    /// A name that a text pipes, and where it stands.
    record Pipe(String name, int offset) {}

    /// What a text pipes, in order.
    static List<Pipe> pipes(String text) {
        return PIPE.matcher(text)
                .results()
                .map(match -> new Pipe(match.group(1), match.start(1)))
                .toList();
    }

    private static String escaped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return START.matcher(MARKUP.matcher(line).replaceAll("\\\\$0")).replaceFirst("$1\\\\");
    }
}
