package eyebright.publish.word;

import eyebright.publish.word.Docx.Look;
import java.util.Locale;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/// Numbers tables and figures through the document, and writes what stands above and below them.
final class Captions {

    private final Docx docx;
    private final Lines lines;
    private final boolean isRehearsed;
    private int tables;
    private int figures;

    Captions(Docx docx, Lines lines, boolean isRehearsed) {
        this.docx = docx;
        this.lines = lines;
        this.isRehearsed = isRehearsed;
    }

    /// What is numbered.
    enum Kind {
        TABLE("Table"),
        FIGURE("Figure");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /// A table or figure with its number.
    record Numbered(Kind kind, int number) {

        /// As it is called, on one line: `Table 1`.
        String name() {
            return "%s\u00a0%d".formatted(kind.word, number);
        }

        String bookmark() {
            return "%s_%d".formatted(kind.word.toLowerCase(Locale.ROOT), number);
        }
    }

    /// The next of its kind: they are written in the order in which they are asked for.
    Numbered next(Kind kind) {
        return new Numbered(
                kind,
                switch (kind) {
                    case TABLE -> ++tables;
                    case FIGURE -> ++figures;
                });
    }

    /// Number and title, which stand above.
    void above(Numbered numbered, String title) {
        CTP caption = docx.paragraph(Style.CAPTION).getCTP();
        docx.bookmark(caption, numbered.bookmark());
        Docx.text(caption::addNewR, numbered.kind().word + " ", Look.PLAIN);
        Docx.field(
                caption,
                "SEQ %s \\* ARABIC".formatted(numbered.kind().word),
                Integer.toString(numbered.number()),
                Look.PLAIN);
        docx.paragraph(Style.CAPTION_TITLE, title, Look.PLAIN);
    }

    /// The note, which stands beneath: of whom the numbers are and where they come from.
    void beneath(String claim) {
        CTP note = docx.paragraph(Style.NOTE).getCTP();
        Docx.text(note::addNewR, "Note. ", Look.ITALIC);
        if (isRehearsed) {
            Docx.text(note::addNewR, "Rehearsed respondents, who are made up. ", Look.PLAIN);
        }
        Docx.text(note::addNewR, "Where the numbers come from: ", Look.PLAIN);
        Docx.text(
                lines.origin(claim)
                        .map(bookmark -> Docx.leading(note, bookmark))
                        .orElse(note::addNewR),
                claim,
                Look.PLAIN.of(Style.INNER_LINK));
        Docx.text(note::addNewR, ".", Look.PLAIN);
    }
}
