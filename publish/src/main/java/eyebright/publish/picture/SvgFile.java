package eyebright.publish.picture;

import eyebright.chart.Picture;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/// A picture as an SVG file: its letters stay text, which can be searched, read aloud and edited.
public final class SvgFile {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// Behind the description the drawing begins; before it, everything is escaped text.
    private static final String DESCRIBED = "</desc>\n";

    private SvgFile() {}

    /// The bytes of the file: the picture on white ground.
    public static byte[] of(Picture picture) {
        return (DECLARATION
                        + picture.svg()
                                .replaceFirst(
                                        DESCRIBED,
                                        Matcher.quoteReplacement(
                                                DESCRIBED
                                                        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n")))
                .getBytes(StandardCharsets.UTF_8);
    }
}
