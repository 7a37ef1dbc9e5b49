package eyebright.publish.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed from one version to the next, in sentences: first what a reader might have relied on.
///
/// Verdicts come first, then how many answered, then the figure that answers each claim's question, as it is printed: a change
/// that rounding hides is none. Other figures are counted, and so are those of what stands beside a claim. Then the plan and the
/// text.
public final class Change {

    private final Version before;
    private final Version now;
    private final Map<String, Version.Told> earlier = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    private Change(Version before, Version now) {
        this.before = before;
        this.now = now;
        before.findings().forEach(each -> earlier.put(each.id(), each));
    }

    /// What changed, from `before` to `now`; one sentence if nothing did.
    public static List<String> between(Version before, Version now) {
        return new Change(before, now).told();
    }

    private List<String> told() {
        if (!before.data().kind().equals(now.data().kind())) {
            sentences.add(
                    now.data().isRehearsed()
                            ? "Its respondents are rehearsed; those of the version before were real."
                            : "Its respondents are real; those of the version before were rehearsed.");
            planAndText();
            return List.copyOf(sentences);
        }
        now.findings().forEach(this::verdict);
        respondents();
        now.findings().stream().filter(Change::isClaim).forEach(this::answer);
        others();
        goneAndNew();
        planAndText();
        if (sentences.isEmpty()) {
            sentences.add(
                    before.data().hash().equals(now.data().hash())
                            ? "Nothing changed."
                            : "Answers changed, but no printed figure did.");
        }
        return List.copyOf(sentences);
    }

    private void verdict(Version.Told finding) {
        Version.Told was = earlier.get(finding.id());
        if (was != null && !was.verdict().equals(finding.verdict())) {
            sentences.add(
                    "%s: %s before, %s now."
                            .formatted(
                                    finding.id(),
                                    was.verdict().orElse("no verdict"),
                                    finding.verdict().orElse("no verdict")));
        }
    }

    private void respondents() {
        int more = now.data().respondents() - before.data().respondents();
        if (more != 0) {
            sentences.add(
                    "%,d %s respondent%s: %,d now, %,d before."
                            .formatted(
                                    Math.abs(more),
                                    more > 0 ? "more" : "fewer",
                                    Math.abs(more) == 1 ? "" : "s",
                                    now.data().respondents(),
                                    before.data().respondents()));
        }
    }

    private void answer(Version.Told finding) {
        Version.Told was = earlier.get(finding.id());
        if (was == null) {
            return;
        }
        Optional<String> old = lead(was);
        Optional<String> fresh = lead(finding);
        if (!old.equals(fresh)) {
            sentences.add(
                    "%s: %s before, %s now."
                            .formatted(
                                    finding.id(),
                                    old.orElse("not told"),
                                    fresh.orElse("not told")));
        }
    }

    /// What stands beside a claim is named behind it.
    private static boolean isClaim(Version.Told finding) {
        return finding.id().indexOf('.') < 0;
    }

    private static Optional<String> lead(Version.Told finding) {
        return finding.figures().stream().findFirst().map(Version.Figure::printed);
    }

    /// How many figures changed of those that answer no question by themselves.
    private void others() {
        int changed = 0;
        for (Version.Told finding : now.findings()) {
            Version.Told was = earlier.get(finding.id());
            if (was != null) {
                changed += others(was, finding);
            }
        }
        if (changed > 0) {
            sentences.add(
                    changed == 1
                            ? "1 other printed figure changed."
                            : "%,d other printed figures changed.".formatted(changed));
        }
    }

    private static int others(Version.Told was, Version.Told is) {
        Map<String, String> old = new LinkedHashMap<>();
        int told = isClaim(is) ? 1 : 0;
        was.figures().stream().skip(told).forEach(each -> old.put(each.name(), each.printed()));
        int changed = 0;
        for (Version.Figure figure : is.figures().stream().skip(told).toList()) {
            if (!figure.printed().equals(old.remove(figure.name()))) {
                changed++;
            }
        }
        return changed + old.size();
    }

    private void goneAndNew() {
        Map<String, Version.Told> gone = new LinkedHashMap<>(earlier);
        for (Version.Told finding : now.findings()) {
            if (gone.remove(finding.id()) == null) {
                sentences.add("%s: not in the version before.".formatted(finding.id()));
            }
        }
        gone.keySet().forEach(id -> sentences.add("%s: no longer told.".formatted(id)));
    }

    private void planAndText() {
        if (!before.plan().hash().equals(now.plan().hash())) {
            sentences.add("The plan changed.");
        }
        if (!before.plan().frozen().equals(now.plan().frozen())) {
            sentences.add(
                    "The plan: %s before, %s now."
                            .formatted(
                                    before.plan().frozen().orElse("not frozen"),
                                    now.plan().frozen().orElse("not frozen")));
        }
        if (!before.text().equals(now.text())) {
            sentences.add("The text of the article changed.");
        }
    }
}
