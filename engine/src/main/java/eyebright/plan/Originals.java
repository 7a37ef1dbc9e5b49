package eyebright.plan;

import java.util.List;
import java.util.Optional;

/// What the studies before this one are known to have found on a claim.
///
/// @param figures published figures, in the order of the plan
/// @param words findings of which only words are known
public record Originals(List<Figure> figures, List<Words> words) {

    /// Nothing is known.
    public static final Originals NONE = new Originals(List.of(), List.of());

    public Originals {
        figures = List.copyOf(figures);
        words = List.copyOf(words);
    }

    /// Whether nothing is known.
    public boolean isEmpty() {
        return figures.isEmpty() && words.isEmpty();
    }

    /// The figure on the claim as a whole, if there is one.
    public Optional<Published> whole() {
        return figures.stream()
                .filter(figure -> figure.option().isEmpty())
                .map(Figure::published)
                .findFirst();
    }

    /// The figure on one option of the question, if there is one.
    public Optional<Published> option(String code) {
        return figures.stream()
                .filter(figure -> figure.option().equals(Optional.of(code)))
                .map(Figure::published)
                .findFirst();
    }

    /// A published figure.
    ///
    /// @param option the code of the option it is about; absent if it is about the claim as a whole
    /// @param with the further analysis whose figure is held against it, such as that of comparable respondents;
    ///   absent if it is that of the claim
    public record Figure(Optional<String> option, Published published, Optional<String> with) {}

    /// Words that were published, or written about what was.
    ///
    /// @param words such as `almost half`
    /// @param source where they stand
    public record Words(String words, String source) {}
}
