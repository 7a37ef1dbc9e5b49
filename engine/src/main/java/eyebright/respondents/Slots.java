package eyebright.respondents;

import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The places of everything that is drawn: first the variables of the study in their order, then what is
/// hidden and the scores that effects read. Immutable once compiled.
final class Slots {

    private final List<String> names = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> pages = new LinkedHashMap<>();
    private final List<Integer> pageOf = new ArrayList<>();

    /// By page, the places that it asks: what is hidden is on none.
    private final List<int[]> asked = new ArrayList<>();

    /// What a place holds for each respondent.
    sealed interface Holding {

        /// A number.
        record Amount() implements Holding {}

        /// One of these options.
        record One(List<Option> options) implements Holding {}

        /// Some of these options.
        record Some(List<Option> options) implements Holding {}

        /// Words, which are never drawn.
        record Words() implements Holding {}
    }

    Slots(Study study) {
        study.pages().forEach(page -> pages.put(page.id(), pages.size()));
        for (Variable variable : study.variables().values()) {
            add(
                    variable.name(),
                    switch (variable.kind()) {
                        case Kind.Choice(List<Option> options) -> new Holding.One(options);
                        case Kind.Choices(List<Option> options) -> new Holding.Some(options);
                        case Kind.Numeric _ -> new Holding.Amount();
                        case Kind.Text _ -> new Holding.Words();
                    },
                    pages.getOrDefault(variable.page(), -1));
        }
        for (int page = 0; page < pages.size(); page++) {
            int here = page;
            asked.add(
                    IntStream.range(0, names.size()).filter(slot -> page(slot) == here).toArray());
        }
    }

    private int add(String name, Holding holding, int page) {
        names.add(name);
        holdings.add(holding);
        pageOf.add(page);
        places.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /// A place for something that is not asked.
    int hidden(String name, Holding holding) {
        Integer there = places.get(name);
        return there == null ? add(name, holding, -1) : there;
    }

    int size() {
        return names.size();
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    /// The place of that name.
    Optional<Integer> find(String name) {
        return Optional.ofNullable(places.get(name));
    }

    int of(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("nothing is drawn for " + name));
    }

    String name(int slot) {
        return names.get(slot);
    }

    Holding holding(int slot) {
        return holdings.get(slot);
    }

    /// The place of the page that asks it, or -1.
    int page(int slot) {
        return pageOf.get(slot);
    }

    /// The places that a page asks.
    int[] on(int page) {
        return asked.get(page).clone();
    }

    int page(String id) {
        return pages.getOrDefault(id, -1);
    }

    int pages() {
        return pages.size();
    }

    /// The options of what has some.
    List<Option> options(int slot) {
        return switch (holdings.get(slot)) {
            case Holding.One(List<Option> options) -> options;
            case Holding.Some(List<Option> options) -> options;
            case Holding.Amount _, Holding.Words _ -> List.of();
        };
    }

    /// The place of the option of that code.
    int option(int slot, String code) {
        List<Option> options = options(slot);
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException("no option %s of %s".formatted(code, names.get(slot)));
    }
}
