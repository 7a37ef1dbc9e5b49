package eyebright.freeze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What differs between a questionnaire as it was frozen and as it is, told from both canonical texts.
///
/// Who counts and who may take part stand in the plan as well, and are told there.
final class QuestionnaireChanges {

    private static final Set<String> OF_THE_PLAN = Set.of("counts", "eligible-if");

    /// The number of the form of the text, and the name, which a folder decides.
    private static final String STUDY = "study";

    private QuestionnaireChanges() {}

    static List<Deviation> between(String frozen, String now) {
        if (frozen.equals(now)) {
            return List.of();
        }
        Map<String, Map<String, List<String>>> was = parts(frozen);
        Map<String, Map<String, List<String>>> is = parts(now);
        var words = new ArrayList<Deviation>();
        var keys = new LinkedHashSet<>(is.keySet());
        keys.addAll(was.keySet());
        for (String key : keys) {
            Map<String, List<String>> old = was.get(key);
            Map<String, List<String>> here = is.get(key);
            if (old == null) {
                words.add(questions("the %s was added".formatted(key)));
            } else if (here == null) {
                words.add(questions("the %s was removed".formatted(key)));
            } else if (!old.equals(here)) {
                changed(key, old, here, words);
            }
        }
        if (words.isEmpty() && !withoutThoseOfThePlan(frozen).equals(withoutThoseOfThePlan(now))) {
            words.add(questions("the order of pages, questions or answers has changed"));
        }
        return words.stream().distinct().toList();
    }

    private static List<String> withoutThoseOfThePlan(String text) {
        return text.lines()
                .skip(1)
                .filter(
                        line ->
                                OF_THE_PLAN.stream()
                                        .noneMatch(fact -> line.startsWith(fact + " =")))
                .toList();
    }

    private static void changed(
            String key,
            Map<String, List<String>> was,
            Map<String, List<String>> is,
            List<Deviation> words) {
        var facts = new LinkedHashSet<>(was.keySet());
        facts.addAll(is.keySet());
        for (String fact : facts) {
            String old = String.join("; ", was.getOrDefault(fact, List.of()));
            String now = String.join("; ", is.getOrDefault(fact, List.of()));
            if (!Objects.equals(old, now) && !OF_THE_PLAN.contains(fact)) {
                words.add(
                        key.equals(STUDY)
                                ? new Deviation(Deviation.Of.STUDY, Set.of(), study(fact, old, now))
                                : questions(part(key, fact, old, now)));
            }
        }
    }

    private static Deviation questions(String words) {
        return new Deviation(Deviation.Of.QUESTIONS, Set.of(), words);
    }

    private static String study(String fact, String was, String is) {
        if (fact.startsWith("consent.")) {
            return Change.words(
                    "the consent (%s)".formatted(fact.substring("consent.".length())), was, is);
        }
        return Change.words("the %s of the study".formatted(fact), was, is);
    }

    private static String part(String key, String fact, String was, String is) {
        if (fact.startsWith("option.") || fact.startsWith("item.")) {
            String code = fact.substring(fact.indexOf('.') + 1);
            String what = fact.startsWith("option.") ? "answer" : "item";
            if (was.isEmpty()) {
                return "the %s %s of the %s was added".formatted(what, code, key);
            }
            if (is.isEmpty()) {
                return "the %s %s of the %s was removed".formatted(what, code, key);
            }
            return Change.words("the %s %s of the %s".formatted(what, code, key), was, is);
        }
        String what =
                switch (fact) {
                    case "page.show-if" -> "condition";
                    case "page.title" -> "title";
                    case "page.intro" -> "introduction";
                    default -> fact.startsWith("page.") ? fact.substring("page.".length()) : fact;
                };
        return Change.words("the %s of the %s".formatted(what, key), was, is);
    }

    /// Lines by the page or question they are of, in the order of the text; those of the whole under
    /// `study`.
    private static Map<String, Map<String, List<String>>> parts(String text) {
        var parts = new LinkedHashMap<String, Map<String, List<String>>>();
        String key = STUDY;
        for (String line : text.lines().skip(1).toList()) {
            int equals = line.indexOf(" = ");
            String fact = equals < 0 ? line.strip() : line.substring(0, equals);
            String value = equals < 0 ? "" : line.substring(equals + 3);
            if (fact.equals("page") || fact.equals("question")) {
                key = fact + " " + value;
            } else {
                parts.computeIfAbsent(key, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(fact, _ -> new ArrayList<>())
                        .add(value);
            }
        }
        return parts;
    }
}
