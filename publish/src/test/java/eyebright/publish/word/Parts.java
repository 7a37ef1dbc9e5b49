package eyebright.publish.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// The files inside a Word document.
///
/// @param texts by their names, in the order of the document
record Parts(Map<String, String> texts) {

    static Parts of(byte[] file) {
        var texts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                texts.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return new Parts(texts);
    }

    String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new AssertionError("no " + name + " in " + texts.keySet());
        }
        return text;
    }

    String document() {
        return text("word/document.xml");
    }

    /// What stands in the first group of a pattern, each time, in all parts but the styles.
    List<String> all(String pattern) {
        var found = new ArrayList<String>();
        texts.forEach(
                (name, text) -> {
                    if (name.endsWith(".xml") || name.endsWith(".rels")) {
                        Pattern.compile(pattern)
                                .matcher(text)
                                .results()
                                .forEach(each -> found.add(each.group(1)));
                    }
                });
        return found;
    }

    /// What the schemas of Office Open XML say against the parts.
    List<String> faults() {
        var faults = new ArrayList<String>();
        texts.forEach(
                (name, text) -> {
                    if (name.matches("word/[a-z0-9]+\\.xml")) {
                        var errors = new ArrayList<XmlError>();
                        var options = new XmlOptions();
                        options.setErrorListener(errors);
                        if (!read(name, text).validate(options)) {
                            errors.forEach(
                                    each ->
                                            faults.add(
                                                    "%s: %s at %s"
                                                            .formatted(
                                                                    name,
                                                                    each.getMessage(),
                                                                    each.getCursorLocation()
                                                                            .xmlText())));
                        }
                    }
                });
        return faults;
    }

    private static XmlObject read(String name, String text) {
        try {
            return switch (name) {
                case "word/document.xml" -> DocumentDocument.Factory.parse(text);
                case "word/styles.xml" -> StylesDocument.Factory.parse(text);
                case "word/numbering.xml" -> NumberingDocument.Factory.parse(text);
                case "word/settings.xml" -> SettingsDocument.Factory.parse(text);
                case "word/footnotes.xml" -> FootnotesDocument.Factory.parse(text);
                case "word/header1.xml" -> HdrDocument.Factory.parse(text);
                default -> throw new AssertionError("no schema is known for " + name);
            };
        } catch (XmlException fault) {
            throw new AssertionError(name + " does not read", fault);
        }
    }
}
