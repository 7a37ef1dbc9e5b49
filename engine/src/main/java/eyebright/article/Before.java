package eyebright.article;

import eyebright.plan.Measures;
import eyebright.plan.Originals;
import eyebright.plan.Published;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that is known from before, as it stands in grey beside ours.
///
/// @param says the figure or the words
/// @param source where they stand
/// @param certainty how sure that is, such as `secondary source`
/// @param note what else a reader must know
public record Before(String says, String source, String certainty, Optional<String> note) {

    static List<Before> of(Originals originals) {
        var all = new ArrayList<Before>();
        for (Originals.Figure figure : originals.figures()) {
            Published published = figure.published();
            String quantity =
                    published.quantity()
                            + published
                                    .base()
                                    .map(base -> " (base: %s)".formatted(base))
                                    .orElse("");
            all.add(
                    new Before(
                            published
                                    .value()
                                    .map(
                                            value ->
                                                    "%s: %s"
                                                            .formatted(
                                                                    quantity,
                                                                    value(value, published)))
                                    .orElse(quantity),
                            published.source(),
                            certainty(published),
                            published.note()));
        }
        for (Originals.Words words : originals.words()) {
            all.add(new Before(words.words(), words.source(), "words only", Optional.empty()));
        }
        return all;
    }

    private static String value(BigDecimal value, Published published) {
        String unit = Measures.sign(published.unit());
        return unit.isEmpty()
                ? value.toPlainString()
                : value.toPlainString() + Wording.SPACE + unit;
    }

    private static String certainty(Published published) {
        return switch (published.certainty()) {
            case VERIFIED -> "verified";
            case SECONDARY -> "secondary source";
            case SINGLE_SOURCE -> "single source";
            case DERIVED -> "derived";
            case WORDS_ONLY -> "words only";
        };
    }
}
