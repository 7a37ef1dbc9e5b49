package eyebright.registration;

import eyebright.freeze.Deviation;
import eyebright.freeze.Freeze;
import eyebright.freeze.Frozen;
import eyebright.plan.Claim;
import eyebright.plan.Companion;
import eyebright.plan.Exclusions;
import eyebright.plan.Expectation;
import eyebright.plan.Let;
import eyebright.plan.Plan;
import eyebright.replication.Rule;
import eyebright.score.Careless;
import eyebright.score.Flag;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.study.Counting;
import eyebright.study.Item;
import eyebright.study.Option;
import eyebright.study.Order;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a study says to the questions of a registry: Markdown, made of its files and of nothing else.
///
/// What no file says is left to the researcher, in square brackets, as a placeholder.
final class Registration {

    private final Study study;
    private final Plan plan;
    private final Frozen frozen;
    private final String rationale;

    /// @param rationale why so many respondents; may be empty
    Registration(Study study, Plan plan, Frozen frozen, String rationale) {
        this.rationale = rationale;
        this.study = study;
        this.plan = plan;
        this.frozen = frozen;
    }

    String title() {
        return PlanWords.line(study.title());
    }

    String description() {
        return PlanWords.line(study.asks()) + "\n\n" + study.invitation().strip();
    }

    /// Claims that decide, then the others; each with its rule.
    String hypotheses(boolean primary) {
        return list(
                plan.claims().stream()
                        .filter(claim -> claim.primary() == primary)
                        .map(this::hypothesis)
                        .toList());
    }

    private String hypothesis(Claim claim) {
        return "**%s**: %s%s"
                .formatted(
                        claim.id(),
                        PlanWords.line(claim.says()),
                        claim.expects()
                                .map(expects -> rule(claim, expects))
                                .orElse(" It is a description and gets no verdict."));
    }

    /// The rule as the plan has it, and what it means.
    private String rule(Claim claim, Expectation expects) {
        return " Rule %s%s"
                .formatted(
                        PlanWords.code(expects.canonical()),
                        Rule.of(expects, plan.alpha(), FigureName.of(claim), also(claim))
                                .map(rule -> ". " + rule.words())
                                .orElse(", for a person to judge by."));
    }

    /// What must meet the rule too, in sentences.
    private static List<String> also(Claim claim) {
        return claim.beside().stream()
                .filter(companion -> claim.also().contains(companion.name()))
                .map(companion -> PlanWords.line(companion.says()))
                .toList();
    }

    /// What is asked, one question an entry.
    String measured() {
        return list(
                study.pages().stream()
                        .flatMap(page -> page.questions().stream())
                        .filter(question -> !(question instanceof Question.Statement))
                        .map(Registration::measured)
                        .toList());
    }

    private static String measured(Question question) {
        return "`%s`: %s (%s)"
                .formatted(question.id(), PlanWords.line(question.asked().text()), kind(question));
    }

    private static String kind(Question question) {
        return switch (question) {
            case Question.OneOf one -> "one of: " + labels(one.options());
            case Question.SeveralOf several -> "any of: " + labels(several.options());
            case Question.Rating rating ->
                    "%d to %d".formatted(rating.points().from(), rating.points().to());
            case Question.Rate rate ->
                    "each %d to %d: %s"
                            .formatted(
                                    rate.points().from(),
                                    rate.points().to(),
                                    rate.items().stream()
                                            .map(Item::label)
                                            .map(PlanWords::line)
                                            .collect(Collectors.joining("; ")));
            case Question.Count count ->
                    "a count of %s, %d to %d".formatted(count.unit(), count.from(), count.to());
            case Question.Quantity quantity ->
                    "a number, %s to %s %s"
                            .formatted(
                                    quantity.from().toPlainString(),
                                    quantity.to().toPlainString(),
                                    quantity.unit());
            case Question.OneIn oneIn -> "one %s in so many".formatted(oneIn.unit());
            case Question.Words _ -> "words";
            case Question.Statement _ -> "said, not asked";
        };
    }

    private static String labels(List<Option> options) {
        return options.stream()
                .map(Option::label)
                .map(PlanWords::line)
                .collect(Collectors.joining("; "));
    }

    /// Scales, and numbers made of answers.
    String indices() {
        var indices = new ArrayList<String>();
        for (Scale scale : plan.scales().scales()) {
            indices.add(
                    "`%s`: the %s of %s%s; scored where at least %d of %d are answered"
                            .formatted(
                                    scale.name(),
                                    scale.scoring().name().toLowerCase(java.util.Locale.ROOT),
                                    String.join(", ", scale.items()),
                                    reversed(scale),
                                    scale.least(),
                                    scale.items().size()));
        }
        for (Let let : plan.lets()) {
            indices.add("`%s`: %s".formatted(let.name(), cases(let)));
        }
        return list(indices);
    }

    private static String reversed(Scale scale) {
        List<String> reversed = scale.items().stream().filter(scale.reversed()::contains).toList();
        return reversed.isEmpty() ? "" : " (reversed: %s)".formatted(String.join(", ", reversed));
    }

    private static String cases(Let let) {
        return let.cases().stream()
                .map(
                        each ->
                                PlanWords.code(each.be())
                                        + each.when()
                                                .map(when -> " where " + PlanWords.code(when))
                                                .orElse(""))
                .collect(Collectors.joining("; else "));
    }

    /// One entry a claim: what is computed, of whom, and what else is looked at beside it.
    String analyses() {
        var analyses = new ArrayList<String>();
        for (Claim claim : plan.claims()) {
            analyses.add(
                    "**%s**: %s%s.%s%s"
                            .formatted(
                                    claim.id(),
                                    PlanWords.analysis(claim.analysis()),
                                    among(claim.among().map(Object::toString)),
                                    beside(claim, true, "Beside it, held to the same rule: ")
                                            + beside(claim, false, "Beside it, deciding nothing: "),
                                    claim.notes()
                                            .map(notes -> " " + PlanWords.line(notes))
                                            .orElse("")));
        }
        return list(analyses);
    }

    private static String beside(Claim claim, boolean decides, String before) {
        List<Companion> companions =
                claim.beside().stream()
                        .filter(each -> claim.also().contains(each.name()) == decides)
                        .toList();
        return companions.isEmpty()
                ? ""
                : " %s%s."
                        .formatted(
                                before,
                                companions.stream()
                                        .map(Registration::companion)
                                        .collect(Collectors.joining("; ")));
    }

    private static String companion(Companion companion) {
        return "%s%s"
                .formatted(
                        PlanWords.analysis(companion.analysis()),
                        among(companion.among().map(Object::toString)));
    }

    private static String among(Optional<String> among) {
        return among.map(condition -> ", among those for whom " + PlanWords.code(condition))
                .orElse("");
    }

    /// What makes a claim supported.
    String inference() {
        var text = new StringBuilder();
        text.append(
                "Each claim with a rule in numbers is judged by it alone, as the rules above say; up to %s %% may pass by chance. Intervals cover %s %%."
                        .formatted(
                                PlanWords.percent(plan.alpha()), PlanWords.percent(plan.level())));
        List<String> families = families();
        text.append(
                families.isEmpty()
                        ? "\n\nNo claims are judged together."
                        : "\n\nWithin a family p values are adjusted by Holm's method, and the adjusted one decides: %s."
                                .formatted(String.join("; ", families)));
        if (!plan.simultaneous().isEmpty()) {
            text.append(
                    " Intervals of these families cover together: %s."
                            .formatted(String.join(", ", plan.simultaneous())));
        }
        return text.toString();
    }

    private List<String> families() {
        return plan.claims().stream()
                .flatMap(claim -> claim.family().stream())
                .distinct()
                .map(
                        family ->
                                "%s (%s)"
                                        .formatted(
                                                family,
                                                plan.claims().stream()
                                                        .filter(
                                                                claim ->
                                                                        claim.family()
                                                                                .filter(
                                                                                        family
                                                                                                ::equals)
                                                                                .isPresent())
                                                        .map(Claim::id)
                                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    /// Who counts, and who is flagged.
    String exclusions() {
        Exclusions exclusions = plan.exclusions();
        var said = new ArrayList<String>();
        said.add(
                switch (exclusions.counts()) {
                    case Counting.Completed _ ->
                            "Who reached the end and sent their answers counts.";
                    case Counting.FromPage(String page) ->
                            "Who reached the page `%s` counts.".formatted(page);
                });
        exclusions
                .eligibleIf()
                .ifPresent(
                        condition ->
                                said.add(
                                        "Eligible are those for whom %s."
                                                .formatted(PlanWords.code(condition))));
        Scales scales = plan.scales();
        for (Flag flag : scales.flags()) {
            said.add(
                    "A respondent is flagged (%s) if %s."
                            .formatted(flag.name(), PlanWords.code(flag.condition())));
        }
        for (Careless careless : scales.careless()) {
            said.add(
                    "A respondent is flagged (%s) by the bound %s, on %s."
                            .formatted(
                                    careless.index().word(),
                                    Double.toString(careless.bound()),
                                    careless.scales().stream()
                                            .map(Scale::name)
                                            .collect(Collectors.joining(", "))));
        }
        if (scales.hasFlags()) {
            said.add(
                    "One flag excludes nobody; `flags` counts them, and conditions of claims say who is left out.");
        }
        return list(said);
    }

    String missing() {
        return "Each analysis counts those who answered all that it reads, unless it says otherwise above. How many are missing is told for each, by reason (skipped, not asked, stopped before).";
    }

    String sampleSize() {
        return plan.respondents() == 0
                ? placeholder("how many respondents, and why")
                : "%,d respondents whose answers count.".formatted(plan.respondents());
    }

    String rationale() {
        return rationale.isEmpty()
                ? placeholder("what eyebright rehearse says about this number")
                : PlanWords.line(rationale);
    }

    String stopping() {
        return plan.stopping()
                .map(PlanWords::line)
                .orElse(placeholder("when answers are no longer gathered"));
    }

    /// Whether anybody had answered, as the frozen entry says.
    String existing() {
        Optional<Freeze> last = frozen.last();
        if (last.isEmpty()) {
            return "The plan is not frozen yet. "
                    + placeholder("whether there are data already, and who has seen them");
        }
        int answers = last.get().entry().answers();
        return answers == 0
                ? "Nobody had answered when the plan was frozen."
                : "%,d people had answered when the plan was frozen. %s"
                        .formatted(answers, placeholder("who had seen their answers"));
    }

    String procedures() {
        return (study.eligibility().isPresent()
                        ? "An online questionnaire for those who are eligible (see data exclusion)"
                        : "An online questionnaire for everybody who agrees")
                + ", filled in without names."
                + study.opens().map(" Answers are taken from %s."::formatted).orElse("")
                + study.closes().map(" Answers are taken until %s."::formatted).orElse("")
                + " "
                + placeholder("how respondents are found");
    }

    String randomisation() {
        boolean isDrawn =
                !study.randomBlocks().isEmpty()
                        || study.pages().stream()
                                .anyMatch(
                                        page ->
                                                page.order() == Order.RANDOM
                                                        || page.questions().stream()
                                                                .anyMatch(Question::isDrawn));
        return "Nobody is assigned to a condition."
                + (isDrawn
                        ? " The order of some pages, questions or answers is drawn for each respondent."
                        : "");
    }

    /// The fingerprints by which this can be held against the study's folder.
    String fingerprints() {
        return frozen.last()
                .map(
                        freeze ->
                                "Frozen on %s (the researchers' own date)%s. SHA-256 of the plan `%s`, of the questionnaire `%s`, of the entry `%s`."
                                                .formatted(
                                                        freeze.day(),
                                                        freeze.stamp()
                                                                .map(
                                                                        stamp ->
                                                                                "; "
                                                                                        + stamp
                                                                                                .inWords())
                                                                .orElse(""),
                                                        freeze.entry().planHash(),
                                                        freeze.entry().questionnaireHash(),
                                                        freeze.hash())
                                        + changes())
                .orElse("Not frozen yet; `eyebright freeze` freezes it.");
    }

    /// A registration of what is no longer what was frozen says so.
    private String changes() {
        List<Deviation> changes = frozen.changesSinceLast(plan, study);
        return changes.isEmpty()
                ? ""
                : "\n\nChanged since, and not frozen:\n\n"
                        + list(changes.stream().map(Deviation::sentence).toList());
    }

    static String placeholder(String what) {
        return "[%s]".formatted(what);
    }

    /// One entry a line; a dash where there is none.
    private static String list(List<String> entries) {
        return entries.isEmpty()
                ? "None."
                : entries.stream().map("- "::concat).collect(Collectors.joining("\n"));
    }
}
