package eyebright.recompute;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.expression.Value;
import java.util.List;

/// Writes expressions in R. What is unknown is `NA` there, whose logic is the same: `NA & FALSE` is
/// `FALSE`, `NA | TRUE` is `TRUE`, and what compares `NA` is `NA`.
///
/// Comparisons are functions of the script, because Eyebright computes with decimals: `0.1 + 0.2 == 0.3`
/// is true here and not in R.
///
/// @param texts where texts go that cannot stand in code
record RExpression(RText texts) implements Expression.Telling<String> {

    /// An expression as R.
    String of(Expression expression) {
        return expression.tell(this);
    }

    @Override
    public String constant(Value value) {
        return switch (value) {
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Text(String text) -> texts.of(text);
            case Value.Logic(Truth truth) ->
                    switch (truth) {
                        case TRUE -> "TRUE";
                        case FALSE -> "FALSE";
                        case UNKNOWN -> "NA";
                    };
            case Value.Unknown() -> "NA";
        };
    }

    @Override
    public String variable(String name) {
        return "v(%s)".formatted(texts.of(name));
    }

    @Override
    public String not(String of) {
        return "!(%s)".formatted(of);
    }

    @Override
    public String minus(String of) {
        return "-(%s)".formatted(of);
    }

    @Override
    public String pair(String symbol, String left, String right) {
        String pattern =
                switch (symbol) {
                    case "or" -> "(%s | %s)";
                    case "and" -> "(%s & %s)";
                    case "==" -> "same(%s, %s)";
                    case "!=" -> "!same(%s, %s)";
                    case "<" -> "below(%s, %s)";
                    case "<=" -> "!above(%s, %s)";
                    case ">" -> "above(%s, %s)";
                    case ">=" -> "!below(%s, %s)";
                    case "+" -> "(%s + %s)";
                    case "-" -> "(%s - %s)";
                    case "*" -> "(%s * %s)";
                    case "/" -> "over(%s, %s)";
                    default -> throw new IllegalArgumentException("symbol is none: " + symbol);
                };
        return pattern.formatted(left, right);
    }

    @Override
    public String oneOf(String of, List<String> list) {
        return "one_of(%s, %s)".formatted(of, String.join(", ", list));
    }

    @Override
    public String call(String function, List<String> arguments, int least) {
        String all = String.join(", ", arguments);
        return switch (function) {
            case "answered" -> "known(%s)".formatted(all);
            case "mean" -> "mean_of(%d, %s)".formatted(least, all);
            case "sum" -> "sum_of(%d, %s)".formatted(least, all);
            case "count" -> "counted(%d, %s)".formatted(least, all);
            default -> throw new IllegalArgumentException("function is none: " + function);
        };
    }
}
