package eyebright.article;

import eyebright.analysis.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The order in which findings are read: the primary ones first, then each family by itself, in the order in
/// which the plan first names them, then the others.
///
/// @param groups none of them empty
public record Arrangement(List<Group> groups) {

    public Arrangement {
        groups = List.copyOf(groups);
    }

    /// Findings that stand together.
    ///
    /// @param title what they have in common; empty where the plan makes no difference
    public record Group(String title, List<Finding> findings) {
        public Group {
            findings = List.copyOf(findings);
        }
    }

    /// The findings of a study, each once.
    public static Arrangement of(List<Finding> findings) {
        var primary = new ArrayList<Finding>();
        Map<String, List<Finding>> families = new LinkedHashMap<>();
        var others = new ArrayList<Finding>();
        for (Finding finding : findings) {
            if (finding.primary()) {
                primary.add(finding);
            } else if (finding.family().isPresent()) {
                families.computeIfAbsent(finding.family().get(), _ -> new ArrayList<>())
                        .add(finding);
            } else {
                others.add(finding);
            }
        }
        var groups = new ArrayList<Group>();
        add("Primary questions", primary, groups);
        families.forEach((family, members) -> add(title(family), members, groups));
        add(groups.isEmpty() ? "" : "Other questions", others, groups);
        return new Arrangement(groups);
    }

    private static void add(String title, List<Finding> findings, List<Group> groups) {
        if (!findings.isEmpty()) {
            groups.add(new Group(title, findings));
        }
    }

    /// A family as a heading: `how-often` is `How often`.
    private static String title(String family) {
        String words = family.replace('-', ' ').replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
