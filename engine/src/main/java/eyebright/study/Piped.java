package eyebright.study;

import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks that texts pipe only answers that are there when the text is shown.
final class Piped {

    private final List<Draft> drafts;
    private final Set<String> unread;
    private final Earlier earlier;
    private final Problems problems;
    private final Map<String, Variable> variables;

    Piped(Study study, List<Draft> drafts, Set<String> unread, Earlier earlier, Problems problems) {
        this.drafts = drafts;
        this.unread = unread;
        this.earlier = earlier;
        this.problems = problems;
        this.variables = study.variables();
    }

    void check() {
        for (Draft draft : drafts) {
            Set<String> before = new HashSet<>();
            earlier.before(draft.page()).forEach(page -> before.add(page.id()));
            draft.texts().forEach(text -> check(draft, text, before));
            before.add(draft.page().id());
            draft.sentences().forEach(text -> check(draft, text, before));
        }
    }

    private void check(Draft draft, Node.Scalar text, Set<String> readable) {
        for (Piping.Pipe pipe : Piping.pipes(text.value())) {
            String name = pipe.name();
            if (unread.contains(Variable.question(name))) {
                continue;
            }
            Variable variable = variables.get(name);
            if (variable == null) {
                problems.add(
                        Rule.UNKNOWN_VARIABLE,
                        text.at(pipe.offset()),
                        "the text pipes \"%s\", which is not asked".formatted(name)
                                + Nearest.to(name, variables.keySet())
                                        .map("; nearest is \"%s\""::formatted)
                                        .orElse(""),
                        "pipe the id of a question of an earlier page");
            } else if (!readable.contains(variable.page())) {
                boolean itself = variable.page().equals(draft.page().id());
                boolean circular = itself || pipesBack(variable.page(), draft.page());
                problems.add(
                        circular ? Rule.CIRCULAR_PIPING : Rule.NOT_EARLIER,
                        text.at(pipe.offset()),
                        itself
                                ? "page \"%s\" pipes its own answer \"%s\""
                                        .formatted(draft.page().id(), name)
                                : circular
                                        ? "pages \"%s\" and \"%s\" pipe each other's answers"
                                                .formatted(draft.page().id(), variable.page())
                                        : "the text pipes \"%s\", which is not answered before it is shown"
                                                .formatted(name),
                        "pipe an answer of an earlier page");
            }
        }
    }

    /// Whether the other page pipes an answer of this one.
    private boolean pipesBack(String other, Page page) {
        return drafts.stream()
                .filter(draft -> draft.page().id().equals(other))
                .flatMap(draft -> draft.texts().stream())
                .flatMap(text -> Piping.pipes(text.value()).stream())
                .map(pipe -> variables.get(pipe.name()))
                .anyMatch(variable -> variable != null && variable.page().equals(page.id()));
    }
}
