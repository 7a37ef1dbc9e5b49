package eyebright.study;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one respondent answered so far, and which pages they saved.
///
/// A saved page without an answer to one of its variables means that this one was skipped.
///
/// @param given answers by the name of the variable
/// @param saved ids of the pages saved
/// @param sent whether the respondent reached the end and sent
public record Answers(Map<String, Answer> given, Set<String> saved, boolean sent) {

    /// Of who has not begun.
    public static final Answers NONE = new Answers(Map.of(), Set.of(), false);

    public Answers {
        given = Map.copyOf(given);
        saved = Set.copyOf(saved);
    }

    /// The answer to that variable, if there is one.
    public Optional<Answer> to(String variable) {
        return Optional.ofNullable(given.get(variable));
    }

    /// These answers after one more page was saved: what the page asked and is not in `answers` is
    /// skipped, also if it was answered before.
    public Answers with(Page page, Map<String, Answer> answers) {
        var all = new HashMap<>(given);
        page.variables().forEach(variable -> all.remove(variable.name()));
        all.putAll(answers);
        var pages = new LinkedHashSet<>(saved);
        pages.add(page.id());
        return new Answers(all, pages, sent);
    }

    /// These answers, sent.
    public Answers asSent() {
        return new Answers(given, saved, true);
    }
}
