package eyebright.recompute;

import eyebright.expression.Expression;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Companion;
import eyebright.plan.Expectation;
import eyebright.plan.Let;
import eyebright.plan.Plan;
import eyebright.plan.PlanVocabulary;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.score.Scoring;
import eyebright.study.Study;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is computed, as calls of the script's functions: scales, flags, numbers, and each claim.
///
/// It says what the plan says and nothing of how Eyebright computes it, so that the script agrees only
/// where both compute alike.
final class RRecipe {

    private final Plan plan;
    private final Scales scales;
    private final Answered answered;
    private final RText texts = new RText();
    private final RExpression expressions = new RExpression(texts);
    private final RModels models;
    private final StringBuilder lines = new StringBuilder();

    private RRecipe(Study study, Scales scales, Plan plan) {
        this.plan = plan;
        this.scales = scales;
        this.answered = new Answered(new PlanVocabulary(study, scales, plan.lets(), plan.words()));
        this.models = new RModels(answered, texts, expressions);
    }

    /// A recipe and the texts it reads.
    ///
    /// @param code R
    /// @param texts in the order of their places from 1
    record Written(String code, List<String> texts) {
        Written {
            texts = List.copyOf(texts);
        }
    }

    /// The recipe of a plan.
    static Written of(Study study, Scales scales, Plan plan) {
        var recipe = new RRecipe(study, scales, plan);
        recipe.numbers();
        plan.claims().forEach(recipe::claim);
        recipe.families();
        return new Written(recipe.lines.toString(), recipe.texts.texts());
    }

    private void numbers() {
        lines.append(
                "\n# ---------------------------------------------------------------- the plan\n");
        scales.scales().forEach(this::scale);
        scales.flags()
                .forEach(flag -> call("flag(%s)".formatted(expressions.of(flag.condition()))));
        if (!scales.careless().isEmpty()) {
            call("careless()");
        }
        plan.lets().forEach(this::let);
    }

    private void scale(Scale scale) {
        call(
                "score(%s, %s, reversed = %s, ends = %s, least = %d, kind = \"%s\")"
                        .formatted(
                                texts.of(scale.name()),
                                texts.all(scale.items()),
                                reversed(scale),
                                number(scale.ends()),
                                scale.least(),
                                scale.scoring() == Scoring.SUM ? "sum" : "mean"));
    }

    /// In the order of the items, because a set has none.
    private String reversed(Scale scale) {
        return texts.all(scale.items().stream().filter(scale.reversed()::contains).toList());
    }

    private void let(Let let) {
        call(
                "let(%s, %s)"
                        .formatted(
                                texts.of(let.name()),
                                let.cases().stream()
                                        .map(this::letCase)
                                        .collect(Collectors.joining(",\n    "))));
    }

    private String letCase(Let.Case each) {
        String be = expressions.of(each.be());
        return each.when()
                .map(when -> "case(%s, when = %s)".formatted(be, expressions.of(when)))
                .orElse("case(%s)".formatted(be));
    }

    private void claim(Claim claim) {
        String level = level(claim);
        finding(claim.id(), level, code(claim.analysis()), claim.among(), claim.expects());
        for (Companion companion : claim.companions(answered.vocabulary())) {
            Claim only = claim.only(companion);
            finding(only.id(), level, code(only.analysis()), only.among(), only.expects());
        }
    }

    /// What a claim's rule says, as numbers and what they are in.
    private String rule(Expectation expects) {
        return switch (expects) {
            case Expectation.Above(BigDecimal value, var in) -> rule("above", in, value);
            case Expectation.Below(BigDecimal value, var in) -> rule("below", in, value);
            case Expectation.Inside(BigDecimal low, BigDecimal high, var in) ->
                    rule("inside", in, low, high);
            case Expectation.MoreBy(BigDecimal points) ->
                    rule("more-by", Expectation.In.POINTS, points);
            case Expectation.NotMoreBy(BigDecimal points) ->
                    rule("not-more-by", Expectation.In.POINTS, points);
            case Expectation.Within(BigDecimal value, var in) -> rule("within", in, value);
            case Expectation.Mainly(List<String> options) ->
                    "rule(\"mainly\", \"\", %s)".formatted(texts.all(options));
            case Expectation.Crosses crosses -> crossing(crosses);
            case Expectation.Differ _, Expectation.Adds _, Expectation.InWords _ ->
                    "rule(\"words\")";
        };
    }

    private String crossing(Expectation.Crosses crosses) {
        return "crossing(%s, %s, %s, %s)"
                .formatted(
                        texts.all(crosses.better()),
                        texts.all(crosses.worse()),
                        crosses.low().toPlainString(),
                        crosses.high().toPlainString());
    }

    private static String rule(String kind, Expectation.In in, BigDecimal... numbers) {
        return "rule(\"%s\", \"%s\", %s)"
                .formatted(
                        kind,
                        in.name().toLowerCase(Locale.ROOT),
                        Arrays.stream(numbers)
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining(", ")));
    }

    private void finding(
            String id,
            String level,
            String analysis,
            Optional<Expression> among,
            Optional<Expectation> expects) {
        call(
                "finding(%s, %s, %s%s%s)"
                        .formatted(
                                texts.of(id),
                                level,
                                analysis,
                                among.map(each -> ",\n  about = " + expressions.of(each))
                                        .orElse(""),
                                expects.map(each -> ",\n  expects = " + rule(each)).orElse("")));
    }

    private String level(Claim claim) {
        String level = number(plan.level());
        if (claim.family().filter(plan.simultaneous()::contains).isEmpty()) {
            return level;
        }
        long together =
                plan.claims().stream().filter(each -> each.family().equals(claim.family())).count();
        return "together(%s, %d)".formatted(level, together);
    }

    private String code(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Share(Expression condition) ->
                    "share(%s)".formatted(expressions.of(condition));
            case Analysis.WeightedShare(Expression condition, List<Analysis.Target> targets) ->
                    "weighted_share(%s, %s)"
                            .formatted(
                                    expressions.of(condition),
                                    targets.stream()
                                            .map(this::target)
                                            .collect(Collectors.joining(", ")));
            case Analysis.Shares(String variable) ->
                    "shares(%s, %s)"
                            .formatted(texts.of(variable), texts.all(answered.codes(variable)));
            case Analysis.SideBySide(String first, String second) ->
                    "side_by_side(%s, %s, %s)"
                            .formatted(
                                    texts.of(first),
                                    texts.of(second),
                                    texts.all(answered.codes(first)));
            case Analysis.Paired(Expression first, Expression second) ->
                    "paired(%s, %s)".formatted(expressions.of(first), expressions.of(second));
            case Analysis.Compare compare -> compare(compare);
            case Analysis.CrossTable(String rows, String columns) ->
                    "cross_table(%s, %s, %s, %s)"
                            .formatted(
                                    texts.of(rows),
                                    texts.of(columns),
                                    texts.all(answered.codes(rows)),
                                    texts.all(answered.codes(columns)));
            case Analysis.MeanOf(Expression of) -> "mean_figure(%s)".formatted(expressions.of(of));
            case Analysis.Correlate correlate -> correlate(correlate);
            case Analysis.Regression regression -> models.regression(regression);
            case Analysis.Imputed _ -> "imputed";
            case Analysis.Stacked stacked -> models.stacked(stacked);
            case Analysis.Matched matched -> models.matched(matched);
            case Analysis.Reliability(String name) -> reliability(name);
            case Analysis.NotYet _ -> "not_yet";
        };
    }

    private String target(Analysis.Target target) {
        return "target(%s, %s)".formatted(expressions.of(target.of()), number(target.share()));
    }

    private String compare(Analysis.Compare compare) {
        return "compare(%s, %s, %s)"
                .formatted(
                        expressions.of(compare.of()),
                        texts.of(compare.by()),
                        compare.groups().stream()
                                .map(pool -> texts.all(pool.codes()))
                                .collect(Collectors.joining(", ", "list(", ")")));
    }

    private String correlate(Analysis.Correlate correlate) {
        String kind =
                switch (correlate.correlation()) {
                    case PEARSON -> "pearson";
                    case SPEARMAN -> "spearman";
                    case KENDALL -> "kendall";
                };
        return "correlate(%s, %s, \"%s\")"
                .formatted(
                        expressions.of(correlate.first()),
                        expressions.of(correlate.second()),
                        kind);
    }

    private String reliability(String name) {
        Scale scale =
                scales.scales().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no scale " + name));
        return "reliability(%s, reversed = %s, ends = %s)"
                .formatted(texts.all(scale.items()), reversed(scale), number(scale.ends()));
    }

    /// Claims with a rule whose p values are adjusted together.
    private void families() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (Claim claim : plan.claims()) {
            if (claim.expects().isPresent()) {
                families.computeIfAbsent(
                                claim.family().orElse("alone " + claim.id()),
                                _ -> new ArrayList<>())
                        .add(claim.id());
            }
        }
        families.values().forEach(ids -> call("family(%s%s)".formatted(texts.all(ids), once(ids))));
    }

    /// The claims among these that enter their family as one with what must meet their rule too.
    private String once(List<String> ids) {
        List<Claim> claims =
                plan.claims().stream()
                        .filter(claim -> ids.contains(claim.id()) && !claim.also().isEmpty())
                        .toList();
        if (claims.isEmpty()) {
            return "";
        }
        return ", once = setNames(list(%s), %s)"
                .formatted(
                        claims.stream().map(this::also).collect(Collectors.joining(", ")),
                        texts.all(claims.stream().map(Claim::id).toList()));
    }

    private String also(Claim claim) {
        return texts.all(claim.also().stream().map(name -> claim.id() + "." + name).toList());
    }

    private void call(String code) {
        lines.append(code).append('\n');
    }

    /// A number as R reads it.
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
