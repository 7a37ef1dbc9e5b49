package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `published.yaml`: what others have published, each figure with its source.
final class PublishedReader {

    static final String FILE = "published.yaml";

    private static final String PERCENT = "percent";

    private final Problems problems;
    private final Map<String, Published> figures = new LinkedHashMap<>();

    private PublishedReader(Problems problems) {
        this.problems = problems;
    }

    /// The figures by id, in the order of the file.
    static Map<String, Published> read(Sources sources, Problems problems) {
        var reader = new PublishedReader(problems);
        sources.file(FILE)
                .flatMap(text -> YamlFile.read(FILE, text, problems))
                .ifPresent(root -> Entries.of(FILE, root, problems).forEach(reader::figure));
        return reader.figures;
    }

    private void figure(Node node) {
        Fields.of("a published figure", node, problems).ifPresent(this::figure);
    }

    private void figure(Fields fields) {
        Optional<String> id = Entries.id("published", fields, problems);
        Optional<String> quantity = fields.requiredText("quantity");
        var value = fields.decimal("value");
        String unit = fields.text("unit").orElse("");
        Optional<Precision> precision = PrecisionReader.read(fields, problems);
        Optional<String> base = fields.text("base");
        Optional<String> source = fields.requiredText("source");
        Optional<Certainty> certainty = certainty(fields);
        Optional<String> note = fields.text("note");
        fields.finish();
        if (id.isEmpty() || quantity.isEmpty() || source.isEmpty() || certainty.isEmpty()) {
            return;
        }
        if (certainty.get() == Certainty.WORDS_ONLY && value.isPresent()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("value"),
                    "a published figure of which there are words only must have no value",
                    "delete value:, or say where the figure stands");
            return;
        }
        if (certainty.get() != Certainty.WORDS_ONLY && !fields.has("value")) {
            problems.add(
                    Rule.MISSING_KEY,
                    fields.place(),
                    "published figure \"%s\" has no value".formatted(id.get()),
                    "add value:, or write certainty: words only");
            return;
        }
        contradicted(fields, value, unit, precision);
        var figure =
                new Published(
                        id.get(),
                        quantity.get(),
                        value,
                        unit,
                        precision,
                        base,
                        source.get(),
                        certainty.get(),
                        note);
        if (figures.putIfAbsent(figure.id(), figure) != null) {
            Entries.duplicate("published figure", "published", fields, figure.id(), problems);
        }
    }

    /// A percent that its own count does not give, rounded to as many digits as it has.
    private void contradicted(
            Fields fields, Optional<BigDecimal> value, String unit, Optional<Precision> precision) {
        if (value.isEmpty()
                || !unit.equals(PERCENT)
                || !(precision.orElse(null) instanceof Precision.Counted(int count, int n))) {
            return;
        }
        int digits = Math.max(0, value.get().scale());
        BigDecimal percent =
                BigDecimal.valueOf(100L * count)
                        .divide(BigDecimal.valueOf(n), digits + 4, RoundingMode.HALF_EVEN);
        BigDecimal half = BigDecimal.valueOf(5, digits + 1);
        if (percent.subtract(value.get()).abs().compareTo(half) > 0) {
            problems.add(
                    Rule.PUBLISHED_FIGURE,
                    fields.placeOf("count"),
                    "count of a published figure must give its value, %s percent, but %,d of %,d is %s percent"
                            .formatted(
                                    value.get().toPlainString(),
                                    count,
                                    n,
                                    percent.setScale(digits + 1, RoundingMode.HALF_EVEN)
                                            .toPlainString()),
                    "write the count, the n or the value as it was published");
        }
    }

    private Optional<Certainty> certainty(Fields fields) {
        Optional<Node.Scalar> word = fields.requiredScalar("certainty");
        Optional<Certainty> certainty = word.map(Node.Scalar::value).flatMap(Certainty::of);
        if (word.isPresent() && certainty.isEmpty()) {
            List<String> words =
                    java.util.Arrays.stream(Certainty.values()).map(Certainty::word).toList();
            fields.wrongValue("certainty", word.get(), String.join(" or ", words));
        }
        return certainty;
    }
}
