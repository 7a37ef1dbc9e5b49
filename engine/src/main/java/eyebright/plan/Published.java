package eyebright.plan;

import java.math.BigDecimal;
import java.util.Optional;

/// A figure others have published, from `published.yaml`.
///
/// @param id unique in its file
/// @param quantity what the figure is of, in words
/// @param value as published; absent where only words are known
/// @param unit such as `percent` or `years`
/// @param precision how precise it is, as far as that was published
/// @param base whom it is about, such as `ever cried`
/// @param source where it stands
/// @param certainty how sure it is that it stands there
/// @param note what else a reader must know
public record Published(
        String id,
        String quantity,
        Optional<BigDecimal> value,
        String unit,
        Optional<Precision> precision,
        Optional<String> base,
        String source,
        Certainty certainty,
        Optional<String> note) {

    public Published {
        if (certainty == Certainty.WORDS_ONLY && value.isPresent()) {
            throw new IllegalArgumentException(
                    "published figure %s must have no value if there are words only, not %s"
                            .formatted(id, value.get()));
        }
    }

    /// The number alone, such as `72 %` or `684`; its words where there are words only.
    public String figure() {
        String sign = unit.equals("percent") ? "\u00a0%" : "";
        return value.map(each -> each.toPlainString() + sign).orElse(quantity);
    }

    /// The figure in a sentence, with its source: `ever cried in therapy, 72 % [Author (2013)]`.
    public String sentence() {
        return "%s%s [%s]"
                .formatted(
                        quantity,
                        value.map(
                                        each ->
                                                ", %s %s"
                                                        .formatted(
                                                                each.toPlainString(),
                                                                Measures.sign(unit)))
                                .orElse(""),
                        source);
    }
}
