package eyebright.bench;

import eyebright.check.StudyFolder;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Variable;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What rehearsed respondents send, page by page, as a browser writes it.
///
/// @param byPage of each respondent the fields of each page, by its id
record Forms(List<Map<String, String>> byPage) {

    private static final long SEED = 1;

    /// Of that many respondents of a study.
    static Forms of(StudyFolder folder, int respondents) {
        return new Forms(
                folder.respondents().responses(SEED, respondents).stream()
                        .map(response -> pages(folder, response.answers()))
                        .toList());
    }

    /// The forms of one of them; after the last the first come again.
    Map<String, String> of(int respondent) {
        return byPage.get(respondent % byPage.size());
    }

    private static Map<String, String> pages(StudyFolder folder, Answers answers) {
        var pages = new HashMap<String, StringBuilder>();
        folder.study()
                .pages()
                .forEach(page -> pages.put(page.id(), new StringBuilder("go=on&seconds=7")));
        for (Variable variable : folder.study().variables().values()) {
            StringBuilder form = Objects.requireNonNull(pages.get(variable.page()));
            for (String value : answers.to(variable.name()).map(Forms::values).orElse(List.of())) {
                form.append('&').append(variable.name()).append('=').append(encoded(value));
            }
        }
        var texts = new HashMap<String, String>();
        pages.forEach((page, form) -> texts.put(page, form.toString()));
        return texts;
    }

    private static List<String> values(Answer answer) {
        return switch (answer) {
            case Answer.One(String code) -> List.of(code);
            case Answer.Several(List<String> codes) -> codes;
            case Answer.Amount(BigDecimal value) -> List.of(value.toPlainString());
            case Answer.Words(String text) -> List.of(text);
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
