package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.stats.formula.Formula;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An analysis in one line, the same for the same analysis: what the hash of a plan is of.
final class AnalysisText {

    private AnalysisText() {}

    static String of(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Share(Expression condition) -> condition.toString();
            case Analysis.WeightedShare(Expression condition, List<Analysis.Target> targets) ->
                    condition
                            + targets.stream()
                                    .map(each -> " weigh %s %s".formatted(each.of(), each.share()))
                                    .collect(Collectors.joining());
            case Analysis.Shares(String variable) -> variable;
            case Analysis.SideBySide(String first, String second) -> first + " " + second;
            case Analysis.Paired(Expression first, Expression second) -> first + " ; " + second;
            case Analysis.Compare(Expression of, String by, List<Analysis.Pool> groups) ->
                    "%s between %s %s"
                            .formatted(
                                    of,
                                    by,
                                    groups.stream()
                                            .map(AnalysisText::of)
                                            .collect(Collectors.joining(" ")));
            case Analysis.CrossTable(String rows, String columns) -> rows + " " + columns;
            case Analysis.MeanOf(Expression of) -> of.toString();
            case Analysis.Correlate(
                            Expression first,
                            Expression second,
                            Analysis.Correlation correlation) ->
                    "%s ; %s %s".formatted(first, second, correlation);
            case Analysis.Regression regression -> of(regression);
            case Analysis.Imputed(Analysis.Regression regression, int dataSets) ->
                    of(regression) + " impute " + dataSets;
            case Analysis.Stacked(
                            Formula first,
                            Formula second,
                            List<Analysis.Levels> levels,
                            List<String> shows) ->
                    "%s ; %s%s%s"
                            .formatted(
                                    first.text(),
                                    second.text(),
                                    levels(levels),
                                    list("shows", shows));
            case Analysis.Matched(
                            Optional<Analysis.Both> outcome,
                            List<Analysis.Both> predictors) ->
                    outcome.map(AnalysisText::of).orElse("")
                            + " ~ "
                            + predictors.stream()
                                    .map(AnalysisText::of)
                                    .collect(Collectors.joining(" , "));
            case Analysis.Reliability(String scale) -> scale;
            case Analysis.NotYet(String words, List<String> uses) ->
                    "%s uses %s".formatted(words, String.join(" ", uses));
        };
    }

    private static String of(Analysis.Regression regression) {
        return regression.formula().text()
                + levels(regression.levels())
                + list("shows", regression.shows())
                + list("block", regression.block())
                + regression
                        .at()
                        .map(
                                at ->
                                        list(
                                                "at " + at.variable(),
                                                at.values().stream()
                                                        .map(Object::toString)
                                                        .toList()))
                        .orElse("");
    }

    private static String of(Analysis.Pool pool) {
        return pool.label()
                .map(label -> "(%s: %s)".formatted(String.join(" ", pool.codes()), quoted(label)))
                .orElse(pool.code());
    }

    /// Any text, so that no label reads like the group that follows it.
    private static String quoted(String label) {
        return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String of(Analysis.Both both) {
        return "%s: %s ; %s".formatted(both.name(), both.first(), both.second());
    }

    private static String levels(List<Analysis.Levels> levels) {
        return levels.stream()
                .map(each -> list("levels " + each.variable(), each.codes()))
                .collect(Collectors.joining());
    }

    private static String list(String key, List<String> values) {
        return values.isEmpty() ? "" : " %s %s".formatted(key, String.join(" ", values));
    }
}
