package eyebright.freeze;

import eyebright.freeze.PlanParts.Part;
import eyebright.score.Scales;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What differs between a plan as it was frozen and as it is, told from both canonical texts.
final class PlanChanges {

    private static final String USUAL_ALPHA = "0.05";

    private final PlanParts was;
    private final PlanParts is;
    private final Set<String> unchanged = new LinkedHashSet<>();
    private final List<Deviation> deviations = new ArrayList<>();

    /// By the part itself, since many are asked for many names.
    private final IdentityHashMap<Part, Set<String>> read = new IdentityHashMap<>();

    PlanChanges(String frozen, String now) {
        was = PlanParts.of(frozen);
        is = PlanParts.of(now);
        head();
        Set<String> changed = new LinkedHashSet<>();
        changedFrom(was, is, changed);
        changedFrom(is, was, changed);
        Set<String> touched = withReaders(changed);
        is.parts().forEach((key, part) -> part(key, part, touched));
        was.parts()
                .forEach(
                        (key, part) -> {
                            if (!is.parts().containsKey(key)) {
                                removed(part);
                            }
                        });
    }

    /// Adds the names of scales, flags and numbers of one that the other has not, or has otherwise.
    private static void changedFrom(PlanParts one, PlanParts other, Set<String> changed) {
        one.parts()
                .forEach(
                        (key, part) -> {
                            if (part.isRead() && !part.equals(other.parts().get(key))) {
                                changed.add(part.name());
                            }
                        });
    }

    /// Ids of the claims whose text, and everything they read, stands as it was frozen.
    Set<String> unchanged() {
        return unchanged;
    }

    List<Deviation> deviations() {
        return deviations;
    }

    /// The names, and those of scales, flags and numbers that read one of them.
    private Set<String> withReaders(Set<String> changed) {
        Set<String> all = new LinkedHashSet<>(changed);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (PlanParts plan : List.of(was, is)) {
                for (Part part : plan.parts().values()) {
                    if (part.isRead() && (all.contains(part.name()) || reads(part, all))) {
                        grew |= all.add(part.name());
                        // Flags are counted in a column of their own.
                        grew |= part.isFlag() && all.add(Scales.FLAGS);
                    }
                }
            }
        }
        return all;
    }

    private boolean reads(Part part, Set<String> names) {
        if (names.isEmpty()) {
            return false;
        }
        Set<String> words = read.computeIfAbsent(part, Part::wordsRead);
        return names.stream().anyMatch(words::contains);
    }

    private void head() {
        Map<String, List<String>> before = was.head();
        Map<String, List<String>> after = is.head();
        var keywords = new LinkedHashSet<>(before.keySet());
        keywords.addAll(after.keySet());
        // The number of the form of the text is Eyebright's own.
        keywords.remove("plan");
        for (String keyword : keywords) {
            String old = String.join(", ", before.getOrDefault(keyword, List.of()));
            String now = String.join(", ", after.getOrDefault(keyword, List.of()));
            if (!old.equals(now)) {
                // Written only where it is not the usual one.
                String unsaid = keyword.equals("alpha") ? USUAL_ALPHA : "";
                deviations.add(
                        new Deviation(
                                keyword.equals("counts") ? Deviation.Of.STUDY : Deviation.Of.PLAN,
                                Set.of(),
                                headWords(
                                        keyword,
                                        old.isEmpty() ? unsaid : old,
                                        now.isEmpty() ? unsaid : now)));
            }
        }
    }

    private static String headWords(String keyword, String old, String now) {
        String what =
                switch (keyword) {
                    case "name" -> "the name of the plan";
                    case "respondents" -> "the number of respondents";
                    case "level" -> "the level of intervals";
                    case "alpha" -> "what may pass by chance (alpha)";
                    case "counts" -> "who counts";
                    case "stopping" -> "the stopping rule";
                    case "simultaneous" -> "the families whose intervals cover together";
                    default -> keyword;
                };
        return Change.words(what, old, now);
    }

    private void part(String key, Part part, Set<String> touched) {
        Part frozen = was.parts().get(key);
        if (frozen == null) {
            one(part, "%s was added".formatted(named(part)));
        } else if (!frozen.equals(part)) {
            changes(frozen, part)
                    .forEach((keyword, change) -> one(part, PartWords.of(part, keyword, change)));
        } else if (part.isClaim() && !reads(part, touched)) {
            unchanged.add(part.name());
        }
    }

    private void removed(Part part) {
        one(part, "%s was removed".formatted(named(part)));
    }

    private static String named(Part part) {
        return part.isClaim() ? "the claim " + part.name() : PartWords.named(part);
    }

    private static Map<String, Change> changes(Part was, Part is) {
        var keywords = new LinkedHashSet<>(was.lines().keySet());
        keywords.addAll(is.lines().keySet());
        var changes = new LinkedHashMap<String, Change>();
        for (String keyword : keywords) {
            Optional<String> old = joined(was, keyword);
            Optional<String> now = joined(is, keyword);
            if (!old.equals(now)) {
                changes.put(keyword, new Change(old, now));
            }
        }
        return changes;
    }

    private static Optional<String> joined(Part part, String keyword) {
        return Optional.ofNullable(part.lines().get(keyword))
                .map(values -> String.join("; ", values));
    }

    private void one(Part part, String words) {
        Set<String> concerns;
        if (part.isClaim()) {
            concerns = Set.of(part.name());
        } else if (part.kind().equals("words")) {
            concerns = Set.of();
        } else {
            concerns = readersOf(part);
        }
        boolean isScale = part.isFlag() || part.kind().equals("scale");
        deviations.add(
                new Deviation(isScale ? Deviation.Of.SCALES : Deviation.Of.PLAN, concerns, words));
    }

    /// The claims that read a scale, a flag or a number.
    private Set<String> readersOf(Part part) {
        Set<String> names = withReaders(Set.of(part.name()));
        var readers = new LinkedHashSet<String>();
        for (Part each : is.parts().values()) {
            if (each.isClaim() && reads(each, names)) {
                readers.add(each.name());
            }
        }
        return readers;
    }
}
