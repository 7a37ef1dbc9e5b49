package eyebright.frame;

import java.io.IOException;
import java.io.Writer;

/// Writes comma-separated cells by RFC 4180, with LF line ends. Not closed here: who opened it closes it.
public final class CsvWriter {

    private final Writer out;
    private boolean begun;

    /// @param out what it writes to
    public CsvWriter(Writer out) {
        this.out = out;
    }

    /// The next cell of the line.
    public void cell(String cell) throws IOException {
        if (begun) {
            out.write(',');
        }
        begun = true;
        if (needsQuotes(cell)) {
            out.write('"');
            out.write(cell.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(cell);
        }
    }

    /// The next cell of the line, as a text that no program takes for a formula.
    public void text(String text) throws IOException {
        cell(CellText.written(text));
    }

    /// Ends the line.
    public void end() throws IOException {
        out.write('\n');
        begun = false;
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            // Other programs split at semicolons and tabs, and cut spaces off the ends.
            if (",;\t\"\r\n".indexOf(cell.charAt(i)) >= 0) {
                return true;
            }
        }
        return !cell.isEmpty()
                && (Character.isWhitespace(cell.charAt(0))
                        || Character.isWhitespace(cell.charAt(cell.length() - 1)));
    }
}
