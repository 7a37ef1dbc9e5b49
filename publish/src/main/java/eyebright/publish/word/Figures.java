package eyebright.publish.word;

import eyebright.chart.Picture;
import eyebright.publish.data.XmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/// Writes pictures, each with what it shows in words for whoever cannot see it.
final class Figures {

    /// In points: at this width the letters of our pictures are about as large as those of the text.
    private static final double WIDTH = 4.6 * 72;

    private static final double HEIGHT = 7 * 72;

    /// Where a PNG file says how wide and how high it is.
    private static final int SIZE_AT = 16;

    private final Docx docx;
    private final Function<Picture, byte[]> png;

    /// @param png makes a PNG file of a picture
    Figures(Docx docx, Function<Picture, byte[]> png) {
        this.docx = docx;
        this.png = png;
    }

    /// Writes the picture alone.
    void write(Picture picture, Captions.Numbered numbered) {
        byte[] file = png.apply(picture);
        ByteBuffer size = ByteBuffer.wrap(file);
        double wide = size.getInt(SIZE_AT);
        double high = size.getInt(SIZE_AT + Integer.BYTES);
        double scale = Math.min(WIDTH / wide, HEIGHT / high);
        var run = docx.paragraph(Style.FIGURE).createRun();
        try {
            XWPFPicture placed =
                    run.addPicture(
                            new ByteArrayInputStream(file),
                            PictureType.PNG,
                            "figure-%d.png".formatted(numbered.number()),
                            Units.toEMU(wide * scale),
                            Units.toEMU(high * scale));
            describe(placed.getCTPicture().getNvPicPr().getCNvPr(), picture, numbered);
        } catch (InvalidFormatException fault) {
            throw new IllegalStateException("a picture was not taken into the document", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        for (CTInline each : run.getCTR().getDrawingArray(0).getInlineList()) {
            describe(each.getDocPr(), picture, numbered);
        }
    }

    private static void describe(
            CTNonVisualDrawingProps properties, Picture picture, Captions.Numbered numbered) {
        properties.setName(numbered.name());
        properties.setDescr(
                XmlText.legal("%s. %s".formatted(picture.title(), picture.description())));
    }
}
