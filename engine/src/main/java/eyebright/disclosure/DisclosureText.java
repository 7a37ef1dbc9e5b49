package eyebright.disclosure;

import eyebright.disclosure.Treatment.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A report in sentences that an article can take over.
final class DisclosureText {

    private final DisclosureReport report;

    private DisclosureText(DisclosureReport report) {
        this.report = report;
    }

    static String of(DisclosureReport report) {
        var text = new DisclosureText(report);
        return text.paragraphs().stream().collect(Collectors.joining("\n\n", "", "\n"));
    }

    private List<String> paragraphs() {
        if (report.published() == 0) {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "No rows are published: there are %s, and %,d at least must share each combination of what identifies.",
                            people(report.respondents()),
                            report.fewest()));
        }
        var paragraphs = new ArrayList<String>();
        paragraphs.add(
                String.format(
                        Locale.ROOT,
                        "The table holds %s, in an order drawn anew and under numbers that say nothing else.",
                        people(report.published())));
        if (report.published() < report.respondents()) {
            paragraphs.add(
                    "Those who joined last are not among them yet: they are too few to hide among each other.");
        }
        paragraphs.addAll(treated());
        paragraphs.addAll(report.identifying().isEmpty() ? List.of() : combinations());
        paragraphs.add(
                "This hides who somebody is from those who know what identifies, and not what all who share a"
                        + " combination answered alike, nor somebody who told others of their answers. Another version"
                        + " of this table tells these rows as they stand here; those that only one of two versions has"
                        + " share their combinations with as many of them.");
        return paragraphs;
    }

    /// What was done to variables as a whole; nothing if nothing was.
    private List<String> treated() {
        var sentences = new ArrayList<String>();
        List<String> texts = names(Told.FreeText.class);
        List<String> out = names(Told.LeftOut.class);
        if (!texts.isEmpty()) {
            sentences.add("Free text was left out: %s.".formatted(String.join(", ", texts)));
        }
        if (!out.isEmpty()) {
            sentences.add("Left out as well: %s.".formatted(String.join(", ", out)));
        }
        for (Treatment each : report.treatments()) {
            switch (each.told()) {
                case Told.InBands(Bands bands) ->
                        sentences.add(coarser(each, "bands", bands.words()));
                case Told.InGroups(Groups groups) ->
                        sentences.add(coarser(each, "groups", groups.words()));
                case Told.AsAnswered _, Told.LeftOut _, Told.FreeText _ -> {}
            }
        }
        return sentences.isEmpty() ? List.of() : List.of(String.join(" ", sentences));
    }

    private static String coarser(Treatment each, String what, String words) {
        return String.format(
                Locale.ROOT,
                "%s is told in %s, which changed %,d %s: %s.",
                each.variable(),
                what,
                each.changed(),
                each.changed() == 1 ? "answer" : "answers",
                words);
    }

    private List<String> names(Class<? extends Told> told) {
        return report.treatments().stream()
                .filter(each -> told.isInstance(each.told()))
                .map(Treatment::variable)
                .toList();
    }

    private List<String> combinations() {
        int cells = report.published() * report.identifying().size();
        int withheld = report.withheldOfIdentifying();
        String others =
                report.withheldOfOthers() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", and %,d cells of other questions, which were asked or not because of these",
                                report.withheldOfOthers());
        String first =
                String.format(
                        Locale.ROOT,
                        "Somebody who is known to have taken part could be found by %s. As they answered, %s; in bands and groups, %s.",
                        String.join(", ", report.identifying()),
                        exposed(report.asAnswered()),
                        exposed(report.coarser()));
        String second =
                withheld == 0
                        ? "Nothing had to be withheld."
                        : String.format(
                                Locale.ROOT,
                                "So %,d of %,d cells of these (%.1f %%) are withheld%s: %s.",
                                withheld,
                                cells,
                                100.0 * withheld / cells,
                                others,
                                byVariable());
        String third =
                String.format(
                        Locale.ROOT,
                        "Each combination, with what of it is withheld, is now shared by %,d or more (k-anonymity, k = %,d): %s. Of no answer to these are fewer than %,d cells withheld, unless none is told, so that what can be had by subtracting the table's figures from those of all answers is a sum over as many.",
                        report.fewest(),
                        report.reached().least(),
                        sizes(),
                        report.fewest());
        return List.of(String.join(" ", first, second), third);
    }

    /// How many share their combination with too few.
    private String exposed(Sharing sharing) {
        int below = sharing.below(report.fewest());
        return below == 0
                ? String.format(
                        Locale.ROOT, "each combination was shared by %,d or more", sharing.least())
                : String.format(
                        Locale.ROOT,
                        "%,d of %s had a combination that fewer than %,d shared",
                        below,
                        people(report.published()),
                        report.fewest());
    }

    private String byVariable() {
        return report.treatments().stream()
                .filter(each -> each.withheld() > 0)
                .map(each -> String.format(Locale.ROOT, "%s %,d", each.variable(), each.withheld()))
                .collect(Collectors.joining(", "));
    }

    /// How many combinations are shared by how many; those that are shared by many, together.
    private String sizes() {
        int many = 2 * report.fewest();
        var sizes = new ArrayList<String>();
        int larger = 0;
        for (Map.Entry<Integer, Integer> each : report.reached().rows().entrySet()) {
            int combinations = each.getValue() / each.getKey();
            if (each.getKey() < many) {
                sizes.add(String.format(Locale.ROOT, "%,d by %,d", combinations, each.getKey()));
            } else {
                larger += combinations;
            }
        }
        if (larger > 0) {
            sizes.add(String.format(Locale.ROOT, "%,d by %,d or more", larger, many));
        }
        return String.join(", ", sizes);
    }

    private static String people(int count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d respondent" : "%,d respondents", count);
    }
}
