package eyebright.publish.picture;

import eyebright.chart.Picture;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A picture as an SVG file: its letters stay text, which can be searched, read aloud and edited.
public final class SvgFile {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// White around the picture, in its units: on a page the text around it leaves room.
    static final int MARGIN = 10;

    private static final Pattern SIZE =
            Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\" width=\"\\1\" height=\"\\2\"");

    /// Behind the description the drawing begins; before it, everything is escaped text.
    private static final String DESCRIBED = "</desc>\n";

    private SvgFile() {}

    /// The bytes of the file: the picture on white ground.
    public static byte[] of(Picture picture) {
        Matcher size = SIZE.matcher(picture.svg());
        int drawing = picture.svg().indexOf(DESCRIBED);
        if (drawing < 0 || !size.find()) {
            throw new IllegalArgumentException("the picture must have a size and a description");
        }
        int width = Integer.parseInt(size.group(1)) + 2 * MARGIN;
        int height = Integer.parseInt(size.group(2)) + 2 * MARGIN;
        String text =
                "%s%sviewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\"%s<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n%s"
                        .formatted(
                                DECLARATION,
                                picture.svg().substring(0, size.start()),
                                -MARGIN,
                                -MARGIN,
                                width,
                                height,
                                width,
                                height,
                                picture.svg().substring(size.end(), drawing + DESCRIBED.length()),
                                -MARGIN,
                                -MARGIN,
                                width,
                                height,
                                picture.svg().substring(drawing + DESCRIBED.length()));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
