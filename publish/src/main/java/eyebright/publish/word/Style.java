package eyebright.publish.word;

/// A style of the document, under the name by which Word knows it. How each looks stands in [StyleSheet].
enum Style {
    TITLE("Title"),
    /// The title once more, above the text.
    TITLE_AGAIN("TitleAgain"),
    AUTHOR("Author"),
    /// That the answers are rehearsed.
    MARK("Mark"),
    HEADING_1("Heading1"),
    HEADING_2("Heading2"),
    HEADING_3("Heading3"),
    HEADING_4("Heading4"),
    HEADING_5("Heading5"),
    BODY("BodyText"),
    ABSTRACT("Abstract"),
    QUOTE("Quote"),
    BULLET("ListBullet"),
    NUMBER("ListNumber"),
    /// What follows the first paragraph of an item.
    CONTINUED("ListContinue"),
    CAPTION("Caption"),
    CAPTION_TITLE("CaptionTitle"),
    FIGURE("Figure"),
    TABLE_HEAD("TableHead"),
    TABLE_TEXT("TableText"),
    /// Text of a table that stands on one page.
    TABLE_KEPT("TableTextKept"),
    NOTE("TableNote"),
    REFERENCE("Bibliography"),
    /// A claim in the appendix on where the numbers come from.
    ORIGIN("Origin"),
    ORIGIN_FACT("OriginFact"),
    HEADER("Header"),
    FOOTNOTE("FootnoteText");

    /// Of characters: where a footnote is called.
    static final String FOOTNOTE_REFERENCE = "FootnoteReference";

    /// Of characters: what leads elsewhere.
    static final String LINK = "Hyperlink";

    /// Of characters: what leads to another place of the document.
    static final String INNER_LINK = "InnerLink";

    /// Of tables.
    static final String TABLE = "ApaTable";

    private final String id;

    Style(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /// That of a heading.
    ///
    /// @param level 1 or more; 5 is the last there is
    static Style heading(int level) {
        return switch (level) {
            case 1 -> HEADING_1;
            case 2 -> HEADING_2;
            case 3 -> HEADING_3;
            case 4 -> HEADING_4;
            default -> HEADING_5;
        };
    }
}
