package eyebright.feedback;

import eyebright.expression.Expression;

/// What is predicted: the family of the model.
public sealed interface Outcome {

    /// Whether something is so: a logistic model.
    ///
    /// @param yes a condition
    record Yes(Expression yes) implements Outcome {}

    /// In how many of so many occasions something happened: a beta-binomial model. Rows without an occasion
    /// say nothing.
    ///
    /// @param times a number: occasions on which it happened, 0 to `of`
    /// @param of a number: all occasions
    /// @param precision 95 % prior range of the precision a + b of the beta distribution of persons
    /// @param ground where that range comes from
    record Times(Expression times, Expression of, OddsRange precision, Ground ground)
            implements Outcome {}

    /// Whether something has happened by now, to say when it will: a current-status model,
    /// log(-log(1 - F(t))) = a + k log(t) + x'b.
    ///
    /// @param first a condition: it has happened
    /// @param by a number above 0: how much has gone by, such as sessions so far. Who has none is left out
    /// @param shape 95 % prior range of k; 1 means that the chance is the same from one moment to the next
    /// @param ground where that range comes from
    record First(Expression first, Expression by, OddsRange shape, Ground ground)
            implements Outcome {}
}
