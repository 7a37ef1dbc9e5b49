package eyebright.server.watch;

import eyebright.source.Place;
import java.util.Optional;

/// The line of a file that a problem is about, with a caret below its place.
///
/// @param number of the line
/// @param line as it is written, or a part of it where it is long
/// @param caret blanks up to the place, and `^`
record Excerpt(int number, String line, String caret) {

    private static final int MOST = 120;
    private static final int BEFORE = 40;

    /// The line of that place; empty if the text has no such line, or nothing stands in it.
    static Optional<Excerpt> of(String text, Place place) {
        return text.lines()
                .skip(place.line() - 1L)
                .findFirst()
                .filter(line -> !line.isBlank())
                .map(line -> excerpt(line, place));
    }

    private static Excerpt excerpt(String line, Place place) {
        // Columns count characters as people do, not as Java does.
        int[] characters = line.codePoints().toArray();
        int at = Math.min(place.column() - 1, characters.length);
        int from = at < MOST - BEFORE ? 0 : at - BEFORE;
        int to = Math.min(characters.length, from + MOST);
        var caret = new StringBuilder(from > 0 ? " " : "");
        for (int i = from; i < at; i++) {
            // A tab is as wide as the tab above it.
            caret.append(characters[i] == '\t' ? '\t' : ' ');
        }
        String shown = new String(characters, from, to - from);
        return new Excerpt(
                place.line(),
                (from > 0 ? "…" : "") + shown + (to < characters.length ? "…" : ""),
                caret.append('^').toString());
    }
}
