package eyebright.expression;

import java.math.BigDecimal;

/// What an expression comes to.
public sealed interface Value {

    /// A truth value; unknown among them.
    record Logic(Truth truth) implements Value {}

    /// A decimal number.
    record Decimal(BigDecimal number) implements Value {}

    /// A text, such as the code of an option.
    record Text(String text) implements Value {}

    /// Nothing is known: a skipped answer, or what follows from one.
    record Unknown() implements Value {}
}
