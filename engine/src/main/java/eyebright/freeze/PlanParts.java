package eyebright.freeze;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The canonical text of a plan taken apart again: its head, and its scales, flags, numbers, words and claims.
///
/// A text of an older or newer Eyebright reads as well: a line is a keyword and a text, whatever the keyword.
///
/// @param head the lines of the whole plan, texts by keyword; a keyword may stand several times
/// @param parts in the order of the text, by kind and name, as `claim ever`
record PlanParts(Map<String, List<String>> head, Map<String, Part> parts) {

    private static final Set<String> BEGIN =
            Set.of("scale", "flag", "careless", "let", "words", "claim");

    /// As names are, so that `open` is not found in `openness`.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    /// Follow `beside NAME` and belong to it.
    private static final Set<String> OF_BESIDE = Set.of("says", "analysis", "among");

    /// A scale, a flag, a number, words or a claim.
    ///
    /// @param kind the keyword it begins with
    /// @param name what it is called
    /// @param lines texts by keyword; those of a further analysis by `beside NAME keyword`
    record Part(String kind, String name, Map<String, List<String>> lines) {

        boolean isClaim() {
            return kind.equals("claim");
        }

        boolean isFlag() {
            return kind.equals("flag") || kind.equals("careless");
        }

        /// Whether claims can read it: all but claims and words.
        boolean isRead() {
            return !isClaim() && !kind.equals("words");
        }

        /// Every word its numbers are made of: of everything but what is said to people.
        Set<String> wordsRead() {
            var words = new HashSet<String>();
            lines.forEach(
                    (keyword, values) -> {
                        if (!keyword.endsWith("says") && !keyword.equals("asks")) {
                            for (String value : values) {
                                WORD.matcher(value)
                                        .results()
                                        .map(MatchResult::group)
                                        .forEach(words::add);
                            }
                        }
                    });
            return words;
        }
    }

    static PlanParts of(String text) {
        var head = new LinkedHashMap<String, List<String>>();
        var parts = new LinkedHashMap<String, Part>();
        Map<String, List<String>> lines = head;
        String beside = "";
        for (String line : text.lines().toList()) {
            int blank = line.indexOf(' ');
            String keyword = blank < 0 ? line : line.substring(0, blank);
            String value = blank < 0 ? "" : line.substring(blank + 1);
            if (BEGIN.contains(keyword)) {
                Part part = begun(keyword, value, parts);
                parts.put(part.kind() + " " + part.name(), part);
                lines = part.lines();
                beside = "";
            } else if (keyword.equals("beside")) {
                beside = "beside %s ".formatted(value);
                add(lines, "beside", value);
            } else if (!beside.isEmpty() && OF_BESIDE.contains(keyword)) {
                add(lines, beside + keyword, value);
            } else {
                beside = "";
                add(lines, keyword, value);
            }
        }
        return new PlanParts(head, parts);
    }

    private static Part begun(String kind, String value, Map<String, Part> parts) {
        var lines = new LinkedHashMap<String, List<String>>();
        int blank = value.indexOf(' ');
        if (blank >= 0) {
            add(lines, "is", value.substring(blank + 1));
        }
        String name = blank < 0 ? value : value.substring(0, blank);
        // The one kind of part that has no name of its own: told apart by their order.
        int same = 1;
        String unique = name;
        while (parts.containsKey(kind + " " + unique)) {
            same++;
            unique = "%s (%d)".formatted(name, same);
        }
        return new Part(kind, unique, lines);
    }

    private static void add(Map<String, List<String>> lines, String keyword, String value) {
        lines.computeIfAbsent(keyword, _ -> new ArrayList<>()).add(value);
    }
}
