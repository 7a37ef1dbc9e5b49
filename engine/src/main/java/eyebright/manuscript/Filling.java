package eyebright.manuscript;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.article.FigureText;
import eyebright.article.FindingView;
import eyebright.article.Printed;
import eyebright.chart.Origin;
import eyebright.freeze.Standing;
import eyebright.manuscript.MarkdownTree.Filled;
import eyebright.plan.Published;
import eyebright.replication.Agreement;
import eyebright.replication.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills the blanks of a manuscript.
final class Filling {

    private static final int HASH = 12;

    private final Facts facts;
    private final Map<String, Finding> findings;
    private final Map<String, Published> published = new HashMap<>();
    private final Parts parts;
    private final List<Manuscript.Blank> blanks;
    private int pictures;

    private Filling(Manuscript manuscript, Facts facts) {
        this.facts = facts;
        this.findings = facts.byId();
        facts.plan().published().forEach(each -> published.put(each.id(), each));
        this.parts = new Parts(facts, this::view);
        this.blanks = manuscript.blanks();
    }

    static List<Block> of(Manuscript manuscript, Facts facts) {
        return MarkdownTree.of(manuscript.text(), new Filling(manuscript, facts)::blank);
    }

    private Filled blank(int number) {
        return switch (blanks.get(number)) {
            case Manuscript.Blank.OfCitation(Inline.Cited cited) -> inLine(cited);
            case Manuscript.Blank.OfSlot(Slot slot) -> slot(slot);
        };
    }

    private static Filled inLine(Inline part) {
        return new Filled.InLine(List.of(part));
    }

    private Filled slot(Slot slot) {
        return switch (slot) {
            case Slot.OfPart(Slot.Part part) -> new Filled.Apart(parts.of(part));
            case Slot.OfStudy(Slot.Fact fact) -> inLine(new Inline.Text(fact(fact)));
            case Slot.OfPublished(String id) -> inLine(published(id));
            case Slot.OfClaim(String id, Slot.Asked asked) -> {
                Finding finding = findings.get(id);
                // What stands beside a finding is not told where the finding itself is withheld.
                yield finding == null ? inLine(open("it is not told yet")) : asked(finding, asked);
            }
        };
    }

    private static Inline open(String why) {
        return new Inline.Open(why);
    }

    private Inline published(String id) {
        Published figure = published.get(id);
        if (figure == null) {
            return open("published.yaml holds no " + id);
        }
        return new Inline.Text(figure.figure());
    }

    private String fact(Slot.Fact fact) {
        Findings all = facts.findings();
        return switch (fact) {
            case TITLE -> facts.study().title();
            case ASKS -> facts.study().asks();
            case RESPONDENTS -> "%,d".formatted(all.data().respondents());
            case PLANNED -> "%,d".formatted(all.plan().respondents());
            case EXCLUDED ->
                    facts.people()
                            .apply(
                                    all.data().excluded().values().stream()
                                            .mapToInt(Integer::intValue)
                                            .sum());
            case PLAN_HASH -> all.plan().hash().substring(0, HASH);
            case DATA_HASH ->
                    all.data().hash().map(hash -> hash.substring(0, HASH)).orElse("not told yet");
            case FROZEN -> all.plan().frozen().map(Standing::inShort).orElse("not frozen");
        };
    }

    private Filled asked(Finding finding, Slot.Asked asked) {
        return switch (asked) {
            case Slot.Asked.Words(Slot.Word word) -> word(finding, word);
            case Slot.Asked.Figure(String name, Slot.Form form) ->
                    inLine(
                            told(
                                    finding,
                                    switch (form) {
                                        case VALUE -> FigureText.value(finding, name);
                                        case INTERVAL -> FigureText.interval(finding, name);
                                        case APA -> FigureText.apa(finding, name);
                                    }));
            case Slot.Asked.Direction(String name, List<String> words) ->
                    inLine(
                            FigureText.side(finding, name)
                                    .map(side -> side > 0 ? 0 : side < 0 ? 1 : 2)
                                    .<Inline>map(
                                            choice ->
                                                    Inline.Told.of(words.get(choice), finding.id()))
                                    .orElseGet(() -> open(reason(finding, name))));
            case Slot.Asked.Outcome(List<String> words) ->
                    inLine(
                            finding.verdict()
                                    .<Inline>map(
                                            verdict ->
                                                    Inline.Told.of(
                                                            words.get(choice(verdict)),
                                                            finding.id()))
                                    .orElseGet(() -> open(finding.why())));
        };
    }

    private static int choice(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED, NO_DIFFERENCE -> 0;
            case CONTRADICTED -> 1;
            case INCONCLUSIVE -> 2;
        };
    }

    private static String reason(Finding finding, String name) {
        return FigureText.value(finding, name) instanceof Printed.Open(String why)
                ? why
                : "it has no interval";
    }

    private static Inline told(Finding finding, Printed printed) {
        return switch (printed) {
            case Printed.Said(String text) -> Inline.Told.of(text, finding.id());
            case Printed.Open(String why) -> open(why);
        };
    }

    private Filled word(Finding finding, Slot.Word word) {
        return switch (word) {
            case ANSWER ->
                    inLine(
                            finding.withheld()
                                    .map(Filling::open)
                                    .orElseGet(
                                            () ->
                                                    Parts.told(
                                                            view(finding).answer(), finding.id())));
            case QUESTION -> inLine(new Inline.Text(finding.question()));
            case SAYS -> inLine(new Inline.Text(finding.claim()));
            case VERDICT ->
                    inLine(
                            finding.verdict()
                                    .map(Verdict::word)
                                    .<Inline>map(each -> Inline.Told.of(each, finding.id()))
                                    .orElseGet(() -> open(finding.why())));
            case AGREEMENT ->
                    inLine(
                            finding.agreement()
                                    .map(Agreement::word)
                                    .<Inline>map(each -> Inline.Told.of(each, finding.id()))
                                    .orElseGet(
                                            () ->
                                                    open(
                                                            finding.judgement().isEmpty()
                                                                    ? finding.why()
                                                                    : "there is nothing to compare")));
            case WHY -> inLine(Inline.Told.of(finding.why(), finding.id()));
            case RULE ->
                    inLine(
                            finding.rule()
                                    .<Inline>map(Inline.Text::new)
                                    .orElseGet(() -> open("it has no rule in numbers")));
            case N ->
                    inLine(
                            finding.withheld()
                                    .<Inline>map(Filling::open)
                                    .orElseGet(
                                            () ->
                                                    Inline.Told.of(
                                                            "%,d".formatted(finding.n()),
                                                            finding.id())));
            case PICTURE ->
                    new Filled.Apart(
                            view(finding)
                                    .picture()
                                    .<Block>map(each -> new Block.Pictured(each, finding.id()))
                                    .map(List::of)
                                    .orElseGet(List::of));
            case TABLE -> new Filled.Apart(List.of(tabled(finding)));
            case FINDING -> new Filled.Apart(List.of(new Block.Found(view(finding))));
        };
    }

    /// Every number in a table, or why there is none.
    private Block tabled(Finding finding) {
        Optional<String> withheld = finding.withheld();
        return withheld.isPresent()
                ? new Block.Paragraph(List.of(open(withheld.get())))
                : new Block.Tabled(view(finding).details(), finding.id());
    }

    private FindingView view(Finding finding) {
        pictures++;
        Origin origin = facts.findings().data().mark().isPresent() ? Origin.REHEARSED : Origin.REAL;
        return FindingView.ofPublic(finding, origin, "p" + pictures);
    }
}
