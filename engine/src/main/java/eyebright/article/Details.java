package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Shape;
import eyebright.analysis.Tested;
import eyebright.chart.Table;
import eyebright.plan.Label;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every number of a finding in one table: one step deeper than the sentence, for who knows what p is.
final class Details {

    private static final Pattern BRACKETS = Pattern.compile("(\\w+)\\[(.*)]");
    private static final Pattern NUMBERED = Pattern.compile("(mean|sd|n)(\\d+)");

    private static final List<String> COLUMNS = List.of("What", "Value", "Interval", "n", "p");
    private static final String ADJUSTED = "p, adjusted in its family";

    private final Finding finding;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, Label> compared = new LinkedHashMap<>();
    private final List<Label> groups;

    private Details(Finding finding) {
        this.finding = finding;
        this.groups =
                finding.shape() instanceof Shape.GroupMeans(List<Label> means, _)
                        ? means
                        : List.of();
        for (Label label : labels(finding.shape())) {
            labels.put(label.code(), label.text());
            if (label.kind() == Label.Kind.COMPARISON) {
                compared.put(label.code(), label);
            }
        }
    }

    static Table of(Finding finding) {
        var details = new Details(finding);
        var rows = new ArrayList<List<String>>();
        finding.estimates().forEach(each -> rows.add(details.row(each)));
        finding.tests().forEach(each -> rows.add(details.row(each)));
        finding.bayesFactor()
                .ifPresent(
                        factor ->
                                rows.add(
                                        List.of(
                                                "Bayes factor, something against nothing",
                                                Wording.significant(factor),
                                                "",
                                                Integer.toString(finding.n()),
                                                "")));
        if (finding.tests().stream().noneMatch(test -> test.adjusted().isPresent())) {
            return new Table("All numbers", COLUMNS, rows);
        }
        return details.withAdjusted(rows);
    }

    /// The rows with a further column: the p values adjusted in the family.
    private Table withAdjusted(List<List<String>> rows) {
        var columns = new ArrayList<>(COLUMNS);
        columns.add(ADJUSTED);
        var wider = new ArrayList<List<String>>();
        int first = finding.estimates().size();
        for (int i = 0; i < rows.size(); i++) {
            var row = new ArrayList<>(rows.get(i));
            int test = i - first;
            row.add(
                    test >= 0 && test < finding.tests().size()
                            ? adjusted(finding.tests().get(test))
                            : "");
            wider.add(row);
        }
        return new Table("All numbers", columns, wider);
    }

    private static String adjusted(Tested test) {
        return test.adjusted().isPresent() ? Wording.p(test.adjusted().getAsDouble()) : "";
    }

    private static List<Label> labels(Shape shape) {
        var all = new ArrayList<Label>();
        switch (shape) {
            case Shape.EachOption(List<Label> options, _) -> all.addAll(options);
            case Shape.TwoSettings(Label first, Label second, List<Label> options) -> {
                all.addAll(options);
                all.add(first);
                all.add(second);
            }
            case Shape.GroupShares(List<Label> groups) -> all.addAll(groups);
            case Shape.Coefficients model -> {
                all.addAll(model.coefficients());
                model.chances().ifPresent(chances -> all.addAll(chances.answers()));
            }
            case Shape.TwoCounts counts -> all.addAll(counts.coefficients());
            case Shape.Reliability reliability -> all.addAll(reliability.items());
            case Shape.OneShare _,
                    Shape.TwoShares _,
                    Shape.Correlation _,
                    Shape.Block _,
                    Shape.EachPoint _,
                    Shape.GroupMeans _,
                    Shape.Table _,
                    Shape.OneMean _,
                    Shape.Unanalysed _ -> {}
        }
        return all;
    }

    private List<String> row(NamedEstimate named) {
        String name = name(named.name());
        return switch (named.estimate()) {
            case Estimate.NotEstimable(String reason) ->
                    List.of(name, "not estimable: " + reason, "", "", "");
            case Estimate.Known(double value, var interval, int n) ->
                    List.of(
                            name,
                            Wording.significant(value),
                            interval.map(Details::range).orElse(""),
                            Integer.toString(n),
                            "");
        };
    }

    private List<String> row(Tested tested) {
        TestResult test = tested.result();
        String df =
                test.df().isEmpty()
                        ? ""
                        : test.df().stream()
                                .map(Wording::significant)
                                .collect(Collectors.joining(", ", ", df = ", ""));
        return List.of(
                name(test.name()) + df,
                test.statistic().isPresent()
                        ? Wording.significant(test.statistic().getAsDouble())
                        : "",
                "",
                Integer.toString(finding.n()),
                Wording.p(test.p()));
    }

    private static String range(Interval interval) {
        return "%s to %s (%s %%)"
                .formatted(
                        Wording.significant(interval.low()),
                        Wording.significant(interval.high()),
                        Wording.significant(100 * interval.level()));
    }

    private String name(String name) {
        Matcher brackets = BRACKETS.matcher(name);
        if (brackets.matches()) {
            String stem = brackets.group(1);
            return settingOf(stem).orElseGet(() -> FigureWords.of(stem))
                    + ": "
                    + (stem.equals("n") ? people(brackets.group(2)) : label(brackets.group(2)));
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches() && !groups.isEmpty()) {
            return FigureWords.of(numbered.group(1))
                    + ": "
                    + groups.get(Integer.parseInt(numbered.group(2)) - 1).text();
        }
        return settingOf(name).orElseGet(() -> FigureWords.of(name));
    }

    /// An estimate of the first or the second of two settings or outcomes.
    private Optional<String> settingOf(String name) {
        if (finding.shape() instanceof Shape.TwoCounts(Label first, Label second, _)
                && name.matches("rate_ratio[12]")) {
            String text = (name.endsWith("1") ? first : second).text();
            return Optional.of("rate ratio, " + text);
        }
        if (finding.shape() instanceof Shape.TwoShares(Label first, Label second)
                && name.matches("share[12]")) {
            return Optional.of("share: " + (name.endsWith("1") ? first : second).text());
        }
        return Optional.empty();
    }

    /// Who gave an answer that a coefficient compares, as `gender.woman`; the one it is compared with has no
    /// coefficient of its own.
    private String people(String code) {
        Label own = compared.get(code);
        if (own != null) {
            return own.one();
        }
        String question = code.substring(0, Math.max(code.lastIndexOf('.'), 0)) + ".";
        return compared.entrySet().stream()
                .filter(each -> each.getKey().startsWith(question))
                .map(each -> each.getValue().other())
                .findFirst()
                .orElseGet(() -> label(code));
    }

    private String label(String codes) {
        if (finding.shape() instanceof Shape.Table(List<Label> rows, List<Label> columns)) {
            String[] both = codes.split(",", 2);
            return text(rows, both[0]) + ", " + text(columns, both[1]);
        }
        return java.util.Arrays.stream(codes.split(","))
                .map(code -> labels.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
    }

    private static String text(List<Label> labels, String code) {
        return labels.stream()
                .filter(label -> label.code().equals(code))
                .map(Label::text)
                .findFirst()
                .orElse(code);
    }
}
