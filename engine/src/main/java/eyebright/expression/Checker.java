package eyebright.expression;

import eyebright.expression.Vocabulary.Meaning;
import eyebright.source.Nearest;
import java.util.List;
import java.util.Optional;

/// Finds what an expression reads that is not there, and what it compares that cannot be.
final class Checker {

    private final Vocabulary vocabulary;

    Checker(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The first fault, in the order of the text.
    Optional<Fault> check(Term term, Type wanted) {
        try {
            require(term, wanted);
            return Optional.empty();
        } catch (FaultException found) {
            return Optional.of(found.fault);
        }
    }

    /// The type of the whole, or the first fault.
    Type type(Term term) throws FaultException {
        return meaning(term).type();
    }

    private Meaning meaning(Term term) throws FaultException {
        return switch (term) {
            case Term.Constant(_, Value value) -> of(value);
            case Term.Name(int at, String variable) -> named(at, variable);
            case Term.Not(_, Term of) -> required(of, Type.LOGIC);
            case Term.Minus(_, Term of) -> required(of, Type.DECIMAL);
            case Term.Pair pair -> pair(pair);
            case Term.In in -> in(in);
            case Term.Call call -> call(call);
        };
    }

    private static Meaning of(Value value) {
        return switch (value) {
            case Value.Decimal _ -> new Meaning(Type.DECIMAL, List.of());
            case Value.Text _ -> new Meaning(Type.TEXT, List.of());
            case Value.Logic _, Value.Unknown _ -> new Meaning(Type.LOGIC, List.of());
        };
    }

    private Meaning named(int at, String variable) throws FaultException {
        Optional<Meaning> meaning = vocabulary.meaning(variable);
        if (meaning.isPresent()) {
            return meaning.get();
        }
        Optional<String> nearest = Nearest.to(variable, vocabulary.names());
        throw new FaultException(
                new Fault(
                        Fault.Kind.UNKNOWN,
                        at,
                        "no variable \"%s\" can be read here".formatted(variable)
                                + nearest.map(n -> "; nearest is \"%s\"".formatted(n)).orElse(""),
                        nearest.map(n -> "write " + n + ", or ask it")
                                .orElse("ask it, or read another")));
    }

    private Meaning pair(Term.Pair pair) throws FaultException {
        Term.Operator operator = pair.operator();
        if (operator == Term.Operator.AND || operator == Term.Operator.OR) {
            require(pair.left(), Type.LOGIC);
            require(pair.right(), Type.LOGIC);
            return new Meaning(Type.LOGIC, List.of());
        }
        if (operator.computes()) {
            require(pair.left(), Type.DECIMAL);
            require(pair.right(), Type.DECIMAL);
            return new Meaning(Type.DECIMAL, List.of());
        }
        Meaning left = meaning(pair.left());
        Meaning right = meaning(pair.right());
        boolean equality = operator == Term.Operator.EQUAL || operator == Term.Operator.UNEQUAL;
        if (left.type() != right.type() || left.type() == Type.LOGIC) {
            throw wrong(
                    pair.at(),
                    "%s cannot be compared with %s".formatted(word(left), word(right)),
                    left.type() == Type.LOGIC || right.type() == Type.LOGIC
                            ? "use a condition as it is, with and, or, not"
                            : "compare codes with \"texts\" and numbers with numbers");
        }
        if (left.type() == Type.TEXT && !equality) {
            throw wrong(
                    pair.at(),
                    "codes have no order, so \"%s\" cannot be asked".formatted(operator.symbol),
                    "use == or !=, or in [\"a\", \"b\"]");
        }
        requireCode(left, pair.right());
        requireCode(right, pair.left());
        return new Meaning(Type.LOGIC, List.of());
    }

    private Meaning in(Term.In in) throws FaultException {
        Meaning meaning = meaning(in.of());
        for (Term.Constant constant : in.list()) {
            if (of(constant.value()).type() != meaning.type()) {
                throw wrong(
                        constant.at(),
                        "%s is never one of these".formatted(word(meaning)),
                        "list codes as \"texts\" and numbers as numbers");
            }
            requireCode(meaning, constant);
        }
        return new Meaning(Type.LOGIC, List.of());
    }

    private Meaning call(Term.Call call) throws FaultException {
        for (Term argument : call.arguments()) {
            if (call.function() == Term.Function.MEAN || call.function() == Term.Function.SUM) {
                require(argument, Type.DECIMAL);
            } else {
                meaning(argument);
            }
        }
        return new Meaning(
                call.function() == Term.Function.ANSWERED ? Type.LOGIC : Type.DECIMAL, List.of());
    }

    private static void requireCode(Meaning meaning, Term other) throws FaultException {
        if (!meaning.codes().isEmpty()
                && other instanceof Term.Constant(int at, Value.Text(String code))
                && !meaning.codes().contains(code)) {
            throw new FaultException(
                    new Fault(
                            Fault.Kind.UNKNOWN,
                            at,
                            "no option \"%s\"; there are %s"
                                    .formatted(code, String.join(", ", meaning.codes())),
                            Nearest.to(code, meaning.codes())
                                    .map(nearest -> "write \"" + nearest + "\"")
                                    .orElse("use one of these codes")));
        }
    }

    private Meaning required(Term term, Type wanted) throws FaultException {
        require(term, wanted);
        return new Meaning(wanted, List.of());
    }

    private void require(Term term, Type wanted) throws FaultException {
        Meaning found = meaning(term);
        if (found.type() != wanted) {
            throw wrong(
                    term.at(),
                    "%s is needed here, not %s".formatted(word(wanted), word(found)),
                    found.type() == Type.TEXT && wanted == Type.LOGIC
                            ? "compare it: name == \"code\""
                            : "write " + word(wanted));
        }
    }

    private static FaultException wrong(int at, String problem, String fix) {
        return new FaultException(new Fault(Fault.Kind.TYPE, at, problem, fix));
    }

    private static String word(Meaning meaning) {
        return word(meaning.type());
    }

    private static String word(Type type) {
        return switch (type) {
            case LOGIC -> "a condition";
            case DECIMAL -> "a number";
            case TEXT -> "a code";
        };
    }

    /// Carries the first fault out of the walk.
    static final class FaultException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        FaultException(Fault fault) {
            super(fault.problem(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
