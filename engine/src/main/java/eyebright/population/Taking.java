package eyebright.population;

import java.util.List;

/// What kind of thing effects act on, and which effects it takes.
enum Taking {
    /// A yes or no.
    YES("a yes or no"),
    /// One of some options that have an order.
    ORDERED("ordered options"),
    /// One of some options without an order.
    UNORDERED("options without an order"),
    /// Each option of a several-of question.
    OPTION("an option of a several-of"),
    /// A number.
    NUMBER("a number"),
    /// A count.
    COUNT("a count"),
    /// A trait.
    TRAIT("a trait");

    private final String words;

    Taking(String words) {
        this.words = words;
    }

    /// What it is, in words for problems.
    String words() {
        return words;
    }

    /// The effects it takes.
    List<Measure> measures() {
        return switch (this) {
            case YES, OPTION -> List.of(Measure.ODDS, Measure.POINTS, Measure.R);
            case ORDERED -> List.of(Measure.ODDS, Measure.R);
            case UNORDERED -> List.of();
            case NUMBER, TRAIT -> List.of(Measure.D, Measure.SLOPE, Measure.R);
            case COUNT -> List.of(Measure.RATE, Measure.R);
        };
    }

    /// What a margin takes.
    static Taking of(Margin margin) {
        return switch (margin) {
            case Margin.Normal _, Margin.Skewed _ -> NUMBER;
            case Margin.Count _ -> COUNT;
            case Margin.Yes _ -> YES;
            case Margin.OneOf(var _, List<String> order) -> order.isEmpty() ? UNORDERED : ORDERED;
        };
    }
}
