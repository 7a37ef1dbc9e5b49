package eyebright.expression;

import java.math.BigDecimal;
import java.util.List;

/// The tree of an expression. Each term knows where in the text it begins, counted from 0.
sealed interface Term {

    int at();

    record Constant(int at, Value value) implements Term {}

    record Name(int at, String variable) implements Term {}

    record Not(int at, Term of) implements Term {}

    record Minus(int at, Term of) implements Term {}

    record Pair(int at, Operator operator, Term left, Term right) implements Term {}

    record In(int at, Term of, List<Constant> list) implements Term {
        public In {
            list = List.copyOf(list);
        }
    }

    record Call(int at, Function function, List<Term> arguments, int least) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// What joins two terms, with how strongly it binds.
    enum Operator {
        OR("or", 1),
        AND("and", 2),
        EQUAL("==", 4),
        UNEQUAL("!=", 4),
        LESS("<", 4),
        AT_MOST("<=", 4),
        MORE(">", 4),
        AT_LEAST(">=", 4),
        PLUS("+", 5),
        MINUS("-", 5),
        TIMES("*", 6),
        OVER("/", 6);

        final String symbol;
        final int power;

        Operator(String symbol, int power) {
            this.symbol = symbol;
            this.power = power;
        }

        boolean compares() {
            return power == 4;
        }

        boolean computes() {
            return power > 4;
        }
    }

    /// What can be called.
    enum Function {
        ANSWERED("answered"),
        MEAN("mean"),
        SUM("sum"),
        COUNT("count");

        final String word;

        Function(String word) {
            this.word = word;
        }
    }

    /// A number as a constant.
    static Constant number(int at, BigDecimal value) {
        return new Constant(at, new Value.Decimal(value));
    }
}
