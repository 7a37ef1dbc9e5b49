package eyebright.publish.picture;

import eyebright.chart.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/// A picture as a PNG file, for programs that read no SVG: 1,020 pixels wide, which at its 300 dots per inch is the
/// width of a column of 8.6 cm. Title and description stand in it as text.
public final class PngFile {

    /// How many pixels a unit of a picture has.
    private static final int SCALE = 3;

    /// Dots per metre; 300 per inch.
    private static final String DOTS = "11811";

    private PngFile() {}

    /// The bytes of the file: the picture on white ground. Equal pictures give equal bytes, whatever fonts there are.
    public static byte[] of(Picture picture) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            BufferedImage image = drawn(picture);
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree("javax_imageio_png_1.0", described(picture));
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode described(Picture picture) {
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", DOTS);
        size.setAttribute("pixelsPerUnitYAxis", DOTS);
        size.setAttribute("unitSpecifier", "meter");
        var texts = new IIOMetadataNode("iTXt");
        texts.appendChild(text("Title", picture.title()));
        texts.appendChild(text("Description", picture.description()));
        var root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(size);
        root.appendChild(texts);
        return root;
    }

    private static IIOMetadataNode text(String keyword, String text) {
        var node = new IIOMetadataNode("iTXtEntry");
        node.setAttribute("keyword", keyword);
        node.setAttribute("compressionFlag", "FALSE");
        node.setAttribute("compressionMethod", "0");
        node.setAttribute("languageTag", "");
        node.setAttribute("translatedKeyword", "");
        node.setAttribute("text", text);
        return node;
    }

    private static BufferedImage drawn(Picture picture) {
        var drawing = new Drawing();
        drawing.addTranscodingHint(
                SVGAbstractTranscoder.KEY_WIDTH, (float) SCALE * (320 + 2 * SvgFile.MARGIN));
        drawing.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        drawing.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        drawing.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
        try {
            drawing.transcode(
                    new TranscoderInput(new StringReader(Outlines.of(picture, SvgFile.MARGIN))),
                    null);
        } catch (TranscoderException fault) {
            throw new IllegalStateException(fault);
        }
        return drawing.image();
    }

    /// Keeps what Batik draws.
    private static final class Drawing extends ImageTranscoder {

        private @Nullable BufferedImage image;

        BufferedImage image() {
            if (image == null) {
                throw new IllegalStateException("a picture must be drawn before it is asked for");
            }
            return image;
        }

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        }

        @Override
        public void writeImage(BufferedImage drawn, @Nullable TranscoderOutput output) {
            image = drawn;
        }
    }
}
