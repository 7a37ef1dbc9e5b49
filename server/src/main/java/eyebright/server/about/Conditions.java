package eyebright.server.about;

import eyebright.server.page.Markdown;
import eyebright.study.Option;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditions of a study as a reader understands them: `cried == "yes"` becomes “Have you ever cried?” is
/// “Yes”.
final class Conditions {

    private static final Pattern PART =
            Pattern.compile(
                    "\"[^\"]*\"|[a-z][a-z0-9_.]*|\\d+(?:\\.\\d+)?|[=!<>]=|[-+*/<>(),;\\[\\]]");

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("==", "is"),
                    Map.entry("!=", "is not"),
                    Map.entry(">=", "is at least"),
                    Map.entry("<=", "is at most"),
                    Map.entry(">", "is more than"),
                    Map.entry("<", "is less than"),
                    Map.entry("in", "is one of"),
                    Map.entry("and", "and"),
                    Map.entry("or", "or"),
                    Map.entry("not", "not"),
                    Map.entry("answered", "answered:"),
                    Map.entry("true", "true"),
                    Map.entry("false", "false"));

    private final Study study;

    Conditions(Study study) {
        this.study = study;
    }

    /// The condition in words.
    String inWords(String condition) {
        var words = new StringJoiner(" ");
        Optional<Question> last = Optional.empty();
        Matcher parts = PART.matcher(condition);
        while (parts.find()) {
            String part = parts.group();
            if (part.startsWith("\"")) {
                words.add(quoted(label(last, part.substring(1, part.length() - 1))));
                continue;
            }
            Optional<Question> question = question(part);
            if (question.isPresent()) {
                last = question;
                words.add(name(question.get(), part));
                continue;
            }
            words.add(SIGNS.getOrDefault(part, part));
        }
        return words.toString()
                .replaceAll("([\\[(]) ", "$1")
                .replaceAll(" ([\\]),;])", "$1")
                .replaceAll("[\\[\\]]", "");
    }

    private Optional<Question> question(String name) {
        return study.question(Variable.question(name));
    }

    private static String name(Question question, String name) {
        String asked =
                quoted(Markdown.plain(question.asked().text().replaceAll("\\{\\{[^}]*}}", "…")));
        int dot = name.indexOf('.');
        if (dot < 0) {
            return asked;
        }
        String code = name.substring(dot + 1);
        if (question instanceof Question.Rate rate) {
            List<String> labels =
                    rate.items().stream()
                            .filter(item -> item.code().equals(code))
                            .map(item -> item.label())
                            .toList();
            return asked + " for " + quoted(labels.isEmpty() ? code : labels.getFirst());
        }
        return asked + " includes " + quoted(label(Optional.of(question), code));
    }

    private static String label(Optional<Question> question, String code) {
        return question.flatMap(each -> each.option(code)).map(Option::label).orElse(code);
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }
}
