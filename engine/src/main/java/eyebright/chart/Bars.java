package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Canvas.Opacity;
import eyebright.chart.Canvas.Stroke;
import eyebright.chart.Lettering.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Shares of the options of a several-answers question: bars from zero with the interval on them, and
/// a tick under a small diamond where the published share lies.
///
/// @param title what the picture shows, in one line
/// @param options from top to bottom, at least one; shares in percent
public record Bars(String title, List<Option> options) {

    private static final Unit UNIT = Unit.percent();
    private static final double BAR = 14;
    private static final double LANE = 28;

    /// One option.
    ///
    /// @param label what could be chosen; not blank
    /// @param ours share of respondents who chose it
    /// @param published the published share, with its band where it has one
    public record Option(String label, Figure ours, Figure published) {
        public Option {
            if (label.isBlank()) {
                throw new IllegalArgumentException("label of an option must not be blank");
            }
        }
    }

    public Bars {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("options must be 1 or more, not 0");
        }
    }

    /// The picture, the same bytes for the same figures.
    ///
    /// @throws IllegalArgumentException if a share lies below 0 or above 100
    public Picture draw(Style style) {
        var svg = new Svg(style);
        boolean beside = Lanes.fitBeside(options.stream().map(Option::label).toList());
        Plot plot = plot(beside);
        double y = svg.top();
        boolean named = false;
        for (Option option : options) {
            if (!beside) {
                List<String> lines = Lettering.wrapped(option.label(), Svg.WIDTH, Weight.REGULAR);
                svg.front().lines(0, y + 12, Anchor.START, Colour.INK, lines);
                y += (double) lines.size() * Lettering.LINE;
            }
            boolean naming = !named && number(option.published()).length > 0;
            double top = y;
            if (naming) {
                named = true;
                name(svg.front(), plot.x(number(option.published())[0]), y);
                y += Lettering.LINE;
            }
            double bottom = lane(svg.front(), plot, option, y, beside);
            plot.grid(svg.ground(), naming ? top + Lettering.LINE : top, bottom);
            y = beside ? bottom : bottom + 4;
        }
        double end = plot.axis(svg.front(), beside ? y : y - 4, UNIT);
        return svg.picture(title, description(), end, table());
    }

    private Plot plot(boolean beside) {
        Extent shown = Extent.NOTHING;
        double column = 0;
        double values = 0;
        for (Option option : options) {
            shown = shown.with(option.ours()).with(option.published());
            if (beside) {
                String label = Characters.legal(option.label());
                column = Math.max(column, Lettering.width(label, Weight.REGULAR) + 2);
            }
            values = Math.max(values, Lettering.width(value(option), Weight.REGULAR));
        }
        if (shown.high() > 100) {
            throw new IllegalArgumentException(
                    "shares must be at most 100, not %s".formatted(shown.high()));
        }
        return Plot.of(Axis.fromZero(UNIT), shown, column, Svg.WIDTH - values - 2);
    }

    /// The word over the first tick: the others look the same.
    private static void name(Canvas canvas, double tick, double top) {
        String word = "published";
        double half = Lettering.width(word, Weight.REGULAR) / 2;
        double x = Math.clamp(tick, half, Svg.WIDTH - half);
        canvas.text(x, top + 12, Anchor.MIDDLE, Colour.SOFT, Weight.REGULAR, word);
    }

    private static double lane(
            Canvas canvas, Plot plot, Option option, double top, boolean beside) {
        List<String> reason =
                option.ours() instanceof Figure.Absent(String why)
                        ? Lettering.wrapped(why, Svg.WIDTH - plot.left() - 6, Weight.REGULAR)
                        : List.of();
        double height = Math.max(LANE, (double) reason.size() * Lettering.LINE + 8);
        double middle = top + height / 2;
        double baseline = Lanes.firstBaseline(middle, 1);
        if (beside) {
            String label = Characters.legal(option.label());
            canvas.text(plot.left() - 10, baseline, Anchor.END, Colour.INK, Weight.REGULAR, label);
        }
        double first = Lanes.firstBaseline(middle, reason.size());
        canvas.lines(plot.left() + 6, first, Anchor.START, Colour.SOFT, reason);
        band(canvas, plot, option.published(), middle);
        for (double share : number(option.ours())) {
            canvas.rect(
                    plot.left(),
                    middle - BAR / 2,
                    plot.x(share) - plot.left(),
                    BAR,
                    0,
                    Colour.ACCENT,
                    Opacity.FULL);
            canvas.text(Svg.WIDTH, baseline, Anchor.END, Colour.INK, Weight.REGULAR, value(option));
        }
        for (double share : number(option.published())) {
            tick(canvas, plot.x(share), middle);
        }
        if (option.ours() instanceof Figure.Ranged(double _, double low, double high)) {
            whisker(canvas, plot.x(low), plot.x(high), middle);
        }
        return top + height;
    }

    private static void band(Canvas canvas, Plot plot, Figure published, double middle) {
        if (published instanceof Figure.Ranged(double _, double low, double high)) {
            double width = plot.x(high) - plot.x(low);
            canvas.rect(plot.x(low), middle - 11, width, 22, 3, Colour.PUBLISHED, Opacity.BAND);
        }
    }

    private static void tick(Canvas canvas, double x, double middle) {
        canvas.line(x, middle - 8, x, middle + 11, Colour.PAPER, Stroke.TICK_HALO);
        canvas.line(x, middle - 10, x, middle + 11, Colour.PUBLISHED, Stroke.TICK);
        canvas.diamond(x, middle - 10, 4, Colour.PUBLISHED);
    }

    private static void whisker(Canvas canvas, double from, double to, double middle) {
        canvas.line(from - 1.5, middle, to + 1.5, middle, Colour.PAPER, Stroke.HALO);
        for (double end : new double[] {from, to}) {
            canvas.line(end, middle - 4.5, end, middle + 4.5, Colour.PAPER, Stroke.HALO);
        }
        canvas.line(from, middle, to, middle, Colour.INK, Stroke.THIN);
        for (double end : new double[] {from, to}) {
            canvas.line(end, middle - 3.5, end, middle + 3.5, Colour.INK, Stroke.THIN);
        }
    }

    /// The number of a figure, if it has one.
    private static double[] number(Figure figure) {
        return switch (figure) {
            case Figure.Point(double value) -> new double[] {value};
            case Figure.Ranged(double value, double _, double _) -> new double[] {value};
            case Figure.Absent _ -> new double[0];
        };
    }

    private static String value(Option option) {
        double[] number = number(option.ours());
        return number.length == 0 ? "" : UNIT.write(number[0]);
    }

    private String description() {
        return options.stream().map(Bars::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(Option option) {
        var parts = new ArrayList<String>();
        if (!option.ours().isNothing()) {
            parts.add(UNIT.sentence(option.ours(), "interval"));
        }
        if (!option.published().isNothing()) {
            parts.add("published " + UNIT.sentence(option.published(), "band"));
        }
        return "%s: %s.".formatted(option.label(), String.join("; ", parts));
    }

    private Table table() {
        List<List<String>> cells =
                options.stream()
                        .map(
                                option -> {
                                    String[] ours = UNIT.cells(option.ours());
                                    String[] published = UNIT.cells(option.published());
                                    return List.of(
                                            Characters.legal(option.label()),
                                            ours[0],
                                            ours[1],
                                            published[0],
                                            published[1]);
                                })
                        .toList();
        List<String> columns = List.of("Answer", "Ours", "Interval", "Published", "Band");
        return new Table(Characters.legal(title), columns, cells).withoutEmptyColumns();
    }
}
