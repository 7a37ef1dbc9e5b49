package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads how precise a published figure is: `count` and `n`, `n`, `error` or `interval`.
final class PrecisionReader {

    private static final int MOST = 999_999_999;

    private PrecisionReader() {}

    static Optional<Precision> read(Fields fields, Problems problems) {
        Optional<Integer> n = fields.integer("n", 1, MOST);
        Optional<Integer> count = fields.integer("count", 0, MOST);
        Optional<BigDecimal> error = fields.decimal("error");
        Optional<Precision> limits = limits(fields, problems);
        List<String> given = Stream.of("count", "error", "interval").filter(fields::has).toList();
        if (given.size() > 1) {
            problems.add(
                    Rule.PUBLISHED_FIGURE,
                    fields.placeOf(given.getLast()),
                    "a published figure must say once how precise it is, not by %s"
                            .formatted(String.join(" and ", given)),
                    "keep what was published, and delete the other");
            return Optional.empty();
        }
        if (count.isPresent()) {
            if (n.isPresent() && count.get() <= n.get()) {
                return Optional.of(new Precision.Counted(count.get(), n.get()));
            }
            problems.add(
                    n.isPresent() ? Rule.WRONG_VALUE : Rule.MISSING_KEY,
                    fields.placeOf("count"),
                    n.isPresent()
                            ? "count of a published figure must be at most its n, %d, not %d"
                                    .formatted(n.get(), count.get())
                            : "count of a published figure has no n",
                    "write count: 411 and n: 568");
            return Optional.empty();
        }
        if (error.isPresent() && error.get().signum() <= 0) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("error"),
                    "error of a published figure must be above 0, not "
                            + error.get().toPlainString(),
                    "write its standard error, or delete it");
            return Optional.empty();
        }
        return limits.or(() -> error.map(Precision.StandardError::new))
                .or(() -> n.map(Precision.Respondents::new));
    }

    private static Optional<Precision> limits(Fields fields, Problems problems) {
        if (!fields.has("interval")) {
            return Optional.empty();
        }
        List<BigDecimal> ends =
                fields.scalars("interval").stream()
                        .map(Node.Scalar::value)
                        .filter(text -> text.matches("-?\\d{1,9}(\\.\\d{1,9})?"))
                        .map(BigDecimal::new)
                        .toList();
        if (ends.size() == 2 && ends.getFirst().compareTo(ends.getLast()) < 0) {
            return Optional.of(new Precision.Limits(ends.getFirst(), ends.getLast()));
        }
        if (!(fields.node("interval").orElse(null) instanceof Node.Items)) {
            return Optional.empty();
        }
        problems.add(
                Rule.WRONG_VALUE,
                fields.placeOf("interval"),
                "interval of a published figure must be its two limits of 95 %, the lower one first",
                "write it like [1.2, 2.5]");
        return Optional.empty();
    }
}
