package eyebright.publish.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Packs a document so that equal documents are equal bytes: POI writes the time of day into the file, we do not.
final class Packing {

    /// The first day that such a file can name.
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Packing() {}

    static byte[] of(XWPFDocument document) throws IOException {
        var written = new ByteArrayOutputStream();
        document.write(written);
        var packed = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                var into = new ZipOutputStream(packed)) {
            for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                var entry = new ZipEntry(each.getName());
                entry.setTimeLocal(FIRST_DAY);
                into.putNextEntry(entry);
                from.transferTo(into);
                into.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
