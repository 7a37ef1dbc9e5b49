package eyebright.stats.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/// What is explained by what, in the notation of the field: `outcome ~ a + b * c`.
///
/// ```
/// a + b      both              a:b   their interaction       a * b   a + b + a:b       (a + b) * c   grouped
/// a / 10     a in units of ten       log(a)   natural logarithm     offset(log(hours))   coefficient fixed at 1
/// ~ 1        the intercept alone     - 1 or + 0   no intercept
/// ```
///
/// A name starts with a letter or `_` and goes on with letters, digits, `_` and `.`. Terms stand in the
/// order of the formula, main effects before interactions, each once, at most 100. R differs in `/`,
/// which nests there; powers, and `-` of a term, are not read and say so.
///
/// Source: Wilkinson & Rogers (1973) <https://doi.org/10.2307/2346786>.
///
/// @param outcome the name of what is explained
/// @param terms what explains it, without the intercept
/// @param intercept whether there is a constant
/// @param offsets what is added to the linear predictor as it is
/// @param variables every mention of a variable with its place, in the order of the text
public record Formula(
        String outcome,
        List<Term> terms,
        Intercept intercept,
        List<Variable> offsets,
        List<Mention> variables) {

    /// Whether a model has a constant.
    public enum Intercept {
        /// It has.
        THERE,
        /// It has none: the linear predictor is 0 where all predictors are.
        NONE
    }

    /// A variable at its place in the text.
    ///
    /// @param variable its name in the data
    /// @param column where it starts, in characters from 1
    public record Mention(String variable, int column) {}

    /// Copies what it is given.
    public Formula {
        terms = List.copyOf(terms);
        offsets = List.copyOf(offsets);
        variables = List.copyOf(variables);
    }

    /// The formula of a text.
    ///
    /// @throws FormulaException if it cannot be read: with the place, what is wrong and what to do
    public static Formula parse(String text) {
        return new FormulaParser(text).formula();
    }

    /// The names of all variables but the outcome, each once, in the order of the text.
    public List<String> predictors() {
        var names = new LinkedHashSet<String>();
        for (Mention mention : variables) {
            if (!mention.variable().equals(outcome)) {
                names.add(mention.variable());
            }
        }
        return List.copyOf(names);
    }

    /// The formula without every term that one of these variables takes part in; the offsets stay.
    public Formula without(Collection<String> left) {
        var kept = new ArrayList<Term>();
        for (Term term : terms) {
            boolean involves = false;
            for (String variable : left) {
                involves |= term.involves(variable);
            }
            if (!involves) {
                kept.add(term);
            }
        }
        return withTerms(kept);
    }

    /// The formula without one term.
    public Formula without(Term left) {
        return withTerms(terms.stream().filter(term -> !term.equals(left)).toList());
    }

    private Formula withTerms(List<Term> kept) {
        var used = new HashSet<String>();
        used.add(outcome);
        kept.forEach(term -> term.variables().forEach(each -> used.add(each.name())));
        offsets.forEach(each -> used.add(each.name()));
        var mentions = new ArrayList<Mention>();
        for (Mention each : variables) {
            if (used.contains(each.variable())) {
                mentions.add(each);
            }
        }
        return new Formula(outcome, kept, intercept, offsets, mentions);
    }

    /// The formula with each term written out, such as `y ~ a + b + a:b`.
    public String text() {
        List<String> parts = new ArrayList<>(terms.stream().map(Term::name).toList());
        offsets.forEach(each -> parts.add("offset(" + each.label() + ")"));
        if (intercept == Intercept.NONE) {
            parts.add("0");
        } else if (parts.isEmpty()) {
            parts.add("1");
        }
        return outcome + " ~ " + String.join(" + ", parts);
    }
}
