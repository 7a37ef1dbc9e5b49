package eyebright.expression;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The numbers a variable is compared with.
final class TurningPoints {

    private final String variable;
    private final Set<BigDecimal> points = new HashSet<>();
    private boolean known = true;

    private TurningPoints(String variable) {
        this.variable = variable;
    }

    static Optional<Set<BigDecimal>> of(Term term, String variable) {
        var search = new TurningPoints(variable);
        search.walk(term);
        return search.known ? Optional.of(search.points) : Optional.empty();
    }

    private void walk(Term term) {
        switch (term) {
            case Term.Constant _ -> {}
            // A variable that stands where no comparison with a number was seen.
            case Term.Name name -> known &= !name.variable().equals(variable);
            case Term.Not not -> walk(not.of());
            case Term.Minus minus -> walk(minus.of());
            case Term.Pair pair -> {
                // `x + 2 > 5` turns at 3, not at 2: only a comparison has its points in the text.
                boolean isKnown =
                        pair.operator().compares()
                                && (compared(pair.left(), pair.right())
                                        || compared(pair.right(), pair.left()));
                if (!isKnown) {
                    walk(pair.left());
                    walk(pair.right());
                }
            }
            case Term.In in -> {
                if (isVariable(in.of())) {
                    in.list().forEach(this::add);
                } else {
                    walk(in.of());
                }
            }
            case Term.Call call -> {
                if (call.function() != Term.Function.ANSWERED) {
                    call.arguments().forEach(this::walk);
                }
            }
        }
    }

    private boolean compared(Term one, Term other) {
        if (isVariable(one) && other instanceof Term.Constant constant) {
            add(constant);
            return true;
        }
        return false;
    }

    private void add(Term.Constant constant) {
        if (constant.value() instanceof Value.Decimal(BigDecimal number)) {
            points.add(number);
        }
    }

    private boolean isVariable(Term term) {
        return term instanceof Term.Name name && name.variable().equals(variable);
    }
}
