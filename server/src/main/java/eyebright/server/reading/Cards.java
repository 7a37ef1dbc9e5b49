package eyebright.server.reading;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.Shape;
import eyebright.article.Arrangement;
import eyebright.article.Before;
import eyebright.article.FindingView;
import eyebright.article.Sentence;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.freeze.Standing;
import eyebright.plan.Claim;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Fielded;
import eyebright.server.page.Shell;
import eyebright.server.talk.Talk;
import eyebright.store.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// Findings as pages show them.
final class Cards {

    private Cards() {}

    static FindingsPage page(Fielded fielded, Publishing.Published published) {
        Findings findings = published.findings();
        return new FindingsPage(
                fielded.name(),
                fielded.study().asks(),
                basis(published),
                lead(published),
                Frost.of(findings),
                Arrangement.of(findings.findings()).groups().stream()
                        .map(
                                group ->
                                        new FindingsPage.Group(
                                                group.title(),
                                                group.findings().stream()
                                                        .map(each -> card(each, fielded, findings))
                                                        .toList()))
                        .toList());
    }

    /// One of the cards, as it stands among other texts.
    static FindingsPage.Card card(Finding finding, Fielded fielded, Findings findings) {
        return card(
                view(finding, findings),
                finding,
                Optional.of("/%s/findings/%s".formatted(fielded.name(), finding.id())));
    }

    static OriginPage origin(
            Fielded fielded,
            Publishing.Published published,
            Finding finding,
            Shell shell,
            Optional<Talk> talk) {
        FindingView view = view(finding, published.findings());
        return new OriginPage(
                shell,
                fielded.name(),
                basis(published),
                card(view, finding, Optional.empty()),
                facts(fielded, published, finding),
                Optional.of(view.details()).filter(table -> !table.rows().isEmpty()),
                view.before().stream().map(Cards::inFull).toList(),
                talk);
    }

    private static FindingView view(Finding finding, Findings findings) {
        Origin origin = findings.data().mark().isPresent() ? Origin.REHEARSED : Origin.REAL;
        return FindingView.ofPublic(finding, origin, "p-" + finding.id());
    }

    private static FindingsPage.Card card(
            FindingView view, Finding finding, Optional<String> more) {
        return new FindingsPage.Card(
                view.id(),
                view.question(),
                html(view.answer()),
                view.picture().map(Picture::svg).orElse(""),
                view.before().stream().map(Cards::inShort).toList(),
                verdict(finding),
                tone(finding),
                view.judged(),
                view.notes(),
                more,
                view.picture().map(Picture::table),
                view.beside().stream().map(Cards::beside).toList());
    }

    private static FindingsPage.Beside beside(FindingView view) {
        return new FindingsPage.Beside(
                view.id(),
                view.claim(),
                html(view.answer()),
                view.picture().map(Picture::svg).orElse(""),
                view.notes(),
                Optional.of(view.details()).filter(table -> !table.rows().isEmpty()));
    }

    /// In a word or two; what opens below says why.
    private static String verdict(Finding finding) {
        if (finding.verdict().isPresent()) {
            return finding.verdict().get().word();
        }
        if (finding.shape() instanceof Shape.Unanalysed) {
            return "not yet analysed";
        }
        if (finding.expects().isEmpty()) {
            return "described";
        }
        return finding.rule().isEmpty() ? "rule in words" : "not yet judged";
    }

    private static String tone(Finding finding) {
        return finding.verdict()
                .map(
                        verdict ->
                                switch (verdict) {
                                    case SUPPORTED, NO_DIFFERENCE -> "supported";
                                    case CONTRADICTED -> "contradicted";
                                    case INCONCLUSIVE -> "open";
                                })
                .orElse("none-yet");
    }

    private static String html(Sentence sentence) {
        return sentence.parts().stream()
                .map(
                        part ->
                                switch (part) {
                                    case Sentence.Part.Plain(String text) ->
                                            HtmlUtils.htmlEscape(text, "UTF-8");
                                    case Sentence.Part.Strong(String text) ->
                                            "<strong>%s</strong>"
                                                    .formatted(HtmlUtils.htmlEscape(text, "UTF-8"));
                                })
                .collect(Collectors.joining());
    }

    private static String inShort(Before before) {
        return "Published: %s (%s)".formatted(before.says(), before.certainty());
    }

    private static String inFull(Before before) {
        return "%s. %s (%s)%s"
                .formatted(
                        before.says(),
                        before.source(),
                        before.certainty(),
                        before.note().map(note -> ". " + note).orElse(""));
    }

    /// How many respondents, which snapshot, whether the plan is frozen.
    static String basis(Publishing.Published published) {
        String plan =
                published
                        .findings()
                        .plan()
                        .frozen()
                        .map(Standing::inShort)
                        .orElse("the plan is not frozen");
        if (published.beforeChange().isPresent()) {
            return "%s · the study has changed since · %s"
                    .formatted(respondents(published.beforeChange().getAsInt()), plan);
        }
        return published.number() == 0
                ? "No findings yet · " + plan
                : "%s · snapshot %,d · %s"
                        .formatted(
                                respondents(published.findings().data().respondents()),
                                published.number(),
                                plan);
    }

    private static String respondents(int number) {
        return number == 1 ? "1 respondent" : "%,d respondents".formatted(number);
    }

    private static String lead(Publishing.Published published) {
        Findings findings = published.findings();
        int wanted = findings.plan().respondents();
        int now = published.beforeChange().orElse(findings.data().respondents());
        if (published.beforeChange().isEmpty() && now > 0 && now >= wanted) {
            return "Here is every question the study set out to answer. What others have published"
                    + " stands beside it in grey.";
        }
        String asks = "Here is what the study asks, and what others have published. ";
        if (published.beforeChange().isPresent() && now + Snapshots.LEAST_JOINED >= wanted) {
            return asks
                    + "The questionnaire or the plan has changed since %,d people took part;"
                            .formatted(now)
                    + " findings follow with the next ten answers.";
        }
        if (wanted == 0) {
            return asks + "Answers are shown when there are some.";
        }
        return asks
                + "Answers are shown once %,d people have taken part; so far %s."
                        .formatted(
                                wanted, now == 0 ? "none are counted" : "%,d have".formatted(now));
    }

    private static List<OriginPage.Fact> facts(
            Fielded fielded, Publishing.Published published, Finding finding) {
        Findings findings = published.findings();
        var facts = new ArrayList<OriginPage.Fact>();
        facts.add(new OriginPage.Fact("The claim", finding.claim()));
        facts.add(new OriginPage.Fact("Verdict", view(finding, findings).verdict()));
        fielded.folder().plan().claims().stream()
                .filter(claim -> claim.id().equals(finding.id()))
                .findFirst()
                .flatMap(Claim::notes)
                .ifPresent(notes -> facts.add(new OriginPage.Fact("Why so", notes)));
        facts.add(new OriginPage.Fact("Answers", answers(findings.data())));
        findings.data()
                .hash()
                .ifPresent(hash -> facts.add(new OriginPage.Fact("Fingerprint of the data", hash)));
        facts.add(new OriginPage.Fact("Fingerprint of the plan", findings.plan().hash()));
        findings.plan()
                .frozen()
                .ifPresent(
                        standing -> {
                            facts.add(
                                    new OriginPage.Fact(
                                            finding.planned().orElse(false)
                                                    ? "Planned"
                                                    : "Exploratory",
                                            Frost.standing(finding, standing)));
                            standing.deviationsOf(finding.id())
                                    .forEach(
                                            change ->
                                                    facts.add(
                                                            new OriginPage.Fact(
                                                                    "Deviation",
                                                                    change.sentence())));
                        });
        return facts;
    }

    private static String answers(Findings.Data data) {
        String of = data.mark().map("made-up respondents (%s)"::formatted).orElse("respondents");
        String excluded =
                data.excluded().entrySet().stream()
                        .map(
                                each ->
                                        "; not counted, %s: %s"
                                                .formatted(
                                                        each.getKey(),
                                                        FindingView.publicNumber(each.getValue())))
                        .collect(Collectors.joining());
        return "%,d %s%s".formatted(data.respondents(), of, excluded);
    }
}
