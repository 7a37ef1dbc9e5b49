package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Lettering.Weight;
import java.util.List;

/// A chance as so many of a hundred people, each a disc, with an interval.
///
/// Filled are those to whom it happens. A hole or a point in the middle marks those in doubt: filled discs
/// with a hole may turn out empty, open ones with a point may turn out filled.
///
/// @param title what the picture shows, in one line
/// @param people who the hundred are, such as `therapists like you`
/// @param says what happens to the filled, such as `have tears in a session in the next four weeks`
/// @param count so many of 100, 0 to 100
/// @param low lower end of the interval, 0 to 100
/// @param high upper end, at least `low`, at most 100
/// @param level the coverage of the interval in percent, such as 80
public record Hundred(
        String title, String people, String says, int count, int low, int high, int level) {

    private static final int ROW = 10;
    private static final double CELL = 22;
    private static final double FULL = 8.5;
    private static final double EDGE = 7;
    private static final double MARK = 3;
    private static final double LEFT = (Svg.WIDTH - ROW * CELL) / 2;

    public Hundred {
        for (int each : new int[] {count, low, high}) {
            if (each < 0 || each > 100) {
                throw new IllegalArgumentException("of 100 must be 0 to 100, not " + each);
            }
        }
        if (low > high) {
            throw new IllegalArgumentException(
                    "low must be at most high, not %s to %s".formatted(low, high));
        }
    }

    /// The picture, the same bytes for the same figures.
    public Picture draw(Style style) {
        var svg = new Svg(style);
        double y = svg.top();
        for (int i = 0; i < 100; i++) {
            disc(
                    svg.front(),
                    LEFT + (i % ROW + 0.5) * CELL,
                    y + (Math.floorDiv(i, ROW) + 0.5) * CELL,
                    i + 1);
        }
        y += ROW * CELL + 6;
        y = words(svg, "Filled: %s of 100 %s %s.".formatted(count, people, says), Colour.INK, y);
        if (low < high) {
            y = words(svg, doubt(), Colour.SOFT, y + 2);
        }
        return svg.picture(title, description(), y, table());
    }

    private void disc(Canvas canvas, double x, double y, int place) {
        boolean isFilled = place <= count;
        boolean isInDoubt = place > low && place <= high;
        canvas.dot(x, y, FULL, isFilled || isInDoubt ? Colour.ACCENT : Colour.SOFT);
        if (!isFilled) {
            canvas.dot(x, y, isInDoubt ? EDGE : FULL - 1, Colour.PAPER);
        }
        if (isInDoubt) {
            canvas.dot(x, y, MARK, isFilled ? Colour.PAPER : Colour.ACCENT);
        }
    }

    private static double words(Svg svg, String words, Colour colour, double y) {
        List<String> lines = Lettering.wrapped(words, Svg.WIDTH, Weight.REGULAR);
        svg.front().lines(0, y + 12, Anchor.START, colour, lines);
        return y + (double) lines.size() * Lettering.LINE;
    }

    private String doubt() {
        return "Marked in the middle: in doubt. It is between %s and %s of 100, with %s %% certainty."
                .formatted(low, high, level);
    }

    private String description() {
        String interval =
                low < high
                        ? " Between %s and %s of 100, with %s %% certainty."
                                .formatted(low, high, level)
                        : "";
        return "%s of 100 %s %s.%s".formatted(count, people, says, interval);
    }

    private Table table() {
        return new Table(
                        Characters.legal(title),
                        List.of("Of 100 " + Characters.legal(people), "So many", "Between"),
                        List.of(
                                List.of(
                                        Characters.legal(says),
                                        Integer.toString(count),
                                        low < high ? low + " and " + high : "")))
                .withoutEmptyColumns();
    }
}
