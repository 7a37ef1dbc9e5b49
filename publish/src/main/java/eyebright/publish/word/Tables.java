package eyebright.publish.word;

import eyebright.chart.Table;
import eyebright.publish.word.Docx.Look;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// Tables of no more rows are not cut by the end of a page.
    private static final int WHOLE = 14;

    /// Cells longer than this break into lines.
    private static final int MOST = 44;

    /// Cells longer than this are words rather than numbers.
    private static final int NUMBER = 30;

    /// The widest letters of a number, and what stands free on both sides of a cell.
    private static final int LETTER = 108;

    private static final int FREE = 200;

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
        Style style = table.rows().size() > WHOLE ? Style.TABLE_TEXT : Style.TABLE_KEPT;
        table.rows().forEach(row -> row(written, row, widths, sides, style));
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
                                .allMatch(row -> row.get(column).length() <= NUMBER);
        return isShort ? STJc.CENTER : STJc.LEFT;
    }

    /// Each column gets what its longest cell needs. Where that is too much for a page, the widest give way; what is left over
    /// all share.
    private static List<Integer> widths(Table table) {
        int[] wanted =
                IntStream.range(0, table.columns().size())
                        .map(i -> FREE + LETTER * Math.min(longest(table, i), MOST))
                        .toArray();
        int widest = IntStream.of(wanted).max().orElse(WIDTH);
        while (within(wanted, widest) > WIDTH) {
            widest -= LETTER / 4;
        }
        int bound = widest;
        int all = within(wanted, bound);
        return IntStream.of(wanted).mapToObj(each -> WIDTH * Math.min(each, bound) / all).toList();
    }

    private static int within(int[] wanted, int bound) {
        return IntStream.of(wanted).map(each -> Math.min(each, bound)).sum();
    }

    /// The longest cell of a column; its head may break between words.
    private static int longest(Table table, int column) {
        return Stream.concat(
                        Arrays.stream(table.columns().get(column).split(" ", -1)),
                        table.rows().stream().map(row -> row.get(column)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
