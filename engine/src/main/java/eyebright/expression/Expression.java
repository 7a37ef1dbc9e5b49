package eyebright.expression;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A condition or number computed from answers, such as `cried_ever == "yes" and age >= 30`.
///
/// The language is small and safe: no loops, no calls but four functions, at most 500 characters and 20
/// levels, decimals of 34 digits. It is three-valued: what reads a skipped answer is unknown, unless the
/// rest decides. Immutable and safe for many threads.
public final class Expression {

    private final String text;
    private final Term term;
    private final Set<String> variables;

    private Expression(String text, Term term) {
        this.text = text;
        this.term = term;
        this.variables = Collections.unmodifiableSet(variables(term));
    }

    /// What reading a text came to.
    public sealed interface Reading {

        /// It reads.
        record Valid(Expression expression) implements Reading {}

        /// It does not.
        record Invalid(Fault fault) implements Reading {}
    }

    /// Reads a text; its variables are not looked up before [#check].
    public static Reading read(String text) {
        try {
            return new Reading.Valid(new Expression(text, Parser.parse(text)));
        } catch (SyntaxException syntax) {
            return new Reading.Invalid(syntax.fault());
        }
    }

    /// Reads a text that is known to be one.
    ///
    /// @throws IllegalArgumentException if it is not; the message says where
    public static Expression of(String text) {
        return switch (read(text)) {
            case Reading.Valid(Expression expression) -> expression;
            case Reading.Invalid(Fault fault) ->
                    throw new IllegalArgumentException(
                            "expression \"%s\" does not read at %d: %s"
                                    .formatted(text, fault.offset(), fault.problem()));
        };
    }

    /// The first thing it reads that is not in the vocabulary, or compares that cannot be compared.
    ///
    /// @param wanted what the whole must give
    public Optional<Fault> check(Vocabulary vocabulary, Type wanted) {
        return new Checker(vocabulary).check(term, wanted);
    }

    /// What the whole gives, if it can be checked against that vocabulary.
    public Optional<Type> type(Vocabulary vocabulary) {
        try {
            return Optional.of(new Checker(vocabulary).type(term));
        } catch (Checker.FaultException faulty) {
            return Optional.empty();
        }
    }

    /// What it comes to.
    public Value value(Scope scope) {
        return new Evaluator(scope).value(term);
    }

    /// Whether it holds; unknown where it is no condition.
    public Truth truth(Scope scope) {
        return new Evaluator(scope).truth(term);
    }

    /// Whether it holds in each row, as [#truth(Scope)] says of each; unknown where it is no condition.
    public Truths truths(Rows rows) {
        return Truths.of(term, rows);
    }

    /// What it comes to in each row, as [#value(Scope)] says of each; not known where that is no number.
    public Amounts amounts(Rows rows) {
        return Amounts.of(term, rows);
    }

    /// The variables it reads, in the order of the text.
    public Set<String> variables() {
        return variables;
    }

    static Set<String> variables(Term term) {
        var variables = new LinkedHashSet<String>();
        collect(term, variables);
        return variables;
    }

    /// The variable it is, if it is nothing but one.
    public Optional<String> onlyVariable() {
        return term instanceof Term.Name name ? Optional.of(name.variable()) : Optional.empty();
    }

    /// The numbers at which a comparison of that variable can turn; empty if the expression computes with
    /// the variable or compares it with another, so that its turning points are not known.
    public Optional<Set<BigDecimal>> turningPoints(String variable) {
        return TurningPoints.of(term, variable);
    }

    /// What it says, told from the inside out: for writing it in another language.
    ///
    /// @param <T> what each part becomes
    public interface Telling<T> {

        /// A number or a text.
        T constant(Value value);

        /// What a variable holds.
        T variable(String name);

        /// The contrary of a condition.
        T not(T of);

        /// A number with its sign changed.
        T minus(T of);

        /// Two parts joined.
        ///
        /// @param symbol `or`, `and`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-`, `*` or `/`
        T pair(String symbol, T left, T right);

        /// Whether something is one of a list.
        T oneOf(T of, List<T> list);

        /// A function of the language.
        ///
        /// @param function `answered`, `mean`, `sum` or `count`
        /// @param least so many must be known
        T call(String function, List<T> arguments, int least);
    }

    /// Tells what it says.
    public <T> T tell(Telling<T> telling) {
        return tell(term, telling);
    }

    private static <T> T tell(Term term, Telling<T> telling) {
        return switch (term) {
            case Term.Constant constant -> telling.constant(constant.value());
            case Term.Name name -> telling.variable(name.variable());
            case Term.Not not -> telling.not(tell(not.of(), telling));
            case Term.Minus minus -> telling.minus(tell(minus.of(), telling));
            case Term.Pair pair ->
                    telling.pair(
                            pair.operator().symbol,
                            tell(pair.left(), telling),
                            tell(pair.right(), telling));
            case Term.In in ->
                    telling.oneOf(
                            tell(in.of(), telling),
                            in.list().stream().map(each -> tell(each, telling)).toList());
            case Term.Call call ->
                    telling.call(
                            call.function().word,
                            call.arguments().stream().map(each -> tell(each, telling)).toList(),
                            call.least());
        };
    }

    private static void collect(Term term, Set<String> variables) {
        switch (term) {
            case Term.Constant _ -> {}
            case Term.Name name -> variables.add(name.variable());
            case Term.Not not -> collect(not.of(), variables);
            case Term.Minus minus -> collect(minus.of(), variables);
            case Term.Pair pair -> {
                collect(pair.left(), variables);
                collect(pair.right(), variables);
            }
            case Term.In in -> collect(in.of(), variables);
            case Term.Call call -> call.arguments().forEach(each -> collect(each, variables));
        }
    }

    /// The text as it was written.
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && expression.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
