package eyebright.analysis;

import eyebright.plan.Certainty;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads the tree that [FindingsWriter] makes.
final class FindingsParser {

    private FindingsParser() {}

    static Findings findings(JsonNode root) {
        JsonNode plan = at(root, "plan");
        JsonNode data = at(root, "data");
        var excluded = new LinkedHashMap<String, Integer>();
        at(data, "excluded")
                .properties()
                .forEach(entry -> excluded.put(entry.getKey(), entry.getValue().asInt()));
        return new Findings(
                text(root, "study"),
                new Findings.PlanRef(
                        text(plan, "hash"),
                        maybe(plan, "freeze").map(StandingJson::read),
                        integer(plan, "respondents")),
                new Findings.Data(
                        text(data, "kind"),
                        maybe(data, "mark").map(JsonNode::asString),
                        maybe(data, "hash").map(JsonNode::asString),
                        integer(data, "respondents"),
                        excluded),
                list(root, "findings", FindingsParser::finding));
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                text(node, "id"),
                text(node, "claim"),
                text(node, "question"),
                at(node, "primary").asBoolean(),
                maybe(node, "planned").map(JsonNode::asBoolean),
                maybe(node, "family").map(JsonNode::asString),
                maybe(node, "among").map(JsonNode::asString),
                integer(node, "n"),
                missing(at(node, "missing")),
                list(node, "estimates", FindingsParser::estimate),
                list(node, "tests", FindingsParser::test),
                decimal(node, "bayes_factor"),
                maybe(node, "original").map(FindingsParser::originals).orElse(Originals.NONE),
                maybe(node, "rule").map(JsonNode::asString),
                maybe(node, "judged").map(judged -> judgement(node, judged)),
                text(node, "why"),
                shape(at(node, "analysis")),
                maybe(node, "expects").map(FindingsParser::expects),
                maybe(node, "withheld").map(JsonNode::asString),
                list(node, "beside", FindingsParser::finding));
    }

    private static Map<Missing, Integer> missing(JsonNode node) {
        var missing = new LinkedHashMap<Missing, Integer>();
        node.properties()
                .forEach(
                        entry ->
                                missing.put(
                                        Missing.of(entry.getKey())
                                                .orElseThrow(() -> unknown(entry.getKey())),
                                        entry.getValue().asInt()));
        return missing;
    }

    /// @param node of the finding, which has the verdict
    private static Judgement judgement(JsonNode node, JsonNode judged) {
        return new Judgement(
                maybe(node, "verdict").map(JsonNode::asString).flatMap(Verdict::of),
                list(judged, "comparisons", FindingsParser::comparison),
                maybe(judged, "ways")
                        .map(
                                ways ->
                                        new Judgement.Robustness(
                                                integer(ways, "same"), integer(ways, "of"))));
    }

    private static Comparison comparison(JsonNode node) {
        String agreement = text(node, "agreement");
        return new Comparison(
                maybe(node, "published").map(JsonNode::asString),
                maybe(node, "option").map(JsonNode::asString),
                Agreement.of(agreement).orElseThrow(() -> unknown(agreement)),
                text(node, "why"),
                list(
                        node,
                        "figures",
                        each ->
                                new ReplicationFigure(
                                        text(each, "name"),
                                        anyEstimate(each),
                                        decimal(each, "p"))));
    }

    private static NamedEstimate estimate(JsonNode node) {
        return new NamedEstimate(text(node, "name"), anyEstimate(node));
    }

    private static Estimate anyEstimate(JsonNode node) {
        Optional<JsonNode> reason = maybe(node, "not_estimable");
        return reason.isPresent()
                ? new Estimate.NotEstimable(reason.get().asString())
                : new Estimate.Known(
                        number(node, "value"),
                        maybe(node, "low")
                                .map(
                                        low ->
                                                new Interval(
                                                        low.doubleValue(),
                                                        number(node, "high"),
                                                        number(node, "level"))),
                        integer(node, "n"));
    }

    private static Tested test(JsonNode node) {
        return new Tested(
                new TestResult(
                        text(node, "name"),
                        decimal(node, "statistic"),
                        list(node, "df", JsonNode::doubleValue),
                        number(node, "p")),
                decimal(node, "adjusted_p"));
    }

    private static Originals originals(JsonNode node) {
        return new Originals(
                list(node, "figures", FindingsParser::figure),
                list(
                        node,
                        "words",
                        each -> new Originals.Words(text(each, "words"), text(each, "source"))));
    }

    private static Originals.Figure figure(JsonNode node) {
        String certainty = text(node, "certainty");
        return new Originals.Figure(
                maybe(node, "option").map(JsonNode::asString),
                new Published(
                        text(node, "published"),
                        text(node, "quantity"),
                        maybe(node, "value").map(JsonNode::decimalValue),
                        text(node, "unit"),
                        precision(node),
                        maybe(node, "base").map(JsonNode::asString),
                        text(node, "source"),
                        Certainty.of(certainty).orElseThrow(() -> unknown(certainty)),
                        maybe(node, "note").map(JsonNode::asString)),
                maybe(node, "with").map(JsonNode::asString));
    }

    private static Optional<Precision> precision(JsonNode node) {
        if (node.has("count")) {
            return Optional.of(new Precision.Counted(integer(node, "count"), integer(node, "n")));
        }
        if (node.has("n")) {
            return Optional.of(new Precision.Respondents(integer(node, "n")));
        }
        if (node.has("error")) {
            return Optional.of(new Precision.StandardError(at(node, "error").decimalValue()));
        }
        return maybe(node, "interval")
                .map(
                        limits ->
                                new Precision.Limits(
                                        limits.get(0).decimalValue(),
                                        limits.get(1).decimalValue()));
    }

    private static Shape shape(JsonNode node) {
        String kind = text(node, "kind");
        return switch (kind) {
            case "share" -> new Shape.OneShare();
            case "shares" ->
                    new Shape.EachOption(
                            labels(node, "options"),
                            text(node, "answers").equals("one")
                                    ? Shape.Answers.ONE
                                    : Shape.Answers.SEVERAL);
            case "rating" -> new Shape.EachPoint(points(at(node, "points")));
            case "side-by-side" -> {
                List<Label> settings = labels(node, "settings");
                yield new Shape.TwoSettings(
                        settings.getFirst(), settings.getLast(), labels(node, "options"));
            }
            case "group-shares" -> new Shape.GroupShares(labels(node, "groups"));
            case "group-means" -> new Shape.GroupMeans(labels(node, "groups"), scaling(node));
            case "table" -> new Shape.Table(labels(node, "rows"), labels(node, "columns"));
            case "two-shares" -> {
                List<Label> settings = labels(node, "settings");
                yield new Shape.TwoShares(settings.getFirst(), settings.getLast());
            }
            case "correlation" -> {
                List<Label> variables = labels(node, "variables");
                yield new Shape.Correlation(
                        variables.getFirst(), variables.getLast(), text(node, "estimate"));
            }
            case "coefficients" ->
                    new Shape.Coefficients(
                            labels(node, "outcome").getFirst(),
                            effect(text(node, "effect")),
                            labels(node, "coefficients"),
                            labels(node, "others"),
                            maybe(node, "chances").map(FindingsParser::chances));
            case "block" ->
                    new Shape.Block(labels(node, "outcome").getFirst(), labels(node, "predictors"));
            case "two-counts" -> {
                List<Label> settings = labels(node, "settings");
                yield new Shape.TwoCounts(
                        settings.getFirst(), settings.getLast(), labels(node, "coefficients"));
            }
            case "reliability" ->
                    new Shape.Reliability(labels(node, "scale").getFirst(), labels(node, "items"));
            case "mean" -> new Shape.OneMean(scaling(node));
            case "not-yet" -> new Shape.Unanalysed(text(node, "words"));
            default -> throw unknown(kind);
        };
    }

    private static Shape.Effect effect(String estimate) {
        return Arrays.stream(Shape.Effect.values())
                .filter(effect -> effect.estimate().equals(estimate))
                .findFirst()
                .orElseThrow(() -> unknown(estimate));
    }

    private static Shape.Chances chances(JsonNode node) {
        return new Shape.Chances(
                labels(node, "at").getFirst(),
                list(node, "values", JsonNode::asString),
                labels(node, "answers"));
    }

    private static Shape.Scaling scaling(JsonNode node) {
        return new Shape.Scaling(
                text(node, "unit"), maybe(node, "points").map(FindingsParser::points));
    }

    private static Points points(JsonNode node) {
        return new Points(
                integer(node, "from"), integer(node, "to"), text(node, "low"), text(node, "high"));
    }

    private static List<Label> labels(JsonNode node, String key) {
        return list(
                node, key, each -> new Label(text(each, "code"), text(each, "label"), kind(each)));
    }

    /// Labels without a kind are answers.
    private static Label.Kind kind(JsonNode label) {
        return Arrays.stream(Label.Kind.values())
                .filter(kind -> label.path("says").asString("").equals(kind.word()))
                .findFirst()
                .orElse(Label.Kind.ANSWER);
    }

    private static Expectation expects(JsonNode node) {
        Map.Entry<String, JsonNode> rule =
                node.properties().stream().findFirst().orElseThrow(() -> unknown("expects"));
        JsonNode value = rule.getValue();
        return switch (rule.getKey()) {
            case "above" -> new Expectation.Above(value.decimalValue(), in(node));
            case "below" -> new Expectation.Below(value.decimalValue(), in(node));
            case "inside" ->
                    new Expectation.Inside(
                            value.get(0).decimalValue(), value.get(1).decimalValue(), in(node));
            case "more-by" -> new Expectation.MoreBy(value.decimalValue());
            case "not-more-by" -> new Expectation.NotMoreBy(value.decimalValue());
            case "within" -> new Expectation.Within(value.decimalValue(), in(node));
            case "mainly" -> new Expectation.Mainly(list(node, "mainly", JsonNode::asString));
            case "differ" -> new Expectation.Differ();
            case "adds" -> new Expectation.Adds();
            case "crosses" ->
                    new Expectation.Crosses(
                            list(value, "better", JsonNode::asString),
                            list(value, "worse", JsonNode::asString),
                            at(value, "low").decimalValue(),
                            at(value, "high").decimalValue());
            case "words" -> new Expectation.InWords(value.asString());
            default -> throw unknown(rule.getKey());
        };
    }

    private static Expectation.In in(JsonNode node) {
        String word = text(node, "in");
        return Expectation.In.of(word).orElseThrow(() -> unknown(word));
    }

    private static OptionalDouble decimal(JsonNode node, String key) {
        return maybe(node, key)
                .map(value -> OptionalDouble.of(value.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    static JsonNode at(JsonNode node, String key) {
        return maybe(node, key)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "json must be findings, but there is no " + key));
    }

    static Optional<JsonNode> maybe(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }

    private static String text(JsonNode node, String key) {
        return at(node, key).asString();
    }

    private static int integer(JsonNode node, String key) {
        return at(node, key).asInt();
    }

    private static double number(JsonNode node, String key) {
        return at(node, key).doubleValue();
    }

    private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> each) {
        return at(node, key).valueStream().map(each).toList();
    }

    static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException(
                "json must be findings, but holds an unknown \"%s\"".formatted(word));
    }
}
