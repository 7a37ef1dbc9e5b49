package eyebright.registration;

import eyebright.expression.Expression;
import eyebright.plan.Analysis;
import eyebright.stats.formula.Formula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Analyses and rules of a plan in words, with the names of its variables as code.
public final class PlanWords {

    private PlanWords() {}

    /// What is computed: a clause.
    public static String analysis(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Share(Expression condition) ->
                    "the share for whom %s, with a Wilson interval".formatted(code(condition));
            case Analysis.WeightedShare(Expression condition, List<Analysis.Target> targets) ->
                    "the share for whom %s, weighted (raking) so that %s"
                            .formatted(
                                    code(condition),
                                    targets.stream()
                                            .map(
                                                    each ->
                                                            "%s holds for %s%%"
                                                                    .formatted(
                                                                            code(each.of()),
                                                                            percent(each.share())))
                                            .collect(Collectors.joining(" and ")));
            case Analysis.Shares(String variable) ->
                    "the share of each answer to %s".formatted(code(variable));
            case Analysis.SideBySide(String first, String second) ->
                    "the shares of each answer to %s and to %s and their paired differences (McNemar, mid-p)"
                            .formatted(code(first), code(second));
            case Analysis.Paired(Expression first, Expression second) ->
                    "the shares for whom %s and for whom %s, and their paired difference (McNemar)"
                            .formatted(code(first), code(second));
            case Analysis.Compare(Expression of, String by, List<Analysis.Pool> groups) ->
                    "%s compared between the groups of %s: %s"
                            .formatted(
                                    code(of),
                                    code(by),
                                    groups.stream()
                                            .map(PlanWords::pool)
                                            .collect(Collectors.joining(", ")));
            case Analysis.CrossTable(String rows, String columns) ->
                    "how the answers to %s and to %s go together (Cramér's V)"
                            .formatted(code(rows), code(columns));
            case Analysis.MeanOf(Expression of) -> "the mean of %s".formatted(code(of));
            case Analysis.Correlate(
                            Expression first,
                            Expression second,
                            Analysis.Correlation correlation) ->
                    "the correlation (%s) of %s and %s"
                            .formatted(
                                    correlation.name().toLowerCase(Locale.ROOT),
                                    code(first),
                                    code(second));
            case Analysis.Regression regression -> regression(regression);
            case Analysis.Imputed(Analysis.Regression regression, int dataSets) ->
                    "%s, with answers left out filled in %d times by chained equations and pooled by Rubin's rules"
                            .formatted(regression(regression), dataSets);
            case Analysis.Stacked(
                            Formula first,
                            Formula second,
                            List<Analysis.Levels> levels,
                            List<String> shows) ->
                    "two counts on the same predictors in one model, %s and %s%s%s"
                            .formatted(
                                    code(first.text()),
                                    code(second.text()),
                                    levels(levels),
                                    names(
                                            "; of interest are the differences of the slopes of",
                                            shows));
            case Analysis.Matched(
                            Optional<Analysis.Both> outcome,
                            List<Analysis.Both> predictors) ->
                    "two situations within a person by conditional logistic regression%s on %s"
                            .formatted(
                                    outcome.map(both -> " of " + code(both.name())).orElse(""),
                                    predictors.stream()
                                            .map(both -> code(both.name()))
                                            .collect(Collectors.joining(", ")));
            case Analysis.Reliability(String scale) ->
                    "the reliability (omega, alpha) of the scale %s".formatted(code(scale));
            case Analysis.NotYet(String words, _) -> words;
        };
    }

    private static String regression(Analysis.Regression regression) {
        String model =
                switch (regression.model()) {
                    case LINEAR -> "a linear regression (errors HC3)";
                    case LOGISTIC -> "a logistic regression";
                    case COUNTS -> "a negative binomial regression";
                    case ORDINAL -> "an ordinal regression with proportional odds";
                    case MULTINOMIAL -> "a multinomial regression";
                };
        return "%s, %s%s%s%s"
                .formatted(
                        model,
                        code(regression.formula().text()),
                        levels(regression.levels()),
                        names("; of interest:", regression.shows()),
                        names(
                                "; of interest is what these tell together (likelihood ratio):",
                                regression.block()));
    }

    private static String levels(List<Analysis.Levels> levels) {
        return levels.stream()
                .map(
                        each ->
                                "; answers of %s compared: %s"
                                        .formatted(
                                                code(each.variable()),
                                                String.join(", ", each.codes())))
                .collect(Collectors.joining());
    }

    private static String names(String before, List<String> names) {
        return names.isEmpty()
                ? ""
                : "%s %s"
                        .formatted(
                                before,
                                names.stream()
                                        .map(PlanWords::code)
                                        .collect(Collectors.joining(", ")));
    }

    private static String pool(Analysis.Pool pool) {
        return pool.label()
                .map(label -> "%s (%s)".formatted(line(label), String.join(", ", pool.codes())))
                .orElse(pool.code());
    }

    /// A share of one as a percent.
    static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /// A name or a condition as code.
    static String code(Object text) {
        return "`%s`".formatted(line(text.toString()).replace('`', '\''));
    }

    /// On one line.
    static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
