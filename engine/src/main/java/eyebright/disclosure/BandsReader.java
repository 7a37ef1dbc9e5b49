package eyebright.disclosure;

import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the bands of a number: how wide each is, or where each but the first begins.
final class BandsReader {

    private static final int MOST_BANDS = 100;

    private BandsReader() {}

    /// The bands of a number; empty, and a problem, where they cannot be.
    ///
    /// @param name as the file names the number
    static Optional<Bands> read(String name, Kind.Numeric number, Node node, Problems problems) {
        Optional<List<BigDecimal>> starts =
                switch (node) {
                    case Node.Scalar scalar ->
                            whole(scalar).flatMap(width -> starts(number, width));
                    case Node.Items(Place _, List<Node> nodes) -> starts(number, nodes);
                    case Node.Mapping _ -> Optional.empty();
                };
        if (starts.isEmpty()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    node.place(),
                    String.format(
                            Locale.ROOT,
                            "bands of %s must be how wide each is, 2 or more, or a rising list of where each but the first begins, above %s and up to %s; at most %d bands",
                            name,
                            number.from().toPlainString(),
                            number.to().toPlainString(),
                            MOST_BANDS),
                    "write a number such as 10, or a list such as [30, 40, 50]");
        }
        return starts.map(each -> Bands.of(number, each));
    }

    private static Optional<BigDecimal> whole(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value().matches("-?\\d{1,9}")
                ? Optional.of(new BigDecimal(scalar.value()))
                : Optional.empty();
    }

    /// Where bands of one width begin: at its multiples.
    private static Optional<List<BigDecimal>> starts(Kind.Numeric number, BigDecimal width) {
        if (width.compareTo(BigDecimal.TWO) < 0
                || number.to()
                                .subtract(number.from())
                                .compareTo(width.multiply(BigDecimal.valueOf(MOST_BANDS - 2)))
                        > 0) {
            return Optional.empty();
        }
        var starts = new ArrayList<BigDecimal>();
        BigDecimal start = number.from().divide(width, 0, RoundingMode.FLOOR).multiply(width);
        while (start.compareTo(number.to()) <= 0) {
            if (start.compareTo(number.from()) > 0) {
                starts.add(start);
            }
            start = start.add(width);
        }
        return Optional.of(starts);
    }

    private static Optional<List<BigDecimal>> starts(Kind.Numeric number, List<Node> nodes) {
        var starts = new ArrayList<BigDecimal>();
        BigDecimal last = number.from();
        for (Node node : nodes) {
            Optional<BigDecimal> start = whole(node);
            if (start.isEmpty()
                    || start.get().compareTo(last) <= 0
                    || start.get().compareTo(number.to()) > 0) {
                return Optional.empty();
            }
            last = start.get();
            starts.add(last);
        }
        return starts.isEmpty() || starts.size() >= MOST_BANDS
                ? Optional.empty()
                : Optional.of(starts);
    }
}
