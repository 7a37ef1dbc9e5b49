package eyebright.publish.article;

import eyebright.publish.picture.Letters;
import eyebright.publish.picture.Typeface;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The tree of a text that becomes a PDF. It has no document type, so that nothing outside it can be named; each link says
/// where it leads, as PDF/UA asks; characters that the typefaces do not have are white squares.
final class PaperTree {

    private static final String CLOSING = ".,;:!?)]";

    private PaperTree() {}

    /// @param xhtml well-formed
    static Document of(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
            prepare(document.getDocumentElement());
            return document;
        } catch (SAXException fault) {
            throw new IllegalArgumentException("the text must be well-formed XML", fault);
        } catch (IOException | ParserConfigurationException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void prepare(Element element) {
        if (element.getTagName().equals("a") && !element.hasAttribute("title")) {
            element.setAttribute("title", element.getTextContent());
        }
        if (element.getAttribute("class").equals("open")) {
            element.setTextContent("[not known yet: %s]".formatted(element.getAttribute("title")));
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                prepare(child);
            } else if (node instanceof Text text) {
                text.setData(joined(text, shown(text.getData())));
            }
        }
    }

    /// Puts the mark that ends a clause to the word before it, from which its line would be broken otherwise.
    ///
    /// @return what is left of the text
    private static String joined(Text text, String words) {
        if (words.isEmpty()
                || CLOSING.indexOf(words.charAt(0)) < 0
                || !(text.getPreviousSibling() instanceof Element before)) {
            return words;
        }
        Node last = before;
        while (last.getLastChild() != null) {
            last = last.getLastChild();
        }
        if (!(last instanceof Text word)) {
            return words;
        }
        word.setData(word.getData() + words.charAt(0));
        return joined(text, words.substring(1));
    }

    /// The text as the typefaces can show it. Marks that only steer what is around them are left out.
    private static String shown(String text) {
        return text.codePoints()
                .filter(c -> !Letters.isUnseen(c))
                .map(c -> Character.isWhitespace(c) || isPrintable(c) ? c : Letters.MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether all typefaces of the text have a letter for a character.
    private static boolean isPrintable(int character) {
        return Letters.of(Typeface.SERIF).has(character)
                && Letters.of(Typeface.SANS).has(character);
    }
}
