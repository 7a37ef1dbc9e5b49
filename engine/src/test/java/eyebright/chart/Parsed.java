package eyebright.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A picture as an XML parser sees it.
record Parsed(Element root) {

    /// A rectangle in units of the picture.
    record Box(double left, double top, double right, double bottom) {}

    static Parsed of(Picture picture) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var source = new InputSource(new StringReader(picture.svg()));
            return new Parsed(builder.parse(source).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException notWellFormed) {
            throw new AssertionError(picture.svg(), notWellFormed);
        }
    }

    /// All elements of that name, in order; `*` for all.
    List<Element> elements(String name) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /// Everything printed on the picture, without spaces.
    String printed() {
        return elements("text").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining())
                .replace(" ", "");
    }

    double number(String attribute) {
        return number(root, attribute);
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /// What an element covers; text as wide as it is reckoned to be.
    static Box box(Element element) {
        return switch (element.getTagName()) {
            case "line" -> line(element);
            case "rect" -> {
                double x = number(element, "x");
                double y = number(element, "y");
                yield new Box(x, y, x + number(element, "width"), y + number(element, "height"));
            }
            case "circle" -> {
                double x = number(element, "cx");
                double y = number(element, "cy");
                double r = number(element, "r");
                yield new Box(x - r, y - r, x + r, y + r);
            }
            case "polygon" -> {
                String[] points = element.getAttribute("points").split("[ ,]");
                double[] numbers =
                        List.of(points).stream().mapToDouble(Double::parseDouble).toArray();
                yield new Box(numbers[6], numbers[1], numbers[2], numbers[5]);
            }
            case "text" -> text(element);
            default -> throw new AssertionError("no box of " + element.getTagName());
        };
    }

    private static Box line(Element element) {
        double half = number(element, "stroke-width") / 2;
        double[] xs = DoubleStream.of(number(element, "x1"), number(element, "x2")).toArray();
        double[] ys = DoubleStream.of(number(element, "y1"), number(element, "y2")).toArray();
        double cap = element.hasAttribute("stroke-linecap") ? half : 0;
        boolean level = ys[0] == ys[1];
        return new Box(
                Math.min(xs[0], xs[1]) - (level ? cap : half),
                Math.min(ys[0], ys[1]) - (level ? half : cap),
                Math.max(xs[0], xs[1]) + (level ? cap : half),
                Math.max(ys[0], ys[1]) + (level ? half : cap));
    }

    private static Box text(Element element) {
        double x = number(element, "x");
        double baseline = number(element, "y");
        double width =
                Lettering.width(
                        element.getTextContent(),
                        element.hasAttribute("font-weight")
                                ? Lettering.Weight.BOLD
                                : Lettering.Weight.REGULAR);
        double left =
                switch (element.getAttribute("text-anchor")) {
                    case "end" -> x - width;
                    case "middle" -> x - width / 2;
                    default -> x;
                };
        return new Box(left, baseline - 10, left + width, baseline + 3.5);
    }
}
