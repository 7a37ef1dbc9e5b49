package eyebright.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which pages come before a page in every order its blocks can be drawn in.
final class Earlier {

    /// 5! = 120 orders are tried.
    static final int MOST_BLOCKS = 5;

    private final Study study;
    private final List<List<Page>> orders;

    Earlier(Study study, List<String> randomBlocks) {
        this.study = study;
        this.orders =
                permutations(randomBlocks).stream()
                        .map(blocks -> Draw.pages(study, blocks))
                        .toList();
    }

    /// The pages that every order shows before that page.
    List<Page> before(Page page) {
        Set<Page> before = new HashSet<>(study.pages());
        for (List<Page> order : orders) {
            before.retainAll(order.subList(0, order.indexOf(page)));
        }
        return study.pages().stream().filter(before::contains).toList();
    }

    /// The variable a name reads: itself, or the several-of question whose option it names.
    static Variable owner(Map<String, Variable> variables, String name) {
        Variable variable = variables.get(name);
        return variable != null
                ? variable
                : Objects.requireNonNull(variables.get(name.substring(0, name.lastIndexOf('.'))));
    }

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (int i = 0; i < of.size(); i++) {
            var rest = new ArrayList<>(of);
            String first = rest.remove(i);
            for (List<String> others : permutations(rest)) {
                var one = new ArrayList<>(List.of(first));
                one.addAll(others);
                all.add(one);
            }
        }
        return all;
    }
}
