package eyebright.disclosure;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads which options of a question are put together.
final class GroupsReader {

    private static final String REST = "rest";

    private final List<String> codes;
    private final Set<String> taken = new HashSet<>();
    private final Problems problems;

    GroupsReader(List<Option> options, Problems problems) {
        this.codes = options.stream().map(Option::code).toList();
        this.problems = problems;
    }

    /// The groups; what is faulty is left out and a problem.
    Groups read(Fields fields) {
        var under = new HashMap<String, String>();
        Optional<String> rest = Optional.empty();
        for (String code : fields.keys()) {
            if (!codes.contains(code)) {
                fields.node(code);
                unknown(
                        "no option \"%s\"".formatted(Fields.shortened(code)),
                        code,
                        fields.placeOf(code),
                        codes,
                        problems);
                continue;
            }
            if (!take(code, fields.placeOf(code))) {
                continue;
            }
            if (fields.node(code).orElseThrow() instanceof Node.Scalar scalar
                    && scalar.value().equals(REST)) {
                if (rest.isPresent()) {
                    problems.add(
                            Rule.DUPLICATE_ID,
                            scalar.place(),
                            "rest stands twice: also under \"%s\"".formatted(rest.get()),
                            "list the codes of one of the two");
                }
                rest = Optional.of(code);
                continue;
            }
            for (Node.Scalar other : fields.scalars(code)) {
                if (other.value().equals(code)) {
                    continue;
                }
                if (!codes.contains(other.value())) {
                    unknown(
                            "no option \"%s\"".formatted(Fields.shortened(other.value())),
                            other.value(),
                            other.place(),
                            codes,
                            problems);
                } else if (take(other.value(), other.place())) {
                    under.put(other.value(), code);
                }
            }
        }
        rest.ifPresent(
                code ->
                        codes.stream()
                                .filter(each -> !taken.contains(each))
                                .forEach(each -> under.put(each, code)));
        var inOrder = new LinkedHashMap<String, String>();
        codes.stream()
                .filter(under::containsKey)
                .forEach(code -> inOrder.put(code, under.getOrDefault(code, code)));
        return new Groups(inOrder);
    }

    private boolean take(String code, Place place) {
        if (taken.add(code)) {
            return true;
        }
        problems.add(
                Rule.DUPLICATE_ID,
                place,
                "\"%s\" stands twice among the groups".formatted(code),
                "keep it in one of them");
        return false;
    }

    /// Says that there is no such thing, and what is nearest to it.
    static void unknown(
            String problem, String word, Place place, Collection<String> known, Problems problems) {
        Optional<String> nearest = Nearest.to(word, known);
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                place,
                problem + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write " + near).orElse("use one of the questionnaire"));
    }
}
