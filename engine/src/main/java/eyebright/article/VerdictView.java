package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.chart.Table;
import eyebright.plan.Originals;
import eyebright.plan.Words;
import eyebright.replication.Agreement;
import eyebright.replication.Comparison;
import eyebright.replication.Judgement;
import eyebright.replication.ReplicationFigure;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a finding was judged, as a page shows it. All texts are plain.
///
/// @param verdict in a word or two; empty where there is none
/// @param agreement how ours stands to the first published figure, in a word or two; empty without one that could
///   be compared
/// @param why why the verdict is as it is, or why there is none, and why an interval may reach past the bound of its rule:
///   one or a few sentences
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
    /// @param figures every figure that could be had; no rows where none could
    /// @param without which figures could not be had, and why: sentences
    public record Beside(String says, Table figures, List<String> without) {
        public Beside {
            without = List.copyOf(without);
        }
    }

    static VerdictView of(Finding finding) {
        List<Comparison> comparisons =
                finding.judgement().map(Judgement::comparisons).orElse(List.of());
        var beside = new ArrayList<Beside>();
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison each = comparisons.get(i);
            beside.add(new Beside(says(finding, each, i), table(finding, each), without(each)));
        }
        return new VerdictView(
                finding.verdict().map(Verdict::word),
                finding.agreement()
                        .filter(agreement -> agreement != Agreement.NOT_COMPARABLE)
                        .map(Agreement::word),
                why(finding),
                finding.rule(),
                beside,
                finding.judgement().flatMap(Judgement::robustness).map(VerdictView::ways));
    }

    private static String why(Finding finding) {
        if (finding.verdict().isEmpty()) {
            return "No verdict: %s.".formatted(finding.why());
        }
        String why =
                "%s: %s.".formatted(Wording.capital(finding.verdict().get().word()), finding.why());
        return OneSided.says(finding).map(more -> why + " " + more).orElse(why);
    }

    private static String ways(Judgement.Robustness ways) {
        return ways.of() == 1
                ? "The other way that was planned comes to %s verdict."
                        .formatted(ways.same() == 1 ? "the same" : "another")
                : "The same verdict in %d of %d other ways that were planned."
                        .formatted(ways.same(), ways.of());
    }

    private static String says(Finding finding, Comparison comparison, int place) {
        List<Before> before = Before.of(finding.originals());
        String original = Wording.capital(before.get(place).says());
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
                rows(comparison, isShare ? Kind.SHARE : Kind.NUMBER));
    }

    /// A row for each figure that could be had.
    private static List<List<String>> rows(Comparison comparison, Kind kind) {
        var rows = new ArrayList<List<String>>();
        for (ReplicationFigure figure : comparison.figures()) {
            if (figure.estimate() instanceof Known known) {
                rows.add(row(figure, ReplicationWords.of(figure.name()), known, kind));
            }
        }
        return rows;
    }

    /// A sentence for each reason.
    private static List<String> without(Comparison comparison) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (ReplicationFigure figure : comparison.figures()) {
            if (figure.estimate() instanceof NotEstimable(String reason)) {
                names.computeIfAbsent(reason, _ -> new ArrayList<>())
                        .add(ReplicationWords.inShort(figure.name()));
            }
        }
        return names.entrySet().stream()
                .map(
                        each ->
                                "There is no %s here, because %s."
                                        .formatted(
                                                Words.list(each.getValue(), "or"), each.getKey()))
                .toList();
    }

    private enum Kind {
        SHARE,
        NUMBER
    }

    private static List<String> row(ReplicationFigure figure, String name, Known known, Kind kind) {
        return List.of(
                name,
                number(figure.name(), known.value(), kind),
                known.interval()
                        .map(
                                each ->
                                        "%s to %s"
                                                .formatted(
                                                        number(figure.name(), each.low(), kind),
                                                        number(figure.name(), each.high(), kind)))
                        .orElse(""),
                figure.p().isPresent() ? Wording.p(figure.p().getAsDouble()) : "");
    }

    private static String number(String figure, double value, Kind kind) {
        return switch (figure) {
            case "same_sign" -> value > 0 ? "yes" : "no";
            case "predicted_count" -> Wording.number(value, 0);
            case "telescopes_power" -> Wording.percent(100 * value);
            case "combined" ->
                    kind == Kind.SHARE ? Wording.percent(100 * value) : Wording.number(value, 2);
            case "log_bayes_factor" -> Wording.significant(Math.exp(Math.clamp(value, -300, 300)));
            default -> Wording.number(value, 2);
        };
    }
}
