package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Rule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what a claim computes: one analysis, with what belongs to it.
final class AnalysisReader {

    private static final List<String> KEYS =
            Stream.concat(
                            Stream.of(
                                    "share",
                                    "shares",
                                    "side-by-side",
                                    "paired",
                                    "compare",
                                    "table",
                                    "mean",
                                    "correlate"),
                            Stream.concat(
                                    Arrays.stream(Analysis.Model.values()).map(Analysis.Model::key),
                                    Stream.of("stacked", "matched", "reliability", "not-yet")))
                    .toList();

    /// What stands beside an analysis: read also where there is none, so that it is not called unknown.
    private static final List<String> PARTS =
            List.of(
                    "between", "by", "levels", "shows", "block", "at", "outcome", "uses", "weigh",
                    "impute");

    /// More than these add nothing but time (White, Royston & Wood 2011: one for each percent of gaps).
    private static final int MOST_DATA_SETS = 100;

    private final PlanExpressions expressions;
    private final PlanVocabulary vocabulary;

    AnalysisReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.vocabulary = expressions.vocabulary();
    }

    /// The analysis of a claim: exactly one.
    Optional<Analysis> read(Fields claim) {
        List<String> given = KEYS.stream().filter(claim::has).toList();
        if (given.size() != 1) {
            PARTS.forEach(claim::has);
            expressions
                    .problems()
                    .add(
                            Rule.CLAIM_KIND,
                            given.isEmpty() ? claim.place() : claim.placeOf(given.getLast()),
                            given.isEmpty()
                                    ? "a claim needs an analysis"
                                    : "a claim has one analysis, not "
                                            + String.join(" and ", given),
                            given.isEmpty()
                                    ? "add one of " + String.join(", ", KEYS)
                                    : "make two claims of it");
            return Optional.empty();
        }
        String key = given.getFirst();
        var models = new ModelReader(expressions);
        return switch (key) {
            case "share" -> new ShareReader(expressions).read(claim);
            case "shares" -> shares(claim);
            case "side-by-side" -> sideBySide(claim);
            case "paired" -> paired(claim);
            case "compare" -> compare(claim);
            case "table" -> table(claim);
            case "mean" ->
                    expressions.expression(claim, "mean", Type.DECIMAL).map(Analysis.MeanOf::new);
            case "correlate" -> correlate(claim);
            case "stacked" -> models.stacked(claim);
            case "matched" -> new MatchedReader(expressions).read(claim);
            case "reliability" -> reliability(claim);
            case "not-yet" -> notYet(claim);
            default -> imputed(claim, models.regression(claim, model(key)));
        };
    }

    /// The regression with its gaps filled in, if the plan asks for it.
    private Optional<Analysis> imputed(Fields claim, Optional<Analysis> regression) {
        boolean isImputed = claim.has("impute");
        Optional<Integer> dataSets = claim.integer("impute", 2, MOST_DATA_SETS);
        if (!isImputed || regression.isEmpty()) {
            return regression;
        }
        if (regression.get() instanceof Analysis.Regression model
                && dataSets.isPresent()
                && Analysis.Imputed.fits(model)) {
            return Optional.of(new Analysis.Imputed(model, dataSets.get()));
        }
        if (dataSets.isPresent()) {
            expressions.wrongType(
                    claim.placeOf("impute"),
                    "only coefficients of linear, logistic and count models are imputed",
                    "delete impute, or ask for the coefficients of one of these");
        }
        return Optional.empty();
    }

    private static Analysis.Model model(String key) {
        return Arrays.stream(Analysis.Model.values())
                .filter(model -> model.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Analysis> shares(Fields claim) {
        Optional<String> variable =
                claim.scalar("shares").filter(expressions::isThere).map(Node.Scalar::value);
        if (variable.isPresent()
                && vocabulary.options(variable.get()).isEmpty()
                && !(vocabulary.asked(variable.get()).isPresent()
                        && vocabulary.points(variable.get()).isPresent())) {
            expressions.wrongType(
                    claim.node("shares").map(Node::place).orElse(claim.place()),
                    "shares needs a question with options or a rating, and \"%s\" is none"
                            .formatted(variable.get()),
                    "use mean: for a number, share: for a condition");
            return Optional.empty();
        }
        return variable.map(Analysis.Shares::new);
    }

    private Optional<Analysis> sideBySide(Fields claim) {
        List<Node.Scalar> two = two(claim, "side-by-side");
        if (two.isEmpty()) {
            return Optional.empty();
        }
        for (Node.Scalar each : two) {
            if (!vocabulary.isSeveral(each.value())) {
                expressions.wrongType(
                        each.place(),
                        "side-by-side needs several-of questions, and \"%s\" is none"
                                .formatted(each.value()),
                        "name two several-of questions");
                return Optional.empty();
            }
        }
        String first = two.getFirst().value();
        String second = two.getLast().value();
        var codes = new HashSet<>(expressions.codes(first));
        if (!codes.equals(new HashSet<>(expressions.codes(second)))) {
            expressions.wrongType(
                    two.getLast().place(),
                    "side-by-side needs the same options twice: \"%s\" has %s, \"%s\" has %s"
                            .formatted(
                                    first,
                                    String.join(", ", expressions.codes(first)),
                                    second,
                                    String.join(", ", expressions.codes(second))),
                    "give both questions the same codes");
            return Optional.empty();
        }
        return Optional.of(new Analysis.SideBySide(first, second));
    }

    private Optional<Analysis> table(Fields claim) {
        List<Node.Scalar> two = two(claim, "table");
        if (two.isEmpty() || !two.stream().allMatch(each -> expressions.isOne("table", each))) {
            return Optional.empty();
        }
        return Optional.of(new Analysis.CrossTable(two.getFirst().value(), two.getLast().value()));
    }

    /// Two different variables that are there; else none, with problems.
    private List<Node.Scalar> two(Fields claim, String key) {
        List<Node.Scalar> scalars = claim.scalars(key);
        boolean areThere = scalars.stream().filter(expressions::isThere).count() == scalars.size();
        boolean areTwo = scalars.stream().map(Node.Scalar::value).distinct().count() == 2;
        if (claim.node(key).orElse(null) instanceof Node.Items items
                && (scalars.size() != 2 || !areTwo)
                && scalars.size() == items.nodes().size()) {
            expressions.wrongValue(
                    items.place(),
                    "%s must name two different questions".formatted(key),
                    "write it like [first, second]");
        }
        return areThere && areTwo && scalars.size() == 2 ? scalars : List.of();
    }

    private Optional<Analysis> paired(Fields claim) {
        List<Node.Scalar> two = pair(claim, "paired");
        if (two.isEmpty()) {
            return Optional.empty();
        }
        Optional<Expression> first = expressions.typed(two.getFirst(), Type.LOGIC);
        Optional<Expression> second = expressions.typed(two.getLast(), Type.LOGIC);
        return first.isPresent() && second.isPresent()
                ? Optional.of(new Analysis.Paired(first.get(), second.get()))
                : Optional.empty();
    }

    private Optional<Analysis> correlate(Fields claim) {
        Optional<Analysis.Correlation> by =
                claim.word(
                        "by",
                        Map.of(
                                "pearson", Analysis.Correlation.PEARSON,
                                "spearman", Analysis.Correlation.SPEARMAN,
                                "kendall", Analysis.Correlation.KENDALL));
        List<Node.Scalar> two = pair(claim, "correlate");
        if (two.isEmpty()) {
            return Optional.empty();
        }
        Optional<Expression> first = numeric(two.getFirst());
        Optional<Expression> second = numeric(two.getLast());
        return first.isPresent() && second.isPresent()
                ? Optional.of(
                        new Analysis.Correlate(
                                first.get(), second.get(), by.orElse(Analysis.Correlation.PEARSON)))
                : Optional.empty();
    }

    /// A number, a condition or a yes-no question.
    private Optional<Expression> numeric(Node.Scalar scalar) {
        Optional<PlanExpressions.Typed> typed = expressions.any(scalar);
        if (typed.isPresent()
                && typed.get().type() == Type.TEXT
                && !expressions.isYesNo(typed.get().expression())) {
            expressions.wrongType(
                    scalar.place(),
                    "correlate needs numbers, conditions or yes-no questions, and \"%s\" is none"
                            .formatted(Fields.shortened(scalar.value())),
                    "correlate one answer: name == \"code\"");
            return Optional.empty();
        }
        return typed.map(PlanExpressions.Typed::expression);
    }

    /// Two texts; else none, with a problem.
    private List<Node.Scalar> pair(Fields claim, String key) {
        List<Node.Scalar> two = claim.scalars(key);
        if (two.size() != 2
                && claim.node(key).orElse(null) instanceof Node.Items items
                && items.nodes().size() == two.size()) {
            expressions.wrongValue(
                    items.place(),
                    "%s must list two, not %d".formatted(key, two.size()),
                    "write it like [first, second]");
        }
        return two.size() == 2 ? two : List.of();
    }

    private Optional<Analysis> compare(Fields claim) {
        Optional<Node.Scalar> scalar = claim.scalar("compare");
        Optional<PlanExpressions.Typed> of = scalar.flatMap(expressions::any);
        Optional<GroupsReader.Read> groups = new GroupsReader(expressions).read(claim);
        if (scalar.isEmpty() || of.isEmpty()) {
            return Optional.empty();
        }
        Expression expression = of.get().expression();
        if (of.get().type() == Type.TEXT && !expressions.isYesNo(expression)) {
            expressions.wrongType(
                    scalar.get().place(),
                    "compare needs a condition, a yes-no question or a number, and \"%s\" is none"
                            .formatted(Fields.shortened(scalar.get().value())),
                    "compare one answer: name == \"code\"");
            return Optional.empty();
        }
        return groups.map(each -> new Analysis.Compare(expression, each.by(), each.groups()));
    }

    private Optional<Analysis> reliability(Fields claim) {
        Optional<Node.Scalar> scale = claim.scalar("reliability");
        if (scale.isPresent() && !vocabulary.isScale(scale.get().value())) {
            expressions.unknown(
                    "scale", scale.get().value(), scale.get().place(), vocabulary.scaleNames());
            return Optional.empty();
        }
        return scale.map(each -> new Analysis.Reliability(each.value()));
    }

    private Optional<Analysis> notYet(Fields claim) {
        Optional<String> words = claim.text("not-yet");
        claim.required("uses");
        List<Node.Scalar> uses = claim.scalars("uses");
        boolean areThere = uses.stream().filter(expressions::isThere).count() == uses.size();
        return areThere
                ? words.map(
                        each ->
                                new Analysis.NotYet(
                                        each, uses.stream().map(Node.Scalar::value).toList()))
                : Optional.empty();
    }
}
