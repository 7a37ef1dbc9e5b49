package eyebright.disclosure;

import eyebright.study.Variable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The bands of a number, which together reach from its least to its greatest.
///
/// Of each answer the table tells the middle of its band: the whole number half way between the first and the last of
/// the band, rounded down, or its first where no whole number lies in it. The last band ends where the question does,
/// so its middle is that of what could be answered, and may lie far from what was.
///
/// @param bands from the lowest; one or more, each beginning where the one before ends
public record Bands(List<Band> bands) {

    /// More than are told one by one.
    private static final int MANY = 10;

    /// One of them.
    ///
    /// @param from its least number
    /// @param words what belongs to it, such as `18 to 29`
    /// @param middle what the table tells
    public record Band(BigDecimal from, String words, BigDecimal middle) {}

    public Bands {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("bands must be one or more");
        }
    }

    /// The bands of a number that begin at its least and at each of these.
    ///
    /// @param starts above the least, each greater than the one before, and none above the greatest
    static Bands of(Variable.Kind.Numeric number, List<BigDecimal> starts) {
        var from = new ArrayList<BigDecimal>();
        from.add(number.from());
        from.addAll(starts);
        var bands = new ArrayList<Band>();
        for (int place = 0; place < from.size(); place++) {
            BigDecimal least = from.get(place);
            boolean isLast = place + 1 == from.size();
            boolean isWhole = number.decimals() == 0;
            BigDecimal end = isLast ? number.to() : from.get(place + 1);
            BigDecimal most = isWhole && !isLast ? end.subtract(BigDecimal.ONE) : end;
            BigDecimal half =
                    least.add(most).divide(BigDecimal.TWO).setScale(0, RoundingMode.FLOOR);
            bands.add(
                    new Band(
                            least,
                            words(least, most, isWhole || isLast ? " to " : " to under "),
                            half.max(least)));
        }
        return new Bands(bands);
    }

    private static String words(BigDecimal least, BigDecimal most, String to) {
        return least.compareTo(most) == 0 ? plain(least) : plain(least) + to + plain(most);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /// What the table tells of an answer.
    double middle(double answer) {
        Band own = bands.getFirst();
        for (Band band : bands) {
            if (band.from().doubleValue() <= answer) {
                own = band;
            }
        }
        return own.middle().doubleValue();
    }

    /// The bands with what the table tells of each, such as `18 to 29 as 23, 30 to 39 as 34`; of many the first two and
    /// the last.
    String words() {
        List<String> words = bands.stream().map(Bands::words).toList();
        return words.size() <= MANY
                ? String.join(", ", words)
                : "%s, %s, \u2026, %s".formatted(words.get(0), words.get(1), words.getLast());
    }

    private static String words(Band band) {
        return band.words().equals(plain(band.middle()))
                ? band.words()
                : band.words() + " as " + plain(band.middle());
    }
}
