package eyebright.reporting;

import static eyebright.reporting.Item.ofAuthor;
import static eyebright.reporting.Item.partly;
import static eyebright.reporting.Item.whole;

import eyebright.analysis.Findings;
import eyebright.freeze.Standing;
import eyebright.score.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What readers of a quantitative study must be told, after the Journal Article Reporting Standards of the American
/// Psychological Association, with those for replications: their topics, in our words. What speaks of treatments,
/// masking and animals is left out, since a survey has none.
///
/// @see <a href="https://doi.org/10.1037/amp0000191">Appelbaum et al. (2018)</a>
final class Jars {

    static final Guideline GUIDELINE =
            new Guideline(
                    "jars",
                    "Quantitative studies and replications (JARS\u2013Quant)",
                    "Appelbaum, M., Cooper, H., Kline, R. B., Mayo-Wilson, E., Nezu, A. M., & Rao, S. M. (2018)."
                            + " Journal article reporting standards for quantitative research in psychology: The APA"
                            + " Publications and Communications Board task force report. American Psychologist,"
                            + " 73(1), 3\u201325.",
                    "10.1037/amp0000191",
                    List.of(
                            titleAndAbstractItems(),
                            introductionItems(),
                            methodItems(),
                            resultsItems(),
                            discussionItems(),
                            replicationItems()));

    private static final double HUNDRED = 100;

    private Jars() {}

    private static Section titleAndAbstractItems() {
        return Section.of(
                "Title and abstract",
                new Item(
                        "title",
                        "Title",
                        "what is studied, in whom, and that it is a replication if it is one",
                        basis ->
                                basis.front()
                                        .<Known>map(
                                                front ->
                                                        new Known.Whole(
                                                                "\u201c%s\u201d"
                                                                        .formatted(front.title())))
                                        .orElseGet(Known.Nothing::new)),
                partly(
                        "author-note",
                        "Author note",
                        "funding, conflicts of interest, thanks, where it was reported before",
                        Jars::registered),
                ofAuthor(
                        "abstract",
                        "Abstract",
                        "where aims, participants, method, findings and conclusions stand in short"));
    }

    private static Section introductionItems() {
        return Section.of(
                "Introduction",
                ofAuthor("problem", "The problem", "where the text says why the question matters"),
                ofAuthor("literature", "What was known", "where the text reviews earlier work"),
                whole(
                        "aims",
                        "Claims",
                        "which were primary, which secondary, and which analyses else were planned",
                        Jars::aims));
    }

    private static Section methodItems() {
        return Section.of(
                "Method",
                new Item(
                        "inclusion",
                        "Who could take part",
                        "the criteria, and what decided that somebody was left out",
                        Jars::inclusion),
                ofAuthor(
                        "participants",
                        "Who they were",
                        "where the text describes those who answered: age, gender, training, and what else matters here"),
                ofAuthor(
                        "sampling",
                        "Sampling",
                        "how people were sought, where, and what share of them answered"),
                new Item(
                        "size",
                        "Number of respondents",
                        "how the number was decided: power, precision or a rule for stopping",
                        Jars::size),
                whole(
                        "measures",
                        "Measures",
                        "all that was measured, also what is not reported",
                        Jars::measures),
                whole(
                        "collection",
                        "Gathering",
                        "how answers were gathered and kept good",
                        basis ->
                                "Typed by respondents into web pages. "
                                        + basis.questionnaire().completeness()),
                whole(
                        "psychometrics",
                        "Quality of the measures",
                        "reliability here, and validity",
                        Jars::psychometrics),
                whole(
                        "design",
                        "Design",
                        "what kind of study it is",
                        _ ->
                                "Observational: one questionnaire at one time. Nobody was assigned"
                                        + " to anything."),
                whole(
                        "diagnostics",
                        "Missing and careless answers",
                        "what was done about answers that are missing or not to be trusted",
                        basis -> basis.analysis().incomplete() + " " + basis.analysis().care()),
                whole(
                        "strategy",
                        "Analyses",
                        "which analysis answers which claim, and how errors were kept in bounds",
                        Jars::strategy));
    }

    private static Section resultsItems() {
        return Section.of(
                "Results",
                whole(
                        "flow",
                        "From beginning to analysis",
                        "how many began, how many count, and why others do not",
                        basis -> basis.field().flow()),
                new Item(
                        "recruitment-dates",
                        "Dates",
                        "from when to when answers were gathered",
                        Cherries::dates),
                whole(
                        "statistics",
                        "Statistics",
                        "effect sizes with intervals, exact p values, all planned analyses",
                        basis ->
                                "Every finding is told with its number of respondents, estimate"
                                        + " and %s\u00a0%% interval; tests with p to three places, and with their statistic where p follows from it. What was planned comes first, what was not is marked."
                                                .formatted(percent(basis.plan().level()))));
    }

    private static Section discussionItems() {
        return Section.of(
                "Discussion",
                whole(
                        "support",
                        "What became of the claims",
                        "which are supported and which are not",
                        Jars::support),
                ofAuthor(
                        "interpretation",
                        "What it may mean",
                        "where the text interprets the findings, with sources of bias and error"),
                ofAuthor(
                        "generality",
                        "For whom it holds",
                        "where the text says how far the findings carry"),
                ofAuthor(
                        "implications",
                        "What follows",
                        "where the text says what follows for practice and research"));
    }

    private static Section replicationItems() {
        return Section.of(
                "Replication",
                ofAuthor(
                        "kind",
                        "What kind of replication",
                        "direct or conceptual, and why the study was worth repeating"),
                ofAuthor(
                        "differences",
                        "What differs",
                        "how people, measures and procedure differ from those of the original"),
                whole(
                        "criterion",
                        "When a claim counts as repeated",
                        "by which rule that was decided, and when",
                        Jars::criterion),
                whole(
                        "beside",
                        "Beside the original",
                        "both results in the same measure",
                        basis ->
                                basis.analysis().isReplication()
                                        ? "Each finding stands beside the published figure where one is known, with its source; where only words were published, they are quoted."
                                        : "The plan names no published figures."));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(HUNDRED * share)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String registered(Basis basis) {
        return basis.findings()
                .plan()
                .frozen()
                .map(
                        standing ->
                                "The plan was %s. %s%s"
                                        .formatted(
                                                standing.inShort(),
                                                standing.confirmed(),
                                                standing.links().isEmpty()
                                                        ? ""
                                                        : " Registered at "
                                                                + String.join(
                                                                        ", ", standing.links())
                                                                + "."))
                .orElse("The plan is not frozen.");
    }

    private static String aims(Basis basis) {
        return basis.analysis().claims()
                + " Each is written down with its analysis and the rule that decides it.";
    }

    private static Known inclusion(Basis basis) {
        return basis.study().eligibility().isEmpty()
                ? new Known.Whole("Everybody who agreed could take part.")
                : new Known.Whole(
                        "Decided by what was answered to: "
                                + basis.questionnaire().deciding()
                                + ".");
    }

    private static Known size(Basis basis) {
        String stopping = basis.plan().stopping().map(rule -> " " + rule.strip()).orElse("");
        int planned = basis.plan().respondents();
        if (basis.rehearsed().isPresent() && planned > 0) {
            return new Known.Whole(
                    "%,d are planned. The whole plan was rehearsed with so many made-up respondents, %,d times a scenario; what each claim can come to with them stands with the rehearsal.%s"
                            .formatted(planned, basis.rehearsed().getAsInt(), stopping));
        }
        return planned > 0
                ? new Known.Partly("%,d are planned.%s".formatted(planned, stopping))
                : new Known.Nothing();
    }

    private static String measures(Basis basis) {
        List<Scale> scales = basis.plan().scales().scales();
        return "The whole questionnaire is published with the study, every question and every answer offered. "
                + (scales.isEmpty()
                        ? "No answers are scored together."
                        : "Scored from several answers: %s."
                                .formatted(
                                        scales.stream()
                                                .map(scale -> scale.title().orElse(scale.name()))
                                                .collect(Collectors.joining("; "))));
    }

    private static String psychometrics(Basis basis) {
        long reliable =
                basis.plan().scales().scales().stream()
                        .filter(scale -> scale.items().size() > 2)
                        .count();
        return reliable == 0
                ? "No scale of three items or more, so no reliability is worked out."
                : "Reliability here (omega and alpha) stands in the article for each scale of which the plan computes it. Nothing here shows validity.";
    }

    private static String strategy(Basis basis) {
        return "Each claim names its analysis in the plan%s. %s Families of claims are adjusted by Holm's method; the level is %s."
                .formatted(
                        basis.findings()
                                .plan()
                                .frozen()
                                .map(Standing::inShort)
                                .map(" (%s)"::formatted)
                                .orElse(""),
                        basis.analysis().isWeighted() ? basis.analysis().weights() : "No weights.",
                        BigDecimal.valueOf(basis.plan().alpha())
                                .stripTrailingZeros()
                                .toPlainString());
    }

    private static String support(Basis basis) {
        var by = new LinkedHashMap<String, Integer>();
        basis.findings()
                .findings()
                .forEach(
                        finding ->
                                finding.verdict()
                                        .ifPresent(
                                                verdict ->
                                                        by.merge(verdict.word(), 1, Integer::sum)));
        if (by.isEmpty()) {
            return undecided(basis.findings());
        }
        int claims = basis.findings().findings().size();
        return "Of %s: %s."
                .formatted(
                        claims == 1 ? "one claim" : "%,d claims".formatted(claims),
                        String.join(
                                "; ",
                                by.entrySet().stream()
                                        .map(
                                                each ->
                                                        "%,d %s"
                                                                .formatted(
                                                                        each.getValue(),
                                                                        each.getKey()))
                                        .toList()));
    }

    /// Why nothing is decided.
    private static String undecided(Findings findings) {
        if (findings.data().respondents() < findings.plan().respondents()) {
            return "No verdicts yet: the planned number of answers is not reached.";
        }
        return findings.plan().frozen().isEmpty()
                ? "No verdicts: the plan is not frozen."
                : "No verdicts.";
    }

    private static String criterion(Basis basis) {
        return "Two rules for each claim, one for support and one for contradiction; what meets neither is inconclusive. They stand in the plan, which %s."
                .formatted(
                        basis.findings()
                                .plan()
                                .frozen()
                                .map(standing -> "was " + standing.inShort())
                                .orElse("is not frozen yet"));
    }
}
