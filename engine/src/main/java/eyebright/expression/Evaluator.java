package eyebright.expression;

import eyebright.expression.Value.Decimal;
import eyebright.expression.Value.Logic;
import eyebright.expression.Value.Text;
import eyebright.expression.Value.Unknown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Computes a checked expression. What reads a skipped answer is unknown, unless the rest decides.
final class Evaluator {

    private static final Value UNKNOWN = new Unknown();

    private final Scope scope;

    Evaluator(Scope scope) {
        this.scope = scope;
    }

    Value value(Term term) {
        return switch (term) {
            case Term.Constant constant -> constant.value();
            case Term.Name name -> scope.value(name.variable());
            case Term.Not not -> new Logic(truth(not.of()).not());
            case Term.Minus minus ->
                    value(minus.of()) instanceof Decimal(BigDecimal number)
                            ? new Decimal(number.negate())
                            : UNKNOWN;
            case Term.Pair pair -> pair(pair);
            case Term.In in -> in(in);
            case Term.Call call -> call(call);
        };
    }

    Truth truth(Term term) {
        return value(term) instanceof Logic(Truth truth) ? truth : Truth.UNKNOWN;
    }

    private Value pair(Term.Pair pair) {
        return switch (pair.operator()) {
            case AND -> new Logic(truth(pair.left()).and(truth(pair.right())));
            case OR -> new Logic(truth(pair.left()).or(truth(pair.right())));
            case EQUAL -> new Logic(equal(value(pair.left()), value(pair.right())));
            case UNEQUAL -> new Logic(equal(value(pair.left()), value(pair.right())).not());
            case LESS, AT_MOST, MORE, AT_LEAST -> compared(pair);
            case PLUS, MINUS, TIMES, OVER -> computed(pair);
        };
    }

    private static Truth equal(Value left, Value right) {
        if (left instanceof Decimal(BigDecimal a) && right instanceof Decimal(BigDecimal b)) {
            return Truth.of(a.compareTo(b) == 0);
        }
        if (left instanceof Text(String a) && right instanceof Text(String b)) {
            return Truth.of(a.equals(b));
        }
        return Truth.UNKNOWN;
    }

    private Value compared(Term.Pair pair) {
        if (!(value(pair.left()) instanceof Decimal(BigDecimal left))
                || !(value(pair.right()) instanceof Decimal(BigDecimal right))) {
            return new Logic(Truth.UNKNOWN);
        }
        int sign = left.compareTo(right);
        return new Logic(
                Truth.of(
                        switch (pair.operator()) {
                            case LESS -> sign < 0;
                            case AT_MOST -> sign <= 0;
                            case MORE -> sign > 0;
                            case AT_LEAST -> sign >= 0;
                            case OR, AND, EQUAL, UNEQUAL, PLUS, MINUS, TIMES, OVER ->
                                    throw new IllegalStateException(
                                            "no comparison: " + pair.operator());
                        }));
    }

    private Value computed(Term.Pair pair) {
        if (!(value(pair.left()) instanceof Decimal(BigDecimal left))
                || !(value(pair.right()) instanceof Decimal(BigDecimal right))) {
            return UNKNOWN;
        }
        return switch (pair.operator()) {
            case PLUS -> new Decimal(left.add(right, MathContext.DECIMAL128));
            case MINUS -> new Decimal(left.subtract(right, MathContext.DECIMAL128));
            case TIMES -> new Decimal(left.multiply(right, MathContext.DECIMAL128));
            case OVER ->
                    right.signum() == 0
                            ? UNKNOWN
                            : new Decimal(left.divide(right, MathContext.DECIMAL128));
            case OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST ->
                    throw new IllegalStateException("computes nothing: " + pair.operator());
        };
    }

    private Value in(Term.In in) {
        Value value = value(in.of());
        Truth any = Truth.FALSE;
        for (Term.Constant constant : in.list()) {
            any = any.or(equal(value, constant.value()));
        }
        return new Logic(any);
    }

    private Value call(Term.Call call) {
        if (call.function() == Term.Function.ANSWERED) {
            return new Logic(Truth.of(known(value(call.arguments().getFirst()))));
        }
        List<Value> values = call.arguments().stream().map(this::value).toList();
        if (call.function() == Term.Function.COUNT) {
            return count(values, call.least());
        }
        List<BigDecimal> numbers =
                values.stream()
                        .filter(Decimal.class::isInstance)
                        .map(value -> ((Decimal) value).number())
                        .toList();
        if (numbers.size() < call.least() || numbers.isEmpty()) {
            return UNKNOWN;
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (call.function() == Term.Function.SUM) {
            return new Decimal(sum);
        }
        return new Decimal(sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128));
    }

    /// How many of the conditions are true, or of the other values are known.
    private static Value count(List<Value> values, int least) {
        long known = values.stream().filter(Evaluator::known).count();
        if (known < least) {
            return UNKNOWN;
        }
        long counted =
                values.stream()
                        .filter(
                                value ->
                                        value instanceof Logic(Truth truth)
                                                ? truth == Truth.TRUE
                                                : known(value))
                        .count();
        return new Decimal(BigDecimal.valueOf(counted));
    }

    private static boolean known(Value value) {
        return switch (value) {
            case Unknown _ -> false;
            case Logic(Truth truth) -> truth != Truth.UNKNOWN;
            case Decimal _, Text _ -> true;
        };
    }
}
