package eyebright.stats.formula;

import eyebright.stats.formula.Formula.Intercept;
import eyebright.stats.formula.Formula.Mention;
import eyebright.stats.formula.Variable.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one formula, token by token. Used once, by one thread.
///
/// ```
/// formula: name ~ [+|-] item { (+|-) item }     item: 0 | 1 | offset(variable) | product
/// product: cross { * cross }     cross: atom { : atom }     atom: variable | ( product { + product } )
/// variable: name [/ number] | log( name [/ number] )
/// ```
final class FormulaParser {

    private enum Kind {
        NAME,
        NUMBER,
        SIGN,
        END
    }

    private record Token(Kind kind, String text, int column) {

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        String shown() {
            return kind == Kind.END
                    ? "the end, after column %d".formatted(column - 1)
                    : "`%s` at column %d".formatted(text, column);
        }
    }

    private static final String NAME_START = "A-Za-z_";
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<name>[%s][%s0-9.]*)|(?<number>[0-9]+(?:[.][0-9]+)?)|(?<sign>([~*^|&=/-])\\4*|[+:()])"
                            .formatted(NAME_START, NAME_START));
    private static final String SHAPE =
            "write it as outcome ~ predictor + predictor, such as mood ~ age + sex";

    private static final int MOST_TERMS = 100;
    private static final int DEEPEST = 20;

    private final List<Token> tokens = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<Term> terms = new LinkedHashSet<>();
    private final List<Variable> offsets = new ArrayList<>();
    private Intercept intercept = Intercept.THERE;
    private int next;
    private int depth;

    FormulaParser(String text) {
        var matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int column = text.codePointCount(0, at) + 1;
            if (!matcher.find(at) || matcher.start() != at) {
                throw new FormulaException(
                        column,
                        "`%s` at column %d: no part of a formula"
                                .formatted(Character.toString(text.codePointAt(at)), column),
                        "names have the letters A to Z, digits, _ and . and signs are ~ + - : * / ( )");
            }
            tokens.add(new Token(kind(matcher), matcher.group(), column));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", text.codePointCount(0, text.length()) + 1));
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.start("name") >= 0) {
            return Kind.NAME;
        }
        return matcher.start("number") >= 0 ? Kind.NUMBER : Kind.SIGN;
    }

    Formula formula() {
        Token first = peek();
        if (first.kind() != Kind.NAME) {
            throw expected("the name of the outcome", SHAPE);
        }
        String outcome = name();
        if (peek().is("(")) {
            throw expected(
                    "`~`",
                    "the outcome must be a variable; make " + outcome + "(…) a score and name it");
        }
        take("~", SHAPE);
        boolean minus = sign();
        item(minus);
        while (peek().is("+") || peek().is("-")) {
            item(sign());
        }
        if (peek().kind() != Kind.END) {
            throw unread();
        }
        for (Mention each : mentions.subList(1, mentions.size())) {
            if (each.variable().equals(outcome)) {
                throw new FormulaException(
                        each.column(),
                        "`%s` at column %d: the outcome cannot explain itself"
                                .formatted(outcome, each.column()),
                        "take " + outcome + " out of the right side");
            }
        }
        var sorted = terms.stream().sorted(Comparator.comparingInt(Term::order)).toList();
        if (sorted.isEmpty() && offsets.isEmpty() && intercept == Intercept.NONE) {
            throw new FormulaException(
                    first.column(),
                    "nothing is left to explain `%s`".formatted(outcome),
                    "name a predictor, or write ~ 1 for the intercept alone");
        }
        return new Formula(outcome, sorted, intercept, offsets, mentions);
    }

    /// Whether a minus was taken; a plus, or no sign before the first item, is none.
    private boolean sign() {
        boolean minus = peek().is("-");
        if (minus || peek().is("+")) {
            next++;
        }
        return minus;
    }

    private void item(boolean minus) {
        Token start = peek();
        if (start.kind() == Kind.NUMBER && (start.text().equals("0") || start.text().equals("1"))) {
            next++;
            intercept = start.text().equals("1") == minus ? Intercept.NONE : Intercept.THERE;
            return;
        }
        if (minus) {
            throw expected(
                    "`1` after `-`",
                    "leave out the predictor; only the intercept is taken away by - 1");
        }
        if (start.kind() == Kind.NAME
                && start.text().equals("offset")
                && tokens.get(next + 1).is("(")) {
            next += 2;
            offsets.add(variable());
            take(")", "write offset(exposure) or offset(log(exposure))");
            return;
        }
        terms.addAll(product());
        if (terms.size() > MOST_TERMS) {
            throw tooMany(start);
        }
    }

    private static FormulaException tooMany(Token token) {
        return new FormulaException(
                token.column(),
                "%s: here the formula has more than %d terms".formatted(token.shown(), MOST_TERMS),
                "name or cross fewer predictors");
    }

    private Set<Term> product() {
        Set<Term> left = cross();
        while (peek().is("*")) {
            Token star = take("*", SHAPE);
            Set<Term> right = cross();
            Set<Term> all = new LinkedHashSet<>(left);
            all.addAll(right);
            all.addAll(interactions(left, right, star));
            left = all;
        }
        return left;
    }

    private Set<Term> cross() {
        Set<Term> left = atom();
        while (peek().is(":")) {
            Token colon = take(":", SHAPE);
            left = interactions(left, atom(), colon);
        }
        return left;
    }

    private static Set<Term> interactions(Set<Term> left, Set<Term> right, Token sign) {
        // Crossing multiplies: some letters could ask for more terms than there is memory.
        if (left.size() * right.size() > MOST_TERMS) {
            throw tooMany(sign);
        }
        Set<Term> all = new LinkedHashSet<>();
        for (Term a : left) {
            for (Term b : right) {
                for (Variable each : b.variables()) {
                    if (a.involves(each.name())) {
                        throw new FormulaException(
                                sign.column(),
                                "%s: %s cannot interact with itself"
                                        .formatted(sign.shown(), each.name()),
                                "name another variable; for a curve, make the square a score of its own");
                    }
                }
                all.add(a.with(b));
            }
        }
        return all;
    }

    private Set<Term> atom() {
        if (!peek().is("(")) {
            return new LinkedHashSet<>(List.of(new Term(List.of(variable()))));
        }
        Token bracket = take("(", SHAPE);
        depth++;
        if (depth > DEEPEST) {
            throw new FormulaException(
                    bracket.column(),
                    "%s: brackets more than %d deep".formatted(bracket.shown(), DEEPEST),
                    "take out brackets that are not needed");
        }
        Set<Term> inside = new LinkedHashSet<>(product());
        while (peek().is("+")) {
            next++;
            inside.addAll(product());
        }
        take(")", "close the bracket");
        depth--;
        return inside;
    }

    private Variable variable() {
        Token start = peek();
        if (start.kind() == Kind.NAME
                && start.text().equals("log")
                && tokens.get(next + 1).is("(")) {
            next += 2;
            Variable inside = divided();
            take(")", "write log(variable)");
            return new Variable(inside.name(), Change.LOG, inside.divisor());
        }
        return divided();
    }

    private Variable divided() {
        String name = name();
        if (peek().is("(")) {
            throw expected(
                    "`+`, `:` or `*`",
                    "the functions are log(…) and offset(…); make anything else a score and name it");
        }
        if (!peek().is("/")) {
            return Variable.of(name);
        }
        next++;
        Token number = peek();
        if (number.kind() != Kind.NUMBER || Double.parseDouble(number.text()) == 0) {
            throw expected(
                    "a number above 0 after `/`", "write " + name + " / 10 for its effect per ten");
        }
        next++;
        return new Variable(name, Change.NONE, Double.parseDouble(number.text()));
    }

    private String name() {
        Token token = peek();
        if (token.kind() == Kind.NUMBER) {
            throw expected(
                    "a variable",
                    "a number stands only after /, as in age / 10, or alone as 0 or 1");
        }
        if (token.kind() != Kind.NAME) {
            throw expected("a variable", SHAPE);
        }
        next++;
        mentions.add(new Mention(token.text(), token.column()));
        return token.text();
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take(String sign, String fix) {
        Token token = peek();
        if (!token.is(sign)) {
            throw expected("`%s`".formatted(sign), fix);
        }
        next++;
        return token;
    }

    private FormulaException unread() {
        if (peek().is("^")) {
            return expected(
                    "`+`, `:` or `*`",
                    "for a curve, make the square a score of its own and name it");
        }
        if (peek().is("|")) {
            return expected(
                    "`+`, `:` or `*`",
                    "name what groups the respondents beside the formula, not in it");
        }
        return expected("`+`, `:` or `*`", SHAPE);
    }

    private FormulaException expected(String what, String fix) {
        Token token = peek();
        return new FormulaException(
                token.column(), "%s: expected %s".formatted(token.shown(), what), fix);
    }
}
