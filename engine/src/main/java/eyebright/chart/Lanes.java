package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Canvas.Opacity;
import eyebright.chart.Canvas.Stroke;
import eyebright.chart.Lettering.Weight;
import java.util.List;

/// Figures on horizontal lanes over one axis: what dot plots, groups and settings have in common.
///
/// @param axis shared by all lanes
/// @param backdrop behind every lane
/// @param blocks from top to bottom
record Lanes(Axis axis, Backdrop backdrop, List<Block> blocks) {

    /// Names wider than this do not fit beside a lane: they go above, or break into lines.
    static final double COLUMN = 108;

    private static final double LANE = 24;
    private static final double BETWEEN_BLOCKS = 8;
    private static final String REGION = "too small to matter";

    /// Lanes that belong together.
    ///
    /// @param heading above them; empty for none
    /// @param note at the right of the heading; empty for none
    record Block(String heading, String note, List<Lane> lanes) {}

    /// One figure.
    ///
    /// @param name beside it; empty for none
    /// @param note below the name; empty for none
    record Lane(String name, String note, Figure figure, Shape shape) {

        List<String> names() {
            return Lettering.wrapped(name, COLUMN, shape.weight);
        }

        List<String> notes() {
            return Lettering.wrapped(note, COLUMN, Weight.REGULAR);
        }

        double column() {
            double names =
                    names().stream()
                            .mapToDouble(line -> Lettering.width(line, shape.weight))
                            .max()
                            .orElse(0);
            return notes().stream()
                    .mapToDouble(line -> Lettering.width(line, Weight.REGULAR))
                    .reduce(names, Math::max);
        }
    }

    /// What a figure is marked with.
    enum Shape {
        /// Ours, where the published figure stands beside it.
        OURS(Colour.INK, Weight.BOLD),
        /// Ours, one of several.
        DOT(Colour.INK, Weight.REGULAR),
        /// Ours, the second of two settings.
        SQUARE(Colour.INK, Weight.REGULAR),
        /// A published figure and its band.
        DIAMOND(Colour.SOFT, Weight.REGULAR);

        private final Colour colour;
        private final Weight weight;

        Shape(Colour colour, Weight weight) {
            this.colour = colour;
            this.weight = weight;
        }
    }

    /// Whether every name can stand on one line beside its lane.
    static boolean fitBeside(List<String> names) {
        return names.stream()
                .allMatch(
                        name -> Lettering.width(Characters.legal(name), Weight.REGULAR) <= COLUMN);
    }

    /// Draws everything, and the axis below it.
    ///
    /// @return where the drawing ends
    double draw(Svg svg) {
        Plot plot = plot();
        double y = svg.top();
        switch (backdrop) {
            case Backdrop.Plain _, Backdrop.Zero _ -> {}
            case Backdrop.TooSmall(double low, double high) -> {
                double middle = (plot.x(low) + plot.x(high)) / 2;
                y = above(svg.front(), middle, y, Colour.GOOD, REGION);
            }
            case Backdrop.Reference(double at, String words) ->
                    y = above(svg.front(), plot.x(at), y, Colour.SOFT, words);
        }
        for (Block block : blocks) {
            y = heading(svg.front(), block, y);
            double top = y;
            for (Lane lane : block.lanes()) {
                y = lane(svg.front(), plot, lane, y);
            }
            behind(svg.ground(), plot, top, y);
            y += BETWEEN_BLOCKS;
        }
        return plot.axis(svg.front(), y - BETWEEN_BLOCKS, axis.unit());
    }

    /// What a line or a shade means, above it.
    ///
    /// @return where that ends
    private static double above(
            Canvas canvas, double middle, double top, Colour colour, String words) {
        String legal = Characters.legal(words);
        double half = Math.min(Lettering.width(legal, Weight.REGULAR), Svg.WIDTH) / 2;
        double x = Math.clamp(middle, half, Svg.WIDTH - half);
        canvas.text(x, top + 11, Anchor.MIDDLE, colour, Weight.REGULAR, legal);
        return top + Lettering.LINE + 2;
    }

    private Plot plot() {
        Extent shown = Extent.NOTHING.with(backdrop);
        double column = 0;
        double values = 0;
        for (Block block : blocks) {
            for (Lane lane : block.lanes()) {
                shown = shown.with(lane.figure());
                column = Math.max(column, lane.column());
                values = Math.max(values, Lettering.width(value(lane), lane.shape().weight));
            }
        }
        double after = column == 0 ? 0 : column + 4;
        return Plot.of(axis, shown, after, values == 0 ? Svg.WIDTH : Svg.WIDTH - values - 2);
    }

    private String value(Lane lane) {
        return switch (lane.figure()) {
            case Figure.Point(double value) -> axis.unit().beside(value);
            case Figure.Ranged(double value, double _, double _) -> axis.unit().beside(value);
            case Figure.Absent _ -> "";
        };
    }

    private static double heading(Canvas canvas, Block block, double top) {
        String note = Characters.legal(block.note()).strip();
        double taken = note.isEmpty() ? 0 : Lettering.width(note, Weight.REGULAR) + 10;
        boolean beside = taken <= Svg.WIDTH / 2.0;
        List<String> lines =
                Lettering.wrapped(
                        block.heading(), beside ? Svg.WIDTH - taken : Svg.WIDTH, Weight.REGULAR);
        double baseline = top + 12;
        canvas.lines(0, baseline, Anchor.START, Colour.INK, lines);
        double bottom = top + (double) lines.size() * Lettering.LINE;
        if (note.isEmpty()) {
            return bottom;
        }
        if (beside) {
            canvas.text(Svg.WIDTH, baseline, Anchor.END, Colour.SOFT, Weight.REGULAR, note);
            return Math.max(bottom, top + Lettering.LINE);
        }
        List<String> below = Lettering.wrapped(note, Svg.WIDTH, Weight.REGULAR);
        canvas.lines(0, bottom + 12, Anchor.START, Colour.SOFT, below);
        return bottom + (double) below.size() * Lettering.LINE;
    }

    private double lane(Canvas canvas, Plot plot, Lane lane, double top) {
        List<String> names = lane.names();
        List<String> notes = lane.notes();
        List<String> reason = reason(lane.figure(), plot);
        int lines = Math.max(names.size() + notes.size(), reason.size());
        double height = Math.max(LANE, (double) lines * Lettering.LINE + 8);
        double middle = top + height / 2;
        double right = plot.left() - 12;
        double baseline = firstBaseline(middle, names.size() + notes.size());
        for (String name : names) {
            canvas.text(
                    right, baseline, Anchor.END, lane.shape().colour, lane.shape().weight, name);
            baseline += Lettering.LINE;
        }
        canvas.lines(right, baseline, Anchor.END, Colour.SOFT, notes);
        canvas.lines(
                plot.left() + 6,
                firstBaseline(middle, reason.size()),
                Anchor.START,
                Colour.SOFT,
                reason);
        mark(canvas, plot, lane, middle);
        return top + height;
    }

    private void mark(Canvas canvas, Plot plot, Lane lane, double y) {
        switch (lane.figure()) {
            case Figure.Point(double value) -> mark(canvas, lane, plot.x(value), y);
            case Figure.Ranged(double value, double low, double high) -> {
                double from = plot.x(low);
                double to = plot.x(high);
                if (lane.shape() == Shape.DIAMOND) {
                    double width = Math.max(to - from, 2);
                    canvas.rect(
                            Math.min(from, plot.right() - 1),
                            y - 9,
                            width,
                            18,
                            (int) Math.min(9, width / 2),
                            Colour.PUBLISHED,
                            Opacity.BAND);
                } else {
                    canvas.line(from, y, to, y, Colour.ACCENT, Stroke.ROUND);
                }
                mark(canvas, lane, plot.x(value), y);
            }
            case Figure.Absent _ -> {}
        }
    }

    private void mark(Canvas canvas, Lane lane, double x, double y) {
        switch (lane.shape()) {
            case OURS, DOT -> canvas.dot(x, y, 6, Colour.ACCENT);
            case SQUARE -> canvas.openSquare(x, y, 5, Colour.ACCENT);
            case DIAMOND -> canvas.diamond(x, y, 7, Colour.PUBLISHED);
        }
        canvas.text(
                Svg.WIDTH,
                firstBaseline(y, 1),
                Anchor.END,
                lane.shape().colour,
                lane.shape().weight,
                value(lane));
    }

    private void behind(Canvas canvas, Plot plot, double top, double bottom) {
        plot.grid(canvas, top, bottom);
        switch (backdrop) {
            case Backdrop.Plain _ -> {}
            case Backdrop.Zero _ -> dashed(canvas, plot.x(0), top, bottom);
            case Backdrop.Reference(double at, String _) -> dashed(canvas, plot.x(at), top, bottom);
            case Backdrop.TooSmall(double low, double high) -> {
                double from = plot.x(low);
                double width = plot.x(high) - from;
                canvas.rect(from, top, width, bottom - top, 0, Colour.GOOD, Opacity.SHADE);
                dashed(canvas, plot.x(axis.nothing()), top, bottom);
            }
        }
    }

    private static void dashed(Canvas canvas, double x, double top, double bottom) {
        canvas.line(x, top, x, bottom, Colour.SOFT, Stroke.DASHED);
    }

    private static List<String> reason(Figure figure, Plot plot) {
        return figure instanceof Figure.Absent(String reason)
                ? Lettering.wrapped(reason, Svg.WIDTH - plot.left() - 6, Weight.REGULAR)
                : List.of();
    }

    /// The baseline of the first of so many lines that together stand around the middle.
    static double firstBaseline(double middle, int lines) {
        return middle + 4.5 - (lines - 1) * Lettering.LINE / 2.0;
    }
}
