package eyebright.publish.picture;

import eyebright.chart.Picture;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A picture with its letters as shapes, on white ground: it needs no font and looks the same everywhere.
///
/// Only what pictures are made of is let through, so that whatever draws the result can neither run nor load anything.
public final class Outlines {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Set<String> ELEMENTS =
            Set.of(
                    "svg", "title", "desc", "defs", "pattern", "g", "line", "rect", "circle",
                    "polygon", "text");

    private static final String SIZE = "font-size";

    /// Lighter than on a screen, since white paper shows it more.
    private static final String HATCHING = "#eceef2";

    /// From one line of the hatching to the next, along an edge.
    private static final double STEP = 8 * Math.sqrt(2);

    private final Document document;

    private Outlines(Document document) {
        this.document = document;
    }

    /// The `svg` element, well-formed XML without a declaration.
    ///
    /// @throws IllegalArgumentException if there is anything in it that a chart does not draw
    public static String of(Picture picture) {
        return of(picture, 0);
    }

    /// @param margin of white around it, in units of the picture
    static String of(Picture picture, int margin) {
        try {
            var outlines = new Outlines(parsed(picture.svg()));
            Element root = outlines.document.getDocumentElement();
            outlines.check(root);
            outlines.ground(root, margin);
            outlines.draw(root, 16);
            return outlines.text();
        } catch (SAXException fault) {
            throw new IllegalArgumentException("the picture must be well-formed XML", fault);
        } catch (IOException | ParserConfigurationException | TransformerException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Document parsed(String svg)
            throws SAXException, IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Element parent) {
        var elements = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private void check(Element element) {
        if (!SVG.equals(element.getNamespaceURI()) || !ELEMENTS.contains(element.getLocalName())) {
            throw new IllegalArgumentException(
                    "a picture must be made of %s, not %s"
                            .formatted(ELEMENTS.stream().sorted().toList(), element.getTagName()));
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            check((Attr) attributes.item(i));
        }
        elements(element).forEach(this::check);
    }

    private static void check(Attr attribute) {
        String name = attribute.getName();
        String value = attribute.getValue();
        boolean leads = value.contains("url(") && !value.startsWith("url(#");
        if (leads || name.equals("style") || name.endsWith("href") || name.startsWith("on")) {
            throw new IllegalArgumentException(
                    "a picture must not have %s=\"%s\"".formatted(name, value));
        }
    }

    /// White paper below everything.
    private void ground(Element root, int margin) {
        int width = Integer.parseInt(root.getAttribute("width")) + 2 * margin;
        int height = Integer.parseInt(root.getAttribute("height")) + 2 * margin;
        root.setAttribute("viewBox", "%s %s %s %s".formatted(-margin, -margin, width, height));
        root.setAttribute("width", Integer.toString(width));
        root.setAttribute("height", Integer.toString(height));
        Element ground = document.createElementNS(SVG, "rect");
        ground.setAttribute("x", Integer.toString(-margin));
        ground.setAttribute("y", Integer.toString(-margin));
        ground.setAttribute("width", Integer.toString(width));
        ground.setAttribute("height", Integer.toString(height));
        ground.setAttribute("fill", "#ffffff");
        Node first =
                elements(root).stream()
                        .filter(each -> !Set.of("title", "desc").contains(each.getLocalName()))
                        .findFirst()
                        .orElse(null);
        root.insertBefore(ground, first);
    }

    /// Puts shapes in the place of texts.
    private void draw(Element element, double size) {
        double own =
                element.hasAttribute(SIZE) ? Double.parseDouble(element.getAttribute(SIZE)) : size;
        for (Element child : elements(element)) {
            if (child.getLocalName().equals("text")) {
                element.replaceChild(drawn(child, own), child);
            } else if (child.getLocalName().equals("defs")) {
                element.removeChild(child);
            } else if (child.getAttribute("fill").startsWith("url(")) {
                element.replaceChild(hatched(child), child);
            } else {
                draw(child, own);
            }
        }
    }

    private Element drawn(Element text, double size) {
        boolean bold = text.hasAttribute("font-weight");
        Letters.Drawn drawn =
                Letters.of(bold ? Typeface.SANS_BOLD : Typeface.SANS)
                        .drawn(text.getTextContent(), size);
        double start =
                switch (text.getAttribute("text-anchor")) {
                    case "end" -> drawn.width();
                    case "middle" -> drawn.width() / 2;
                    default -> 0;
                };
        Element path = document.createElementNS(SVG, "path");
        path.setAttribute("class", text.getAttribute("class"));
        path.setAttribute("fill", text.getAttribute("fill"));
        path.setAttribute(
                "d",
                data(
                        drawn,
                        Double.parseDouble(text.getAttribute("x")) - start,
                        Double.parseDouble(text.getAttribute("y"))));
        return path;
    }

    /// The lines that mark rehearsed data, one by one: not everything that draws repeats a pattern without seams.
    private Element hatched(Element rect) {
        double width = Double.parseDouble(rect.getAttribute("width"));
        double height = Double.parseDouble(rect.getAttribute("height"));
        var data = new StringBuilder();
        for (double at = STEP / 2; at < width + height; at += STEP) {
            double right = Math.min(at, width);
            double low = Math.min(at, height);
            data.append('M')
                    .append(number(right))
                    .append(' ')
                    .append(number(at - right))
                    .append('L')
                    .append(number(at - low))
                    .append(' ')
                    .append(number(low));
        }
        Element lines = document.createElementNS(SVG, "path");
        lines.setAttribute("class", "line");
        lines.setAttribute("stroke", HATCHING);
        lines.setAttribute("stroke-width", "2");
        lines.setAttribute("fill", "none");
        lines.setAttribute("d", data.toString());
        return lines;
    }

    /// A shape as SVG writes it, in hundredths of a unit.
    private static String data(Letters.Drawn drawn, double x, double y) {
        var data = new StringBuilder();
        var point = new double[6];
        for (PathIterator at = drawn.shape().getPathIterator(null); !at.isDone(); at.next()) {
            int points =
                    switch (at.currentSegment(point)) {
                        case PathIterator.SEG_MOVETO -> begun(data, 'M', 1);
                        case PathIterator.SEG_LINETO -> begun(data, 'L', 1);
                        case PathIterator.SEG_QUADTO -> begun(data, 'Q', 2);
                        case PathIterator.SEG_CUBICTO -> begun(data, 'C', 3);
                        default -> begun(data, 'Z', 0);
                    };
            for (int i = 0; i < points; i++) {
                data.append(i == 0 ? "" : " ")
                        .append(number(x + point[2 * i]))
                        .append(' ')
                        .append(number(y + point[2 * i + 1]));
            }
        }
        return data.toString();
    }

    private static int begun(StringBuilder data, char command, int points) {
        data.append(command);
        return points;
    }

    private static String number(double number) {
        return java.math.BigDecimal.valueOf(Math.round(number * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String text() throws TransformerException {
        var factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        transformer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(text));
        return text.toString();
    }
}
