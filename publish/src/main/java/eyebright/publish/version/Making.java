package eyebright.publish.version;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.NamedEstimate;
import eyebright.article.FigureText;
import eyebright.article.FindingView;
import eyebright.article.Printed;
import eyebright.freeze.Standing;
import eyebright.publish.data.About;
import eyebright.publish.data.Licence;
import eyebright.publish.data.Release;
import eyebright.replication.Verdict;
import eyebright.source.Sha256;
import eyebright.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes what a version says of itself.
final class Making {

    private Making() {}

    /// An article as its authors wrote it.
    ///
    /// @param text the whole file: it changes with every word and every blank, not with what blanks are filled with
    record Article(String title, String text) {}

    /// The version of this program; `development` where there is none.
    static String program() {
        return Optional.ofNullable(Making.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// The next version.
    ///
    /// @param told the findings as the article tells them: what is withheld from it is withheld here
    /// @param release what goes out of the answers
    /// @param article its title and its file as it was written; absent if the study has none
    /// @param number its own
    /// @param before the one before; absent if this is the first
    static Version of(
            Findings told,
            Release release,
            Optional<Article> article,
            int number,
            Optional<Version> before) {
        Map<String, String> excluded = new LinkedHashMap<>();
        told.data()
                .excluded()
                .forEach((reason, n) -> excluded.put(reason, FindingView.publicNumber(n)));
        About about = release.about();
        var version =
                new Version(
                        told.study(),
                        article.map(Article::title).orElse(release.dataset().study().title()),
                        1,
                        about.day(),
                        program(),
                        new Version.Plan(
                                told.plan().hash(), told.plan().frozen().map(Standing::inShort)),
                        new Version.Data(
                                told.data().kind(),
                                told.data().hash(),
                                told.data().respondents(),
                                excluded,
                                release.removed(),
                                about.licence().map(Licence::id),
                                List.of()),
                        article.map(Article::text).map(Sha256::hex),
                        figures(told.findings()),
                        List.of());
        return version.with(
                number,
                before.map(earlier -> Change.between(earlier, version))
                        .orElse(List.of("The first version.")));
    }

    private static List<Version.Told> figures(List<Finding> findings) {
        var told = new ArrayList<Version.Told>();
        for (Finding finding : findings) {
            told.add(
                    new Version.Told(
                            finding.id(),
                            finding.question(),
                            finding.verdict().map(Verdict::word),
                            finding.estimates().stream()
                                    .flatMap(each -> figure(finding, each).stream())
                                    .toList()));
            told.addAll(figures(finding.beside()));
        }
        return told;
    }

    private static Optional<Version.Figure> figure(Finding finding, NamedEstimate named) {
        return named.estimate() instanceof Estimate.Known(double value, _, _)
                        && FigureText.value(finding, named.name())
                                instanceof Printed.Said(String text)
                ? Optional.of(new Version.Figure(named.name(), text, value))
                : Optional.empty();
    }
}
