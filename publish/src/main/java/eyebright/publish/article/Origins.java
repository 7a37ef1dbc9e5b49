package eyebright.publish.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.article.FindingView;
import eyebright.chart.Origin;
import eyebright.freeze.Standing;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Facts;
import eyebright.manuscript.Inline;
import eyebright.plan.Claim;
import eyebright.plan.Companion;
import eyebright.plan.Plan;
import eyebright.registration.PlanWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Where the numbers of an article come from: what stands behind all of them, and behind those of each claim. Who writes
/// the article out puts it at the end, and each number leads there.
///
/// @param facts of all numbers
/// @param claims those the article tells something of, in the order in which it first does
public record Origins(List<Fact> facts, List<OfClaim> claims) {

    /// What the part is called.
    public static final String TITLE = "Where the numbers come from";

    public Origins {
        facts = List.copyOf(facts);
        claims = List.copyOf(claims);
    }

    /// One thing to know. Both are plain text.
    public record Fact(String name, String words) {}

    /// What stands behind the numbers of a claim.
    ///
    /// @param id the claim's
    /// @param says what was claimed, or what is looked at beside a claim
    public record OfClaim(String id, String says, List<Fact> facts) {
        public OfClaim {
            facts = List.copyOf(facts);
        }
    }

    /// Those of an article.
    ///
    /// @param from what the article was filled from
    public static Origins of(Article article, Facts from) {
        Set<String> told = new LinkedHashSet<>();
        blocks(article.blocks(), told);
        Map<String, Finding> findings = from.byId();
        return new Origins(
                facts(article, from.people()),
                told.stream()
                        .flatMap(id -> Optional.ofNullable(findings.get(id)).stream())
                        .map(finding -> ofClaim(finding, from.plan(), article))
                        .toList());
    }

    private static List<Fact> facts(Article article, IntFunction<String> people) {
        var facts = new ArrayList<Fact>();
        Findings.Data data = article.data();
        facts.add(
                new Fact(
                        "Answers",
                        data.mark()
                                .map(
                                        mark ->
                                                "%,d, of rehearsed respondents, who are made up (%s)"
                                                        .formatted(data.respondents(), mark))
                                .orElseGet(() -> "%,d respondents".formatted(data.respondents()))));
        data.excluded()
                .forEach(
                        (reason, n) ->
                                facts.add(
                                        new Fact(
                                                "Not counted",
                                                "%s: %s".formatted(people.apply(n), reason))));
        data.hash().ifPresent(hash -> facts.add(new Fact("Fingerprint of the data", hash)));
        facts.add(new Fact("Fingerprint of the plan", article.plan().hash()));
        facts.add(
                new Fact(
                        "The plan",
                        article.plan().frozen().map(Standing::inShort).orElse("not frozen")));
        return facts;
    }

    private static OfClaim ofClaim(Finding finding, Plan plan, Article article) {
        var facts = new ArrayList<Fact>();
        analysis(finding.id(), plan)
                .ifPresent(words -> facts.add(new Fact("Analysis", words.replace("`", ""))));
        finding.among().ifPresent(whom -> facts.add(new Fact("Of whom", whom)));
        finding.rule().ifPresent(rule -> facts.add(new Fact("Rule", rule)));
        String notes =
                String.join("; ", FindingView.ofPublic(finding, Origin.REAL, "origin").notes());
        if (!notes.isEmpty()) {
            facts.add(new Fact("This claim", notes));
        }
        article.plan()
                .frozen()
                .ifPresent(
                        standing ->
                                standing.deviationsOf(finding.id())
                                        .forEach(
                                                change ->
                                                        facts.add(
                                                                new Fact(
                                                                        "Changed",
                                                                        change.sentence()))));
        return new OfClaim(finding.id(), finding.claim(), facts);
    }

    /// What is computed, by the id of a claim or of what stands beside one.
    private static Optional<String> analysis(String id, Plan plan) {
        for (Claim claim : plan.claims()) {
            if (claim.id().equals(id)) {
                return Optional.of(PlanWords.analysis(claim.analysis()));
            }
            for (Companion beside : claim.beside()) {
                if (id.equals(claim.id() + "." + beside.name())) {
                    return Optional.of(PlanWords.analysis(beside.analysis()));
                }
            }
        }
        return Optional.empty();
    }

    private static void blocks(List<Block> blocks, Set<String> told) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(_, _, List<Inline> parts) -> line(parts, told);
                case Block.Paragraph(List<Inline> parts) -> line(parts, told);
                case Block.Items(_, List<List<Block>> items) ->
                        items.forEach(item -> blocks(item, told));
                case Block.Quote(List<Block> inner) -> blocks(inner, told);
                case Block.Pictured(_, String claim) -> told.add(claim);
                case Block.Tabled(_, String claim) -> told.add(claim);
                case Block.Found(FindingView finding) -> {
                    told.add(finding.id());
                    finding.beside().forEach(each -> told.add(each.id()));
                }
                case Block.References _ -> {
                    // They are of others.
                }
            }
        }
    }

    private static void line(List<Inline> parts, Set<String> told) {
        for (Inline part : parts) {
            switch (part) {
                case Inline.Told(_, String claim) -> told.add(claim);
                case Inline.Emphasis(List<Inline> inner) -> line(inner, told);
                case Inline.Strong(List<Inline> inner) -> line(inner, told);
                case Inline.Link(_, List<Inline> inner) -> line(inner, told);
                case Inline.Text _, Inline.Open _, Inline.Cited _, Inline.Break _ -> {
                    // Nothing of the findings.
                }
            }
        }
    }
}
