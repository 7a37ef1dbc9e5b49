package eyebright.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which pages come before a page in every order its blocks can be drawn in.
final class Earlier {

    /// 5! = 120 orders are tried.
    static final int MOST_BLOCKS = 5;

    private final Study study;

    /// Where each page stands, in each order.
    private final List<Map<String, Integer>> positions;

    Earlier(Study study, List<String> randomBlocks) {
        this.study = study;
        this.positions =
                permutations(randomBlocks).stream()
                        .map(blocks -> positions(Draw.pages(study, blocks)))
                        .toList();
    }

    private static Map<String, Integer> positions(List<Page> order) {
        Map<String, Integer> positions = new HashMap<>();
        order.forEach(page -> positions.put(page.id(), positions.size()));
        return positions;
    }

    /// The pages that every order shows before that page.
    List<Page> before(Page page) {
        return study.pages().stream()
                .filter(other -> positions.stream().allMatch(in -> isBefore(other, page, in)))
                .toList();
    }

    private static boolean isBefore(Page one, Page other, Map<String, Integer> positions) {
        return positions.getOrDefault(one.id(), 0) < positions.getOrDefault(other.id(), 0);
    }

    /// The variable a name reads: itself, or the several-of question whose option it names.
    static Variable owner(Map<String, Variable> variables, String name) {
        Variable variable = variables.get(name);
        if (variable == null && name.contains(".")) {
            variable = variables.get(name.substring(0, name.lastIndexOf('.')));
        }
        return Optional.ofNullable(variable)
                .orElseThrow(() -> new IllegalArgumentException("no variable " + name));
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
