package eyebright.publish.data;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML, an element a line. What XML does not allow in a text becomes the replacement character.
public final class XmlText {

    private static final char REPLACEMENT = '\ufffd';

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;
    private boolean isInside;

    XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Something that writes what stands inside an element.
    @FunctionalInterface
    interface Inside {
        void write() throws XMLStreamException;
    }

    /// An element with attributes and what stands inside.
    void element(String name, Map<String, String> attributes, Inside inside)
            throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
        isInside = false;
        inside.write();
        depth--;
        if (isInside) {
            line();
        }
        xml.writeEndElement();
        isInside = true;
    }

    /// An element that holds a text.
    void text(String name, Map<String, String> attributes, String content)
            throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        characters(content);
        xml.writeEndElement();
        isInside = true;
    }

    /// An element that holds a text and has no attributes.
    void text(String name, String content) throws XMLStreamException {
        text(name, Map.of(), content);
    }

    /// An element that holds nothing.
    void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(name);
        attributes(attributes);
        isInside = true;
    }

    /// The whole document.
    String document() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
        return text + "\n";
    }

    /// In the order of their names, which a map does not keep.
    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> each : new TreeMap<>(attributes).entrySet()) {
            xml.writeAttribute(each.getKey(), legal(each.getValue()));
        }
    }

    /// A carriage return stands as its number: readers take one for the end of a line.
    private void characters(String content) throws XMLStreamException {
        String legal = legal(content);
        int from = 0;
        for (int at = legal.indexOf('\r'); at >= 0; at = legal.indexOf('\r', from)) {
            xml.writeCharacters(legal.substring(from, at));
            xml.writeEntityRef("#13");
            from = at + 1;
        }
        xml.writeCharacters(legal.substring(from));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /// The text without what XML 1.0 forbids.
    public static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        boolean noCharacter = (c & 0xfffe) == 0xfffe;
        return !(surrogate || noCharacter);
    }
}
