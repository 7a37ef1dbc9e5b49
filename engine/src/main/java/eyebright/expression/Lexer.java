package eyebright.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts the text of an expression into tokens.
final class Lexer {

    /// A piece of the text. The text of a TEXT token is without its quotes.
    record Token(Shape shape, String text, int at) {}

    enum Shape {
        NUMBER,
        TEXT,
        WORD,
        SYMBOL,
        END
    }

    private static final List<String> SYMBOLS =
            List.of(
                    "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",",
                    ";");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws SyntaxException {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        Optional<Token> token = lexer.next();
        while (token.isPresent()) {
            tokens.add(token.get());
            token = lexer.next();
        }
        tokens.add(new Token(Shape.END, "", text.length()));
        return tokens;
    }

    private Optional<Token> next() throws SyntaxException {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return Optional.empty();
        }
        char first = text.charAt(at);
        if (first == '"') {
            return Optional.of(quoted());
        }
        if (first >= '0' && first <= '9') {
            return Optional.of(number());
        }
        if (isWordStart(first)) {
            return Optional.of(word());
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return Optional.of(new Token(Shape.SYMBOL, symbol, at - symbol.length()));
            }
        }
        throw new SyntaxException(
                at,
                "\"%s\" is no part of an expression"
                        .formatted(Character.toString(text.codePointAt(at))),
                first == '='
                        ? "compare with =="
                        : first == '\''
                                ? "write texts in double quotes"
                                : "use names, numbers, \"texts\", and the signs of the guide");
    }

    private Token quoted() throws SyntaxException {
        int start = at;
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw new SyntaxException(start, "a text begins here and does not end", "add a \"");
        }
        at = end + 1;
        return new Token(Shape.TEXT, text.substring(start + 1, end), start);
    }

    private Token number() throws SyntaxException {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            int decimals = at;
            digits();
            if (at == decimals) {
                throw new SyntaxException(start, "a number ends in its point", "write 1.0 or 1");
            }
        }
        return new Token(Shape.NUMBER, text.substring(start, at), start);
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private Token word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return new Token(Shape.WORD, text.substring(start, at), start);
    }

    /// Also the blanks that word processors put in and nobody sees.
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '.';
    }
}
