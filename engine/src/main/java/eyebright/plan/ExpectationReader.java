package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Reads the rule of a claim: `expects`.
final class ExpectationReader {

    private static final List<String> KEYS =
            List.of("above", "below", "inside", "more-by", "not-more-by", "within", "words");

    private final Problems problems;

    ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    /// The rule below `expects`, if it is there and fits the analysis.
    ///
    /// @param analysis that of the claim, as far as it could be read
    Optional<Expectation> read(Fields claim, Optional<Analysis> analysis) {
        Optional<Fields> fields = claim.fields("expects");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Fields rule = fields.get();
        List<String> given = KEYS.stream().filter(rule::has).toList();
        rule.finish();
        if (given.size() != 1) {
            problems.add(
                    Rule.WRONG_VALUE,
                    given.size() < 2 ? rule.place() : rule.placeOf(given.get(1)),
                    "expects of a claim must be one rule, not %s"
                            .formatted(given.isEmpty() ? "none" : String.join(" and ", given)),
                    "write one of " + String.join(", ", KEYS));
            return Optional.empty();
        }
        String key = given.getFirst();
        Optional<Expectation> expectation = rule.node(key).flatMap(node -> rule(key, rule, node));
        if (expectation.isPresent() && analysis.isPresent()) {
            fit(key, rule, expectation.get(), analysis.get());
        }
        return expectation;
    }

    private Optional<Expectation> rule(String key, Fields fields, Node node) {
        String thing = key + " of expects";
        return switch (key) {
            case "above" ->
                    Measures.figure(thing, node, problems)
                            .map(each -> new Expectation.Above(each.value(), each.in()));
            case "below" ->
                    Measures.figure(thing, node, problems)
                            .map(each -> new Expectation.Below(each.value(), each.in()));
            case "inside" -> inside(fields, node);
            case "more-by" -> Measures.points(thing, node, problems).map(Expectation.MoreBy::new);
            case "not-more-by" ->
                    Measures.points(thing, node, problems).map(Expectation.NotMoreBy::new);
            case "within" ->
                    Measures.margin(thing, node, problems)
                            .map(each -> new Expectation.Within(each.value(), each.in()));
            default -> fields.text(key).map(Expectation.InWords::new);
        };
    }

    private Optional<Expectation> inside(Fields fields, Node node) {
        List<Node> ends = fields.list("inside");
        List<Measures.Measure> figures =
                ends.stream()
                        .flatMap(
                                end -> Measures.figure("inside of expects", end, problems).stream())
                        .toList();
        boolean isRange =
                figures.size() == 2
                        && figures.getFirst().in() == figures.getLast().in()
                        && figures.getFirst().value().compareTo(figures.getLast().value()) < 0;
        if (figures.size() == ends.size() && !isRange && node instanceof Node.Items) {
            problems.add(
                    Rule.WRONG_VALUE,
                    node.place(),
                    "inside of expects must be two figures of one kind, the lower one first",
                    "write it like [35%, 55%]");
        }
        return isRange && ends.size() == 2
                ? Optional.of(
                        new Expectation.Inside(
                                figures.getFirst().value(),
                                figures.getLast().value(),
                                figures.getFirst().in()))
                : Optional.empty();
    }

    /// Sees that the rule judges what the analysis gives, in its unit.
    private void fit(String key, Fields rule, Expectation expectation, Analysis analysis) {
        Optional<Expectation.In> given = expectation.unit();
        if (analysis instanceof Analysis.NotYet || given.isEmpty()) {
            return;
        }
        Optional<Expectation.In> wanted = in(analysis);
        boolean isDifference =
                given.get() == Expectation.In.POINTS
                        || wanted.equals(Optional.of(Expectation.In.POINTS));
        if (wanted.isEmpty() || (isDifference && !wanted.equals(given))) {
            wrongAnalysis(key, rule.placeOf(key), judged(given.get()));
        } else if (!wanted.equals(given)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    rule.node(key).map(Node::place).orElse(rule.place()),
                    "%s of expects must be %s here, not %s"
                            .formatted(key, judged(wanted.get()), judged(given.get())),
                    "write it like " + example(wanted.get()));
        } else if (isPart(analysis) && !isInRange(expectation)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    rule.node(key).map(Node::place).orElse(rule.place()),
                    "%s of expects must be between -1 and 1 here".formatted(key),
                    "write it like 0.20");
        }
    }

    /// Whether its figures are parts of a whole: a correlation, an explained part, a reliability.
    private static boolean isPart(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Correlate _, Analysis.Reliability _ -> true;
            case Analysis.Regression regression -> !regression.block().isEmpty();
            case Analysis.Imputed _,
                    Analysis.Share _,
                    Analysis.WeightedShare _,
                    Analysis.Shares _,
                    Analysis.SideBySide _,
                    Analysis.Paired _,
                    Analysis.Compare _,
                    Analysis.CrossTable _,
                    Analysis.MeanOf _,
                    Analysis.Stacked _,
                    Analysis.Matched _,
                    Analysis.NotYet _ ->
                    false;
        };
    }

    private static boolean isInRange(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Above(BigDecimal value, _) -> isInRange(value);
            case Expectation.Below(BigDecimal value, _) -> isInRange(value);
            case Expectation.Within(BigDecimal value, _) -> isInRange(value);
            case Expectation.Inside(BigDecimal low, BigDecimal high, _) ->
                    isInRange(low) && isInRange(high);
            case Expectation.MoreBy _, Expectation.NotMoreBy _, Expectation.InWords _ -> true;
        };
    }

    private static boolean isInRange(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.ONE) < 0;
    }

    /// What the figures of an analysis are in, if one rule in numbers can judge it.
    private static Optional<Expectation.In> in(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Share _, Analysis.WeightedShare _ -> Optional.of(Expectation.In.PERCENT);
            case Analysis.Compare compare when compare.groups().size() == 2 ->
                    Optional.of(Expectation.In.POINTS);
            case Analysis.Paired _ -> Optional.of(Expectation.In.POINTS);
            case Analysis.Correlate _, Analysis.Reliability _ -> Optional.of(Expectation.In.NUMBER);
            case Analysis.Regression regression when !regression.block().isEmpty() ->
                    Optional.of(Expectation.In.NUMBER);
            case Analysis.Regression regression ->
                    Optional.of(
                            regression.model() == Analysis.Model.LINEAR
                                    ? Expectation.In.NUMBER
                                    : Expectation.In.TIMES);
            case Analysis.Imputed imputed -> in(imputed.regression());
            case Analysis.Stacked _, Analysis.Matched _ -> Optional.of(Expectation.In.TIMES);
            case Analysis.Shares _,
                    Analysis.SideBySide _,
                    Analysis.Compare _,
                    Analysis.CrossTable _,
                    Analysis.MeanOf _,
                    Analysis.NotYet _ ->
                    Optional.empty();
        };
    }

    private static String judged(Expectation.In in) {
        return switch (in) {
            case PERCENT -> "a percent of one share";
            case POINTS -> "a difference of two groups";
            case TIMES -> "a ratio of odds or rates";
            case NUMBER -> "a correlation, a slope or an explained part";
        };
    }

    private static String example(Expectation.In in) {
        return switch (in) {
            case PERCENT -> "50%";
            case POINTS -> "10 points";
            case TIMES -> "1 times";
            case NUMBER -> "0.20";
        };
    }

    private void wrongAnalysis(String key, Place place, String wanted) {
        problems.add(
                Rule.WRONG_TYPE,
                place,
                "%s judges %s, and this claim has none".formatted(key, wanted),
                "write the rule in words: {words: …}");
    }
}
