package eyebright.stats.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What a model estimates together: the intercept, a predictor, or an interaction of predictors.
///
/// Two terms are the same if they hold the same variables, in whatever order: `a:b` is `b:a`.
///
/// @param variables none for the intercept, one for a main effect, two or more for an interaction; no
///   variable twice
public record Term(List<Variable> variables) {

    /// The term of the constant.
    public static final Term INTERCEPT = new Term(List.of());

    /// @throws IllegalArgumentException if a variable comes twice
    public Term {
        variables = List.copyOf(variables);
        if (variables.size() > 1
                && variables.stream().map(Variable::name).distinct().count() != variables.size()) {
            throw new IllegalArgumentException("variables of a term must differ, not " + variables);
        }
    }

    /// The main effect of a variable as it is.
    public static Term of(String name) {
        return new Term(List.of(Variable.of(name)));
    }

    /// The term as a formula writes it, such as `a:b`; `(intercept)` for that.
    public String name() {
        if (variables.isEmpty()) {
            return "(intercept)";
        }
        return variables.stream().map(Variable::label).collect(Collectors.joining(":"));
    }

    /// How many variables: 0 for the intercept, 1 for a main effect.
    public int order() {
        return variables.size();
    }

    /// Whether a variable of the data takes part.
    public boolean involves(String variable) {
        for (Variable each : variables) {
            if (each.name().equals(variable)) {
                return true;
            }
        }
        return false;
    }

    /// The interaction of this with another.
    Term with(Term other) {
        var both = new ArrayList<>(variables);
        both.addAll(other.variables);
        return new Term(both);
    }

    /// This without one of its variables: the term to which it is marginal.
    Term without(Variable left) {
        return new Term(variables.stream().filter(each -> !each.equals(left)).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term(List<Variable> others)
                && new HashSet<>(variables).equals(new HashSet<>(others));
    }

    @Override
    public int hashCode() {
        return new HashSet<>(variables).hashCode();
    }
}
