package eyebright.analysis;

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
            unfit(expectation.get(), analysis.get())
                    .ifPresent(wanted -> wrongAnalysis(key, rule.placeOf(key), wanted));
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
                                end ->
                                        Measures.figure("inside of expects", end, problems)
                                                .stream())
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

    /// What the rule would need, if the analysis does not give it.
    private static Optional<String> unfit(Expectation expectation, Analysis analysis) {
        if (analysis instanceof Analysis.NotYet) {
            return Optional.empty();
        }
        return switch (expectation) {
            case Expectation.Above(_, Expectation.In in) -> unfit(in, analysis);
            case Expectation.Below(_, Expectation.In in) -> unfit(in, analysis);
            case Expectation.Inside(_, _, Expectation.In in) -> unfit(in, analysis);
            case Expectation.Within(_, Expectation.In in) -> unfit(in, analysis);
            case Expectation.MoreBy _, Expectation.NotMoreBy _ ->
                    unfit(Expectation.In.POINTS, analysis);
            case Expectation.InWords _ -> Optional.empty();
        };
    }

    private static Optional<String> unfit(Expectation.In in, Analysis analysis) {
        boolean fits =
                switch (in) {
                    case PERCENT -> analysis instanceof Analysis.Share;
                    case POINTS ->
                            analysis instanceof Analysis.Paired
                                    || (analysis instanceof Analysis.Compare compare
                                            && compare.groups().size() == 2);
                    case TIMES ->
                            analysis instanceof Analysis.Stacked
                                    || analysis instanceof Analysis.Matched
                                    || (analysis instanceof Analysis.Regression regression
                                            && regression.model() != Analysis.Model.LINEAR
                                            && regression.block().isEmpty());
                    case NUMBER ->
                            analysis instanceof Analysis.Correlate
                                    || analysis instanceof Analysis.Reliability
                                    || (analysis instanceof Analysis.Regression regression
                                            && (regression.model() == Analysis.Model.LINEAR
                                                    || !regression.block().isEmpty()));
                };
        return fits ? Optional.empty() : Optional.of(wanted(in));
    }

    private static String wanted(Expectation.In in) {
        return switch (in) {
            case PERCENT -> "a claim about one share";
            case POINTS -> "a claim that compares two groups";
            case TIMES -> "a ratio, of odds or of rates";
            case NUMBER -> "a correlation, a slope or a share of what is explained";
        };
    }

    private void wrongAnalysis(String key, Place place, String wanted) {
        problems.add(
                Rule.WRONG_TYPE,
                place,
                "%s judges %s, and this is none".formatted(key, wanted),
                "write the rule in words: {words: …}");
    }
}
