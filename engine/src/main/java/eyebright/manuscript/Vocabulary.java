package eyebright.manuscript;

import eyebright.analysis.Finding;
import eyebright.plan.Published;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the placeholders and citations of an article can name.
///
/// Used by one thread.
public final class Vocabulary {

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Published> published = new LinkedHashMap<>();
    private final Supplier<List<Finding>> complete;
    private final Bibliography bibliography;
    private Map<String, Finding> completed = Map.of();

    /// @param findings of nobody: they name every claim, and most figures
    /// @param complete findings that name every figure; asked for only if a figure is not known yet
    /// @param published the figures of `published.yaml`
    /// @param bibliography what can be cited
    public Vocabulary(
            List<Finding> findings,
            Supplier<List<Finding>> complete,
            Collection<Published> published,
            Bibliography bibliography) {
        byId(findings, this.findings);
        this.complete = complete;
        published.forEach(each -> this.published.put(each.id(), each));
        this.bibliography = bibliography;
    }

    private static void byId(List<Finding> findings, Map<String, Finding> into) {
        for (Finding finding : findings) {
            into.put(finding.id(), finding);
            byId(finding.beside(), into);
        }
    }

    /// The finding whose id is the longest beginning of a path, up to one of its dots.
    Optional<Finding> finding(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            Finding finding = findings.get(path.substring(0, end));
            if (finding != null) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    /// Ids of findings, also of those beside others.
    Collection<String> claims() {
        return findings.keySet();
    }

    Optional<Published> published(String id) {
        return Optional.ofNullable(published.get(id));
    }

    Collection<String> published() {
        return published.keySet();
    }

    /// Keys of references.
    Collection<String> references() {
        return bibliography.titles().keySet();
    }

    /// The finding of that id with every figure that it can have.
    private Finding complete(Finding finding) {
        if (completed.isEmpty()) {
            completed = new LinkedHashMap<>();
            byId(complete.get(), completed);
        }
        return completed.getOrDefault(finding.id(), finding);
    }

    /// Whether a finding can have an estimate or a test of that name.
    boolean has(Finding finding, String name) {
        return names(finding).anyMatch(name::equals)
                || names(complete(finding)).anyMatch(name::equals);
    }

    /// Names of all estimates and tests that a finding can have.
    Collection<String> figures(Finding finding) {
        var names = new TreeSet<String>();
        names(finding).forEach(names::add);
        names(complete(finding)).forEach(names::add);
        return names;
    }

    private static Stream<String> names(Finding finding) {
        return Stream.concat(
                finding.estimates().stream().map(each -> each.name()),
                finding.tests().stream().map(each -> each.name()));
    }
}
