package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the rule of a claim: `expects`.
final class ExpectationReader {

    private static final List<String> KEYS =
            List.of(
                    "above",
                    "below",
                    "inside",
                    "more-by",
                    "not-more-by",
                    "within",
                    "mainly",
                    "differ",
                    "adds",
                    "crosses",
                    "words");

    private final Problems problems;
    private final List<String> options;
    private final List<Companion> beside;

    /// @param options codes of the options of the claim's question; empty if it has none
    /// @param beside the further analyses of the claim
    ExpectationReader(List<String> options, List<Companion> beside, Problems problems) {
        this.problems = problems;
        this.options = List.copyOf(options);
        this.beside = List.copyOf(beside);
    }

    /// A rule, and which further analyses must meet it too.
    ///
    /// @param also their names
    record Declared(Optional<Expectation> rule, List<String> also) {
        static final Declared NOTHING = new Declared(Optional.empty(), List.of());

        Declared {
            also = List.copyOf(also);
        }
    }

    /// The rule below `expects`, if it is there and fits the analysis.
    ///
    /// @param analysis that of the claim, as far as it could be read
    Declared read(Fields claim, Optional<Analysis> analysis) {
        Optional<Fields> fields = claim.fields("expects");
        if (fields.isEmpty()) {
            return Declared.NOTHING;
        }
        Fields rule = fields.get();
        List<Node.Scalar> also = rule.scalars("also");
        List<String> given = KEYS.stream().filter(rule::has).toList();
        rule.finish();
        if (given.size() != 1) {
            problems.add(
                    Rule.WRONG_VALUE,
                    given.size() < 2 ? rule.place() : rule.placeOf(given.get(1)),
                    "expects of a claim must be one rule, not %s"
                            .formatted(given.isEmpty() ? "none" : String.join(" and ", given)),
                    "write one of " + String.join(", ", KEYS));
            return Declared.NOTHING;
        }
        String key = given.getFirst();
        Optional<Expectation> expectation = rule.node(key).flatMap(node -> rule(key, rule, node));
        if (expectation.isEmpty() || analysis.isEmpty()) {
            return new Declared(expectation, List.of());
        }
        fit(key, rule, expectation.get(), analysis.get());
        return new Declared(
                expectation,
                also.stream()
                        .filter(name -> isBeside(name, expectation.get(), analysis.get()))
                        .map(Node.Scalar::value)
                        .distinct()
                        .toList());
    }

    /// Sees that a further analysis is there and can be judged by the same rule.
    private boolean isBeside(Node.Scalar name, Expectation rule, Analysis analysis) {
        Optional<Companion> companion =
                beside.stream().filter(each -> each.name().equals(name.value())).findFirst();
        if (companion.isEmpty()) {
            List<String> names = beside.stream().map(Companion::name).toList();
            problems.add(
                    Rule.UNKNOWN_VARIABLE,
                    name.place(),
                    "nothing beside this claim is called \"%s\"%s"
                            .formatted(
                                    Fields.shortened(name.value()),
                                    names.isEmpty()
                                            ? ""
                                            : "; there are " + String.join(", ", names)),
                    Nearest.to(name.value(), names)
                            .map(near -> "write " + near)
                            .orElse("add it below beside:, or delete it here"));
            return false;
        }
        if (rule instanceof Expectation.InWords) {
            problems.add(
                    Rule.WRONG_TYPE,
                    name.place(),
                    "a rule in words is judged by a person, so %s cannot be held to it"
                            .formatted(name.value()),
                    "delete also:, or write a rule in numbers");
            return false;
        }
        if (!RuleFit.isSame(rule, analysis, companion.get().analysis())) {
            problems.add(
                    Rule.WRONG_TYPE,
                    name.place(),
                    "%s gives another kind of figure than the claim, so that its rule cannot judge it"
                            .formatted(name.value()),
                    "delete it here");
            return false;
        }
        return true;
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
            case "mainly" -> mainly(fields);
            case "differ" -> word(fields, key, Expectation.Differ.WORDS, new Expectation.Differ());
            case "adds" -> word(fields, key, Expectation.Adds.WORDS, new Expectation.Adds());
            case "crosses" -> fields.fields(key).flatMap(this::crosses);
            default -> fields.text(key).map(Expectation.InWords::new);
        };
    }

    /// A rule that has one wording only.
    private static Optional<Expectation> word(
            Fields fields, String key, String word, Expectation rule) {
        return fields.word(key, Map.of(word, rule));
    }

    private Optional<Expectation> mainly(Fields fields) {
        List<String> named =
                fields.scalars("mainly").stream()
                        .filter(scalar -> isOption("mainly", scalar, options))
                        .map(Node.Scalar::value)
                        .distinct()
                        .toList();
        boolean isNone =
                fields.node("mainly")
                        .filter(node -> node instanceof Node.Items(_, var items) && items.isEmpty())
                        .isPresent();
        if (isNone) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("mainly"),
                    "mainly must name an option or more",
                    "name the options that are named most");
            return Optional.empty();
        }
        if (named.isEmpty() || named.size() < options.size()) {
            return named.isEmpty() ? Optional.empty() : Optional.of(new Expectation.Mainly(named));
        }
        problems.add(
                Rule.WRONG_VALUE,
                fields.placeOf("mainly"),
                "mainly must leave out some option, for the others are compared with it",
                "name the options that are named most");
        return Optional.empty();
    }

    /// Whether a code is one of those; if not, that is a problem.
    private boolean isOption(String thing, Node.Scalar scalar, List<String> codes) {
        if (codes.contains(scalar.value())) {
            return true;
        }
        problems.add(
                codes.isEmpty() ? Rule.WRONG_TYPE : Rule.UNKNOWN_VARIABLE,
                scalar.place(),
                codes.isEmpty()
                        ? thing + " judges options of a question, and this claim has none"
                        : "no option \"%s\"; there are %s"
                                .formatted(
                                        Fields.shortened(scalar.value()), String.join(", ", codes)),
                Nearest.to(scalar.value(), codes)
                        .map(near -> "write " + near)
                        .orElse(
                                codes.isEmpty()
                                        ? "write the rule in words: {words: …}"
                                        : "name an option of the question"));
        return false;
    }

    private Optional<Expectation> crosses(Fields fields) {
        List<Node.Scalar> better = fields.scalars("better");
        List<Node.Scalar> worse = fields.scalars("worse");
        Optional<Node> low = fields.required("low");
        Optional<Node> high = fields.required("high");
        Optional<BigDecimal> from = fields.decimal("low");
        Optional<BigDecimal> to = fields.decimal("high");
        fields.finish();
        if (low.isEmpty() || high.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<String> good = better.stream().map(Node.Scalar::value).distinct().toList();
        List<String> bad = worse.stream().map(Node.Scalar::value).distinct().toList();
        if (good.isEmpty()
                || bad.isEmpty()
                || good.stream().anyMatch(bad::contains)
                || from.get().compareTo(to.get()) >= 0) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.place(),
                    "crosses must name better and worse answers, none of them twice, and a low and a higher value",
                    "write it like {better: [better], worse: [worse], low: 2, high: 8}");
            return Optional.empty();
        }
        return Optional.of(new Expectation.Crosses(good, bad, from.get(), to.get()));
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
        if (analysis instanceof Analysis.NotYet) {
            return;
        }
        switch (expectation) {
            case Expectation.Mainly _ -> {
                if (!(analysis instanceof Analysis.Shares)) {
                    wrongAnalysis(key, rule.placeOf(key), "the options of a question");
                }
            }
            case Expectation.Differ _ -> {
                if (!(analysis instanceof Analysis.SideBySide) && !RuleFit.isOfSlopes(analysis)) {
                    wrongAnalysis(
                            key,
                            rule.placeOf(key),
                            "options of two questions side by side, or all slopes of two stacked models");
                }
            }
            case Expectation.Adds _ -> {
                if (!RuleFit.isOfPredictors(analysis)) {
                    wrongAnalysis(key, rule.placeOf(key), "a block of predictors");
                }
            }
            case Expectation.Crosses crosses -> fitCrossing(rule, crosses, analysis);
            case Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.InWords _ ->
                    fitFigure(key, rule, expectation, analysis);
        }
    }

    /// Sees that chances of those answers are shown at those values.
    private void fitCrossing(Fields rule, Expectation.Crosses crosses, Analysis analysis) {
        Place place = rule.placeOf("crosses");
        if (!(analysis instanceof Analysis.Regression regression)
                || regression.model() != Analysis.Model.ORDINAL
                || regression.at().isEmpty()) {
            wrongAnalysis("crosses", place, "an ordinal model with at:");
            return;
        }
        List<Double> values = regression.at().get().values();
        for (BigDecimal value : List.of(crosses.low(), crosses.high())) {
            if (!values.contains(value.doubleValue())) {
                problems.add(
                        Rule.WRONG_VALUE,
                        place,
                        "crosses must read values of at:, and %s is none of them"
                                .formatted(value.toPlainString()),
                        "add it to at:");
            }
        }
        List<String> codes =
                regression.levels().stream()
                        .filter(each -> each.variable().equals(regression.formula().outcome()))
                        .flatMap(each -> each.codes().stream())
                        .toList();
        for (String code :
                Stream.concat(crosses.better().stream(), crosses.worse().stream()).toList()) {
            if (!codes.contains(code)) {
                problems.add(
                        Rule.UNKNOWN_VARIABLE,
                        place,
                        "no answer \"%s\"; there are %s"
                                .formatted(Fields.shortened(code), String.join(", ", codes)),
                        Nearest.to(code, codes)
                                .map(near -> "write " + near)
                                .orElse("name answers of the outcome"));
            }
        }
    }

    private void fitFigure(String key, Fields rule, Expectation expectation, Analysis analysis) {
        Optional<Expectation.In> given = expectation.unit();
        if (given.isEmpty()) {
            return;
        }
        Optional<Expectation.In> wanted = RuleFit.in(analysis);
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
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    true;
        };
    }

    private static boolean isInRange(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.ONE) < 0;
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
