package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.chart.Table;
import eyebright.plan.Originals;
import eyebright.replication.Agreement;
import eyebright.replication.Comparison;
import eyebright.replication.Judgement;
import eyebright.replication.ReplicationFigure;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a finding was judged, as a page shows it. All texts are plain.
///
/// @param verdict in a word or two; empty where there is none
/// @param agreement how ours stands to the first published figure, in a word or two; empty without one that could
///   be compared
/// @param why why the verdict is as it is, or why there is none: a sentence
/// @param rule the rule, in sentences; empty without one in numbers
/// @param beside what ours was held against, in the order of the plan
/// @param ways how many other ways come to the same verdict: a sentence; empty if none were planned
public record VerdictView(
        Optional<String> verdict,
        Optional<String> agreement,
        String why,
        Optional<String> rule,
        List<Beside> beside,
        Optional<String> ways) {

    private static final List<String> COLUMNS = List.of("What", "Value", "Interval", "p");

    public VerdictView {
        beside = List.copyOf(beside);
    }

    /// Something published that ours was held against.
    ///
    /// @param says how ours stands to it: a sentence
    /// @param figures every figure of it; no rows where none could be had
    public record Beside(String says, Table figures) {}

    static VerdictView of(Finding finding) {
        List<Comparison> comparisons =
                finding.judgement().map(Judgement::comparisons).orElse(List.of());
        var beside = new ArrayList<Beside>();
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison each = comparisons.get(i);
            beside.add(new Beside(says(finding, each, i), table(finding, each)));
        }
        return new VerdictView(
                finding.verdict().map(Verdict::word),
                finding.agreement()
                        .filter(agreement -> agreement != Agreement.NOT_COMPARABLE)
                        .map(Agreement::word),
                finding.verdict()
                        .map(verdict -> Wording.capital(verdict.word()) + ": " + finding.why() + ".")
                        .orElse("No verdict: " + finding.why() + "."),
                finding.rule(),
                beside,
                finding.judgement().flatMap(Judgement::robustness).map(VerdictView::ways));
    }

    private static String ways(Judgement.Robustness ways) {
        return "The same verdict in %s of %s.".formatted(ways.same(), others(ways.of()));
    }

    private static String others(int of) {
        return of == 1 ? "the 1 other way that was planned" : of + " other ways that were planned";
    }

    private static String says(Finding finding, Comparison comparison, int place) {
        List<Before> before = Before.of(finding.originals());
        String original = place < before.size() ? before.get(place).says() : "";
        return comparison.agreement() == Agreement.NOT_COMPARABLE
                ? "%s: cannot be compared, because %s.".formatted(original, comparison.why())
                : "%s: %s, since %s%s."
                        .formatted(
                                original,
                                comparison.agreement().word(),
                                comparison.why(),
                                with(finding, comparison));
    }

    /// Of whom our figure is, where it is not that of the claim itself.
    private static String with(Finding finding, Comparison comparison) {
        return finding.originals().figures().stream()
                        .filter(
                                figure ->
                                        comparison
                                                .published()
                                                .equals(Optional.of(figure.published().id())))
                        .map(Originals.Figure::with)
                        .anyMatch(Optional::isPresent)
                ? ", of those who are comparable"
                : "";
    }

    private static Table table(Finding finding, Comparison comparison) {
        boolean isShare =
                finding.shape() instanceof Shape.OneShare
                        || finding.shape() instanceof Shape.EachOption;
        return new Table(
                "How ours stands to what was published",
                COLUMNS,
                comparison.figures().stream()
                        .map(figure -> row(figure, isShare ? Kind.SHARE : Kind.NUMBER))
                        .toList());
    }

    private enum Kind {
        SHARE,
        NUMBER
    }

    private static List<String> row(ReplicationFigure figure, Kind kind) {
        String name = ReplicationWords.of(figure.name());
        return switch (figure.estimate()) {
            case NotEstimable(String reason) -> List.of(name, "none: " + reason, "", "");
            case Known(double value, var interval, _) ->
                    List.of(
                            name,
                            number(figure.name(), value, kind),
                            interval.map(
                                            each ->
                                                    "%s to %s"
                                                            .formatted(
                                                                    number(
                                                                            figure.name(),
                                                                            each.low(),
                                                                            kind),
                                                                    number(
                                                                            figure.name(),
                                                                            each.high(),
                                                                            kind)))
                                    .orElse(""),
                            figure.p().isPresent() ? Wording.p(figure.p().getAsDouble()) : "");
        };
    }

    private static String number(String figure, double value, Kind kind) {
        return switch (figure) {
            case "same_sign" -> value > 0 ? "yes" : "no";
            case "predicted_count" -> Wording.number(value, 0);
            case "telescopes_power" -> Wording.percent(100 * value);
            case "combined" ->
                    kind == Kind.SHARE
                            ? Wording.percent(100 * value)
                            : Wording.number(value, 2);
            case "log_bayes_factor" -> Wording.significant(Math.exp(Math.clamp(value, -300, 300)));
            default -> Wording.number(value, 2);
        };
    }
}
