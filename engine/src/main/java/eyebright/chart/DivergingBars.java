package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Canvas.Opacity;
import eyebright.chart.Lettering.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ratings spread around the middle of their scale: what lies below it to the left, what lies above it
/// to the right, the middle half and half. The further from the middle a level, the fuller its colour.
///
/// The numbers at both ends are the shares below and above the middle.
///
/// @param title what the picture shows, in one line
/// @param levels names of the points of the scale from low to high, at least two
/// @param low what the low end means, such as "not at all"
/// @param high what the high end means
/// @param items from top to bottom, at least one
public record DivergingBars(
        String title, List<String> levels, String low, String high, List<Item> items) {

    private static final Unit UNIT = Unit.percent();
    private static final double MIDDLE = Svg.WIDTH / 2.0;
    private static final double BAR = 18;

    /// From nearest the middle to the end of the scale.
    private static final List<Opacity> DEPTHS =
            List.of(Opacity.FAINT, Opacity.WEAK, Opacity.HALF, Opacity.STRONG, Opacity.FULL);

    /// One thing that was rated.
    ///
    /// @param label what was rated; empty where the title says it
    /// @param n how many rated it, 1 or more; absent where shares are chances that a model gives
    /// @param shares percent for each level from low to high, together 100
    public record Item(String label, OptionalLong n, List<Double> shares) {
        public Item {
            shares = List.copyOf(shares);
            if (n.isPresent() && n.getAsLong() < 1) {
                throw new IllegalArgumentException(
                        "n of item \"%s\" must be 1 or more, not %s"
                                .formatted(label, n.getAsLong()));
            }
            for (int i = 0; i < shares.size(); i++) {
                if (!(shares.get(i) >= 0 && shares.get(i) <= 100)) {
                    throw new IllegalArgumentException(
                            "shares[%s] of item \"%s\" must be 0 to 100, not %s"
                                    .formatted(i, label, shares.get(i)));
                }
            }
            double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
            if (Math.abs(sum - 100) > 0.1) {
                throw new IllegalArgumentException(
                        "shares of item \"%s\" must add up to 100, not %s".formatted(label, sum));
            }
        }

        /// Rated by so many.
        public Item(String label, long n, List<Double> shares) {
            this(label, OptionalLong.of(n), shares);
        }

        /// The chances that a model gives.
        public static Item ofChances(String label, List<Double> shares) {
            return new Item(label, OptionalLong.empty(), shares);
        }

        private String base() {
            return n.isPresent() ? "n = " + n.getAsLong() : "";
        }
    }

    public DivergingBars {
        levels = List.copyOf(levels);
        items = List.copyOf(items);
        if (levels.size() < 2) {
            throw new IllegalArgumentException(
                    "levels must be 2 or more, not %s".formatted(levels.size()));
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items must be 1 or more, not 0");
        }
        for (Item item : items) {
            if (item.shares().size() != levels.size()) {
                throw new IllegalArgumentException(
                        "shares of item \"%s\" must be %s like the levels, not %s"
                                .formatted(item.label(), levels.size(), item.shares().size()));
            }
        }
    }

    /// The picture, the same bytes for the same figures.
    public Picture draw(Style style) {
        var svg = new Svg(style);
        double numbers = Lettering.width(UNIT.write(100), Weight.BOLD) + 8;
        double scale = (MIDDLE - numbers) / furthest();
        double y = ends(svg.front(), svg.top());
        for (Item item : items) {
            y = label(svg.front(), item, y);
            svg.ground().line(MIDDLE, y, MIDDLE, y + BAR + 8, Colour.SOFT, Canvas.Stroke.HAIR);
            row(svg.front(), item, y + 4, scale);
            y += BAR + 14;
        }
        return svg.picture(title, description(), y - 2, table());
    }

    private static double sum(List<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).sum();
    }

    private double below(Item item) {
        return sum(item.shares().subList(0, levels.size() / 2));
    }

    private double above(Item item) {
        return sum(item.shares().subList((levels.size() + 1) / 2, levels.size()));
    }

    private double middle(Item item) {
        return levels.size() % 2 == 0 ? 0 : item.shares().get(levels.size() / 2);
    }

    /// The longest side of any bar, so that all share one scale.
    private double furthest() {
        double furthest = 0;
        for (Item item : items) {
            double side = Math.max(below(item), above(item)) + middle(item) / 2;
            furthest = Math.max(furthest, side);
        }
        return furthest;
    }

    /// What the ends mean, and the name of the middle between them where there is room.
    private double ends(Canvas canvas, double top) {
        double half = MIDDLE - 10;
        List<String> left = Lettering.wrapped("\u2190 " + low, half, Weight.REGULAR);
        List<String> right = Lettering.wrapped(high + " \u2192", half, Weight.REGULAR);
        canvas.lines(0, top + 12, Anchor.START, Colour.SOFT, left);
        canvas.lines(Svg.WIDTH, top + 12, Anchor.END, Colour.SOFT, right);
        double lines = Math.max(left.size(), right.size());
        double bottom = top + lines * Lettering.LINE;
        if (levels.size() % 2 == 0) {
            return bottom + 4;
        }
        List<String> name =
                Lettering.wrapped(levels.get(levels.size() / 2), Svg.WIDTH, Weight.REGULAR);
        double wide =
                name.stream()
                        .mapToDouble(line -> Lettering.width(line, Weight.REGULAR))
                        .max()
                        .orElse(0);
        boolean room = wide / 2 + 10 < MIDDLE - Math.max(widest(left), widest(right));
        double baseline = room ? top + 12 : bottom + 12;
        canvas.lines(MIDDLE, baseline, Anchor.MIDDLE, Colour.SOFT, name);
        double named = baseline - 12 + (double) name.size() * Lettering.LINE;
        return Math.max(bottom, named) + 4;
    }

    private static double widest(List<String> lines) {
        return lines.stream()
                .mapToDouble(line -> Lettering.width(line, Weight.REGULAR))
                .max()
                .orElse(0);
    }

    private static double label(Canvas canvas, Item item, double top) {
        String note = item.base();
        double room = Svg.WIDTH - Lettering.width(note, Weight.REGULAR) - 10;
        List<String> lines = Lettering.wrapped(item.label(), room, Weight.REGULAR);
        if (lines.isEmpty()) {
            return top;
        }
        canvas.lines(0, top + 12, Anchor.START, Colour.INK, lines);
        canvas.text(Svg.WIDTH, top + 12, Anchor.END, Colour.SOFT, Weight.REGULAR, note);
        return top + (double) lines.size() * Lettering.LINE;
    }

    private void row(Canvas canvas, Item item, double top, double scale) {
        int count = levels.size();
        double x = MIDDLE - (below(item) + middle(item) / 2) * scale;
        // Faint colours are mixed with the page, not with the hatching of rehearsed data.
        canvas.rect(x, top, sum(item.shares()) * scale, BAR, 0, Colour.PAPER, Opacity.FULL);
        for (int level = 0; level < count; level++) {
            double width = item.shares().get(level) * scale;
            if (width > 0) {
                segment(canvas, level, x, top, width);
            }
            x += width;
        }
        double baseline = Lanes.firstBaseline(top + BAR / 2, 1);
        String left = UNIT.write(below(item));
        String right = UNIT.write(above(item));
        canvas.text(0, baseline, Anchor.START, Colour.INK, Weight.REGULAR, left);
        canvas.text(Svg.WIDTH, baseline, Anchor.END, Colour.INK, Weight.REGULAR, right);
    }

    /// A level, with a hair of paper between it and the next.
    private void segment(Canvas canvas, int level, double x, double top, double width) {
        int count = levels.size();
        double seen = Math.max(width - 1, width / 2);
        if (count % 2 == 1 && level == count / 2) {
            canvas.rect(x, top, seen, BAR, 0, Colour.LINE, Opacity.FULL);
            return;
        }
        boolean lower = level < count / 2;
        int sides = count / 2;
        int away = lower ? sides - level : level - (count - sides) + 1;
        int depth = (int) Math.ceil((double) away * DEPTHS.size() / sides) - 1;
        Colour colour = lower ? Colour.SECOND : Colour.ACCENT;
        canvas.rect(x, top, seen, BAR, 0, colour, DEPTHS.get(depth));
    }

    private String description() {
        return items.stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(Item item) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < levels.size(); i++) {
            parts.add(levels.get(i) + ": " + UNIT.write(item.shares().get(i)));
        }
        String shares = String.join("; ", parts);
        String named =
                Stream.of(item.label(), item.base())
                        .filter(text -> !text.isBlank())
                        .map(text -> text + ", ")
                        .collect(Collectors.joining());
        return "%sfrom %s to %s. %s.".formatted(named, low, high, shares);
    }

    private Table table() {
        var columns = new ArrayList<>(List.of("Item", "n"));
        levels.forEach(level -> columns.add(Characters.legal(level)));
        var rows = new ArrayList<List<String>>();
        for (Item item : items) {
            String label = item.label().isBlank() ? title : item.label();
            String n = item.n().isPresent() ? Long.toString(item.n().getAsLong()) : "";
            var cells = new ArrayList<>(List.of(Characters.legal(label), n));
            item.shares().forEach(share -> cells.add(UNIT.write(share)));
            rows.add(cells);
        }
        return new Table(Characters.legal(title), columns, rows).withoutEmptyColumns();
    }
}
