package eyebright.chart;

import eyebright.chart.Lettering.Weight;
import java.util.List;

/// Shapes and text in the order they were drawn. For one thread.
final class Canvas {

    private final StringBuilder elements = new StringBuilder();

    /// Which point of a text stands at its x.
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    /// How a line is drawn.
    enum Stroke {
        HAIR("stroke-width=\"1\""),
        DOTTED("stroke-width=\"1\" stroke-dasharray=\"2 4\""),
        DASHED("stroke-width=\"1\" stroke-dasharray=\"3 3\""),
        THIN("stroke-width=\"1.5\""),
        HALO("stroke-width=\"4.5\""),
        TICK("stroke-width=\"2.5\""),
        TICK_HALO("stroke-width=\"5.5\""),
        ROUND("stroke-width=\"4\" stroke-linecap=\"round\"");

        private final String attributes;

        Stroke(String attributes) {
            this.attributes = attributes;
        }
    }

    /// How much of what lies behind a filled shape is seen.
    enum Opacity {
        FULL(""),
        BAND(" fill-opacity=\"0.28\""),
        SHADE(" fill-opacity=\"0.14\""),
        FAINT(" fill-opacity=\"0.35\""),
        WEAK(" fill-opacity=\"0.5\""),
        HALF(" fill-opacity=\"0.65\""),
        STRONG(" fill-opacity=\"0.8\"");

        private final String attribute;

        Opacity(String attribute) {
            this.attribute = attribute;
        }
    }

    void line(double x1, double y1, double x2, double y2, Colour colour, Stroke stroke) {
        add(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s %s/>"
                        .formatted(
                                number(x1),
                                number(y1),
                                number(x2),
                                number(y2),
                                colour.stroke(),
                                stroke.attributes));
    }

    void rect(
            double x, double y, double width, double height, int round, Colour fill, Opacity see) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s %s%s/>"
                        .formatted(
                                number(x),
                                number(y),
                                number(width),
                                number(height),
                                round > 0 ? " rx=\"" + round + "\"" : "",
                                fill.fill(),
                                see.attribute));
    }

    void dot(double x, double y, double radius, Colour fill) {
        add(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>"
                        .formatted(number(x), number(y), number(radius), fill.fill()));
    }

    void diamond(double x, double y, double radius, Colour fill) {
        add(
                "<polygon points=\"%s,%s %s,%s %s,%s %s,%s\" %s/>"
                        .formatted(
                                number(x),
                                number(y - radius),
                                number(x + radius),
                                number(y),
                                number(x),
                                number(y + radius),
                                number(x - radius),
                                number(y),
                                fill.fill()));
    }

    /// A square that shows the page inside its outline.
    void openSquare(double x, double y, double half, Colour outline) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s stroke-width=\"2.5\"/>"
                        .formatted(
                                number(x - half),
                                number(y - half),
                                number(2 * half),
                                number(2 * half),
                                Colour.PAPER.fillStroked(outline)));
    }

    /// A bar that shows the page inside its outline.
    void openBar(double x, double y, double width, double height, Colour outline) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s stroke-width=\"1.5\"/>"
                        .formatted(
                                number(x),
                                number(y),
                                number(width),
                                number(height),
                                Colour.PAPER.fillStroked(outline)));
    }

    void text(double x, double baseline, Anchor anchor, Colour colour, Weight weight, String text) {
        add(
                "<text x=\"%s\" y=\"%s\"%s%s %s>%s</text>"
                        .formatted(
                                number(x),
                                number(baseline),
                                anchor == Anchor.START
                                        ? ""
                                        : " text-anchor=\"" + anchor.word + "\"",
                                weight == Weight.BOLD ? " font-weight=\"600\"" : "",
                                colour.fill(),
                                Characters.escaped(text)));
    }

    /// Lines of text one below the other, the first on the given baseline.
    void lines(double x, double baseline, Anchor anchor, Colour colour, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            double y = baseline + (double) i * Lettering.LINE;
            text(x, y, anchor, colour, Weight.REGULAR, lines.get(i));
        }
    }

    /// A number in hundredths at most, without trailing zeros.
    static String number(double number) {
        long hundredths = Math.round(number * 100);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        if (rest == 0) {
            return sign + whole;
        }
        return sign
                + whole
                + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    private void add(String element) {
        elements.append(element).append('\n');
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
