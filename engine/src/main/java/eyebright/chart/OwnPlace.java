package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Canvas.Opacity;
import eyebright.chart.Canvas.Stroke;
import eyebright.chart.Lettering.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where somebody stands among others: a lane for each band or option, with a bar for the share of others
/// and the word "you" where she is herself. A second, open bar is for people like her.
///
/// @param title what the picture shows, in one line
/// @param all who the others are, such as `684 therapists`; empty where there are none yet
/// @param alike who those like her are; empty where nobody was chosen
/// @param lanes from top to bottom, one or more
public record OwnPlace(String title, String all, String alike, List<Lane> lanes) {

    private static final double BAR = 13;
    private static final double THIN = 9;
    private static final double GAP = 10;
    private static final double TAG = 34;
    private static final double WIDEST_LABEL = 128;
    private static final String YOU = "you";

    /// Whether she is in a lane herself.
    public enum Whose {
        YOURS,
        OTHERS
    }

    /// One band or option.
    ///
    /// @param label what it is; not blank
    /// @param all the share of others in percent, why there is none, or nothing
    /// @param alike that of people like her
    public record Lane(String label, Whose whose, Figure all, Figure alike) {
        public Lane {
            if (label.isBlank()) {
                throw new IllegalArgumentException("label of a lane must not be blank");
            }
        }
    }

    public OwnPlace {
        lanes = List.copyOf(lanes);
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("lanes must be 1 or more, not 0");
        }
        for (Lane lane : lanes) {
            for (double share : shares(lane)) {
                if (!(share >= 0 && share <= 100)) {
                    throw new IllegalArgumentException("shares must be 0 to 100, not " + share);
                }
            }
        }
    }

    /// The picture, the same bytes for the same figures.
    public Picture draw(Style style) {
        var svg = new Svg(style);
        double y = key(svg, svg.top());
        double column = column();
        double most = Math.max(10, most());
        double number = Lettering.width(Canvas.number(Math.rint(most)), Weight.REGULAR) + 12;
        double scale = (Svg.WIDTH - column - number - TAG) / most;
        for (Lane lane : lanes) {
            y = lane(svg, lane, y, column, scale);
        }
        return svg.picture(title, description(), y - GAP + 4, table());
    }

    /// What the two kinds of bars are.
    private double key(Svg svg, double top) {
        double y = top;
        if (!all.isEmpty()) {
            svg.front().rect(0, y + 2, 11, 11, 0, Colour.ACCENT, Opacity.FULL);
            y = keyed(svg, "Of 100 among " + all, y);
        }
        if (!alike.isEmpty()) {
            svg.front().openBar(0.75, y + 2.75, 9.5, 9.5, Colour.ACCENT);
            y = keyed(svg, "Of 100 among " + alike, y);
        }
        return y == top ? top : y + 8;
    }

    private static double keyed(Svg svg, String words, double y) {
        List<String> lines = Lettering.wrapped(words, Svg.WIDTH - 18, Weight.REGULAR);
        svg.front().lines(18, y + 12, Anchor.START, Colour.SOFT, lines);
        return y + (double) lines.size() * Lettering.LINE + 2;
    }

    private double column() {
        double widest =
                lanes.stream()
                        .flatMap(lane -> wrapped(lane).stream())
                        .mapToDouble(line -> Lettering.width(line, Weight.BOLD))
                        .max()
                        .orElse(0);
        return Math.min(WIDEST_LABEL, widest) + 10;
    }

    private static List<String> wrapped(Lane lane) {
        return Lettering.wrapped(lane.label(), WIDEST_LABEL, Weight.BOLD);
    }

    private double most() {
        return lanes.stream().flatMap(lane -> shares(lane).stream()).reduce(0.0, Math::max);
    }

    private static List<Double> shares(Lane lane) {
        return Stream.of(lane.all(), lane.alike())
                .flatMap(figure -> share(figure).stream())
                .toList();
    }

    private static List<Double> share(Figure figure) {
        return switch (figure) {
            case Figure.Point(double value) -> List.of(value);
            case Figure.Ranged(double value, double _, double _) -> List.of(value);
            case Figure.Absent _ -> List.of();
        };
    }

    private double lane(Svg svg, Lane lane, double y, double column, double scale) {
        boolean isYours = lane.whose() == Whose.YOURS;
        List<String> lines = wrapped(lane);
        boolean hasAlike = !alike.isEmpty();
        double bars = BAR + (hasAlike ? THIN + 6 : 0);
        double words = (double) lines.size() * Lettering.LINE;
        double height = Math.max(Math.max(bars, words), Lettering.LINE + 2.0);
        double text = y + (height - words) / 2 + 12;
        for (String line : lines) {
            svg.front()
                    .text(
                            0,
                            text,
                            Anchor.START,
                            Colour.INK,
                            isYours ? Weight.BOLD : Weight.REGULAR,
                            line);
            text += Lettering.LINE;
        }
        svg.ground().line(column, y - 2, column, y + height + 2, Colour.LINE, Stroke.HAIR);
        double bar = y + (height - bars) / 2;
        if (hasAlike) {
            bar(svg, lane.alike(), column, bar + BAR + 6, THIN, scale, true);
        }
        bar(svg, lane.all(), column, bar, BAR, scale, false);
        if (isYours) {
            double middle = y + height / 2;
            // Beside the label where there is no bar between them.
            double tag = all.isEmpty() && !hasAlike ? column + 6 : Svg.WIDTH - TAG;
            svg.front().rect(tag, middle - 9, TAG, 18, 9, Colour.INK, Opacity.FULL);
            svg.front()
                    .text(
                            tag + TAG / 2,
                            middle + 4.5,
                            Anchor.MIDDLE,
                            Colour.PAPER,
                            Weight.BOLD,
                            YOU);
        }
        return y + height + GAP;
    }

    private static void bar(
            Svg svg,
            Figure figure,
            double from,
            double top,
            double height,
            double scale,
            boolean isOpen) {
        double baseline = top + height / 2 + 4.5;
        if (figure instanceof Figure.Absent(String reason)) {
            if (!reason.isBlank()) {
                svg.front()
                        .text(
                                from + 6,
                                baseline,
                                Anchor.START,
                                Colour.SOFT,
                                Weight.REGULAR,
                                reason);
            }
            return;
        }
        double share = share(figure).getFirst();
        double width = share * scale;
        if (share > 0 && isOpen) {
            svg.front()
                    .openBar(from + 0.75, top, Math.max(width - 1.5, 0.5), height, Colour.ACCENT);
        } else if (share > 0) {
            svg.front().rect(from, top, width, height, 0, Colour.ACCENT, Opacity.FULL);
        }
        svg.front()
                .text(
                        from + width + 6,
                        baseline,
                        Anchor.START,
                        Colour.INK,
                        Weight.REGULAR,
                        Canvas.number(Math.rint(share)));
    }

    private String description() {
        return lanes.stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(Lane lane) {
        var parts = new ArrayList<String>();
        if (lane.whose() == Whose.YOURS) {
            parts.add("this is you");
        }
        said(lane.all(), all, parts);
        said(lane.alike(), alike, parts);
        return parts.isEmpty()
                ? "%s.".formatted(lane.label())
                : "%s: %s.".formatted(lane.label(), String.join("; ", parts));
    }

    private static void said(Figure figure, String whom, List<String> parts) {
        if (figure instanceof Figure.Absent(String reason)) {
            if (!reason.isBlank()) {
                parts.add("of %s %s".formatted(whom, reason));
            }
            return;
        }
        parts.add(
                "%s of 100 among %s"
                        .formatted(Canvas.number(Math.rint(share(figure).getFirst())), whom));
    }

    private Table table() {
        List<List<String>> cells =
                lanes.stream()
                        .map(
                                lane ->
                                        List.of(
                                                Characters.legal(lane.label()),
                                                lane.whose() == Whose.YOURS ? YOU : "",
                                                cell(lane.all()),
                                                cell(lane.alike())))
                        .toList();
        return new Table(
                        Characters.legal(title),
                        List.of(
                                "Answer",
                                "You",
                                Characters.legal("Of 100 among " + all),
                                Characters.legal("Of 100 among " + alike)),
                        cells)
                .withoutEmptyColumns();
    }

    private static String cell(Figure figure) {
        return switch (figure) {
            case Figure.Absent(String reason) -> Characters.legal(reason);
            case Figure.Point _, Figure.Ranged _ ->
                    Canvas.number(Math.rint(share(figure).getFirst()));
        };
    }
}
