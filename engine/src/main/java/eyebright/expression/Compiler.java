package eyebright.expression;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes terms ready for the columns they read: what the [Evaluator] decides for each row by the kind of
/// its values is decided here once, because a column has one kind.
///
/// Used by one thread, for one expression over one set of rows.
final class Compiler {

    private final Rows rows;
    private final Doubts doubts = new Doubts();
    private final Map<String, Integer> texts = new HashMap<>();

    Compiler(Rows rows) {
        this.rows = rows;
    }

    /// The rows of the block that are to be worked out one by one.
    Doubts doubts() {
        return doubts;
    }

    /// The term as a condition; unknown if it is none.
    Node.Logic logic(Term term) {
        return node(term) instanceof Node.Logic logic ? logic : unknown();
    }

    /// The term as a number; unknown if it is none.
    Node.Amount amount(Term term) {
        return node(term) instanceof Node.Amount amount ? amount : new AmountNodes.Nothing();
    }

    private static Node.Logic unknown() {
        return new LogicNodes.Same(Node.Logic.UNKNOWN);
    }

    private Node node(Term term) {
        return switch (term) {
            case Term.Constant(_, Value value) -> constant(value);
            case Term.Name(_, String variable) -> column(rows.series(variable));
            case Term.Not(_, Term of) -> new LogicNodes.Not(logic(of));
            case Term.Minus(_, Term of) -> new AmountNodes.Minus(amount(of));
            case Term.Pair pair -> pair(pair);
            case Term.In in -> in(in);
            case Term.Call call -> call(call);
        };
    }

    private Node constant(Value value) {
        return switch (value) {
            case Value.Decimal(BigDecimal number) -> new AmountNodes.Same(number);
            case Value.Text(String text) -> new TextNodes.Same(number(text));
            case Value.Logic(Truth truth) -> new LogicNodes.Same(Truths.code(truth));
            case Value.Unknown _ -> unknown();
        };
    }

    private Node column(Series series) {
        return switch (series) {
            case Series.Numbers numbers -> new AmountNodes.Column(numbers);
            case Series.Texts column ->
                    new TextNodes.Column(
                            column, column.texts().stream().mapToInt(this::number).toArray());
            case Series.Truths truths -> new LogicNodes.Column(truths);
            case Series.Nothing _ -> unknown();
        };
    }

    private int number(String text) {
        return texts.computeIfAbsent(text, _ -> texts.size());
    }

    private Node pair(Term.Pair pair) {
        return switch (pair.operator()) {
            case AND -> new LogicNodes.And(logic(pair.left()), logic(pair.right()));
            case OR -> new LogicNodes.Or(logic(pair.left()), logic(pair.right()));
            case EQUAL -> equal(pair.left(), pair.right());
            case UNEQUAL -> new LogicNodes.Not(equal(pair.left(), pair.right()));
            case LESS, AT_MOST, MORE, AT_LEAST ->
                    compared(pair.operator(), amount(pair.left()), pair.right());
            case PLUS, MINUS -> sum(pair.operator(), amount(pair.left()), amount(pair.right()));
            case TIMES, OVER ->
                    new AmountNodes.Computed(
                            pair.operator(), amount(pair.left()), amount(pair.right()), doubts);
        };
    }

    private Node.Logic compared(Term.Operator operator, Node.Amount left, Term right) {
        return right instanceof Term.Constant(_, Value.Decimal(BigDecimal number))
                        && AmountNodes.Same.isExact(number)
                ? new LogicNodes.ComparedWith(operator, left, number.doubleValue(), doubts)
                : new LogicNodes.Compared(operator, left, amount(right), doubts);
    }

    private Node.Amount sum(Term.Operator operator, Node.Amount left, Node.Amount right) {
        return right instanceof AmountNodes.Computed quotient && quotient.isQuotient()
                ? new AmountNodes.WithQuotient(operator, left, quotient, doubts)
                : new AmountNodes.Computed(operator, left, right, doubts);
    }

    /// Whether two terms are equal. Most conditions ask whether a question got one answer: that is decided for
    /// its few answers, not for each row.
    private Node.Logic equal(Term left, Term right) {
        if (left instanceof Term.Name(_, String variable)
                && right instanceof Term.Constant(_, Value.Text(String text))
                && rows.series(variable) instanceof Series.Texts texts) {
            return new LogicNodes.Answers(texts, List.of(text));
        }
        Node one = node(left);
        return one instanceof Node.Amount number
                        && right instanceof Term.Constant(_, Value.Decimal _)
                ? compared(Term.Operator.EQUAL, number, right)
                : equal(one, node(right));
    }

    private Node.Logic equal(Node left, Node right) {
        if (left instanceof Node.Amount one && right instanceof Node.Amount two) {
            return new LogicNodes.Compared(Term.Operator.EQUAL, one, two, doubts);
        }
        if (left instanceof Node.Text one && right instanceof Node.Text two) {
            return new LogicNodes.SameText(one, two);
        }
        return unknown();
    }

    private Node in(Term.In in) {
        boolean isOfTexts = in.list().stream().allMatch(each -> each.value() instanceof Value.Text);
        if (isOfTexts
                && in.of() instanceof Term.Name(_, String variable)
                && rows.series(variable) instanceof Series.Texts texts) {
            return new LogicNodes.Answers(
                    texts,
                    in.list().stream().map(each -> ((Value.Text) each.value()).text()).toList());
        }
        if (isOfTexts && node(in.of()) instanceof Node.Text of) {
            int[] numbers =
                    in.list().stream()
                            .mapToInt(each -> number(((Value.Text) each.value()).text()))
                            .toArray();
            return new LogicNodes.OneOf(of, numbers);
        }
        Node.Logic any = new LogicNodes.Same(Node.Logic.FALSE);
        for (Term.Constant constant : in.list()) {
            any = new LogicNodes.Or(any, equal(node(in.of()), constant(constant.value())));
        }
        return any;
    }

    private Node call(Term.Call call) {
        return switch (call.function()) {
            case ANSWERED -> new LogicNodes.Answered(node(call.arguments().getFirst()));
            case COUNT ->
                    new AmountNodes.Counted(
                            call.arguments().stream().map(this::node).toList(), call.least());
            case MEAN, SUM ->
                    new AmountNodes.Gathered(
                            call.function(),
                            call.arguments().stream().map(this::amount).toList(),
                            call.least(),
                            doubts);
        };
    }
}
