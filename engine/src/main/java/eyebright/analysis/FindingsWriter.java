package eyebright.analysis;

import eyebright.freeze.Standing;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.plan.Originals;
import eyebright.plan.Precision;
import eyebright.plan.Published;
import eyebright.replication.Agreement;
import eyebright.replication.Comparison;
import eyebright.replication.Judgement;
import eyebright.replication.ReplicationFigure;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.study.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the tree of `analyse --json`, keys in the order of the contract and our own after them.
final class FindingsWriter {

    private FindingsWriter() {}

    static ObjectNode tree(JsonMapper mapper, Findings findings) {
        ObjectNode root = mapper.createObjectNode();
        root.put("study", findings.study());
        ObjectNode plan = root.putObject("plan");
        plan.put("hash", findings.plan().hash());
        text(plan, "frozen", findings.plan().frozen().map(Standing::day).map(LocalDate::toString));
        plan.put("respondents", findings.plan().respondents());
        findings.plan()
                .frozen()
                .ifPresentOrElse(
                        standing -> StandingJson.write(plan.putObject("freeze"), standing),
                        () -> plan.putNull("freeze"));
        data(root.putObject("data"), findings.data());
        ArrayNode list = root.putArray("findings");
        findings.findings().forEach(finding -> finding(list.addObject(), finding));
        return root;
    }

    private static void data(ObjectNode node, Findings.Data data) {
        node.put("kind", data.kind());
        text(node, "hash", data.hash());
        node.put("respondents", data.respondents());
        ObjectNode excluded = node.putObject("excluded");
        data.excluded().forEach(excluded::put);
        text(node, "mark", data.mark());
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("id", finding.id());
        node.put("claim", finding.claim());
        node.put("question", finding.question());
        node.put("primary", finding.primary());
        finding.planned()
                .ifPresentOrElse(
                        planned -> node.put("planned", planned), () -> node.putNull("planned"));
        text(node, "family", finding.family());
        text(node, "among", finding.among());
        node.put("n", finding.n());
        ObjectNode missing = node.putObject("missing");
        finding.missing().forEach((reason, count) -> missing.put(reason.word(), count));
        ArrayNode estimates = node.putArray("estimates");
        finding.estimates().forEach(each -> estimate(estimates.addObject(), each));
        ArrayNode tests = node.putArray("tests");
        finding.tests().forEach(test -> test(tests.addObject(), test));
        number(node, "bayes_factor", finding.bayesFactor());
        if (finding.originals().isEmpty()) {
            node.putNull("original");
        } else {
            originals(node.putObject("original"), finding.originals());
        }
        text(node, "agreement", finding.agreement().map(Agreement::word));
        text(node, "verdict", finding.verdict().map(Verdict::word));
        node.put("why", finding.why());
        finding.rule().ifPresent(rule -> node.put("rule", rule));
        finding.judgement().ifPresent(judgement -> judgement(node.putObject("judged"), judgement));
        shape(node.putObject("analysis"), finding.shape());
        if (finding.expects().isPresent()) {
            expects(node.putObject("expects"), finding.expects().get());
        } else {
            node.putNull("expects");
        }
        text(node, "withheld", finding.withheld());
        ArrayNode beside = node.putArray("beside");
        finding.beside().forEach(each -> finding(beside.addObject(), each));
    }

    private static void judgement(ObjectNode node, Judgement judgement) {
        ArrayNode comparisons = node.putArray("comparisons");
        for (Comparison comparison : judgement.comparisons()) {
            ObjectNode each = comparisons.addObject();
            text(each, "published", comparison.published());
            text(each, "option", comparison.option());
            each.put("agreement", comparison.agreement().word());
            each.put("why", comparison.why());
            ArrayNode figures = each.putArray("figures");
            for (ReplicationFigure figure : comparison.figures()) {
                ObjectNode child = figures.addObject();
                child.put("name", figure.name());
                estimate(child, figure.estimate());
                number(child, "p", figure.p());
            }
        }
        if (judgement.robustness().isPresent()) {
            ObjectNode ways = node.putObject("ways");
            ways.put("same", judgement.robustness().get().same());
            ways.put("of", judgement.robustness().get().of());
        } else {
            node.putNull("ways");
        }
    }

    private static void estimate(ObjectNode node, NamedEstimate named) {
        node.put("name", named.name());
        estimate(node, named.estimate());
    }

    private static void estimate(ObjectNode node, Estimate any) {
        switch (any) {
            case Estimate.NotEstimable(String reason) -> node.put("not_estimable", reason);
            case Estimate.Known(double value, Optional<Interval> interval, int n) -> {
                node.put("value", value);
                if (interval.isPresent()) {
                    node.put("low", interval.get().low());
                    node.put("high", interval.get().high());
                    node.put("level", interval.get().level());
                } else {
                    node.putNull("low");
                    node.putNull("high");
                    node.putNull("level");
                }
                node.put("n", n);
            }
        }
    }

    private static void test(ObjectNode node, Tested tested) {
        TestResult test = tested.result();
        node.put("name", test.name());
        number(node, "statistic", test.statistic());
        ArrayNode df = node.putArray("df");
        test.df().forEach(df::add);
        node.put("p", test.p());
        number(node, "adjusted_p", tested.adjusted());
    }

    private static void originals(ObjectNode node, Originals originals) {
        ArrayNode figures = node.putArray("figures");
        for (Originals.Figure figure : originals.figures()) {
            ObjectNode each = figures.addObject();
            Published published = figure.published();
            each.put("published", published.id());
            text(each, "option", figure.option());
            each.put("quantity", published.quantity());
            number(each, "value", published.value());
            each.put("unit", published.unit());
            text(each, "base", published.base());
            each.put("source", published.source());
            each.put("certainty", published.certainty().word());
            text(each, "note", published.note());
            published.precision().ifPresent(precision -> precision(each, precision));
            figure.with().ifPresent(companion -> each.put("with", companion));
        }
        ArrayNode words = node.putArray("words");
        for (Originals.Words said : originals.words()) {
            ObjectNode each = words.addObject();
            each.put("words", said.words());
            each.put("source", said.source());
        }
    }

    private static void precision(ObjectNode node, Precision precision) {
        switch (precision) {
            case Precision.Counted(int count, int n) -> {
                node.put("count", count);
                node.put("n", n);
            }
            case Precision.Respondents(int n) -> node.put("n", n);
            case Precision.StandardError(BigDecimal error) -> node.put("error", error);
            case Precision.Limits(BigDecimal low, BigDecimal high) ->
                    node.putArray("interval").add(low).add(high);
        }
    }

    private static void shape(ObjectNode node, Shape shape) {
        node.put("kind", shape.kind());
        switch (shape) {
            case Shape.OneShare _ -> {}
            case Shape.EachOption(List<Label> options, Shape.Answers answers) -> {
                node.put("answers", answers == Shape.Answers.ONE ? "one" : "several");
                labels(node.putArray("options"), options);
            }
            case Shape.EachPoint(Points points) -> points(node.putObject("points"), points);
            case Shape.TwoSettings(Label first, Label second, List<Label> options) -> {
                labels(node.putArray("settings"), List.of(first, second));
                labels(node.putArray("options"), options);
            }
            case Shape.GroupShares(List<Label> groups) -> labels(node.putArray("groups"), groups);
            case Shape.GroupMeans(List<Label> groups, Shape.Scaling scaling) -> {
                labels(node.putArray("groups"), groups);
                scaling(node, scaling);
            }
            case Shape.Table(List<Label> rows, List<Label> columns) -> {
                labels(node.putArray("rows"), rows);
                labels(node.putArray("columns"), columns);
            }
            case Shape.TwoShares(Label first, Label second) ->
                    labels(node.putArray("settings"), List.of(first, second));
            case Shape.Correlation(Label first, Label second, String estimate) -> {
                labels(node.putArray("variables"), List.of(first, second));
                node.put("estimate", estimate);
            }
            case Shape.Coefficients coefficients -> coefficients(node, coefficients);
            case Shape.Block(Label outcome, List<Label> predictors) -> {
                labels(node.putArray("outcome"), List.of(outcome));
                labels(node.putArray("predictors"), predictors);
            }
            case Shape.TwoCounts(Label first, Label second, List<Label> coefficients) -> {
                labels(node.putArray("settings"), List.of(first, second));
                labels(node.putArray("coefficients"), coefficients);
            }
            case Shape.Reliability(Label scale, List<Label> items) -> {
                labels(node.putArray("scale"), List.of(scale));
                labels(node.putArray("items"), items);
            }
            case Shape.OneMean(Shape.Scaling scaling) -> scaling(node, scaling);
            case Shape.Unanalysed(String words) -> node.put("words", words);
        }
    }

    private static void coefficients(ObjectNode node, Shape.Coefficients shape) {
        labels(node.putArray("outcome"), List.of(shape.outcome()));
        node.put("effect", shape.effect().estimate());
        labels(node.putArray("coefficients"), shape.coefficients());
        labels(node.putArray("others"), shape.others());
        if (shape.chances().isEmpty()) {
            node.putNull("chances");
            return;
        }
        Shape.Chances chances = shape.chances().get();
        ObjectNode child = node.putObject("chances");
        labels(child.putArray("at"), List.of(chances.at()));
        ArrayNode values = child.putArray("values");
        chances.values().forEach(values::add);
        labels(child.putArray("answers"), chances.answers());
    }

    private static void scaling(ObjectNode node, Shape.Scaling scaling) {
        node.put("unit", scaling.unit());
        if (scaling.points().isPresent()) {
            points(node.putObject("points"), scaling.points().get());
        } else {
            node.putNull("points");
        }
    }

    private static void points(ObjectNode node, Points points) {
        node.put("from", points.from());
        node.put("to", points.to());
        node.put("low", points.low());
        node.put("high", points.high());
    }

    private static void labels(ArrayNode node, List<Label> labels) {
        for (Label label : labels) {
            ObjectNode each = node.addObject();
            each.put("code", label.code());
            each.put("label", label.text());
            if (label.kind() != Label.Kind.ANSWER) {
                each.put("says", label.kind().word());
            }
        }
    }

    private static void expects(ObjectNode node, Expectation expectation) {
        switch (expectation) {
            case Expectation.Above(BigDecimal value, Expectation.In in) ->
                    measured(node, "above", value, in);
            case Expectation.Below(BigDecimal value, Expectation.In in) ->
                    measured(node, "below", value, in);
            case Expectation.Inside(BigDecimal low, BigDecimal high, Expectation.In in) -> {
                node.putArray("inside").add(low).add(high);
                node.put("in", in.word());
            }
            case Expectation.MoreBy(BigDecimal points) -> node.put("more-by", points);
            case Expectation.NotMoreBy(BigDecimal points) -> node.put("not-more-by", points);
            case Expectation.Within(BigDecimal value, Expectation.In in) ->
                    measured(node, "within", value, in);
            case Expectation.Mainly(List<String> options) ->
                    options.forEach(node.putArray("mainly")::add);
            case Expectation.Differ _ -> node.put("differ", Expectation.Differ.WORDS);
            case Expectation.Adds _ -> node.put("adds", Expectation.Adds.WORDS);
            case Expectation.Crosses(
                            List<String> better,
                            List<String> worse,
                            BigDecimal low,
                            BigDecimal high) -> {
                ObjectNode crosses = node.putObject("crosses");
                better.forEach(crosses.putArray("better")::add);
                worse.forEach(crosses.putArray("worse")::add);
                crosses.put("low", low);
                crosses.put("high", high);
            }
            case Expectation.InWords(String words) -> node.put("words", words);
        }
    }

    private static void measured(ObjectNode node, String key, BigDecimal value, Expectation.In in) {
        node.put(key, value);
        node.put("in", in.word());
    }

    private static void text(ObjectNode node, String key, Optional<String> text) {
        text.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
    }

    private static void number(ObjectNode node, String key, OptionalDouble number) {
        if (number.isPresent()) {
            node.put(key, number.getAsDouble());
        } else {
            node.putNull(key);
        }
    }

    private static void number(ObjectNode node, String key, Optional<BigDecimal> number) {
        number.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
    }
}
