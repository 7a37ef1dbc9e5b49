package eyebright.disclosure;

import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which questions tell, by having been asked or not, what was answered to another: those of pages whose condition
/// reads it, and of pages whose condition reads these.
final class Telltales {

    private final Study study;

    Telltales(Study study) {
        this.study = study;
    }

    /// The variables on pages whose condition reads one of these questions, or reads what stands on such a page.
    ///
    /// @param variable a name, of whose question all is taken together
    Set<String> of(String variable) {
        var told = new LinkedHashSet<String>();
        var questions = new HashSet<String>();
        questions.add(Variable.question(variable));
        // A condition reads earlier pages only.
        for (Page page : study.pages()) {
            if (reads(page, questions)) {
                page.questions().forEach(question -> questions.add(question.id()));
                study.variables().values().stream()
                        .filter(each -> each.page().equals(page.id()))
                        .forEach(each -> told.add(each.name()));
            }
        }
        return told;
    }

    /// The pages whose condition reads that question itself, with something on them that is published.
    List<Page> pages(String variable, Set<String> withheld) {
        var pages = new ArrayList<Page>();
        for (Page page : study.pages()) {
            boolean isPublished =
                    study.variables().values().stream()
                            .anyMatch(
                                    each ->
                                            each.page().equals(page.id())
                                                    && !withheld.contains(each.name()));
            if (isPublished && reads(page, Set.of(Variable.question(variable)))) {
                pages.add(page);
            }
        }
        return pages;
    }

    private static boolean reads(Page page, Set<String> questions) {
        return page.showIf().stream()
                .flatMap(condition -> condition.variables().stream())
                .map(Variable::question)
                .anyMatch(questions::contains);
    }
}
