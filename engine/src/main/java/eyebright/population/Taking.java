package eyebright.population;

import java.util.List;

/// What kind of thing effects act on, and which effects it takes.
enum Taking {
    /// A yes or no.
    YES("a yes or no", List.of(Measure.ODDS, Measure.POINTS, Measure.R)),
    /// One of some options that have an order.
    ORDERED("ordered options", List.of(Measure.ODDS, Measure.R)),
    /// One of some options without an order.
    UNORDERED("options without an order", List.of()),
    /// Each option of a several-of question.
    OPTION("an option of a several-of", List.of(Measure.ODDS, Measure.POINTS, Measure.R)),
    /// A number.
    NUMBER("a number", List.of(Measure.D, Measure.SLOPE, Measure.R)),
    /// A count.
    COUNT("a count", List.of(Measure.RATE, Measure.R)),
    /// A trait.
    TRAIT("a trait", List.of(Measure.D, Measure.SLOPE, Measure.R));

    private final String words;
    private final List<Measure> measures;

    Taking(String words, List<Measure> measures) {
        this.words = words;
        this.measures = measures;
    }

    /// What it is, in words for problems.
    String words() {
        return words;
    }

    /// The effects it takes.
    List<Measure> measures() {
        return measures;
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
