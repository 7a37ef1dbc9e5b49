package eyebright.server;

import eyebright.analysis.Certainty;
import eyebright.analysis.Claim;
import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.Missing;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Originals;
import eyebright.analysis.Shape;
import eyebright.chart.Table;
import eyebright.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Findings as pages show them.
final class Cards {

    private Cards() {}

    static FindingsPage page(Fielded fielded, Publishing.Published published, Shell shell) {
        Findings findings = published.findings();
        return new FindingsPage(
                shell,
                fielded.name(),
                fielded.study().asks(),
                basis(published),
                lead(findings),
                findings.findings().stream()
                        .map(
                                finding ->
                                        card(
                                                finding,
                                                findings,
                                                Optional.of(
                                                        "/%s/findings/%s"
                                                                .formatted(
                                                                        fielded.name(),
                                                                        finding.id()))))
                        .toList());
    }

    static OriginPage origin(
            Fielded fielded, Publishing.Published published, Finding finding, Shell shell) {
        return new OriginPage(
                shell,
                fielded.name(),
                basis(published),
                card(finding, published.findings(), Optional.empty()),
                facts(fielded, published, finding),
                estimates(finding),
                published(finding.originals()));
    }

    private static String basis(Publishing.Published published) {
        int respondents = published.findings().data().respondents();
        String who =
                respondents == 1 ? "1 respondent" : "%,d respondents".formatted(respondents);
        return published.number() == 0
                ? "No findings yet · the plan is not frozen"
                : "%s · snapshot %,d · the plan is not frozen".formatted(who, published.number());
    }

    private static String lead(Findings findings) {
        int wanted = findings.plan().respondents();
        int now = findings.data().respondents();
        if (now < wanted || now == 0) {
            return "Here is what the study asks, and what others have published. Answers are shown%s."
                    .formatted(
                            wanted == 0
                                    ? " when there are some"
                                    : " once %,d people have taken part; so far %s"
                                            .formatted(
                                                    wanted,
                                                    now == 0 ? "none are counted" : "%,d have".formatted(now)));
        }
        return "Here is every question the study set out to answer. What others have published stands"
                + " beside it in grey.";
    }

    private static FindingsPage.Card card(
            Finding finding, Findings findings, Optional<String> more) {
        return new FindingsPage.Card(
                finding.id(),
                finding.question(),
                Markdown.line(finding.withheld().orElse("")),
                "",
                published(finding.originals()),
                verdict(finding),
                notes(finding, findings),
                more,
                Optional.empty());
    }

    private static String verdict(Finding finding) {
        return finding.shape() instanceof Shape.Unanalysed
                ? "not yet analysed"
                : finding.verdict().orElse("not yet judged: the plan is not frozen");
    }

    private static List<String> notes(Finding finding, Findings findings) {
        var notes = new ArrayList<String>();
        if (finding.primary()) {
            notes.add("one of the main claims");
        }
        if (finding.withheld().isEmpty() && !(finding.shape() instanceof Shape.Unanalysed)) {
            notes.add("n = %,d".formatted(finding.n()));
            for (Map.Entry<Missing, Integer> missing : finding.missing().entrySet()) {
                if (missing.getValue() > 0) {
                    notes.add(missing.getKey().word() + ": " + missing.getValue());
                }
            }
        }
        if (findings.data().kind().equals("rehearsed")) {
            notes.add("rehearsed: made-up respondents");
        }
        return notes;
    }

    private static List<OriginPage.Fact> facts(
            Fielded fielded, Publishing.Published published, Finding finding) {
        Findings findings = published.findings();
        var facts = new ArrayList<OriginPage.Fact>();
        facts.add(new OriginPage.Fact("The claim", finding.claim()));
        facts.add(new OriginPage.Fact("Verdict", verdict(finding) + ": " + finding.why()));
        finding.family()
                .ifPresent(
                        family -> facts.add(new OriginPage.Fact("Judged together with", family)));
        claim(fielded, finding)
                .flatMap(Claim::notes)
                .ifPresent(notes -> facts.add(new OriginPage.Fact("Why so", notes)));
        facts.add(new OriginPage.Fact("Answers", answers(findings)));
        facts.add(new OriginPage.Fact("Fingerprint of the data", findings.data().hash()));
        facts.add(new OriginPage.Fact("Fingerprint of the plan", findings.plan().hash()));
        return facts;
    }

    private static String answers(Findings findings) {
        var words = new StringBuilder();
        words.append(
                findings.data()
                        .mark()
                        .map(mark -> "made up (%s), %,d respondents")
                        .orElse("of %2$,d respondents")
                        .formatted(
                                findings.data().mark().orElse(""),
                                findings.data().respondents()));
        findings.data()
                .excluded()
                .forEach((reason, n) -> words.append("; not counted, %s: %,d".formatted(reason, n)));
        return words.toString();
    }

    private static Optional<Claim> claim(Fielded fielded, Finding finding) {
        return fielded.folder().plan().claims().stream()
                .filter(claim -> claim.id().equals(finding.id()))
                .findFirst();
    }

    private static Optional<Table> estimates(Finding finding) {
        if (finding.estimates().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Table(
                        "Every number of this finding",
                        List.of("name", "value", "low", "high", "level"),
                        finding.estimates().stream().map(Cards::row).toList()));
    }

    private static List<String> row(NamedEstimate named) {
        return switch (named.estimate()) {
            case Estimate.NotEstimable(String reason) ->
                    List.of(named.name(), "none: " + reason, "", "", "");
            case Estimate.Known known -> List.of(named.name(), digits(known.value()), "", "", "");
        };
    }

    private static String digits(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private static List<String> published(Originals originals) {
        var published = new ArrayList<String>();
        for (Originals.Figure figure : originals.figures()) {
            var of = figure.published();
            published.add(
                    "Published: %s%s, %s (%s; %s)"
                            .formatted(
                                    of.value().map(value -> value.toPlainString()).orElse("in words"),
                                    of.value().isPresent() ? " " + of.unit() : "",
                                    of.quantity(),
                                    of.source(),
                                    certainty(of.certainty())));
        }
        for (Originals.Words words : originals.words()) {
            published.add("Published: “%s” (%s)".formatted(words.words(), words.source()));
        }
        return published;
    }

    private static String certainty(Certainty certainty) {
        return certainty.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
