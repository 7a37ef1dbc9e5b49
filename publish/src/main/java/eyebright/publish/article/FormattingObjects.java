package eyebright.publish.article;

import eyebright.manuscript.Inline;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What the processor of citations writes, as text: `block` with an id, `inline` in italics, `basic-link`.
final class FormattingObjects {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private FormattingObjects() {}

    /// An entry of a bibliography.
    static Citations.Reference reference(String entry) {
        return read(entry);
    }

    /// A text without what makes parts of it stand out.
    static String plain(String text) {
        var plain = new StringBuilder();
        read(text).parts().forEach(part -> append(part, plain));
        return plain.toString();
    }

    private static void append(Inline part, StringBuilder plain) {
        switch (part) {
            case Inline.Text(String text) -> plain.append(text);
            case Inline.Emphasis(List<Inline> inner) -> inner.forEach(each -> append(each, plain));
            case Inline.Link(_, List<Inline> inner) -> inner.forEach(each -> append(each, plain));
            case Inline.Strong _, Inline.Told _, Inline.Open _, Inline.Cited _, Inline.Break _ -> {
                // The processor writes none of these.
            }
        }
    }

    /// What is open around the place that is read.
    private record Level(String name, String value, List<Inline> parts) {}

    private static Citations.Reference read(String text) {
        String key = "";
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level("", "", new ArrayList<>()));
        try {
            XMLStreamReader reader =
                    XML.createXMLStreamReader(
                            new StringReader("<all xmlns:fo=\"fo\">" + text.strip() + "</all>"));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (reader.getLocalName().equals("block")) {
                            key = value(reader, "id");
                        }
                        levels.push(
                                new Level(
                                        reader.getLocalName(),
                                        value(reader, "external-destination"),
                                        new ArrayList<>()));
                    }
                    case XMLStreamConstants.CHARACTERS ->
                            levels.element().parts().add(new Inline.Text(reader.getText()));
                    case XMLStreamConstants.END_ELEMENT -> {
                        Level level = levels.pop();
                        levels.element().parts().addAll(closed(level));
                    }
                    default -> {
                        // Comments and the end of the text say nothing.
                    }
                }
            }
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("a citation is not well-formed: " + text, fault);
        }
        return new Citations.Reference(key, levels.element().parts());
    }

    private static List<Inline> closed(Level level) {
        return switch (level.name()) {
            case "inline" -> List.of(new Inline.Emphasis(level.parts()));
            case "basic-link" -> link(level);
            default -> level.parts();
        };
    }

    /// Addresses stand as `url('…')`; others than those of the web are left as words.
    private static List<Inline> link(Level level) {
        String address = level.value().replaceAll("^url\\('|'\\)$", "");
        return address.matches("https?://.*")
                ? List.of(new Inline.Link(address, level.parts()))
                : level.parts();
    }

    private static String value(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
