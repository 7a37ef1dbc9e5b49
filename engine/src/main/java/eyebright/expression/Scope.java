package eyebright.expression;

/// Where an expression finds the values of its variables. The language knows no study.
@FunctionalInterface
public interface Scope {

    /// The value of that variable; [Value.Unknown] where there is none.
    Value value(String variable);
}
