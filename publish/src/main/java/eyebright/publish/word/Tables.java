package eyebright.publish.word;

import eyebright.chart.Table;
import eyebright.publish.word.Docx.Look;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/// Writes tables with three rules: above the heads, below them, and at the end. The heads come again on each page, and no row
/// is cut in two.
final class Tables {

    /// The width of a page between its margins, in twentieths of a point.
    static final int WIDTH = 9360;

    /// A column as wide as a short number.
    private static final int LEAST = 6;

    /// Cells longer than this break into lines.
    private static final int MOST = 44;

    private final Docx docx;

    Tables(Docx docx) {
        this.docx = docx;
    }

    /// Writes the table alone.
    void write(Table table) {
        CTTbl written = docx.document().getDocument().getBody().addNewTbl();
        CTTblPr properties = written.addNewTblPr();
        properties.addNewTblStyle().setVal(Style.TABLE);
        var width = properties.addNewTblW();
        width.setW(BigInteger.valueOf(WIDTH));
        width.setType(STTblWidth.DXA);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        List<Integer> widths = widths(table);
        var grid = written.addNewTblGrid();
        widths.forEach(each -> grid.addNewGridCol().setW(BigInteger.valueOf(each)));
        List<STJc.Enum> sides =
                IntStream.range(0, table.columns().size()).mapToObj(i -> side(table, i)).toList();
        row(written, table.columns(), widths, sides, Style.TABLE_HEAD);
        table.rows().forEach(row -> row(written, row, widths, sides, Style.TABLE_TEXT));
    }

    private static void row(
            CTTbl table,
            List<String> cells,
            List<Integer> widths,
            List<STJc.Enum> sides,
            Style style) {
        CTRow row = table.addNewTr();
        CTTrPr properties = row.addNewTrPr();
        properties.addNewCantSplit();
        boolean isHead = style == Style.TABLE_HEAD;
        if (isHead) {
            properties.addNewTblHeader();
        }
        for (int i = 0; i < cells.size(); i++) {
            CTTc cell = row.addNewTc();
            CTTcPr shape = cell.addNewTcPr();
            var width = shape.addNewTcW();
            width.setW(BigInteger.valueOf(widths.get(i)));
            width.setType(STTblWidth.DXA);
            if (isHead) {
                var rule = shape.addNewTcBorders().addNewBottom();
                rule.setVal(STBorder.SINGLE);
                rule.setSz(BigInteger.valueOf(4));
                rule.setSpace(BigInteger.ZERO);
            }
            CTP paragraph = cell.addNewP();
            CTPPr look = paragraph.addNewPPr();
            look.addNewPStyle().setVal(style.id());
            look.addNewJc().setVal(sides.get(i));
            Docx.text(paragraph::addNewR, cells.get(i), Look.PLAIN);
        }
    }

    /// The first column names its row and stands to the left, as do columns of words; numbers stand in the middle.
    private static STJc.Enum side(Table table, int column) {
        boolean isShort =
                column > 0
                        && table.rows().stream()
                                .allMatch(row -> row.get(column).length() <= MOST / 2);
        return isShort ? STJc.CENTER : STJc.LEFT;
    }

    /// Columns share the width of the page by the longest cell of each, within bounds.
    private static List<Integer> widths(Table table) {
        int[] letters =
                IntStream.range(0, table.columns().size())
                        .map(i -> Math.clamp(longest(table, i), LEAST, MOST))
                        .toArray();
        int all = IntStream.of(letters).sum();
        return IntStream.of(letters).mapToObj(each -> WIDTH * each / all).toList();
    }

    private static int longest(Table table, int column) {
        return Math.max(
                table.columns().get(column).length(),
                table.rows().stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
}
