package eyebright.study;

import eyebright.expression.Expression;
import eyebright.expression.Scope;
import eyebright.expression.Truth;
import eyebright.expression.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds pages that no answers lead to, by trying all that could make a difference.
///
/// A variable is tried with every option, or with every number at which a comparison can turn, and
/// skipped. A page is only said to be unreachable if the trial was complete: conditions that compute with
/// numbers, or have more than 10,000 combinations, are passed over.
final class Reachability {

    static final int MOST_COMBINATIONS = 10_000;

    /// Each variable has two values or more, and 2^14 are more than are tried.
    private static final int MOST_VARIABLES = 13;

    private final Study study;
    private final Map<String, Variable> variables;
    private final Map<String, Page> pages;

    Reachability(Study study) {
        this.study = study;
        this.variables = study.variables();
        this.pages =
                study.pages().stream().collect(Collectors.toMap(Page::id, Function.identity()));
    }

    List<Page> neverShown() {
        return study.pages().stream().filter(this::isNeverShown).toList();
    }

    private boolean isNeverShown(Page page) {
        if (page.showIf().isEmpty()) {
            return false;
        }
        List<Expression> conditions = conditions(page);
        Set<String> names = new LinkedHashSet<>();
        for (Expression condition : conditions) {
            names.addAll(condition.variables());
            if (names.size() > MOST_VARIABLES) {
                return false;
            }
        }
        var candidates = new ArrayList<List<Value>>();
        long combinations = 1;
        for (String name : names) {
            Optional<List<Value>> values = values(name, conditions);
            if (values.isEmpty()) {
                return false;
            }
            candidates.add(values.get());
            combinations *= values.get().size();
            if (combinations > MOST_COMBINATIONS) {
                return false;
            }
        }
        List<String> order = List.copyOf(names);
        for (long combination = 0; combination < combinations; combination++) {
            Map<String, Value> values = new HashMap<>();
            long rest = combination;
            for (int i = 0; i < order.size(); i++) {
                List<Value> of = candidates.get(i);
                values.put(order.get(i), of.get((int) (rest % of.size())));
                rest /= of.size();
            }
            if (isShown(page, values)) {
                return false;
            }
        }
        return true;
    }

    /// The page's condition, those of the pages it reads, and so on, and who the study is for.
    private List<Expression> conditions(Page page) {
        var conditions = new LinkedHashSet<Expression>();
        var waiting = new ArrayList<Expression>();
        study.eligibility().ifPresent(eligibility -> waiting.add(eligibility.condition()));
        page.showIf().ifPresent(waiting::add);
        while (!waiting.isEmpty()) {
            Expression condition = waiting.removeLast();
            if (conditions.add(condition)) {
                for (String name : condition.variables()) {
                    asking(name).showIf().ifPresent(waiting::add);
                }
            }
        }
        return List.copyOf(conditions);
    }

    private Optional<List<Value>> values(String name, List<Expression> conditions) {
        var values = new ArrayList<Value>();
        values.add(new Value.Unknown());
        Variable variable = variables.get(name);
        if (variable == null) {
            values.add(new Value.Logic(Truth.TRUE));
            values.add(new Value.Logic(Truth.FALSE));
            return Optional.of(values);
        }
        switch (variable.kind()) {
            case Variable.Kind.Choice(List<Option> options) ->
                    options.forEach(option -> values.add(new Value.Text(option.code())));
            case Variable.Kind.Choices _ -> values.add(new Value.Logic(Truth.TRUE));
            case Variable.Kind.Text _ -> {
                return Optional.empty();
            }
            case Variable.Kind.Numeric numeric -> {
                for (Expression condition : conditions) {
                    Optional<Set<BigDecimal>> turns = condition.turningPoints(name);
                    if (turns.isEmpty()) {
                        return Optional.empty();
                    }
                    turns.get().forEach(turn -> near(turn, numeric, values));
                }
                near(numeric.from(), numeric, values);
                near(numeric.to(), numeric, values);
            }
        }
        return Optional.of(values.stream().distinct().toList());
    }

    /// The number itself, the next below and the next above, as far as the question allows them.
    private static void near(BigDecimal turn, Variable.Kind.Numeric numeric, List<Value> values) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(numeric.decimals());
        // A turn at 2.5 of a whole number lies between 2 and 3.
        BigDecimal below = turn.setScale(numeric.decimals(), RoundingMode.FLOOR);
        BigDecimal above = turn.setScale(numeric.decimals(), RoundingMode.CEILING);
        for (BigDecimal number : List.of(below.subtract(step), below, above, above.add(step))) {
            if (number.compareTo(numeric.from()) >= 0 && number.compareTo(numeric.to()) <= 0) {
                values.add(new Value.Decimal(number));
            }
        }
    }

    private boolean isShown(Page page, Map<String, Value> values) {
        Scope scope = new Asking(values);
        boolean isEligible =
                study.eligibility()
                        .map(eligibility -> eligibility.condition().truth(scope) == Truth.TRUE)
                        .orElse(true);
        boolean isLedTo =
                page.showIf().map(condition -> condition.truth(scope) == Truth.TRUE).orElse(true);
        return isLedTo && (isEligible || decides(page));
    }

    /// Whether the page asks what decides eligibility, and so is seen before it is decided.
    private boolean decides(Page page) {
        return study.eligibility().stream()
                .flatMap(eligibility -> eligibility.condition().variables().stream())
                .anyMatch(name -> asking(name).equals(page));
    }

    /// The page that asks what a name reads.
    private Page asking(String name) {
        return Objects.requireNonNull(pages.get(Earlier.owner(variables, name).page()));
    }

    /// One combination of answers, of which conditions see what is asked on pages that are shown.
    private final class Asking implements Scope {
        private final Map<String, Value> values;

        /// Remembered: pages that read pages that read pages would take ever longer.
        private final Map<String, Boolean> shown = new HashMap<>();

        Asking(Map<String, Value> values) {
            this.values = values;
        }

        @Override
        public Value value(String variable) {
            Page page = asking(variable);
            Boolean isShown = shown.get(page.id());
            if (isShown == null) {
                isShown =
                        page.showIf()
                                .map(condition -> condition.truth(this) == Truth.TRUE)
                                .orElse(true);
                shown.put(page.id(), isShown);
            }
            return isShown
                    ? values.getOrDefault(variable, new Value.Unknown())
                    : new Value.Unknown();
        }
    }
}
