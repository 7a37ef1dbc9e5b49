package eyebright.score;

import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The order in which a respondent was shown some items: as written, but for what is drawn from the
/// respondent's id.
final class ShownOrder {

    private final Study study;
    private final Set<String> items;
    private final Set<String> pages;

    ShownOrder(Study study, Set<String> items) {
        this.study = study;
        this.items = Set.copyOf(items);
        this.pages =
                study.variables().values().stream()
                        .filter(variable -> items.contains(variable.name()))
                        .map(variable -> variable.page())
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// The items as they were shown to the respondent with that id.
    List<String> of(String respondent) {
        Draw draw = Draw.of(respondent);
        var shown = new ArrayList<String>();
        for (Page page : draw.pages(study)) {
            // Only what is asked for is drawn: each draw costs a hash.
            if (pages.contains(page.id())) {
                for (Question question : draw.questions(page)) {
                    add(question, draw, shown);
                }
            }
        }
        return shown;
    }

    private void add(Question question, Draw draw, List<String> shown) {
        if (question instanceof Question.Rate rate) {
            draw.items(rate).stream()
                    .map(item -> rate.id() + "." + item.code())
                    .filter(items::contains)
                    .forEach(shown::add);
        } else if (items.contains(question.id())) {
            shown.add(question.id());
        }
    }
}
