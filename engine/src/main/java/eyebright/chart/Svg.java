package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Lettering.Weight;

/// The `svg` element around what was drawn: size, title, description, and the mark of rehearsed data.
///
/// Neither style elements nor style attributes nor script, so it may stand in a page under a strict
/// content security policy. Ids begin with the id of the style; everything else is equal for equal
/// input, on every machine: numbers are never written with `%d`, which uses the digits of the locale.
final class Svg {

    /// Width of every picture.
    static final int WIDTH = 320;

    private static final String MARK = "rehearsed: made-up answers";

    private final Style style;

    /// What lies behind: grid and shades.
    private final Canvas ground = new Canvas();

    /// What is in front: marks and text.
    private final Canvas front = new Canvas();

    Svg(Style style) {
        this.style = style;
        if (style.origin() == Origin.REHEARSED) {
            front.text(0, 14, Anchor.START, Colour.DOUBT, Weight.BOLD, MARK);
        }
    }

    Canvas ground() {
        return ground;
    }

    Canvas front() {
        return front;
    }

    /// Where drawing may begin.
    int top() {
        return style.origin() == Origin.REHEARSED ? 26 : 4;
    }

    /// The whole picture.
    ///
    /// @param bottom where drawing has ended
    Picture picture(String title, String description, double bottom, Table table) {
        int height = (int) Math.ceil(bottom);
        String named = Characters.legal(title);
        String mark = style.origin() == Origin.REHEARSED ? " (" + MARK + ")" : "";
        String described = Characters.legal(description) + mark;
        String svg =
                """
                <svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 %s %s" width="%s" \
                height="%s" role="img" aria-labelledby="%s-title" aria-describedby="%s-desc" \
                font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif">
                <title id="%s-title">%s</title>
                <desc id="%s-desc">%s</desc>
                %s<g font-size="%s">
                %s%s</g>
                </svg>
                """
                        .formatted(
                                WIDTH,
                                height,
                                WIDTH,
                                height,
                                style.id(),
                                style.id(),
                                style.id(),
                                Characters.escaped(named),
                                style.id(),
                                Characters.escaped(described),
                                hatching(height),
                                Lettering.SIZE,
                                ground,
                                front);
        return new Picture(svg, named, described, table);
    }

    private String hatching(int height) {
        return switch (style.origin()) {
            case REAL -> "";
            case REHEARSED ->
                    """
                    <defs><pattern id="%s-hatch" width="8" height="8" patternUnits="userSpaceOnUse" \
                    patternTransform="rotate(45)"><line x1="4" y1="0" x2="4" y2="8" %s \
                    stroke-width="2"/></pattern></defs>
                    <rect x="0" y="0" width="%s" height="%s" fill="url(#%s-hatch)"/>
                    """
                            .formatted(style.id(), Colour.LINE.stroke(), WIDTH, height, style.id());
        };
    }
}
