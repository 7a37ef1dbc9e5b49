package eyebright.plan;

import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Term;
import eyebright.stats.formula.Variable;
import java.util.ArrayList;
import java.util.List;

/// Which coefficients a formula will have, known before there are data: `age`, `gender.woman`,
/// `age:gender.woman`.
public final class Coefficients {

    private final PlanVocabulary vocabulary;
    private final List<Analysis.Levels> levels;

    public Coefficients(PlanVocabulary vocabulary, List<Analysis.Levels> levels) {
        this.vocabulary = vocabulary;
        this.levels = levels;
    }

    /// A coefficient and the term it is of.
    ///
    /// @param parts one for each variable of the term: the variable, and the level unless it is a number
    public record Named(String term, String coefficient, List<Part> parts) {
        public Named {
            parts = List.copyOf(parts);
        }
    }

    /// One variable in a coefficient.
    ///
    /// @param level the code of the level; empty for a number
    public record Part(Variable variable, String level) {

        String name() {
            return level.isEmpty() ? variable.label() : variable.name() + "." + level;
        }
    }

    /// All of a formula but the intercept.
    public List<Named> of(Formula formula) {
        return formula.terms().stream()
                .filter(term -> term.order() > 0)
                .flatMap(term -> of(term).stream())
                .toList();
    }

    /// How many coefficients a term has. A double, since what is crossed multiplies.
    double count(Term term) {
        return term.variables().stream()
                .filter(variable -> vocabulary.isOne(variable.name()))
                .mapToDouble(variable -> levels(variable.name()).size() - 1.0)
                .reduce(1, (left, right) -> left * right);
    }

    private List<Named> of(Term term) {
        List<List<Part>> crossed = List.of(List.of());
        for (Variable variable : term.variables()) {
            var longer = new ArrayList<List<Part>>();
            // The first variable runs fastest, as in the columns of a design.
            for (Part part : parts(variable)) {
                for (List<Part> before : crossed) {
                    var parts = new ArrayList<>(before);
                    parts.add(part);
                    longer.add(parts);
                }
            }
            crossed = longer;
        }
        return crossed.stream()
                .map(
                        parts ->
                                new Named(
                                        term.name(),
                                        String.join(":", parts.stream().map(Part::name).toList()),
                                        parts))
                .toList();
    }

    private List<Part> parts(Variable variable) {
        if (!vocabulary.isOne(variable.name())) {
            return List.of(new Part(variable, ""));
        }
        return levels(variable.name()).stream()
                .skip(1)
                .map(level -> new Part(variable, level))
                .toList();
    }

    /// The levels of a one-of question: those declared, else all its options in their order, but with
    /// "no" before "yes".
    public List<String> levels(String variable) {
        return levels.stream()
                .filter(each -> each.variable().equals(variable))
                .findFirst()
                .map(Analysis.Levels::codes)
                .orElseGet(() -> vocabulary.levels(variable));
    }
}
