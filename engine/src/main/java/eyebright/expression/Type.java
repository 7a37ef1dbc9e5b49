package eyebright.expression;

/// What kind of value an expression gives; checked before anything runs.
public enum Type {
    LOGIC,
    DECIMAL,
    TEXT
}
