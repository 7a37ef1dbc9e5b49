package eyebright.expression;

import eyebright.expression.Lexer.Shape;
import eyebright.expression.Lexer.Token;
import eyebright.expression.Term.Constant;
import eyebright.expression.Term.Function;
import eyebright.expression.Term.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A Pratt parser: each operator takes what binds more strongly than itself.
final class Parser {

    static final int MOST_CHARACTERS = 500;
    static final int MOST_LEVELS = 20;

    /// How strongly `not` binds: more than `and`, less than a comparison.
    private static final int POWER_OF_NOT = 3;

    private static final Set<String> WORDS = Set.of("and", "or", "not", "in");

    private final List<Token> tokens;
    private int next;
    private int level;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Term parse(String text) throws SyntaxException {
        if (text.length() > MOST_CHARACTERS) {
            throw new SyntaxException(
                    0,
                    "an expression must have at most %d characters, not %d"
                            .formatted(MOST_CHARACTERS, text.length()),
                    "make it shorter");
        }
        var parser = new Parser(Lexer.tokens(text));
        Term term = parser.term(0);
        Token rest = parser.peek();
        if (rest.shape() != Shape.END) {
            throw new SyntaxException(
                    rest.at(),
                    "\"%s\" is not expected here".formatted(rest.text()),
                    isSymbol(rest, ")")
                            ? "take it out"
                            : isWord(rest, "not")
                                    ? "write not before the whole: not name in [\"a\"]"
                                    : "join two conditions with and or or, or take it out");
        }
        return term;
    }

    private Term term(int power) throws SyntaxException {
        if (++level > MOST_LEVELS) {
            throw new SyntaxException(
                    peek().at(),
                    "an expression must be at most %d levels deep".formatted(MOST_LEVELS),
                    "take parentheses out");
        }
        Term left = first();
        while (true) {
            Token token = peek();
            if (isWord(token, "in") && power < Operator.EQUAL.power) {
                next++;
                left = new Term.In(token.at(), left, list());
                continue;
            }
            Optional<Operator> operator = operator(token);
            if (operator.isEmpty() || operator.get().power <= power) {
                break;
            }
            next++;
            Term right = term(operator.get().power);
            if (operator.get().compares() && isComparison(left)) {
                throw new SyntaxException(
                        token.at(), "comparisons cannot be chained", "write a < b and b < c");
            }
            left = new Term.Pair(token.at(), operator.get(), left, right);
        }
        level--;
        return left;
    }

    private static boolean isComparison(Term term) {
        return term instanceof Term.Pair pair && pair.operator().compares();
    }

    private Term first() throws SyntaxException {
        Token token = take();
        return switch (token.shape()) {
            case NUMBER -> Term.number(token.at(), new BigDecimal(token.text()));
            case TEXT -> new Constant(token.at(), new Value.Text(token.text()));
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case END ->
                    throw new SyntaxException(
                            token.at(), "the expression ends too early", "write what comes next");
        };
    }

    private Term symbol(Token token) throws SyntaxException {
        if (token.text().equals("(")) {
            Term inner = term(0);
            expect(")");
            return inner;
        }
        if (token.text().equals("-")) {
            Term of = term(Operator.TIMES.power);
            return of instanceof Constant(_, Value.Decimal(BigDecimal number))
                    ? Term.number(token.at(), number.negate())
                    : new Term.Minus(token.at(), of);
        }
        throw new SyntaxException(
                token.at(),
                "\"%s\" is not expected here".formatted(token.text()),
                "write a name, a number, a \"text\" or a parenthesis");
    }

    private Term word(Token token) throws SyntaxException {
        if (token.text().equals("not")) {
            return new Term.Not(token.at(), term(POWER_OF_NOT));
        }
        if (WORDS.contains(token.text())) {
            throw new SyntaxException(
                    token.at(),
                    "\"%s\" needs something before it".formatted(token.text()),
                    "write a condition before it");
        }
        if (isSymbol(peek(), "(")) {
            return call(token);
        }
        return new Term.Name(token.at(), token.text());
    }

    private Term call(Token name) throws SyntaxException {
        Function function = null;
        for (Function known : Function.values()) {
            if (known.word.equals(name.text())) {
                function = known;
            }
        }
        if (function == null) {
            throw new SyntaxException(
                    name.at(),
                    "no function \"%s\"; there are answered, mean, sum, count"
                            .formatted(name.text()),
                    "use one of these");
        }
        expect("(");
        var arguments = new ArrayList<Term>();
        arguments.add(term(0));
        while (isSymbol(peek(), ",")) {
            next++;
            arguments.add(term(0));
        }
        int least = function == Function.COUNT ? 0 : arguments.size();
        if (isSymbol(peek(), ";")) {
            next++;
            least = least(arguments.size());
        }
        expect(")");
        if (function == Function.ANSWERED
                && (arguments.size() != 1 || !(arguments.getFirst() instanceof Term.Name))) {
            throw new SyntaxException(
                    name.at(), "answered() takes one variable", "write answered(name)");
        }
        return new Term.Call(name.at(), function, arguments, least);
    }

    private int least(int size) throws SyntaxException {
        Token token = take();
        if (token.shape() == Shape.NUMBER && token.text().matches("\\d{1,3}")) {
            int least = Integer.parseInt(token.text());
            if (least >= 1 && least <= size) {
                return least;
            }
        }
        throw new SyntaxException(
                token.at(),
                token.shape() == Shape.END
                        ? "the expression ends too early"
                        : "the least number answered must be 1 to %d, not \"%s\""
                                .formatted(size, token.text()),
                "write a whole number after the semicolon");
    }

    private List<Constant> list() throws SyntaxException {
        expect("[");
        var list = new ArrayList<Constant>();
        do {
            list.add(constant());
        } while (takeIf(","));
        expect("]");
        return list;
    }

    private Constant constant() throws SyntaxException {
        int at = peek().at();
        boolean isNegative = takeIf("-");
        Token token = take();
        if (token.shape() == Shape.NUMBER) {
            var number = new BigDecimal(token.text());
            return Term.number(at, isNegative ? number.negate() : number);
        }
        if (token.shape() == Shape.TEXT && !isNegative) {
            return new Constant(at, new Value.Text(token.text()));
        }
        throw new SyntaxException(
                token.at(),
                token.shape() == Shape.END
                        ? "the list is not closed"
                        : "a list holds \"texts\" or numbers, not \"%s\"".formatted(token.text()),
                "write in [\"a\", \"b\"]");
    }

    private Optional<Operator> operator(Token token) {
        if (token.shape() != Shape.SYMBOL && token.shape() != Shape.WORD) {
            return Optional.empty();
        }
        for (Operator operator : Operator.values()) {
            if (operator.symbol.equals(token.text())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private void expect(String symbol) throws SyntaxException {
        Token token = take();
        if (!isSymbol(token, symbol)) {
            throw new SyntaxException(
                    token.at(),
                    token.shape() == Shape.END
                            ? "\"%s\" is missing at the end".formatted(symbol)
                            : "\"%s\" is expected, not \"%s\"".formatted(symbol, token.text()),
                    "write " + symbol);
        }
    }

    private boolean takeIf(String symbol) {
        if (isSymbol(peek(), symbol)) {
            next++;
            return true;
        }
        return false;
    }

    private Token take() {
        Token token = peek();
        if (token.shape() != Shape.END) {
            next++;
        }
        return token;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private static boolean isSymbol(Token token, String symbol) {
        return token.shape() == Shape.SYMBOL && token.text().equals(symbol);
    }

    private static boolean isWord(Token token, String word) {
        return token.shape() == Shape.WORD && token.text().equals(word);
    }
}
