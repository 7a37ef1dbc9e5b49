package eyebright.publish.picture;

import java.io.InputStream;

/// The letters that come with Eyebright, so that paper looks the same whatever is installed: the Liberation fonts,
/// under the SIL Open Font License. They have Latin, Greek, Cyrillic and Hebrew letters.
public enum Typeface {
    /// For pictures and tables.
    SANS("Sans-Regular"),
    /// For what stands out in them.
    SANS_BOLD("Sans-Bold"),
    /// For terms in them.
    SANS_ITALIC("Sans-Italic"),
    /// For reading.
    SERIF("Serif-Regular"),
    /// For what stands out there.
    SERIF_BOLD("Serif-Bold"),
    /// For terms there.
    SERIF_ITALIC("Serif-Italic"),
    /// For terms in what stands out there.
    SERIF_BOLD_ITALIC("Serif-BoldItalic");

    private final String file;

    Typeface(String file) {
        this.file = "/liberation/Liberation%s.ttf".formatted(file);
    }

    /// The font as a file, to be closed by whoever asked.
    public InputStream open() {
        InputStream stream = Typeface.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("the font must be on the class path: " + file);
        }
        return stream;
    }
}
