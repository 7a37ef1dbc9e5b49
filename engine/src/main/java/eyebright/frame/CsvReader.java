package eyebright.frame;

import eyebright.source.Rule;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a table by RFC 4180, and a little more than that: a byte order mark, CRLF, LF or CR
/// between lines, and commas, semicolons or tabs between cells, whichever the first line has most of.
///
/// Written for files of any size and from anywhere: one buffer, bounded cells and lines, no recursion.
/// Used by one thread; closed by who opened the reader.
final class CsvReader {

    static final int MOST_CELLS = 10_000;
    static final int LONGEST_CELL = 100_000;
    private static final int END = -1;
    private static final int KNOWN = 1 << 12;
    private static final int SHORT = 24;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder cell = new StringBuilder();

    /// Short cells as they came last, by their hash: a table says the same few things over and over, and each is a text
    /// once.
    private final @Nullable String[] known = new String[KNOWN];

    private String text = "";
    private int at;
    private int limit;
    private int line;
    private char separator = ',';

    CsvReader(Reader in) throws IOException {
        this.in = in;
        fill();
        if (limit > 0 && buffer[0] == '\uFEFF') {
            at = 1;
        }
        separator = mostFrequentSeparator();
    }

    /// A line that cannot be read, so that nothing after it can be.
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Rule rule;
        private final int column;
        private final String fix;

        BrokenException(Rule rule, int column, String problem, String fix) {
            super(problem, null, false, false);
            this.rule = rule;
            this.column = column;
            this.fix = fix;
        }

        Rule rule() {
            return rule;
        }

        int column() {
            return column;
        }

        String problem() {
            return String.valueOf(getMessage());
        }

        String fix() {
            return fix;
        }
    }

    /// What stands between cells.
    char separator() {
        return separator;
    }

    /// The number of the line read last, counted from 1; a cell may hold line breaks and is still in one
    /// line.
    int line() {
        return line;
    }

    /// Reads the next line into `cells`; false at the end. A blank line is one empty cell.
    boolean next(List<String> cells) throws IOException, BrokenException {
        cells.clear();
        if (peek() == END) {
            return false;
        }
        line++;
        while (true) {
            if (cells.size() == MOST_CELLS) {
                throw new BrokenException(
                        Rule.TOO_LARGE,
                        cells.size(),
                        "a line must have at most %,d cells".formatted(MOST_CELLS),
                        "check the quotes here and in the line above");
            }
            boolean more = cell(cells.size() + 1);
            cells.add(text);
            if (!more) {
                return true;
            }
        }
    }

    /// Reads one cell into `text`; whether another follows in its line.
    private boolean cell(int column) throws IOException, BrokenException {
        int end = plainEnd();
        if (end < limit) {
            text = text(at, end - at);
            at = end + 1;
            return buffer[end] == separator;
        }
        boolean more = anyCell(column);
        text = cell.toString();
        return more;
    }

    /// Where a cell without quotes ends that is whole in the buffer, at a separator or a line feed; elsewhere the end of
    /// the buffer, and it must be read letter by letter.
    private int plainEnd() {
        if (at < limit && buffer[at] == '"') {
            return limit;
        }
        int most = Math.min(limit, at + LONGEST_CELL);
        for (int i = at; i < most; i++) {
            char next = buffer[i];
            if (next == separator || next == '\n') {
                return i;
            }
            if (next == '\r') {
                return limit;
            }
        }
        return limit;
    }

    private String text(int from, int length) {
        if (length > SHORT) {
            return new String(buffer, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int place = (hash ^ hash >>> 12) & KNOWN - 1;
        String before = known[place];
        if (before != null && isAt(before, from, length)) {
            return before;
        }
        var made = new String(buffer, from, length);
        known[place] = made;
        return made;
    }

    private boolean isAt(String before, int from, int length) {
        if (before.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (before.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean anyCell(int column) throws IOException, BrokenException {
        cell.setLength(0);
        if (peek() == '"') {
            take();
            quoted(column);
        }
        while (true) {
            int next = take();
            if (next == separator) {
                return true;
            }
            if (next == END || next == '\n') {
                return false;
            }
            if (next == '\r') {
                if (peek() == '\n') {
                    take();
                }
                return false;
            }
            // A quote inside a cell that did not begin with one stands for itself.
            add(next, column);
        }
    }

    private void quoted(int column) throws IOException, BrokenException {
        while (true) {
            int next = take();
            if (next == END) {
                throw new BrokenException(
                        Rule.WRONG_KIND,
                        column,
                        "a quoted cell begins here and does not end",
                        "close it with a quote, and write quotes inside it twice");
            }
            if (next == '"') {
                if (peek() != '"') {
                    return;
                }
                take();
            }
            add(next, column);
        }
    }

    private void add(int next, int column) throws BrokenException {
        if (cell.length() == LONGEST_CELL) {
            throw new BrokenException(
                    Rule.TOO_LARGE,
                    column,
                    "a cell must have at most %,d characters".formatted(LONGEST_CELL),
                    "check whether a quote is missing here");
        }
        cell.append((char) next);
    }

    private int peek() throws IOException {
        return at < limit || fill() ? buffer[at] : END;
    }

    private int take() throws IOException {
        return at < limit || fill() ? buffer[at++] : END;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = 0;
        int read = 0;
        while (read == 0) {
            read = in.read(buffer);
        }
        limit = Math.max(read, 0);
        return limit > 0;
    }

    private char mostFrequentSeparator() {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean isQuoted = false;
        for (int i = at; i < limit; i++) {
            char next = buffer[i];
            if (next == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (next == '\n' || next == '\r')) {
                break;
            } else if (!isQuoted) {
                commas += next == ',' ? 1 : 0;
                semicolons += next == ';' ? 1 : 0;
                tabs += next == '\t' ? 1 : 0;
            }
        }
        if (commas >= semicolons && commas >= tabs) {
            return ',';
        }
        return semicolons >= tabs ? ';' : '\t';
    }
}
